import * as z from 'zod/mini';
import type { Budget } from './budget.ts';
import { type Consequence, type Given, resume } from './decision.ts';
import type { LedgerEntry } from './ledger.ts';
import { Reward } from './reward.ts';
import { instantAfter } from './time.ts';

/**
 * What an alumnus contributes, and what becomes of it: a referral, a lead or feedback. It holds no personal data, and
 * nothing that the alumnus wrote: that lies with the person, and a candidate's data by itself.
 */

export const contributionKinds = ['referral', 'lead', 'feedback'] as const;
export const ContributionKind = z.enum(contributionKinds);
export type ContributionKind = z.infer<typeof ContributionKind>;

/** What somebody must be told by mail; the contribution's execution does one after the other. */
export const News = z.enum(['invitation', 'owner', 'candidate', 'recruiter', 'withdrawal', 'outcome', 'payment']);
export type News = z.infer<typeof News>;

/**
 *   referral: waits for the candidate ⇄ waits for the confirmation → waits for the hire → waits for the holding period → qualified
 *   lead:     waits for the deal → qualified
 *   feedback: waits for the answer → qualified
 * From each wait to `not qualified`, and to `lapsed` when nothing came for too long. Whoever came second is a `duplicate`.
 */
export const contributionStatuses = [
  'waits for the candidate',
  'waits for the confirmation',
  'waits for the hire',
  'waits for the holding period',
  'waits for the deal',
  'waits for the answer',
  'qualified',
  'not qualified',
  'duplicate',
  'lapsed',
] as const;
export type ContributionStatus = (typeof contributionStatuses)[number];

export const Contribution = z.strictObject({
  number: z.int(),
  /** Rises with every decision. */
  version: z.int(),
  /** Whose it is. */
  person: z.string(),
  kind: ContributionKind,
  /** Of feedback: one of the policy's. */
  topic: z.optional(z.string()),
  /** Of a lead: about the alumnus's own company. */
  ownCompany: z.optional(z.boolean()),
  at: z.string(),
  submittedOn: z.iso.date(),
  /** The year in which the alumnus left: the ledger sums up by it. */
  cohort: z.string(),
  /** In which the alumnus was employed. */
  country: z.string(),
  /** They would like a reward, and say that their present employer's rules allow it; not asked where none could be promised. */
  wantsReward: z.boolean(),
  /** Counts who entered their data: a link of one is no link of the next. */
  entries: z.optional(z.int()),
  /** The candidate seems to be the alumnus. */
  isSelfReferral: z.optional(z.boolean()),
  status: z.enum(contributionStatuses),
  /** Why it is not qualified. */
  because: z.optional(z.enum(['not hired', 'left', 'lost', 'no use', 'withdrawn'])),
  hire: z.optional(
    z.strictObject({
      on: z.iso.date(),
      country: z.string(),
      /** Who was hired, where the HR system said so: whether they are here still. */
      person: z.optional(z.string()),
      holdsUntil: z.iso.date(),
    }),
  ),
  /** What it brought the company: the agency's fee that was avoided, or the revenue. In the currency's smallest unit. */
  worth: z.optional(z.int()),
  settledOn: z.optional(z.iso.date()),
  /** The date on which the sweep looks at it. */
  due: z.optional(z.iso.date()),
  /** Dates on which the owner of its topic was reminded. */
  reminded: z.array(z.iso.date()),
  /** What is to be told still. */
  news: z.array(News),
  /** The execution that is at it: another leaves it alone for a while. */
  teller: z.optional(z.strictObject({ execution: z.string(), until: z.string() })),
  /** Counts the executions that tell it. */
  rounds: z.int(),
  reward: z.optional(Reward),
  /** Counts the waits of the reward's executions. */
  waits: z.int(),
  /** The execution of the reward waits, or may begin to. */
  isAwaited: z.optional(z.boolean()),
  /** Of the execution that waits; relay hands it on. */
  taskToken: z.optional(z.string()),
  policyVersion: z.string(),
});
export type Contribution = z.infer<typeof Contribution>;

/** What a decision writes, all of it or nothing. */
export type ContributionWrite = {
  contribution: Contribution;
  consequences?: readonly Consequence[];
  /** The budget of the period, changed by it. */
  budget?: Budget;
  entries?: readonly LedgerEntry[];
};
export type ContributionDecision<Outcome extends string = string> = { outcome: Outcome; write?: ContributionWrite };

/** Whether something may still come of it. */
export function isWaiting({ status }: Contribution): boolean {
  return status.startsWith('waits');
}

/** Has an execution tell people something, each thing once. */
export function telling(contribution: Contribution, news: readonly News[], { policy }: Given): ContributionWrite {
  const rounds = contribution.rounds + 1;
  const { number } = contribution;
  return {
    contribution: {
      ...contribution,
      news: [...new Set([...contribution.news, ...news])],
      rounds,
      policyVersion: policy.version,
    },
    consequences: [{ kind: 'start contribution', contribution: number, round: rounds }],
  };
}

/** Longer than a step that tells takes. */
const tellWithin = 'PT10M';

/**
 * What an execution tells next; with nothing left, how the contribution stands. Of two executions one goes on: it finds
 * what came meanwhile.
 */
export function takeStockOfNews(
  contribution: Contribution,
  execution: string,
  { now, policy }: Given,
): ContributionDecision<News | ContributionStatus | 'told by another'> {
  const { teller, ...rest } = contribution;
  const [next] = contribution.news;
  const isMine = teller?.execution === execution;
  if (next === undefined) return { outcome: rest.status, ...(isMine && { write: { contribution: rest } }) };
  if (teller && !isMine && Date.parse(teller.until) > Date.parse(now)) return { outcome: 'told by another' };
  const until = instantAfter(now, tellWithin, policy.company.timeZone);
  return { outcome: next, write: { contribution: { ...rest, teller: { execution, until } } } };
}

/** What is told already by an execution that starts tells one thing more. */
export function alsoTelling(write: ContributionWrite, news: News): ContributionWrite {
  return { ...write, contribution: { ...write.contribution, news: [...write.contribution.news, news] } };
}

/**
 * Something was told.
 * @param mailed the contribution of which it told; what came of it since is told too
 */
export function toldNews(contribution: Contribution, news: News, mailed: Contribution): ContributionDecision<'noted'> {
  if (contribution.status !== mailed.status || contribution.entries !== mailed.entries) return { outcome: 'noted' };
  return {
    outcome: 'noted',
    write: { contribution: { ...contribution, news: contribution.news.filter((each) => each !== news) } },
  };
}

/** The reward's execution waits from now on; it is written, so that whoever wakes it knows. */
export function awaited(contribution: Contribution): ContributionWrite {
  return { contribution: { ...contribution, waits: contribution.waits + 1, isAwaited: true } };
}

/** Has the reward's execution, where it waits, look again. */
export function woken(write: ContributionWrite, { policy }: Given): ContributionWrite {
  const { isAwaited: _, taskToken, ...rest } = write.contribution;
  return {
    ...write,
    contribution: { ...rest, policyVersion: policy.version },
    consequences: [
      ...(write.consequences ?? []),
      ...resume({ id: `contribution-${write.contribution.number}`, taskToken }),
    ],
  };
}
