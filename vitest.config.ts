import { defineConfig } from 'vitest/config';

/** What tests on the emulator share. The stack follows the demo's rules, and so does what they call in their own process. */
const demoRules = { resolve: { conditions: ['demo', 'node', 'import', 'default'] } };
const onTheEmulator = { globalSetup: ['test/emulator.ts'], testTimeout: 120_000, hookTimeout: 240_000 };

/** Fast tests run side by side; those that need the emulator share one, brought up for the run. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/{domain,mail,local,cli,handlers}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'definitions',
          include: ['test/{infra,workflows}/**/*.test.ts'],
          globalSetup: ['test/infra/setup.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'pages', include: ['test/pages/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        ssr: demoRules,
        test: {
          ...onTheEmulator,
          name: 'emulator',
          include: ['test/{adapters,journeys}/**/*.test.ts'],
          // These wait for the stack more than they work.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // These sweep days months ahead, for everybody in the table: one after the other, on a stack of their own.
        ssr: demoRules,
        test: {
          ...onTheEmulator,
          name: 'outreach',
          include: ['test/outreach/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
