import { describe, expect, it } from 'vitest';
import {
  alsoTelling,
  type Contribution,
  contributionKinds,
  takeStockOfNews,
  telling,
  toldNews,
} from '../../functions/domain/contribution.ts';
import { contributionDue } from '../../functions/domain/contribution-due.ts';
import { noteOutcome } from '../../functions/domain/contribution-outcome.ts';
import { confirmCandidate, enterCandidate } from '../../functions/domain/contribution-submission.ts';
import { confirmPayout } from '../../functions/domain/reward-payout.ts';
import {
  after,
  done,
  duplicate,
  entered,
  firstEntry,
  given,
  hiredWord,
  qualified,
  sent,
  submitted,
  wonWord,
} from './contribution-samples.ts';
import { on, policy } from './samples.ts';

/** An execution tells everything; what happens meanwhile comes between a mail and the note of it. */
function tellAll(
  first: Contribution,
  meanwhile: Readonly<Record<number, (now: Contribution) => Contribution>> = {},
): { mails: string[]; now: Contribution } {
  const mails: string[] = [];
  let now = first;
  for (let turn = 0; turn < 12; turn += 1) {
    const { outcome, write } = takeStockOfNews(now, 'a', given);
    now = after(now, write);
    const mailed = now;
    const news = mailed.news.find((each) => each === outcome);
    if (!news) break;
    mails.push(`${news} of ${mailed.entries ?? 0}, ${mailed.status}`);
    now = meanwhile[turn]?.(now) ?? now;
    now = after(now, toldNews(now, news, mailed).write);
  }
  return { mails, now };
}

describe('what is to be told', () => {
  it.each(contributionKinds)('of a %s is told once', (kind) => {
    const { mails, now } = tellAll(submitted(kind));
    expect(mails).toHaveLength(1);
    expect(now.news).toEqual([]);
    expect(now).not.toHaveProperty('teller');
    expect(toldNews(submitted(kind), 'outcome', submitted(kind)).write?.contribution.news).toEqual(
      submitted(kind).news,
    );
  });

  it('stays to be told where the status changed between the mail and its note', () => {
    const won = (now: Contribution) => done(now, (one) => noteOutcome(one, wonWord, given));
    const duplicateOne = tellAll(duplicate());
    expect(duplicateOne.mails).toEqual(['outcome of 0, duplicate', 'owner of 0, duplicate']);
    const hires = (now: Contribution) => done(now, (one) => noteOutcome(one, hiredWord, given));
    const confirmedOne = done(entered(), (now) => confirmCandidate(now, firstEntry, given));
    const told = { ...confirmedOne, news: ['recruiter' as const] };
    expect(tellAll(told, { 0: hires }).mails).toEqual([
      'recruiter of 1, waits for the hire',
      'recruiter of 1, waits for the holding period',
      'outcome of 1, waits for the holding period',
    ]);
    // Told of the hire when it qualifies: they hear of that too.
    const hired = hires(told);
    const qualifies = (now: Contribution) =>
      done(now, (one) => contributionDue(one, { date: '2027-06-30' }, on('2027-06-30')));
    expect(tellAll({ ...hired, news: ['outcome'] }, { 0: qualifies }).mails).toEqual([
      'outcome of 1, waits for the holding period',
      'outcome of 1, qualified',
    ]);
    expect(tellAll(submitted('lead'), { 0: won }).mails.at(-1)).toBe('outcome of 0, qualified');
  });

  it('stays to be told where another candidate entered their data meanwhile', () => {
    const again = (now: Contribution) =>
      done(
        now,
        (one) => contributionDue(one, { date: '2027-02-15' }, on('2027-02-15')),
        (one) => enterCandidate(one, on('2027-02-15')),
      );
    const { mails, now } = tellAll({ ...entered(), news: ['candidate'] }, { 0: again });
    expect(mails).toEqual(['candidate of 1, waits for the confirmation', 'candidate of 2, waits for the confirmation']);
    expect(now.news).toEqual([]);
  });

  it('is each thing once, and another beside it', () => {
    const { contribution } = telling(submitted('lead'), ['owner', 'outcome'], given);
    expect(contribution).toMatchObject({ news: ['owner', 'outcome'], rounds: 2 });
    expect(alsoTelling({ contribution }, 'withdrawal').contribution.news).toEqual(['owner', 'outcome', 'withdrawal']);
  });

  it('of a payment is told by an execution of its own, whether or not the reward’s waits still', () => {
    for (const waiting of [sent(), { ...sent(), isAwaited: true, taskToken: 'token-7' }]) {
      const { write } = confirmPayout(waiting, '2027-02-03', given);
      expect(write?.contribution.news).toContain('payment');
      expect(write?.consequences).toContainEqual({
        kind: 'start contribution',
        contribution: 7,
        round: waiting.rounds + 1,
      });
    }
  });
});

describe('of two executions that tell', () => {
  const first = done(submitted('lead'), (now) => takeStockOfNews(now, 'a', given));
  const later = (minutes: number) => ({ now: `2027-02-01T03:${minutes}:00Z`, policy });

  it('one goes on, and the other ends', () => {
    expect(first.teller).toEqual({ execution: 'a', until: '2027-02-01T03:10:00Z' });
    expect(takeStockOfNews(first, 'b', given)).toEqual({ outcome: 'told by another' });
    expect(takeStockOfNews(first, 'a', given).outcome).toBe('owner');
  });

  it('the one that goes on tells what came meanwhile', () => {
    const came = done(first, (now) => noteOutcome(now, wonWord, given));
    expect(tellAll(came).mails).toEqual(['owner of 0, qualified', 'outcome of 0, qualified']);
  });

  it('the other takes over after ten minutes of silence', () => {
    expect(takeStockOfNews(first, 'b', later(10)).write?.contribution.teller).toEqual({
      execution: 'b',
      until: '2027-02-01T03:20:00Z',
    });
  });

  it('the last to find nothing says how it stands, and leaves nothing behind', () => {
    const told = { ...first, news: [] };
    expect(takeStockOfNews(told, 'b', given)).toEqual({ outcome: 'waits for the deal' });
    expect(takeStockOfNews(told, 'a', given).write?.contribution).not.toHaveProperty('teller');
    expect(takeStockOfNews({ ...qualified('lead'), news: [] }, 'a', given)).toEqual({ outcome: 'qualified' });
  });
});
