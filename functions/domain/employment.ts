import * as z from 'zod/mini';

/** Kinds of contract: 正社員, 契約社員, パート, 派遣, インターン, 業務委託. */
export const contractKinds = ['permanent', 'fixed-term', 'part-time', 'agency', 'intern', 'freelance'] as const;
export type ContractKind = (typeof contractKinds)[number];

/** Reasons that are a departure. `unknown` waits for HR. */
export const leavingReasons = [
  'career',
  'founding',
  'study',
  'relocation',
  'pregnancy',
  'childbirth',
  'childcare',
  'family-care',
  'health',
  'personal',
  'retirement',
  'end-of-contract',
  'redundancy',
  'dismissal',
  'misconduct',
] as const;

/** Reasons under which nobody leaves the company: 定年再雇用, 転籍, 契約変更, 同日再入社, 死亡. */
export const stayingReasons = ['re-employment', 'transfer', 'contract-change', 'same-day-rehire', 'death'] as const;

export const reasons = [...leavingReasons, ...stayingReasons, 'unknown'] as const;
export type Reason = (typeof reasons)[number];

/** Never excluded, and the wish to return is asked (育児・介護休業法27条). */
export const protectedReasons: ReadonlySet<Reason> = new Set(['pregnancy', 'childbirth', 'childcare', 'family-care']);

const staying: ReadonlySet<Reason> = new Set(stayingReasons);

/** Whether a reason means that the person stays, so that there is no departure. */
export function isStaying(reason: Reason): boolean {
  return staying.has(reason);
}

const known: ReadonlySet<string> = new Set(reasons);

/** Reads an HR system's reason category; one that Okaeri does not know waits for HR. */
export function reasonOf(category: string): Reason {
  return isReason(category) ? category : 'unknown';
}

function isReason(category: string): category is Reason {
  return known.has(category);
}

/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a two-letter country code, such as JP'));
