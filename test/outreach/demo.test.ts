import { describe, expect, it } from 'vitest';
import { outreachScenarios } from '../../infra/local/demo/outreach.ts';
import { settings, theProgramme } from '../journeys/stage.ts';

/** The demo, told as tests, in its order: each scenario throws where it does not go as its sentence says. */
describe('outreach through the front door', () => {
  it.each(outreachScenarios)('$name', async ({ play }) => {
    expect(await play({ settings, programme: theProgramme })).toMatch(/\w/);
  });
});
