import * as z from 'zod/mini';
import { hasTenure } from './eligibility.ts';
import { protectedReasons } from './employment.ts';
import type { LiveStint, Person } from './person.ts';
import type { Policy } from './policy.ts';
import { dateAfter, type PlainDate } from './time.ts';

/** 復帰条件: what must hold for somebody to come back. All are checked, so that each that does not hold is named. */

export const returnKinds = ['permanent', 'fixed-term', 'part-time', 'freelance'] as const;
/** Kinds of contract on which somebody may come back, where the policy allows them: 正社員, 契約社員, パート, 業務委託. */
export const ReturnKind = z.enum(returnKinds);
export type ReturnKind = z.infer<typeof ReturnKind>;

export const conditions = ['contract', 'tenure', 'least time away', 'longest time away', 'reason', 'returns'] as const;
export type Condition = (typeof conditions)[number];

export const ConditionResult = z.strictObject({
  condition: z.enum(conditions),
  holds: z.boolean(),
  /** Waiting alone makes it hold: from this date on. */
  holdsFrom: z.optional(z.iso.date()),
});
export type ConditionResult = z.infer<typeof ConditionResult>;

type Limits = Pick<Policy['returnConditions'], 'leastTimeAway' | 'longestTimeAway' | 'leastTenure'>;

/** The kinds that the policy allows, in its order of them. */
export function allowedKinds({ returnConditions }: Policy): ReturnKind[] {
  return returnKinds.filter((kind) => returnConditions.contracts[kind] !== undefined);
}

/** The limits for a kind: its own, and the general ones where it has none. */
export function limitsOf(kind: ReturnKind, { returnConditions }: Policy): Limits {
  const { leastTimeAway, longestTimeAway, leastTenure } = returnConditions;
  const own = returnConditions.contracts[kind];
  return {
    leastTimeAway: own?.leastTimeAway ?? leastTimeAway,
    longestTimeAway: own?.longestTimeAway ?? longestTimeAway,
    leastTenure: own?.leastTenure ?? leastTenure,
  };
}

/** Who would come back: by which stint they are an alumnus, and how often they came back before. */
export type Returner = { stint: LiveStint; returns: number };

/** How often somebody came back before. */
export function returnsOf({ stints }: Person): number {
  return stints.filter(({ status }) => status === 'rehired').length;
}

/**
 * Checks the conditions.
 * @param kind of contract that they would like
 * @param dates `asked`: today; `from`: the day on which they would begin, on which they have been away for longer
 */
export function checkConditions(
  { stint, returns }: Returner,
  kind: ReturnKind,
  { asked, from }: { asked: PlainDate; from: PlainDate },
  policy: Policy,
): ConditionResult[] {
  const { excludedReasons, mostReturns } = policy.returnConditions;
  const limits = limitsOf(kind, policy);
  const awayFor = dateAfter(stint.lastDay, limits.leastTimeAway);
  const excluded: readonly string[] = excludedReasons;
  const isExcluded = !protectedReasons.has(stint.facts.reason) && excluded.includes(stint.facts.reason);
  return [
    { condition: 'contract', holds: allowedKinds(policy).includes(kind) },
    { condition: 'tenure', holds: hasTenure(stint.hireDate, stint.lastDay, limits.leastTenure) },
    awayFor <= from
      ? { condition: 'least time away', holds: true }
      : { condition: 'least time away', holds: false, holdsFrom: awayFor },
    { condition: 'longest time away', holds: asked <= dateAfter(stint.lastDay, limits.longestTimeAway) },
    { condition: 'reason', holds: !isExcluded },
    { condition: 'returns', holds: returns < mostReturns },
  ];
}

/** Those that do not hold. */
export function unmet(results: readonly ConditionResult[]): ConditionResult[] {
  return results.filter(({ holds }) => !holds);
}

/** Other kinds of contract for which every condition would hold: what somebody may ask for instead. */
export function otherKinds(
  returner: Returner,
  kind: ReturnKind,
  dates: { asked: PlainDate; from: PlainDate },
  policy: Policy,
): ReturnKind[] {
  return allowedKinds(policy).filter(
    (other) => other !== kind && unmet(checkConditions(returner, other, dates, policy)).length === 0,
  );
}
