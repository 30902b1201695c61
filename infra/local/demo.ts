import type { LocalSettings } from './settings.ts';

export type DemoContext = { settings: LocalSettings };

/** A story that is played through the real front door; it ends in a sentence that says how, or throws why not. */
export type Scenario = { name: string; play(context: DemoContext): Promise<string> };

export const scenarios: Scenario[] = [];

/** Plays scenarios side by side and reports one line each, as they end. True when all went as they should. */
export async function playScenarios(
  settings: LocalSettings,
  report: (line: string) => void,
  list: Scenario[] = scenarios,
): Promise<boolean> {
  const results = await Promise.all(
    list.map(async (scenario) => {
      try {
        report(`✓ ${scenario.name}: ${await scenario.play({ settings })}`);
        return true;
      } catch (error) {
        report(`✗ ${scenario.name}: ${error instanceof Error ? error.message : String(error)}`);
        return false;
      }
    }),
  );
  return results.every(Boolean);
}
