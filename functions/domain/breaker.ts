import * as z from 'zod/mini';
import type { Given } from './decision.ts';
import { dateBefore, dateOf, type Instant, type PlainDate } from './time.ts';

/** Stops outreach when too much mail comes back, before SES would; only a human lets it go on. */

/** Mails that went out, and what became of them. */
export const Counts = z.strictObject({ sent: z.number(), bounced: z.number(), complained: z.number() });
export type Counts = z.infer<typeof Counts>;

export const Breaker = z.strictObject({
  /** Counts releases: what was counted before one is behind. */
  round: z.int(),
  /** Open, it lets nothing through. */
  open: z.optional(z.strictObject({ at: z.string(), because: z.enum(['bounces', 'complaints']), counts: Counts })),
});
export type Breaker = z.infer<typeof Breaker>;

/** As it is before anything went wrong. */
export const closedBreaker: Breaker = { round: 1 };

/** The first date that still counts. */
export function countedFrom({ now, policy }: Given): PlainDate {
  return dateBefore(dateOf(now, policy.company.timeZone), policy.breaker.within);
}

/** The sum of the counts of several days. */
export function total(days: readonly Counts[]): Counts {
  return days.reduce(
    (sum, day) => ({
      sent: sum.sent + day.sent,
      bounced: sum.bounced + day.bounced,
      complained: sum.complained + day.complained,
    }),
    { sent: 0, bounced: 0, complained: 0 },
  );
}

/** One person alone stops nothing for all the others. */
const fewestBounces = 5;
const fewestComplaints = 2;

/** Opens the breaker where a rate is above the policy's; of too few mails a rate says nothing. */
export function judge(breaker: Breaker, counts: Counts, { now, policy }: Given): Breaker {
  const { sent, bounced, complained } = counts;
  const { leastMails, bounceRate, complaintRate } = policy.breaker;
  if (breaker.open || sent < leastMails) return breaker;
  const isAbove = (number: number, rate: number, fewest: number) => number >= fewest && number / sent > rate;
  const because = isAbove(bounced, bounceRate, fewestBounces)
    ? 'bounces'
    : isAbove(complained, complaintRate, fewestComplaints)
      ? 'complaints'
      : undefined;
  return because ? { ...breaker, open: { at: now, because, counts } } : breaker;
}

/**
 * Lets outreach go on, by a human's word about one opening.
 * @param round which one: a link that was used before releases nothing later
 */
export function release(breaker: Breaker, round: number): Breaker {
  return breaker.open && breaker.round === round ? { round: round + 1 } : breaker;
}

/** Once a week while it is open somebody is told again. */
export function weekOfOpening(at: Instant, now: Instant): number {
  return Math.floor((Date.parse(now) - Date.parse(at)) / (7 * 86_400_000));
}
