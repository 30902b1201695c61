import { describe, expect, test } from 'vitest';
import {
  type ContributionStatus,
  contributionStatuses,
  News,
  takeStockOfNews,
  toldNews,
} from '../../functions/domain/contribution.ts';
import { noteOutcome, withdrawCandidate } from '../../functions/domain/contribution-outcome.ts';
import { confirmCandidate, enterCandidate } from '../../functions/domain/contribution-submission.ts';
import { confirmPayout } from '../../functions/domain/reward-payout.ts';
import { handler } from '../../functions/rewards/contribution-steps.ts';
import { after, done, duplicate, given, hiredWord, sent, submitted } from '../domain/contribution-samples.ts';
import { machines } from '../infra/assembly.ts';
import { follow, play, state } from './walk.ts';

const machine = 'okaeri-contribution';
const takeStock = 'Take stock of the contribution';
const question = 'Who must hear of it?';

const steps: Record<News, string> = {
  invitation: 'Send the invitation to forward',
  candidate: 'Ask the candidate to confirm',
  recruiter: 'Tell the recruiter',
  withdrawal: 'Tell that the candidate withdrew',
  owner: 'Ask the owner',
  outcome: 'Tell the alumnus what came of it',
  payment: 'Tell the alumnus of the payment',
};

const ends: Record<ContributionStatus | 'told by another' | 'unknown', string> = {
  'waits for the candidate': 'Waits for the candidate',
  'waits for the confirmation': 'Waits for the confirmation',
  'waits for the hire': 'Waits for the hire',
  'waits for the holding period': 'Waits for the holding period',
  'waits for the deal': 'Waits for the deal',
  'waits for the answer': 'Waits for the answer',
  qualified: 'Qualified',
  'not qualified': 'Not qualified',
  duplicate: 'Duplicate',
  lapsed: 'Lapsed',
  'told by another': 'Told by another',
  unknown: 'Unknown',
};

const states = Object.entries(machines[machine]?.States ?? {});

describe('the stock of a contribution', () => {
  test.each(Object.entries({ ...steps, ...ends }))('"%s" leads to: %s', (outcome, to) => {
    expect(follow(machine, takeStock, outcome)).toBe(to);
  });

  test('the question names each thing that a stock may say, once', () => {
    const named = (state(machine, question).Choices ?? []).flatMap(({ Condition }) =>
      JSON.parse(/\[.*\]/.exec(Condition)?.[0] ?? '[]'),
    );
    expect(named.sort()).toEqual([...News.options, ...contributionStatuses, 'told by another'].sort());
  });
});

describe('the graph of a contribution', () => {
  test.each(states)('"%s" says what it is', (_, { Comment }) => {
    expect(Comment).toMatch(/^[A-Z].*[.?]$/);
  });

  test.each(Object.entries(steps))('what tells of the "%s" is followed by the stock', (step, name) => {
    const { Arguments, Next, Catch, Assign } = state(machine, name);
    expect(Arguments?.['Payload']).toMatchObject({ step });
    expect({ Next, Catch, Assign }).toEqual({ Next: takeStock });
  });

  test('it waits for nobody: what a contribution waits for may take years', () => {
    const tasks = states.flatMap(([name, { Type }]) => (Type === 'Task' ? [name] : []));
    expect(tasks.sort()).toEqual([takeStock, ...Object.values(steps)].sort());
    expect(machines[machine]?.TimeoutSeconds).toBe(2 * 24 * 60 * 60);
  });

  test.each(['take stock', ...Object.keys(steps)])('its function knows how to "%s"', async (step) => {
    const event = { step, contribution: 7, now: '2027-02-01T00:00:00Z', execution: 'an-execution' };
    // It goes as far as the table, which is not there.
    await expect(handler(event)).rejects.toThrow('the environment lacks TABLE_NAME');
    await expect(handler({ ...event, step: `${step} twice` })).rejects.not.toThrow('the environment');
  });
});

describe('an execution of a contribution', () => {
  /** Tells what is to be told, as the domain notes it. */
  const told = (contribution = submitted('feedback'), execution = 'first') => {
    let now = contribution;
    const entered = play(machine, (name) => {
      const news = News.options.find((each) => steps[each] === name);
      if (!news) {
        const { outcome, write } = takeStockOfNews(now, execution, given);
        now = after(now, write);
        return outcome;
      }
      now = after(now, toldNews(now, news, now).write);
      return 'told';
    });
    return { now, mails: entered.filter((name) => Object.values(steps).includes(name)), end: entered.at(-1) };
  };

  test('a referral: the invitation; then the candidate; then the recruiter; then what came of it', () => {
    const invited = told(submitted('referral'));
    expect([invited.mails, invited.end]).toEqual([[steps.invitation], 'Waits for the candidate']);
    const entered = told(done(invited.now, (now) => enterCandidate(now, given)));
    expect([entered.mails, entered.end]).toEqual([[steps.candidate], 'Waits for the confirmation']);
    const isOther = { entry: 1, isKnown: false, isSelf: false };
    const applied = told(done(entered.now, (now) => confirmCandidate(now, isOther, given)));
    expect([applied.mails, applied.end]).toEqual([[steps.recruiter], 'Waits for the hire']);
    const withdrawn = told(done(applied.now, (now) => withdrawCandidate(now, 1, given)));
    expect([withdrawn.mails, withdrawn.end]).toEqual([[steps.outcome, steps.withdrawal], 'Not qualified']);
    const hired = told(done(applied.now, (now) => noteOutcome(now, hiredWord, given)));
    expect([hired.mails, hired.end]).toEqual([[steps.outcome], 'Waits for the holding period']);
  });

  test('a lead and feedback: the owner', () => {
    expect(told(submitted('lead'))).toMatchObject({ mails: [steps.owner], end: 'Waits for the deal' });
    expect(told()).toMatchObject({ mails: [steps.owner], end: 'Waits for the answer' });
  });

  test('who came second hears so', () => {
    expect(told(duplicate())).toMatchObject({ mails: [steps.outcome, steps.owner], end: 'Duplicate' });
  });

  test('a payment, however long after the reward’s own execution', () => {
    const paid = done({ ...sent(), news: [] }, (now) => confirmPayout(now, '2029-02-03', given));
    expect(told(paid)).toMatchObject({ mails: [steps.payment], end: 'Qualified' });
  });

  test('while another execution is at it, it leaves that alone', () => {
    const begun = after(submitted('lead'), takeStockOfNews(submitted('lead'), 'first', given).write);
    expect(told(begun, 'second')).toMatchObject({ mails: [], end: 'Told by another' });
    expect(told(begun, 'first')).toMatchObject({ mails: [steps.owner], end: 'Waits for the deal' });
  });

  test('when everything was told by another execution, it ends', () => {
    expect(told({ ...submitted('lead'), news: [] })).toMatchObject({ mails: [], end: 'Waits for the deal' });
  });
});
