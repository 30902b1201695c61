import { expect, test } from 'vitest';
import type { Stock } from '../../functions/domain/stock.ts';
import type { Definition } from '../../infra/synth.ts';
import { machines } from '../infra/assembly.ts';

/** Where the offboarding goes from each place at which a departure may stand. */
const routes: Record<Stock, string> = {
  'on hold': 'Ask HR about the departure',
  'address needed': 'Ask HR for an address',
  'address unconfirmed': 'Ask to confirm the new address',
  'consent needed': 'Ask for consent',
  'waiting for the last day': 'Ask the calendar',
  left: 'Enrol',
  'not eligible': 'Not eligible',
  'no departure': 'No departure',
  cancelled: 'Cancelled',
  declined: 'Declined',
  silent: 'No answer',
  erased: 'Erased',
  expired: 'Erased',
  superseded: 'Superseded',
};

test.each(Object.entries(routes))('a departure of which stock says "%s" goes to: %s', (outcome, next) => {
  expect(follow('okaeri-offboarding', 'Take stock of the departure', outcome)).toBe(next);
});

const steps = [
  'Remind HR of the departure',
  'Remind HR of the address',
  'Remind of the confirmation',
  'Remind of consent',
];
const waits = ['Await word from HR', 'Await an address', 'Await the confirmation', 'Await consent'];
const closings = [
  'Close without word from HR',
  'Close without an address',
  'Drop the new address',
  'Close without consent, delete the data',
];

test.each(steps.map((step, index) => ({ step, wait: waits[index], close: closings[index] })))(
  'after "$step" it waits on, closes, or takes stock',
  ({ step, wait, close }) => {
    const after = (outcome: string) => follow('okaeri-offboarding', step, outcome);
    expect([after('reminded'), after('quiet'), after('window over')]).toEqual([wait, wait, close]);
    expect(after('settled')).toBe('Take stock of the departure');
    expect(state('okaeri-offboarding', String(close)).Next).toBe('Take stock of the departure');
  },
);

test.each(waits.map((wait, index) => ({ wait, step: steps[index] })))(
  '"$wait" reminds when nobody answers',
  ({ wait, step }) => {
    expect(state('okaeri-offboarding', wait).Catch).toContainEqual(
      expect.objectContaining({ ErrorEquals: ['States.Timeout'], Next: step }),
    );
  },
);

test('only who was enrolled is welcomed; a departure that changed meanwhile is looked at again', () => {
  const after = (outcome: string) => follow('okaeri-offboarding', 'Enrol', outcome);
  expect(after('enrolled')).toBe('Send the welcome mail');
  expect(after('not any more')).toBe('Take stock of the departure');
  expect(state('okaeri-offboarding', 'Send the welcome mail').Next).toBe('Enrolled');
});

test('the sweep repeats a step while there is more', () => {
  const after = (name: string, outcome: string) => follow('okaeri-sweep', name, outcome);
  expect(after('Act on what is due', 'more')).toBe('Act on what is due');
  expect(after('Act on what is due', 'done')).toBe('Take up what is pending');
  expect(after('Take up what is pending', 'more')).toBe('Take up what is pending');
  expect(after('Take up what is pending', 'done')).toBe('Check that the HR system reports');
  expect(state('okaeri-sweep', 'Check that the HR system reports').Next).toBe('Swept');
});

function state(machine: string, name: string): Definition['States'][string] {
  const found = machines[machine]?.States[name];
  if (!found) throw new Error(`${machine} has no state "${name}"`);
  return found;
}

/** The state that follows a step which answers with an outcome, past every choice. */
function follow(machine: string, step: string, outcome: string): string {
  let name = state(machine, step).Next ?? '';
  for (let choice = state(machine, name); choice.Type === 'Choice'; choice = state(machine, name)) {
    name =
      choice.Choices?.find(({ Condition }) => outcomesIn(Condition).includes(outcome))?.Next ?? choice.Default ?? '';
  }
  return name;
}

/** The one kind of condition there is. */
function outcomesIn(condition: string): string[] {
  const list = /^\{% \$states\.input\.outcome in (\[.*\]) %\}$/.exec(condition)?.[1];
  if (!list) throw new Error(`a condition of another kind: ${condition}`);
  return JSON.parse(list);
}
