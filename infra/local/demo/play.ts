import { programme } from '../play/programme.ts';
import type { LocalSettings } from '../settings.ts';
import { gatheringScenarios } from './gathering.ts';
import { scenarios } from './offboarding.ts';
import { outreachScenarios } from './outreach.ts';
import { rehireBeginnings, rehireScenarios } from './rehire.ts';
import { balance, rewardBeginnings, rewardScenarios } from './rewards.ts';
import type { Scenario } from './scenario.ts';

/**
 * Plays the demo: offboarding side by side, then outreach, a gathering, rewards and returns in order. One line each, as they end.
 * @returns whether all went as they should
 */
export async function playScenarios(
  settings: LocalSettings,
  report: (line: string) => void,
  {
    sideBySide = scenarios,
    inOrder = [
      ...rewardBeginnings,
      ...rehireBeginnings,
      ...outreachScenarios,
      ...gatheringScenarios,
      ...rewardScenarios,
      ...rehireScenarios,
      balance,
    ],
  } = {},
): Promise<boolean> {
  const scene = { settings, programme: await programme(settings) };
  const play = async ({ name, play }: Scenario): Promise<boolean> => {
    try {
      report(`✓ ${name}: ${await play(scene)}`);
      return true;
    } catch (error) {
      report(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };
  const results = await Promise.all(sideBySide.map(play));
  for (const scenario of inOrder) results.push(await play(scenario));
  return results.every(Boolean);
}
