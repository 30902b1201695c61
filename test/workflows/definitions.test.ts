import aslValidator from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { isWait, waysOn } from '../../docs/draw-workflows.ts';
import type { Definition, State } from '../../infra/synth.ts';
import { machines } from '../infra/assembly.ts';

const all = Object.entries(machines).flatMap(([machine, { States }]) =>
  Object.entries(States).map(([name, state]) => ({ machine, name, state })),
);
const tasks = all.filter(({ state }) => state.Type === 'Task');
const choices = all.filter(({ state }) => state.Type === 'Choice');

describe.each(Object.entries(machines))('%s', (_, definition) => {
  test('is valid in the Amazon States Language', () => {
    expect(aslValidator(structuredClone(definition)).errorsText()).toBe('');
  });

  test('has no state that nothing leads to, and none without a way to an end', () => {
    const { StartAt, States } = definition;
    expect([...reachable(States, [StartAt])].sort()).toEqual(Object.keys(States).sort());
    const ends = Object.entries(States).filter(([, { Type }]) => Type === 'Succeed' || Type === 'Fail');
    expect(
      [
        ...reachable(
          backwards(States),
          ends.map(([name]) => name),
        ),
      ].sort(),
    ).toEqual(Object.keys(States).sort());
  });

  test('ends by itself, within the year that an execution may last', () => {
    expect(definition.TimeoutSeconds).toBeLessThanOrEqual(365 * 24 * 60 * 60);
  });
});

describe('steps', () => {
  test.each(tasks)('$machine: $name is given up after a time, and tried again', ({ state }) => {
    expect(state.TimeoutSeconds).toBeGreaterThan(0);
    expect(state.Retry).toHaveLength(1);
    expect(state.Retry?.[0]?.MaxAttempts).toBeGreaterThan(0);
  });

  test.each(tasks.filter(({ state }) => !isWait(state)))(
    '$machine: $name retries whatever its function throws',
    ({ state }) => {
      expect(state.Retry?.[0]?.ErrorEquals).toEqual(['States.ALL']);
    },
  );

  /** Nothing personal goes through an execution: its history is kept for weeks and anybody in the console reads it. */
  test.each(tasks)('$machine: $name is given ids, kind, round, date and time only', ({ machine, state }) => {
    const { Payload } = state.Arguments ?? {};
    const known: Record<string, RegExp> = {
      person: /^\{% \$states\.context\.Execution\.Input\.person %\}$/,
      stint: /^\{% \$states\.context\.Execution\.Input\.stint %\}$/,
      generation: /^\{% \$states\.context\.Execution\.Input\.generation %\}$/,
      date: /^\{% \$states\.context\.Execution\.Input\.date %\}$/,
      now: /^\{% \$states\.context\.State\.EnteredTime %\}$/,
      question: /^\{% \$question %\}$/,
      round: /^\{% \$(round|states\.context\.Execution\.Input\.round) %\}$/,
      kind: /^(reason|address|confirmation|consent|last day)$/,
      // In words that the workflow itself has; the tests of each workflow know its own.
      step: /^[a-z]+([ -][a-z]+)*$/,
      // Numbers name nobody; whoever decides types their word, and a code as proof, in the console.
      edition: /^\{% \$states\.context\.Execution\.Input\.edition %\}$/,
      gathering: /^\{% \$states\.context\.Execution\.Input\.gathering %\}$/,
      contribution: /^\{% \$states\.context\.Execution\.Input\.contribution %\}$/,
      reward: /^\{% \$states\.context\.Execution\.Input\.reward %\}$/,
      rehire: /^\{% \$states\.context\.Execution\.Input\.rehire %\}$/,
      input: /^\{% \$states\.context\.Execution\.Input %\}$/,
      // One sends at a time: whoever it is, called again, goes on.
      execution: /^\{% \$states\.context\.Execution\.Id %\}$/,
    };
    for (const [name, value] of Object.entries(Payload ?? {})) {
      expect(value, name).toMatch(known[name] ?? /^$/);
      if (name === 'input') expect(machine).toMatch(/^okaeri-decide-(edition|gathering|reward|rehire)$/);
    }
    for (const [name, value] of Object.entries(state.Assign ?? {})) {
      expect(name).toMatch(/^(question|round|day)$/);
      expect(String(value)).toMatch(
        /^(1|\{% (\$round \+ 1|\$states\.result\.Payload\.(question|outcome)|\$exists\((\$states\.result\.Payload\.wait)\) \? \4 : 0) %\})$/,
      );
    }
  });
});

