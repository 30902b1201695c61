import { describe, expect, test } from 'vitest';
import { isWait } from '../../docs/draw-workflows.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import type { ApprovalStock } from '../../functions/domain/reward-asking.ts';
import type { DeclineOutcome, PayoutStock } from '../../functions/domain/reward-payout.ts';
import type { screenReward } from '../../functions/domain/reward-screening.ts';
import { secondsOf } from '../../functions/domain/time.ts';
import { handler } from '../../functions/rewards/reward-steps.ts';
import { policy } from '../domain/samples.ts';
import { machines } from '../infra/assembly.ts';
import { machine } from './reward-play.ts';
import { follow, state } from './walk.ts';

const states = Object.entries(machines[machine]?.States ?? {});
const stock = 'Take stock of the approval';
const payoutStock = 'Take stock of the payout';
const instruct = 'Instruct the payout';

/** The steps between the stocks; some share a function's step with no other state. */
const steps: Record<string, string> = {
  screen: 'Screen the reward',
  thanks: 'Thank without a reward',
  'take stock of the approval': stock,
  ask: 'Ask the approvers',
  'new code': 'Send another code',
  remind: 'Remind the approvers',
  escalate: 'Escalate to the deputies',
  expired: 'Tell that it expired',
  'not granted': 'Tell of the rejection',
  instruct,
  granted: 'Tell of the approval',
  'take stock of the payout': payoutStock,
  'remind of the payout': 'Remind of the payout',
};

/** Where each outcome leads: `satisfies` sees to it that none of a function's is forgotten. */
type Every<Outcome extends string> = Record<Outcome, string>;
const superseded = 'Superseded';
type Screened = ReturnType<typeof screenReward>['outcome'] | 'unknown' | 'superseded';
const afterScreening = {
  asking: stock,
  blocked: steps['thanks'] ?? '',
  'put off': 'Put off',
  'no reward': 'Unknown',
  unknown: 'Unknown',
  superseded,
  // Screened before: the table says how it went on.
  'to be screened': stock,
  approved: stock,
  rejected: stock,
  expired: stock,
  declined: stock,
  instructed: stock,
  paid: stock,
} satisfies Every<Screened>;
const afterStock = {
  ask: 'Ask the approvers',
  wait: 'Await approval',
  'new code': 'Send another code',
  remind: 'Remind the approvers',
  escalate: 'Escalate to the deputies',
  expired: 'Tell that it expired',
  rejected: 'Tell of the rejection',
  approved: instruct,
  instructed: instruct,
  paid: instruct,
  declined: 'Declined',
  blocked: steps['thanks'] ?? '',
  superseded,
  // Another generation's, which has an execution of its own.
  'to be screened': superseded,
  asking: superseded,
  'put off': superseded,
  'no reward': superseded,
  unknown: superseded,
} satisfies Every<ApprovalStock | 'unknown' | 'superseded'>;
const notDone = 'Declined at last';
const afterInstruction = {
  instructed: 'Tell of the approval',
  paid: 'Tell of the approval',
  over: 'Tell of the approval',
  declined: notDone,
  'already so': notDone,
  'to be screened': notDone,
  'put off': notDone,
  asking: notDone,
  approved: notDone,
  blocked: notDone,
  rejected: notDone,
  expired: notDone,
  'no reward': notDone,
  unknown: notDone,
} satisfies Every<'instructed' | Reward['status'] | DeclineOutcome | 'no reward' | 'unknown'>;
const late = 'Not confirmed';
const afterPayoutStock = {
  wait: 'Await confirmation',
  remind: 'Remind of the payout',
  paid: 'Paid',
  over: late,
  'to be screened': late,
  'put off': late,
  asking: late,
  approved: late,
  blocked: late,
  rejected: late,
  expired: late,
  declined: late,
  instructed: late,
  'no reward': late,
  unknown: late,
} satisfies Every<PayoutStock | 'unknown'>;

