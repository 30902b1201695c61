import type { Contribution } from '../../functions/domain/contribution.ts';
import { instantOf } from '../time.ts';

/** What somebody contributed and what came of it, as their timeline tells it. */

/** `on`: of what is known by its day alone, which is told last of that day. */
export type ContributionLine = { at: string; on?: string; what: string; contribution: number };

/** The lines of somebody's contributions among all. */
export function timelineOfContributions(
  person: string,
  all: readonly Contribution[],
  timeZone: string,
): ContributionLine[] {
  return all
    .filter((contribution) => contribution.person === person)
    .flatMap(({ number: contribution, kind, at, status, because, settledOn, reward }) => {
      const onDay = (on: string | undefined, what: string): ContributionLine[] => {
        const end = on && instantOf(`${on} 23:59:59`, timeZone);
        return on && end ? [{ at: end, on, what: `contribution ${contribution}: ${what}`, contribution }] : [];
      };
      return [
        { at, what: `contribution ${contribution}: ${kind} sent in`, contribution },
        ...onDay(settledOn, because ? `${status} (${because})` : status),
        ...onDay(reward?.payout?.paidOn, 'reward paid'),
        ...onDay(reward?.clawedBackOn, 'reward claimed back'),
      ];
    });
}
