import { describe, expect, it } from 'vitest';
import { gatheringScenarios } from '../../infra/local/demo/gathering.ts';
import { outreachScenarios } from '../../infra/local/demo/outreach.ts';
import { rehireBeginnings, rehireScenarios } from '../../infra/local/demo/rehire.ts';
import { balance, rewardBeginnings, rewardScenarios } from '../../infra/local/demo/rewards.ts';
import { settings, theProgramme } from '../journeys/stage.ts';

/** The demo, told as tests, in its order: each scenario throws where it does not go as its sentence says. */
describe.each([
  ['a contribution', rewardBeginnings],
  ['outreach', outreachScenarios],
  ['a gathering', gatheringScenarios],
  ['rewards', rewardScenarios],
  ['returns', [...rehireBeginnings, ...rehireScenarios, balance]],
])('%s through the front door', (_, scenarios) => {
  it.each(scenarios)('$name', async ({ play }) => {
    expect(await play({ settings, programme: theProgramme })).toMatch(/\w/);
  });
});