describe('what a step of a reward answers', () => {
  const routes: [string, Record<string, string>][] = [
    ['Screen the reward', afterScreening],
    [stock, afterStock],
    [instruct, afterInstruction],
    [payoutStock, afterPayoutStock],
  ];
  const all = routes.flatMap(([from, ways]) => Object.entries(ways).map(([outcome, to]) => ({ from, outcome, to })));

  test.each(all)('"$from", when it says "$outcome", leads to: $to', ({ from: step, outcome, to }) => {
    expect(follow(machine, step, outcome)).toBe(to);
  });

  test('no choice names what is never said', () => {
    const choices = states.filter(([, { Type }]) => Type === 'Choice');
    expect(choices).toHaveLength(routes.length);
    for (const [from, ways] of routes) {
      const { Choices = [] } = state(machine, state(machine, from).Next ?? '');
      const named = Choices.flatMap(({ Condition }) => JSON.parse(/\[.*\]/.exec(Condition)?.[0] ?? '[]'));
      for (const outcome of named) expect(Object.keys(ways), from).toContain(outcome);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  test.each(Object.entries(steps).filter(([, name]) => !routes.some(([from]) => from === name)))(
    '"%s" is told, and leads on whatever it says',
    (_, name) => {
      const { Next = '', Catch } = state(machine, name);
      expect(Catch).toBeUndefined();
      expect(state(machine, Next).Type).not.toBe('Choice');
    },
  );
});

describe('the graph of a reward', () => {
  test.each(states)('"%s" says what it is', (_, { Comment }) => {
    expect(Comment).toMatch(/^[A-Z].*[.?]$/);
  });

  test('steps are verb phrases, one for each thing that its function does', () => {
    const tasks = states.filter(([, { Type }]) => Type === 'Task');
    for (const [name] of tasks) {
      expect(name).toMatch(/^(Screen|Thank|Take stock|Ask|Send|Remind|Escalate|Tell|Instruct|Await) /);
    }
    const found = tasks.flatMap(([name, { Arguments }]) => {
      const { step } = Object(Arguments?.['Payload']);
      return step === undefined ? [] : [[step, name]];
    });
    expect(Object.fromEntries(found)).toEqual(steps);
    expect(tasks).toHaveLength(Object.keys(steps).length + 2);
  });

  test.each(Object.keys(steps))('its function knows how to "%s"', async (step) => {
    const event = { step, reward: 7, generation: 1, now: '2027-02-01T00:00:00Z', execution: 'x' };
    // It goes as far as the table, which is not there.
    await expect(handler(event)).rejects.toThrow('the environment lacks TABLE_NAME');
    await expect(handler({ ...event, step: `${step} twice` })).rejects.not.toThrow('the environment');
  });

  test('reminders, escalation and expiry are ways of their own', () => {
    const ways = (state(machine, 'Is it approved?').Choices ?? []).map(({ Comment, Next }) => [Comment, Next]);
    expect(ways).toEqual([
      ['Nobody has been asked', 'Ask the approvers'],
      ['Not yet', 'Await approval'],
      ['A code was spent for nothing', 'Send another code'],
      ['Undecided: remind', 'Remind the approvers'],
      ['Undecided: ask deputies', 'Escalate to the deputies'],
      ['The time is over', 'Tell that it expired'],
      ['No', 'Tell of the rejection'],
      ['Yes', instruct],
      ['The alumnus declined', 'Declined'],
      ['A rule forbids it by now', 'Thank without a reward'],
    ]);
  });

  test('whatever asks comes back to the stock, as does every wait', () => {
    for (const name of ['Ask the approvers', 'Send another code', 'Remind the approvers', 'Escalate to the deputies'])
      expect(state(machine, name).Next).toBe(stock);
    const waits = states.filter(([, each]) => isWait(each));
    expect(waits.map(([name, { Next, Catch }]) => [name, Next, ...(Catch ?? []).map((caught) => caught.Next)])).toEqual(
      [
        ['Await approval', stock, stock],
        ['Await confirmation', payoutStock, payoutStock],
      ],
    );
  });

  test('the stock that says so counts the wait; what waits shows it as the input of its state', () => {
    for (const name of [stock, payoutStock]) {
      expect(state(machine, name).Assign).toEqual({
        round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}',
      });
      expect(state(machine, name).Output).toBe('{% $states.result.Payload %}');
    }
  });

  test('waiting for the approval and for the payout ends within the year that an execution may last', () => {
    // Whoever waits looks as often as it reminds, so each may end so much later.
    const { approval, payout } = policy.rewards;
    const longest = [approval.window, approval.remindEvery, payout.window, payout.remindEvery].map(secondsOf);
    const { TimeoutSeconds } = machines[machine] ?? {};
    expect(longest.reduce((sum, each) => sum + each, 0)).toBeLessThan(TimeoutSeconds ?? 0);
  });
});
