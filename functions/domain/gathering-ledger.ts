import type { Given } from './decision.ts';
import type { Announced, Gathering } from './gathering.ts';
import { datesOf } from './gathering-plan.ts';
import { type LedgerEntry, ledgerSums, sumOf } from './ledger.ts';
import { shareOf } from './money.ts';
import type { PlainDate } from './time.ts';

/** What is booked for a gathering: its cost, and the fees that people paid at the door. */

/** With what every entry about a gathering begins. */
export function gatheringPrefix(number: number): string {
  return `gathering-${number}-`;
}

/** What a gathering cost, where that is known; else what it may cost. Nothing was planned for one that was cancelled. */
export function costOf({ cost, status, plan }: Gathering): number | undefined {
  return cost ?? (status === 'cancelled' ? undefined : plan?.budget);
}

/**
 * What is booked once a gathering is over: its cost and the fees paid at the door, on the day on which it ended.
 * @param heads alumni, guests and walk-ins who came; hosts pay nothing
 */
export function gatheringEntries(gathering: Announced, heads: number, given: Given): LedgerEntry[] {
  const { number, plan } = gathering;
  const on = datesOf(plan, given.policy).end;
  const { currency } = given.policy.company;
  const cost = correctionEntry([], costOf(gathering) ?? 0, { number, on, currency });
  const fees = (plan.fee ?? 0) * heads;
  return [
    ...(cost ? [{ ...cost, heads }] : []),
    ...(fees > 0
      ? [
          {
            id: `${gatheringPrefix(number)}fees`,
            on,
            kind: 'gathering fees' as const,
            amount: fees,
            currency,
            about: { gathering: number },
            heads,
          },
        ]
      : []),
  ];
}

/**
 * What must be booked so that a gathering's cost comes to the newest one. Its key counts what was booked before: of two
 * corrections made of the same entries only one is booked, and the other is made again.
 * @param entries those of the gathering, in any order
 * @returns nothing where they come to it already
 */
export function correctionEntry(
  entries: readonly LedgerEntry[],
  newCost: number,
  { number, on, currency }: { number: number; on: PlainDate; currency: string },
): LedgerEntry | undefined {
  const costs = entries.filter(({ kind }) => kind === 'gathering cost');
  const booked = sumOf(costs.filter((entry) => entry.currency === currency));
  if (booked + newCost === 0) return undefined;
  const suffix = costs.length === 0 ? '' : `-${costs.length + 1}`;
  return {
    id: `${gatheringPrefix(number)}cost${suffix}`,
    on,
    kind: 'gathering cost',
    amount: -newCost - booked,
    currency,
    about: { gathering: number },
  };
}

/** Whether a cost that becomes known is booked at once: what is to come books it otherwise. */
export function booksAtOnce({ status, done }: Gathering): boolean {
  return done.booked === true || status === 'cancelled';
}

/** What each head of a gathering cost, to the smallest unit; nothing where nobody came. */
export function costPerHead(cost: number, heads: number): number | undefined {
  return heads === 0 ? undefined : shareOf(cost, heads);
}

export type GatheringMoney = {
  cost?: { amount: number; by: 'what it cost' | 'budget'; booked: boolean };
  /** Paid at the door. */
  fees?: { amount: number; booked: boolean };
  costPerHead?: number;
};

/**
 * What is known of a gathering's money: what is booked, else what will be.
 * @param heads that came, once that is known
 */
export function moneyOf(
  gathering: Gathering,
  ledger: readonly LedgerEntry[],
  heads: number | undefined,
  { policy }: Given,
): GatheringMoney {
  const { plan, cost, done } = gathering;
  const kinds = ledgerSums(ledger).find(({ currency }) => currency === policy.company.currency)?.kinds ?? {};
  const [spent, paid] = [kinds['gathering cost'], kinds['gathering fees']];
  const booked = done.booked === true;
  const amount = spent === undefined ? costOf(gathering) : 0 - spent;
  const fees = paid ?? (plan?.fee && heads !== undefined ? plan.fee * heads : undefined);
  const each = amount === undefined || heads === undefined ? undefined : costPerHead(amount, heads);
  const by = cost === undefined ? 'budget' : 'what it cost';
  return {
    ...(amount !== undefined && { cost: { amount, by, booked: booked || spent !== undefined } }),
    ...(fees !== undefined && { fees: { amount: fees, booked: booked || paid !== undefined } }),
    ...(each !== undefined && { costPerHead: each }),
  };
}
