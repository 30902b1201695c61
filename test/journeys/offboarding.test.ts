import { describe, expect, it } from 'vitest';
import { scenarios } from '../../infra/local/demo/offboarding.ts';
import { settings, theProgramme } from './stage.ts';

/** The demo, told as tests: each scenario throws where it does not go as its sentence says. */
describe.concurrent('offboarding through the front door', () => {
  it.each(scenarios)('$name', async ({ play }) => {
    expect(await play({ settings, programme: theProgramme })).toMatch(/\w/);
  });
});
