import * as z from 'zod/mini';
import { approvalFields } from './approval.ts';
import { type Consequence, type Entry, type Given, resume } from './decision.ts';
import { LedgerEntry } from './ledger.ts';
import { RehireTask } from './rehire-tasks.ts';
import type { RehireWords } from './rehire-words.ts';
import { ConditionResult, ReturnKind } from './return-conditions.ts';

/**
 * 復帰: one alumnus's way back, as an employee or freelance. It holds no personal data: what people wrote, and the terms of
 * the offer, lie with the person.
 */

/** What an execution does next about it: somebody is told, or the person's own record follows. */
export const RehireNews = z.enum([
  'receipt',
  'talk',
  'offer needed',
  'offer',
  'welcome',
  'come back',
  'become an alumnus again',
  'tasks',
  'check-in',
  'answer',
  'staff',
  'end',
]);
export type RehireNews = z.infer<typeof RehireNews>;

/**
 *   (waits for HR, where a condition does not hold) → (waits for the talk) → waits for the decision → waits for the offer
 *     → waits for the answer → onboarding → started → completed
 * From each wait to an end: see `ends`.
 */
export const rehireWaits = [
  'waits for HR',
  'waits for the talk',
  'waits for the decision',
  'waits for the offer',
  'waits for the answer',
  'onboarding',
  'started',
] as const;
export const rehireEnds = [
  /** Nobody of HR overrode it. */
  'conditions not met',
  /** The recruiter said no. */
  'not offered',
  /** The company did not decide, or made no offer, in time. */
  'expired',
  /** The alumnus took it back. */
  'withdrawn',
  /** The alumnus did not take the offer. */
  'declined',
  /** The alumnus did not answer the offer in time. */
  'lapsed',
  /** The start was called off. */
  'cancelled',
  /** They left again before they had settled in. */
  'left again',
  /** Their data is gone. */
  'erased',
  'completed',
] as const;
export type RehireWait = (typeof rehireWaits)[number];
export type RehireEnd = (typeof rehireEnds)[number];
const RehireStatus = z.enum([...rehireWaits, ...rehireEnds]);
export type RehireStatus = z.infer<typeof RehireStatus>;

/** Whether HR overrides a condition, or whether an offer is made. */
export const ApprovalAbout = z.enum(['override', 'decision']);
export type ApprovalAbout = z.infer<typeof ApprovalAbout>;
const RehireApproval = z.strictObject({ about: ApprovalAbout, ...approvalFields });
export type RehireApproval = z.infer<typeof RehireApproval>;

const CheckIn = z.strictObject({
  /** The day on which it is asked. */
  on: z.iso.date(),
  status: z.enum(['planned', 'asked', 'answered', 'closed']),
});
export type CheckIn = z.infer<typeof CheckIn>;

export const Rehire = z.strictObject({
  number: z.int(),
  /** Rises with every decision. */
  version: z.int(),
  /** Whose it is, and the stint by which they are an alumnus. */
  person: z.string(),
  stint: z.int(),
  /** The year in which they left: the ledger sums up by it. */
  cohort: z.string(),
  at: z.string(),
  openedOn: z.iso.date(),
  openedBy: z.enum(['alumnus', 'HR']),
  /** What they would like. */
  kind: ReturnKind,
  from: z.optional(z.iso.date()),
  wantsTalk: z.boolean(),
  /** What each condition said when the case was opened. */
  conditions: z.array(ConditionResult),
  /** Other kinds of contract for which each would have held. */
  otherKinds: z.array(ReturnKind),
  status: RehireStatus,
  /** The wait in which it is, since that day. */
  since: z.iso.date(),
  /** Days of this wait on which somebody was reminded. */
  reminded: z.array(z.iso.date()),
  /** The wait in which it ended. */
  endedIn: z.optional(z.enum(rehireWaits)),
  endedOn: z.optional(z.iso.date()),
  /** Each is a generation, the newest last; its codes are its own. */
  approvals: z.array(RehireApproval),
  talk: z.optional(z.enum(['held', 'not held'])),
  /** The newest offer; its terms lie with the person. */
  offer: z.optional(
    z.strictObject({
      revision: z.int(),
      kind: ReturnKind,
      startsOn: z.iso.date(),
      madeOn: z.iso.date(),
      /** The last date on which it may be accepted. */
      answerBy: z.iso.date(),
    }),
  ),
  tasks: z.array(RehireTask),
  checkIns: z.array(CheckIn),
  /** What was booked on the first day. */
  booked: z.optional(z.array(LedgerEntry)),
  /** The date on which the sweep looks at it. */
  due: z.optional(z.iso.date()),
  /** What is to be done still; one after the other. */
  news: z.array(RehireNews),
  /** Counts its executions: the newest goes on. */
  rounds: z.int(),
  /** Counts the waits of its executions. */
  waits: z.int(),
  /** An execution waits for approvers, or may begin to. */
  isAwaited: z.optional(z.boolean()),
  /** Of the execution that waits; relay hands it on. */
  taskToken: z.optional(z.string()),
  policyVersion: z.string(),
});
export type Rehire = z.infer<typeof Rehire>;

