import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCandidate, takeCandidate, takeConfirmation } from '../../functions/adapters/candidates.ts';
import { takeContribution } from '../../functions/adapters/contributing.ts';
import { wordsOf } from '../../functions/adapters/contribution-words.ts';
import { decideOnContribution, readContributions } from '../../functions/adapters/contributions.ts';
import { partition } from '../../functions/adapters/erasing.ts';
import { programme } from '../../functions/adapters/table.ts';
import type { News } from '../../functions/domain/contribution.ts';
import { noteOutcome, withdrawCandidate } from '../../functions/domain/contribution-outcome.ts';
import { confirmPayout } from '../../functions/domain/reward-payout.ts';
import { receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { handler } from '../../functions/rewards/contribution-steps.ts';
import { alumnus } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { dyingAtEveryCall, expectOneMail } from './reward-crashes.ts';
import {
  applied,
  bookedFor,
  candidateOf,
  contributed,
  contributionOf,
  day,
  given,
  instructed,
  now,
  referral,
  rewardOf,
} from './reward-steps.ts';

/** What is contributed, and word of it, may die before or after any call. Sent again, it is one contribution and one mail. */
useOwnTable();
const aws = useFaultyAws();

/** What relay is to start about a contribution. */
async function startsOf(number: number, kind: 'start contribution' | 'start reward'): Promise<number> {
  let found = 0;
  for await (const { sk, data } of partition(programme)) {
    const about = data?.[kind === 'start reward' ? 'reward' : 'contribution'];
    found += Number(sk.startsWith('CONSEQUENCE#') && data?.['kind'] === kind && about === number);
  }
  return found;
}

/** A candidate has entered their data, and not confirmed it. */
async function entered(): Promise<number> {
  const number = await referral();
  await takeCandidate(number, candidateOf(), given);
  return number;
}

describe('a death at any call', () => {
  it('takes a form once', async () => {
    const calls = await dyingAtEveryCall(
      aws,
      async () => ({ person: await alumnus(), form: randomUUID(), company: `Company ${randomUUID()}` }),
      ({ person, form, company }) =>
        takeContribution(person, { kind: 'lead', form, company, text: 'Please.', wantsReward: true }, given),
      async ({ person }) => {
        const [words, ...more] = await wordsOf(person);
        expect(more).toEqual([]);
        const number = words?.contribution ?? 0;
        // Not a duplicate of itself.
        expect(await contributionOf(number)).toMatchObject({ person, status: 'waits for the deal' });
        expect(await startsOf(number, 'start contribution')).toBe(1);
        expect((await readContributions(1000)).filter((found) => found.person === person)).toHaveLength(1);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(6);
  });

  it('takes a candidate once', async () => {
    await dyingAtEveryCall(
      aws,
      async () => ({ number: await referral(), person: candidateOf() }),
      ({ number, person }) => takeCandidate(number, person, given),
      async ({ number, person }) => {
        expect(await contributionOf(number)).toMatchObject({ status: 'waits for the confirmation', entries: 1 });
        expect(await readCandidate(number)).toMatchObject({ ...person, entry: 1 });
        expect(await startsOf(number, 'start contribution')).toBe(2);
      },
    );
  });

  it('takes their confirmation once', async () => {
    await dyingAtEveryCall(
      aws,
      entered,
      (number) => takeConfirmation(number, 1, given),
      async (number) => {
        expect(await contributionOf(number)).toMatchObject({ status: 'waits for the hire' });
        expect(await readCandidate(number)).toMatchObject({ confirmedAt: now });
        expect(await startsOf(number, 'start contribution')).toBe(3);
      },
    );
  });

  it('takes the word that a lead was won once: one return, one reward', async () => {
    await dyingAtEveryCall(
      aws,
      () => contributed('lead'),
      (contribution) => {
        const data = { contribution, on: day, revenue: 900 };
        return receiveOutcome({ type: 'lead.won', timestamp: now, data }, { now });
      },
      async (number) => {
        expect(await rewardOf(number)).toMatchObject({ status: 'to be screened' });
        expect(await startsOf(number, 'start reward')).toBe(1);
        expect(await bookedFor(number)).toMatchObject([{ kind: 'lead revenue', amount: 900 }]);
      },
    );
  });

  it('deletes a candidate’s data with the word that they were hired', async () => {
    await dyingAtEveryCall(
      aws,
      () => applied(),
      (contribution) => {
        const data = { contribution, on: day, country: 'JP', employeeId: `E${contribution}` };
        return receiveOutcome({ type: 'referral.hired', timestamp: now, data }, { now });
      },
      async (number) => {
        expect(await contributionOf(number)).toMatchObject({ status: 'waits for the holding period' });
        expect(await readCandidate(number)).toBeUndefined();
      },
    );
  });
});

type Told = { news: News; prepare: () => Promise<number>; mail: string; about: 'alumnus' | 'programme' };
const withdrawn = async () => {
  const number = await applied();
  await decideOnContribution(number, (one) => withdrawCandidate(one, 1, given));
  return number;
};
const paid = async () => {
  const number = await instructed('webhook');
  await decideOnContribution(number, (one) => confirmPayout(one, day, given));
  return number;
};
const found = async (isOfUse: boolean) => {
  const number = await contributed('feedback');
  await decideOnContribution(number, (one) => noteOutcome(one, { what: 'answered', isOfUse }, given));
  return number;
};
const told: Told[] = [
  { news: 'invitation', prepare: () => referral(), mail: 'contribution-invitation_#', about: 'alumnus' },
  { news: 'candidate', prepare: entered, mail: 'candidate-receipt_#-1', about: 'programme' },
  { news: 'withdrawal', prepare: withdrawn, mail: 'candidate-withdrawal_#', about: 'programme' },
  { news: 'payment', prepare: paid, mail: 'reward-news_#-1-paid', about: 'alumnus' },
  { news: 'recruiter', prepare: () => applied(), mail: 'contribution-recruiter_#', about: 'programme' },
  { news: 'owner', prepare: () => contributed('lead'), mail: 'contribution-owner_#-0', about: 'programme' },
  { news: 'owner', prepare: () => contributed('feedback'), mail: 'contribution-owner_#-0', about: 'programme' },
  { news: 'outcome', prepare: () => found(true), mail: 'contribution-outcome_#-qualified', about: 'alumnus' },
  { news: 'outcome', prepare: () => found(false), mail: 'contribution-outcome_#-not-qualified', about: 'alumnus' },
];

describe.each(told)('word to $news with a death at any call', ({ news, prepare, mail, about }) => {
  it(`is one mail ${mail}`, async () => {
    const calls = await dyingAtEveryCall(
      aws,
      prepare,
      (contribution) => handler({ step: news, contribution, now, execution: 'one' }),
      async (number, { pending }) => {
        const contribution = await contributionOf(number);
        const whose = about === 'alumnus' ? contribution.person : programme;
        await expectOneMail(aws, whose, mail.replace('#', String(number)), pending);
        expect(contribution.news).not.toContain(news);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(6);
  });
});
