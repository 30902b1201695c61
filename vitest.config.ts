import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What tests on the emulator share. The stack follows the demo's rules, and so does what they call in their own process. */
const demoRules = { resolve: { conditions: ['demo', 'node', 'import', 'default'] } };
const onTheEmulator = { globalSetup: ['test/emulator.ts'], testTimeout: 120_000, hookTimeout: 240_000 };
/** What keeps nothing from one file to the next, and so needs no process for each. */
const pure = { isolate: false };

/** Tests on a stack wait more than they work, so they begin, and the others fill the gaps. */
class StacksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = ['emulator', 'pages'];
    const rank = ({ project }: TestSpecification) => order.indexOf(project.name) + 1 || order.length + 1;
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** Tests run side by side; those that need the emulator share one, brought up for the run. */
export default defineConfig({
  test: {
    maxWorkers: 4,
    sequence: { sequencer: StacksFirst },
    projects: [
      { test: { ...pure, name: 'fast', include: ['test/{domain,mail,local,cli}/**/*.test.ts'], testTimeout: 60_000 } },
      // These lead what they import to a stand-in for AWS.
      { test: { name: 'handlers', include: ['test/handlers/**/*.test.ts'] } },
      {
        test: {
          ...pure,
          name: 'definitions',
          include: ['test/{infra,workflows}/**/*.test.ts'],
          globalSetup: ['test/infra/setup.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'pages', include: ['test/pages/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        ssr: demoRules,
        test: { ...onTheEmulator, name: 'emulator', include: ['test/{adapters,journeys}/**/*.test.ts'] },
      },
      {
        // These sweep days months ahead, for everybody in the table: one after the other, on a stack of their own.
        ssr: demoRules,
        test: {
          ...onTheEmulator,
          name: 'outreach',
          include: ['test/outreach/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
