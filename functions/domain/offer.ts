import * as z from 'zod/mini';
import { ReturnKind } from './return-conditions.ts';
import type { PlainDate } from './time.ts';

/** What an offer must say, by the kind of contract; what is missing keeps it from being sent. */

/**
 * Terms of employment, as a 労働条件通知書 has them (労働基準法15条1項・労働基準法施行規則5条1項; the ranges of change, the limit of
 * renewals and 無期転換 since April 2024), and what counts of the earlier service.
 */
const employment = [
  'work',
  'range of work',
  'place',
  'range of places',
  'hours',
  'days off',
  'leave',
  'wage',
  'payment of wages',
  'pay rises',
  'leaving',
  'earlier service',
] as const;
/** Of a contract for a fixed period. */
const fixedPeriod = ['renewal', 'limit of renewals', 'conversion'] as const;
/** To who works part time or for a fixed period besides (パートタイム・有期雇用労働法6条1項, 同施行規則2条1項). */
const partTimeOrFixed = ['retirement allowance', 'bonus', 'whom to ask'] as const;
/** Of a commission to a freelancer (フリーランス・事業者間取引適正化等法3条1項, 公正取引委員会規則1条1項). */
const freelance = ['task', 'delivery', 'place of delivery', 'fee', 'payment day'] as const;
const inspection = ['inspection'] as const;
const notInCash = ['payment other than in cash'] as const;

export const termNames = [
  ...employment,
  ...fixedPeriod,
  ...partTimeOrFixed,
  ...freelance,
  ...inspection,
  ...notInCash,
] as const;
const TermName = z.enum(termNames);
export type TermName = z.infer<typeof TermName>;

/** Payment within 60 days of receipt, the day of receipt counted (フリーランス・事業者間取引適正化等法4条1項). */
export const mostDaysToPay = 60;

export const Offer = z.strictObject({
  kind: ReturnKind,
  startsOn: z.iso.date(),
  /** The last day of a contract for a fixed period. */
  until: z.optional(z.iso.date()),
  /** The receiving manager. */
  manager: z.email(),
  /** Freelance: what is delivered is inspected, or paid other than in cash; days to payment at most, that of receipt counted. */
  isInspected: z.optional(z.boolean()),
  isPaidOtherwise: z.optional(z.boolean()),
  daysToPay: z.optional(z.int().check(z.minimum(1))),
  /** In the alumnus's language. */
  terms: z.partialRecord(TermName, z.string()),
});
export type Offer = z.infer<typeof Offer>;

/** What an offer of its kind must say, in order. */
export function requiredTerms({ kind, until, isInspected, isPaidOtherwise }: Offer): TermName[] {
  if (kind === 'freelance') {
    return [...freelance, ...(isInspected ? inspection : []), ...(isPaidOtherwise ? notInCash : [])];
  }
  const isFixed = until !== undefined || kind === 'fixed-term';
  return [...employment, ...(isFixed ? fixedPeriod : []), ...(isFixed || kind === 'part-time' ? partTimeOrFixed : [])];
}

/** Why an offer cannot be sent. */
export type OfferFault =
  | { fault: 'missing'; term: TermName }
  /** A term that an offer of its kind has no place for. */
  | { fault: 'not of this kind'; term: TermName }
  | {
      fault:
        | 'no end'
        | 'ends before it starts'
        | 'starts too soon'
        | 'no days to pay'
        | 'pays too late'
        | 'kind not allowed';
    };

/**
 * What keeps an offer from being sent.
 * @param today nobody starts before tomorrow
 * @param allowed kinds of contract that the policy allows
 */
export function faultsOfOffer(offer: Offer, today: PlainDate, allowed: readonly ReturnKind[]): OfferFault[] {
  const { kind, startsOn, until, daysToPay, terms } = offer;
  const required = requiredTerms(offer);
  const optional: readonly TermName[] = kind === 'freelance' ? [] : partTimeOrFixed;
  const said = termNames.filter((name) => terms[name] !== undefined);
  return [
    ...(allowed.includes(kind) ? [] : [{ fault: 'kind not allowed' } as const]),
    ...(startsOn > today ? [] : [{ fault: 'starts too soon' } as const]),
    ...(kind === 'fixed-term' && !until ? [{ fault: 'no end' } as const] : []),
    ...(until && until < startsOn ? [{ fault: 'ends before it starts' } as const] : []),
    ...(kind === 'freelance' && daysToPay === undefined ? [{ fault: 'no days to pay' } as const] : []),
    ...(kind === 'freelance' && daysToPay !== undefined && daysToPay > mostDaysToPay
      ? [{ fault: 'pays too late' } as const]
      : []),
    ...required.filter((term) => !terms[term]?.trim()).map((term) => ({ fault: 'missing', term }) as const),
    ...said
      .filter((term) => !required.includes(term) && !optional.includes(term))
      .map((term) => ({ fault: 'not of this kind', term }) as const),
  ];
}
