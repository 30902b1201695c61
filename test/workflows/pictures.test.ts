import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { picturesFile, workflowsPage } from '../../docs/draw-workflows.ts';
import { machines } from '../infra/assembly.ts';

test('docs/workflows.md shows the state machines as they are: else run "npx tsx docs/draw-workflows.ts"', () => {
  expect(readFileSync(picturesFile, 'utf8')).toBe(workflowsPage(machines));
});

test('no state and no way is missing in the pictures', () => {
  const page = workflowsPage(machines);
  for (const { States } of Object.values(machines)) {
    for (const name of Object.keys(States)) expect(page).toContain(`${name}"`);
  }
});