/** What a decision writes, all of it or nothing. */
export type RehireWrite = {
  rehire: Rehire;
  /** What is kept with the person, changed by it. */
  words?: RehireWords;
  /** Lines of the person's timeline. */
  timeline?: readonly Entry[];
  bookings?: readonly LedgerEntry[];
  consequences?: readonly Consequence[];
};
export type RehireDecision<Outcome extends string = string> = { outcome: Outcome; write?: RehireWrite };

const ends: ReadonlySet<RehireStatus> = new Set(rehireEnds);

/** Whether something may still come of it. */
export function isOpen({ status }: Pick<Rehire, 'status'>): boolean {
  return !ends.has(status);
}

/** The approval under way: its place in the list, from 1, is its generation. */
export function openApproval({
  status,
  approvals,
}: Pick<Rehire, 'status' | 'approvals'>): { approval: RehireApproval; generation: number } | undefined {
  const approval = approvals.at(-1);
  const about = status === 'waits for HR' ? 'override' : status === 'waits for the decision' ? 'decision' : undefined;
  return approval && approval.about === about ? { approval, generation: approvals.length } : undefined;
}

/** A rehire with one approval changed. */
export function withApproval(rehire: Rehire, generation: number, approval: RehireApproval): Rehire {
  return { ...rehire, approvals: rehire.approvals.map((each, index) => (index === generation - 1 ? approval : each)) };
}

/** Has a new execution do what is to be done; one that is under way leaves it to the new one. */
export function carriedOn(write: RehireWrite, news: readonly RehireNews[], { policy }: Given): RehireWrite {
  const { isAwaited: _, taskToken, ...rest } = write.rehire;
  const rounds = rest.rounds + 1;
  return {
    ...write,
    rehire: { ...rest, news: [...new Set([...rest.news, ...news])], rounds, policyVersion: policy.version },
    consequences: [
      ...(write.consequences ?? []),
      { kind: 'start rehire', rehire: rest.number, round: rounds },
      ...resume({ id: `rehire-${rest.number}`, taskToken }),
    ],
  };
}

/** Has the execution that asks approvers, where it waits, look again: it goes on with what is to be done. */
export function woken(write: RehireWrite, news: readonly RehireNews[], { policy }: Given): RehireWrite {
  const { isAwaited: _, taskToken, ...rest } = write.rehire;
  return {
    ...write,
    rehire: { ...rest, news: [...new Set([...rest.news, ...news])], policyVersion: policy.version },
    consequences: [...(write.consequences ?? []), ...resume({ id: `rehire-${rest.number}`, taskToken })],
  };
}

/**
 * Something was told or done.
 * @param seen the rehire of which it told: what another execution tells is its own
 */
export function toldOf(rehire: Rehire, news: RehireNews, seen: Rehire): RehireDecision<'noted'> {
  const isSame = rehire.status === seen.status && rehire.rounds === seen.rounds;
  if (!isSame) return { outcome: 'noted' };
  return { outcome: 'noted', write: { rehire: { ...rehire, news: rehire.news.filter((each) => each !== news) } } };
}

/** A line of the person's timeline. */
export function line({ stint, number }: Rehire, what: string, by: Entry['by'], { now, policy }: Given): Entry {
  return { at: now, what: `return ${number}: ${what}`, stint, by, policyVersion: policy.version };
}
