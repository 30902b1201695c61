import * as z from 'zod/mini';
import { type Consequence, type Given, resume } from './decision.ts';
import { EditionContent, type Finding } from './edition-content.ts';
import { scan } from './leak-scan.ts';
import { DecidedBy, type Obstacle, obstacle, type ReviewAnswer } from './review.ts';
import { dateOf, type Instant, instantAfter, type PlainDate } from './time.ts';

/** A piece of programme news. It goes out only when its classification is shareable and a reviewer approved it. */

export const Edition = z.strictObject({
  /** 第○号: counts from 1. */
  number: z.int(),
  /** Rises with every decision. */
  version: z.int(),
  /** `not reviewed`: nobody decided in time. */
  status: z.enum(['in review', 'approved', 'refused', 'not reviewed', 'withdrawn']),
  content: EditionContent,
  /** Of the file: submitted again while it is in review or approved, it is the same edition. */
  digest: z.string(),
  submittedAt: z.string(),
  /** Of the rules that were followed last. */
  policyVersion: z.string(),
  decidedAt: z.optional(z.string()),
  decidedBy: z.optional(DecidedBy),
  note: z.optional(z.string()),
  /** Written by the state machine when it parks. */
  taskToken: z.optional(z.string()),
});
export type Edition = z.infer<typeof Edition>;
export type EditionStatus = Edition['status'];

/** What a reviewer's code is about, and what their execution is called. */
export function reviewMatter(number: number): string {
  return `edition-${number}`;
}

/** What a decision about an edition writes. */
export type EditionWrite = { edition: Edition; consequences?: readonly Consequence[] };
export type EditionDecision<Outcome extends string> = { outcome: Outcome; write?: EditionWrite };

export type SubmitOutcome = 'submitted' | 'already so' | Obstacle;

/** Whether an approved edition may still be told, by the rules of today. */
export function mayBeTold({ status, content }: Edition, given: Given): boolean {
  return status === 'approved' && obstacle(content, scan(content, given.policy), given) === undefined;
}

/**
 * Submits an edition for review.
 * @param editions those there are, newest first
 * @param digest a hash of the file
 */
export function submitEdition(
  editions: readonly Edition[],
  { content, digest }: { content: EditionContent; digest: string },
  given: Given,
): EditionDecision<SubmitOutcome> & { findings: Finding[]; same?: Edition } {
  const findings = scan(content, given.policy);
  const refused = obstacle(content, findings, given);
  if (refused) return { outcome: refused, findings };
  const same = editions.find(
    (known) => known.digest === digest && (known.status === 'in review' || known.status === 'approved'),
  );
  if (same) return { outcome: 'already so', findings, same };
  const [newest] = editions;
  const edition: Edition = {
    number: (newest?.number ?? 0) + 1,
    version: 0,
    status: 'in review',
    content,
    digest,
    submittedAt: given.now,
    policyVersion: given.policy.version,
  };
  const consequences: Consequence[] = [{ kind: 'start review', edition: edition.number }];
  return { outcome: 'submitted', findings, write: { edition, consequences } };
}

/** `over`: it was decided otherwise before, or withdrawn. */
export type ReviewOutcome = 'approved' | 'refused' | 'already so' | Obstacle | 'over';

/** The reviewer's decision. The scan is repeated, since the rules may have changed since the submission. */
export function reviewEdition(edition: Edition, answer: ReviewAnswer, given: Given): EditionDecision<ReviewOutcome> {
  const status = answer.decision === 'approve' ? 'approved' : 'refused';
  if (edition.status !== 'in review') return { outcome: edition.status === status ? 'already so' : 'over' };
  const refused = obstacle(edition.content, scan(edition.content, given.policy), given);
  if (status === 'approved' && refused) return { outcome: refused };
  const { note, by } = answer;
  return { outcome: status, write: settled({ ...edition, ...(note && { note }) }, status, by, given) };
}

/** Takes an edition back: whoever has not had it does not get it any more. */
export function withdrawEdition(edition: Edition, given: Given): EditionDecision<'withdrawn' | 'already so' | 'over'> {
  if (edition.status === 'withdrawn') return { outcome: 'already so' };
  if (edition.status !== 'in review' && edition.status !== 'approved') return { outcome: 'over' };
  return { outcome: 'withdrawn', write: settled(edition, 'withdrawn', 'cli', given) };
}

/** What a wait for the reviewer ends with. */
export function remindOfReview(edition: Edition, given: Given): 'remind' | 'window over' | 'settled' {
  if (edition.status !== 'in review') return 'settled';
  return Date.parse(reviewEnd(edition, given)) <= Date.parse(given.now) ? 'window over' : 'remind';
}

/** Closes a review that nobody answered; an answer that came first wins. */
export function closeReview(edition: Edition, given: Given): EditionDecision<'closed' | 'settled'> {
  if (edition.status !== 'in review') return { outcome: 'settled' };
  return { outcome: 'closed', write: settled(edition, 'not reviewed', 'calendar', given) };
}

/** When the review of an edition ends. */
function reviewEnd({ submittedAt }: Edition, { policy }: Given): Instant {
  return instantAfter(submittedAt, policy.review.window, policy.company.timeZone);
}

/** The last date on which the reviewer's word counts. */
export function reviewBy(edition: Edition, given: Given): PlainDate {
  const end = new Date(Date.parse(reviewEnd(edition, given)) - 1);
  return dateOf(end.toISOString(), given.policy.company.timeZone);
}

/** Settles the review once; a withdrawal afterwards finds no execution waiting. */
function settled(edition: Edition, status: EditionStatus, by: DecidedBy, { now, policy }: Given): EditionWrite {
  const { taskToken, ...rest } = edition;
  const wasOpen = edition.status === 'in review';
  return {
    edition: { ...rest, status, decidedAt: now, decidedBy: by, policyVersion: policy.version },
    consequences: wasOpen ? resume({ id: reviewMatter(edition.number), taskToken }) : [],
  };
}
