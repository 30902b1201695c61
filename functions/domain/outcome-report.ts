import * as z from 'zod/mini';
import { countryCode } from './employment.ts';
import { ahead, employeeId, faultsOf, instant, isAhead, type ParsedReport } from './report.ts';

/**
 * What came of a contribution, as the HR system or the CRM reports it, and that a reward was paid, as the payout system
 * confirms. Amounts are in the currency's smallest unit.
 */

/** What the HR system and the CRM report. */
export const outcomeTypes = ['referral.hired', 'referral.not-hired', 'referral.left', 'lead.won', 'lead.lost'] as const;
/** What the payout system reports. */
export const payoutTypes = ['payout.confirmed'] as const;

const date = z.iso.date();
/** Far above what any of them comes to, and far below what whole numbers can hold when they are summed up. */
const most = 10 ** 13;
const amount = z.int().check(z.minimum(0), z.maximum(most));
/** Its number, as the mails about it say. */
const contribution = z.int().check(z.minimum(1), z.maximum(999_999));
const about = z.strictObject({ contribution });
const payout = z.string().check(z.regex(/^payout-[1-9]\d{0,5}$/, 'must be the id of a payout, such as payout-7'));

const Hired = z.strictObject({
  contribution,
  /** The first day of work. */
  on: date,
  /** In which they are employed: its law decides about a reward. */
  country: countryCode,
  /** Whose they are from now on: with it a departure within the holding period is noticed. */
  employeeId: z.optional(employeeId),
  /** What an agency would have cost, where the policy's amount is not right. */
  agencyFee: z.optional(amount),
});

export const OutcomeReport = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('referral.hired'), timestamp: instant, data: Hired }),
  z.strictObject({ type: z.literal('referral.not-hired'), timestamp: instant, data: about }),
  z.strictObject({ type: z.literal('referral.left'), timestamp: instant, data: about }),
  z.strictObject({
    type: z.literal('lead.won'),
    timestamp: instant,
    data: z.strictObject({ contribution, on: date, revenue: amount.check(z.minimum(1)) }),
  }),
  z.strictObject({ type: z.literal('lead.lost'), timestamp: instant, data: about }),
  z.strictObject({
    type: z.literal('payout.confirmed'),
    timestamp: instant,
    data: z.strictObject({ payout, on: date }),
  }),
]);
export type OutcomeReport = z.infer<typeof OutcomeReport>;

/**
 * Reads a report of an outcome or a payout.
 * @param input parsed JSON
 * @param now the time of receipt; what is to happen more than a day later has not happened
 */
export function parseOutcome(input: unknown, now: string): ParsedReport<OutcomeReport> {
  const result = z.safeParse(OutcomeReport, input);
  if (!result.success) return { ok: false, faults: faultsOf(result.error) };
  const { data } = result.data;
  if ('on' in data && isAhead(`${data.on}T00:00:00Z`, now)) return { ok: false, faults: [ahead('data.on')] };
  return { ok: true, report: result.data };
}

/** The number of the contribution that a payout is for. */
export function payoutNumber(id: string): number {
  return Number(id.slice('payout-'.length));
}
