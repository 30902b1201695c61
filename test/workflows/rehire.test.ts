import { describe, expect, test } from 'vitest';
import { isWait } from '../../docs/draw-workflows.ts';
import { RehireNews, type RehireStatus } from '../../functions/domain/rehire.ts';
import type { RehireStock } from '../../functions/domain/rehire-approval.ts';
import { secondsOf } from '../../functions/domain/time.ts';
import { handler } from '../../functions/rehire/rehire-steps.ts';
import { policy } from '../domain/samples.ts';
import { machines } from '../infra/assembly.ts';
import { machine } from './rehire-play.ts';
import { follow, state } from './walk.ts';

const states = Object.entries(machines[machine]?.States ?? {});
const stock = 'Take stock of the return';

type Told = RehireNews | 'ask' | 'remind' | 'escalate' | 'new code';
type Awaited = 'wait for HR' | 'wait for the decision';

/** What an execution does before it looks again. */
const steps: Record<Told, string> = {
  receipt: 'Confirm the receipt',
  ask: 'Ask who decides',
  'new code': 'Send another code',
  remind: 'Remind who decides',
  escalate: 'Escalate to the deputies',
  talk: 'Ask for the informal talk',
  'offer needed': 'Ask for the offer',
  offer: 'Send the offer',
  welcome: 'Welcome back',
  tasks: 'Hand over the tasks',
  'come back': 'Make them a colleague again',
  'check-in': 'Ask how it is',
  answer: 'Hand HR the answer',
  'become an alumnus again': 'Make them an alumnus again',
  end: 'Tell the alumnus how it ended',
  staff: 'Tell HR how it stands',
};
const waits: Record<Awaited, string> = {
  'wait for HR': 'Await HR’s word',
  'wait for the decision': 'Await the decision',
};
const unknown = 'Unknown';
const ends: Record<Exclude<RehireStatus, 'waits for HR' | 'waits for the decision'> | 'superseded', string> = {
  'waits for the talk': 'Waits for the talk',
  'waits for the offer': 'Waits for the offer',
  'waits for the answer': 'Waits for the answer',
  onboarding: 'Onboarding',
  started: 'Started',
  completed: 'Completed',
  'conditions not met': 'Conditions not met',
  'not offered': 'Not offered',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  declined: 'Declined',
  lapsed: 'Lapsed',
  cancelled: 'Called off',
  'left again': 'Left again',
  erased: 'Erased',
  superseded: 'Superseded',
};
/** `satisfies` sees to it that no outcome is forgotten. */
const routes = {
  ...steps,
  ...waits,
  ...ends,
  unknown,
  // Somebody is asked in these waits, so the stock never says them; should it, nothing stands still unseen.
  'waits for HR': unknown,
  'waits for the decision': unknown,
} satisfies Record<RehireStock | 'unknown', string>;

describe('the stock of a return', () => {
  test.each(Object.entries(routes))('"%s" leads to: %s', (outcome, to) => {
    expect(follow(machine, stock, outcome)).toBe(to);
  });

  test('each outcome is named once, and nothing that is never said', () => {
    const choices = states.filter(([, { Type }]) => Type === 'Choice');
    expect(choices.map(([name]) => name)).toEqual(['Is all done for now?', 'How does it stand?']);
    const named = choices.flatMap(([, { Choices = [] }]) =>
      Choices.flatMap(({ Condition }) => JSON.parse(/\[.*\]/.exec(Condition)?.[0] ?? '[]')),
    );
    expect(named.sort()).toEqual(Object.keys({ ...steps, ...waits, ...ends }).sort());
  });
});

describe('the graph of a return', () => {
  test.each(states)('"%s" says what it is', (_, { Comment }) => {
    expect(Comment).toMatch(/^[A-Z].*[.?]$/);
  });

  test('there is no state besides', () => {
    const questions = ['Is all done for now?', 'How does it stand?'];
    const all = [stock, ...questions, unknown, ...[steps, waits, ends].flatMap((each) => Object.values(each))];
    expect(states.map(([name]) => name).sort()).toEqual(all.sort());
  });

  test.each(Object.entries(steps))('what does "%s" looks again, whatever came of it', (step, name) => {
    const { Arguments, Next, Catch, Assign } = state(machine, name);
    expect(Arguments?.['Payload']).toEqual({
      step,
      rehire: '{% $states.context.Execution.Input.rehire %}',
      round: '{% $states.context.Execution.Input.round %}',
      now: '{% $states.context.State.EnteredTime %}',
      execution: '{% $states.context.Execution.Id %}',
    });
    expect({ Next, Catch, Assign }).toEqual({ Next: stock });
  });

  test('it waits for who decides only, and looks again after every word, and when nobody says one', () => {
    const parked = states.filter(([, each]) => isWait(each));
    expect(parked.map(([name, { Next, Catch }]) => [name, Next, Catch?.map((caught) => caught.Next)])).toEqual(
      Object.values(waits).map((name) => [name, stock, [stock]]),
    );
    // What waits names where it is decided.
    for (const [, { Comment }] of parked) expect(Comment).toContain('decide-rehire');
  });

  test('the stock counts the wait that follows; what waits shows it as the input of its state', () => {
    expect(state(machine, stock).Assign).toEqual({
      round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}',
    });
    expect(state(machine, stock).Output).toBe('{% $states.result.Payload %}');
  });

  test.each(['take stock', ...Object.keys(steps)])('its function knows how to "%s"', async (step) => {
    const event = { step, rehire: 7, round: 1, now: '2027-08-02T00:00:00Z', execution: 'an-execution' };
    // It goes as far as the table, which is not there.
    await expect(handler(event)).rejects.toThrow('the environment lacks TABLE_NAME');
    await expect(handler({ ...event, step: `${step} twice` })).rejects.not.toThrow('the environment');
  });

  test('every thing that is told has its step', () => {
    expect(Object.keys(steps)).toEqual(expect.arrayContaining(RehireNews.options));
  });

  test('both decisions end within the time of its execution, which is far less than a year', () => {
    // Whoever waits looks as often as it reminds, so each may end so much later.
    const { override, decision } = policy.rehire;
    const longest = [override.window, override.remindEvery, decision.window, decision.remindEvery].map(secondsOf);
    const { TimeoutSeconds } = machines[machine] ?? {};
    expect(longest.reduce((sum, each) => sum + each, 0)).toBeLessThan(TimeoutSeconds ?? 0);
    expect(TimeoutSeconds).toBe(180 * 24 * 60 * 60);
  });
});
