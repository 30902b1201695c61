import { defineConfig } from 'vitest/config';

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
        // The stack follows the demo's rules, and so does what the tests call in their own process.
        ssr: { resolve: { conditions: ['demo', 'node', 'import', 'default'] } },
        test: {
          name: 'emulator',
          include: ['test/{adapters,journeys}/**/*.test.ts'],
          globalSetup: ['test/emulator.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // These wait for the stack more than they work.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
