import { readFileSync } from 'node:fs';
import aslValidator from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { isWait, waysOn } from '../../docs/draw-workflows.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { secondsOf } from '../../functions/domain/time.ts';
import type { Definition, State } from '../../infra/synth.ts';
import { demoMachines, machines } from '../infra/assembly.ts';

const all = Object.entries(machines).flatMap(([machine, { States }]) =>
  Object.entries(States).map(([name, state]) => ({ machine, name, state })),
);
const tasks = all.filter(({ state }) => state.Type === 'Task');
const waits = all.filter(({ state }) => isWait(state));
const choices = all.filter(({ state }) => state.Type === 'Choice');

describe.each(Object.entries(machines))('%s', (_, definition) => {
  test('is valid in the Amazon States Language', () => {
    expect(aslValidator(structuredClone(definition)).errorsText()).toBe('');
  });

  test('has no state that nothing leads to, and none without a way to an end', () => {
    const { StartAt, States } = definition;
    expect([...reachable(States, [StartAt])].sort()).toEqual(Object.keys(States).sort());
    const ends = Object.entries(States).filter(([, { Type }]) => Type === 'Succeed');
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
      round: /^\{% \$round %\}$/,
      kind: /^(reason|address|confirmation|consent|last day)$/,
      step: /^(day|ask|remind|close|tell)$/,
      // An edition is about nobody; the reviewer types their word and its code, which proves who they are, in the console.
      edition: /^\{% \$states\.context\.Execution\.Input\.edition %\}$/,
      input: /^\{% \$states\.context\.Execution\.Input %\}$/,
      // One sends at a time: whoever it is, called again, goes on.
      execution: /^\{% \$states\.context\.Execution\.Id %\}$/,
    };
    for (const [name, value] of Object.entries(Payload ?? {})) {
      expect(value, name).toMatch(known[name] ?? /^$/);
      if (name === 'input') expect(machine).toBe('okaeri-decide-edition');
    }
    for (const [name, value] of Object.entries(state.Assign ?? {})) {
      expect(name).toMatch(/^(question|round|day)$/);
      expect(String(value)).toMatch(/^(1|\{% \$round \+ 1 %\}|\{% \$states\.result\.Payload\.(question|outcome) %\})$/);
    }
  });
});

describe('waits for a human or the calendar', () => {
  /** What a wait of each machine is about, and where the table is looked at afterwards. */
  const about: Record<string, { key: object; next: string }> = {
    'okaeri-offboarding': {
      key: {
        pk: { S: "{% 'PERSON#' & $states.context.Execution.Input.person %}" },
        sk: { S: "{% 'RECORD#question#' & $question %}" },
      },
      next: 'Take stock of the departure',
    },
    'okaeri-edition': {
      key: {
        pk: { S: 'PROGRAMME' },
        // Number 12 is EDITION#000012, as functions/adapters/table.ts writes it.
        sk: { S: "{% 'EDITION#' & $pad($string($states.context.Execution.Input.edition), -6, '0') %}" },
      },
      next: 'Tell the admin',
    },
  };
  const of = ({ machine }: { machine: string }) => about[machine] ?? { key: {}, next: '' };

  test('there is one for each kind of question', () => {
    expect(waits.map(({ name }) => name).sort()).toEqual([
      'Await an address',
      'Await consent',
      'Await the confirmation',
      'Await the last day',
      'Await the review',
      'Await word from HR',
    ]);
  });

  test.each(waits)('$name parks only on an open question that exists, and never over a later round', (wait) => {
    expect(wait.state.Arguments).toMatchObject({
      Key: of(wait).key,
      UpdateExpression: 'SET taskToken = :token, parkedRound = :round',
      ConditionExpression:
        'attribute_exists(pk) AND #status = :open AND (attribute_not_exists(parkedRound) OR parkedRound <= :round)',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':token': { S: '{% $states.context.Task.Token %}' },
        ':round': { N: '{% $string($round) %}' },
        ':open': { S: 'open' },
      },
    });
  });

  test.each(waits)('$name catches a time-out and a settled question, and retries neither', ({ state }) => {
    expect(state.Catch?.flatMap(({ ErrorEquals }) => ErrorEquals).sort()).toEqual([
      'DynamoDb.ConditionalCheckFailedException',
      'States.Timeout',
    ]);
    const retried = state.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    expect(retried).toContain('DynamoDb.TransactionConflictException');
    for (const caught of [
      'States.Timeout',
      'States.ALL',
      'States.TaskFailed',
      'DynamoDb.ConditionalCheckFailedException',
    ]) {
      expect(retried).not.toContain(caught);
    }
  });

  test.each(waits)('$name looks into the table after an answer and after a settled question', (wait) => {
    const { Next, Catch } = wait.state;
    const settled = Catch?.find(({ ErrorEquals }) => ErrorEquals.includes('DynamoDb.ConditionalCheckFailedException'));
    expect([Next, settled?.Next]).toEqual([of(wait).next, of(wait).next]);
  });

  test.each([
    ['policy.json', machines],
    ['policy.demo.json', demoMachines],
  ])('how long each lasts is what %s says', (file, synthesized) => {
    const { hold, address, consent, review } = parsePolicy(JSON.parse(readFileSync(file, 'utf8')));
    const seconds = waits.map(({ machine, name }) => [name, synthesized[machine]?.States[name]?.TimeoutSeconds]);
    expect(Object.fromEntries(seconds)).toEqual({
      'Await word from HR': secondsOf(hold.remindEvery),
      'Await an address': secondsOf(address.remindEvery),
      'Await the confirmation': secondsOf(address.remindEvery),
      'Await consent': secondsOf(consent.remindEvery),
      'Await the last day': secondsOf('P330D'),
      'Await the review': secondsOf(review.remindEvery),
    });
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
      'okaeri-decide-edition': [
        'Approved',
        'Decided otherwise before',
        'Decided so before',
        'May not be approved',
        'Not accepted',
        'Refused',
      ],
      'okaeri-sweep': ['Quota used up', 'Stopped by the breaker', 'Swept'],
    });
  });

  test('nothing fails on purpose: a business outcome is an end', () => {
    expect(all.filter(({ state }) => state.Type === 'Fail')).toEqual([]);
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