describe('names', () => {
  test.each(choices)('$machine: the choice "$name" is a question with a default', ({ name, state }) => {
    expect(name).toMatch(/\?$/);
    expect(state.Default).toBeDefined();
    for (const { Comment } of state.Choices ?? []) expect(Comment).toMatch(/./);
  });

  test('only choices are questions', () => {
    expect(all.filter(({ name }) => name.endsWith('?'))).toEqual(choices);
  });

  const decided = [
    'Approved',
    'Decided otherwise before',
    'Decided so before',
    'May not be approved',
    'Not accepted',
    'Refused',
  ];

  test('ends are outcomes', () => {
    const ends = Object.entries(machines).map(([machine, { States }]) => [
      machine,
      Object.keys(States)
        .filter((name) => States[name]?.Type === 'Succeed')
        .sort(),
    ]);
    expect(Object.fromEntries(ends)).toEqual({
      'okaeri-offboarding': [
        'Cancelled',
        'Declined',
        'Enrolled',
        'Erased',
        'No answer',
        'No departure',
        'Not eligible',
        'Superseded',
      ],
      'okaeri-edition': ['Approved', 'Not reviewed', 'Refused', 'Withdrawn'],
      'okaeri-decide-edition': decided,
      'okaeri-gathering': ['Cancelled', 'Held', 'Not reviewed', 'Refused', 'Unknown', 'Withdrawn'],
      'okaeri-decide-gathering': decided,
      'okaeri-contribution': [
        'Duplicate',
        'Lapsed',
        'Not qualified',
        'Qualified',
        'Told by another',
        'Unknown',
        'Waits for the answer',
        'Waits for the candidate',
        'Waits for the confirmation',
        'Waits for the deal',
        'Waits for the hire',
        'Waits for the holding period',
      ],
      'okaeri-reward': [
        'Declined',
        'Declined at last',
        'Expired',
        'Not confirmed',
        'Paid',
        'Put off',
        'Rejected',
        'Superseded',
        'Thanked without a reward',
        'Unknown',
      ],
      'okaeri-decide-reward': ['Approved', 'Approved by one of two', 'Rejected'],
      'okaeri-rehire': [
        'Called off',
        'Completed',
        'Conditions not met',
        'Declined',
        'Erased',
        'Expired',
        'Lapsed',
        'Left again',
        'Not offered',
        'Onboarding',
        'Started',
        'Superseded',
        'Unknown',
        'Waits for the answer',
        'Waits for the offer',
        'Waits for the talk',
        'Withdrawn',
      ],
      'okaeri-decide-rehire': ['Approved', 'Approved by one of two', 'Rejected'],
      'okaeri-sweep': ['Quota used up', 'Stopped by the breaker', 'Swept'],
    });
  });

  test('nothing fails on purpose but an approver’s word that does not count: a business outcome is an end', () => {
    const failing = all.filter(({ state }) => state.Type === 'Fail').map(({ machine, name }) => [machine, name]);
    expect(failing.sort()).toEqual([
      ['okaeri-decide-rehire', 'Does not count'],
      ['okaeri-decide-reward', 'Does not count'],
    ]);
  });
});

function reachable(
  states: Readonly<Record<string, Pick<State, 'Next' | 'Choices' | 'Default' | 'Catch'>>>,
  from: readonly string[],
): Set<string> {
  const seen = new Set(from);
  for (const name of seen) for (const { to } of waysOn({ Type: '', ...states[name] })) seen.add(to);
  return seen;
}

/** Each state with ways to the states that lead to it. */
function backwards(states: Definition['States']): Record<string, Pick<State, 'Choices'>> {
  const before: Record<string, Pick<State, 'Choices'>> = {};
  for (const [name, state] of Object.entries(states)) {
    for (const { to } of waysOn(state)) {
      before[to] = { Choices: [...(before[to]?.Choices ?? []), { Condition: '', Next: name }] };
    }
  }
  return before;
}
