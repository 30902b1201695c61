import { describe, expect, test } from 'vitest';
import type { NextStep } from '../../functions/domain/gathering-steps.ts';
import { handler } from '../../functions/gatherings/steps.ts';
import { machines } from '../infra/assembly.ts';
import { follow, state, walk } from './walk.ts';

const machine = 'okaeri-gathering';
const takeStock = 'Take stock of the gathering';
const question = 'What is next?';
const wait = 'Await what comes next';

/** The steps of a gathering, in the order of its life. */
const steps = {
  'ask for the review': 'Ask for the review',
  'tell the admin': 'Tell the admin',
  'tell the hosts': 'Tell organiser and hosts',
  invite: 'Invite the audience',
  'tell of the change': 'Tell of the change',
  remind: 'Remind who has not answered',
  'close the answers': 'Close the answers',
  'send the details': 'Send the details',
  thank: 'Thank who came, and ask how it was',
  'book the cost': 'Book the cost',
  'tell of the cancellation': 'Tell of the cancellation',
} as const satisfies Partial<Record<NextStep, string>>;

const ends = {
  over: 'Held',
  cancelled: 'Cancelled',
  refused: 'Refused',
  'not reviewed': 'Not reviewed',
  withdrawn: 'Withdrawn',
} as const satisfies Partial<Record<NextStep, string>>;

/** Where a gathering goes on from each answer that a stock may give. */
const next: Record<NextStep, string> = { ...steps, wait, ...ends };

/** What the question names, in its order. */
const named: string[] = (state(machine, question).Choices ?? []).flatMap(({ Condition }) =>
  JSON.parse(/\[.*\]/.exec(Condition)?.[0] ?? '[]'),
);

describe('the stock of a gathering', () => {
  test('is taken first, and everything begins with it', () => {
    expect(machines[machine]?.StartAt).toBe(takeStock);
    expect(state(machine, takeStock)).toMatchObject({ Next: question, Arguments: { Payload: { step: 'take stock' } } });
  });

  test.each(Object.entries(next))('"%s" goes to: %s', (outcome, to) => {
    expect(follow(machine, takeStock, outcome)).toBe(to);
  });

  test('says nothing that the question does not name, and is asked for nothing that it never says', () => {
    expect(named).toEqual(Object.keys(next));
  });

  test('without a gathering is the end', () => {
    expect(follow(machine, takeStock, 'unknown')).toBe('Unknown');
  });
});

describe('a step of a gathering', () => {
  test('there is one for each that a stock may ask for', () => {
    const tasks = Object.entries(machines[machine]?.States ?? {}).flatMap(([name, { Type }]) =>
      Type === 'Task' ? [name] : [],
    );
    expect(tasks.sort()).toEqual([takeStock, wait, ...Object.values(steps)].sort());
  });

  test.each(Object.entries(steps))('that is asked to "%s" is followed by the stock, whatever it says', (step, name) => {
    const { Arguments, Next, Catch, Assign } = state(machine, name);
    expect(Arguments?.['Payload']).toMatchObject({ step });
    // Like a step that was done before, one that went wrong for good is found by the next stock, once redriven.
    expect({ Next, Catch, Assign }).toEqual({ Next: takeStock });
  });

  test.each(['take stock', ...Object.keys(steps)])('its function knows how to "%s"', async (step) => {
    const event = { step, gathering: 1, now: '2027-02-01T00:00:00Z', execution: 'x' };
    const context = { getRemainingTimeInMillis: () => 900_000 };
    // It goes as far as the table, which is not there.
    await expect(handler(event, context)).rejects.toThrow('the environment lacks TABLE_NAME');
    await expect(handler({ ...event, step: `${step} twice` }, context)).rejects.not.toThrow('the environment');
  });
});

describe('the wait of a gathering', () => {
  test('is counted by the stock that says so', () => {
    const { Assign } = state(machine, takeStock);
    expect(Assign).toEqual({
      round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}',
    });
  });

  test('comes back to the stock, whatever ends it', () => {
    const { Next, Catch } = state(machine, wait);
    expect([Next, ...(Catch ?? []).map((caught) => caught.Next)]).toEqual([takeStock, takeStock]);
  });
});

describe('the life of a gathering', () => {
  const life = (...happenings: string[]) => walk(machine, happenings);
  const stock = [takeStock, question];
  /** A step that is done, as it happens and as it is seen. */
  const done = (step: keyof typeof steps) => ({ happens: [step, 'done'], seen: [...stock, steps[step]] });
  const waits = (until = 'answered') => ({ happens: ['wait', until], seen: [...stock, wait] });
  const over = (end: keyof typeof ends) => ({ happens: [end], seen: [...stock, ends[end]] });
  const goesThrough = (...parts: { happens: string[]; seen: string[] }[]) =>
    expect(life(...parts.flatMap(({ happens }) => happens))).toEqual(parts.flatMap(({ seen }) => seen));

  const approved = [done('ask for the review'), waits(), done('tell the admin')];
  const invited = [...approved, done('tell the hosts'), done('invite'), waits()];
  const answered = [...invited, done('remind'), waits(), done('close the answers'), waits()];
  const held = [done('send the details'), waits(), done('thank'), waits(), done('book the cost'), over('over')];

  test('from the review to the ledger', () => {
    goesThrough(...answered, ...held);
  });

  test('more than one call can invite to: the same step again', () => {
    const more = { happens: ['invite', 'more'], seen: [...stock, steps.invite] };
    goesThrough(...approved, more, more, ...invited.slice(approved.length), over('cancelled'));
  });

  test('nobody can be written to any more today: the rest tomorrow', () => {
    const stopped = { happens: ['invite', 'no more today'], seen: [...stock, steps.invite] };
    goesThrough(...approved, stopped, waits(), done('invite'), waits(), over('cancelled'));
  });

  test('a change is reviewed while the gathering goes on, then told, and those it brings in are invited', () => {
    const change = [done('ask for the review'), waits(), done('tell the admin'), done('tell of the change')];
    goesThrough(...invited, ...change, done('invite'), waits(), ...answered.slice(invited.length), ...held);
  });

  test('called off', () => {
    goesThrough(...invited, done('tell of the cancellation'), over('cancelled'));
    goesThrough(...approved, over('cancelled'));
  });

  test('refused, not reviewed in time, or taken back', () => {
    const asked = [done('ask for the review'), waits()];
    goesThrough(...asked, done('tell the admin'), over('refused'));
    goesThrough(...asked, done('ask for the review'), waits(), done('tell the admin'), over('not reviewed'));
    goesThrough(...asked, over('withdrawn'));
  });

  test('something happened just before it parked, or nothing for 30 days: it takes stock', () => {
    goesThrough(
      done('ask for the review'),
      waits('DynamoDb.ConditionalCheckFailedException'),
      done('tell the admin'),
      waits('States.Timeout'),
      over('refused'),
    );
  });
});
