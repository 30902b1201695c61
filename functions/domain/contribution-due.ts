import { type Contribution, type ContributionDecision, isWaiting, telling } from './contribution.ts';
import { qualified, settled } from './contribution-outcome.ts';
import { answerDue, lapsesOn, waitsAgain } from './contribution-submission.ts';
import type { Given } from './decision.ts';
import type { Person } from './person.ts';
import type { PlainDate } from './time.ts';

/** What the calendar does with a contribution. */

/**
 * The sweep brings a date: the holding period is over, an answer is reminded of, or nothing came for too long.
 * @param hired the person who was hired, where they are known
 */
export function contributionDue(
  contribution: Contribution,
  { date, hired }: { date: PlainDate; hired?: Person | undefined },
  given: Given,
): ContributionDecision<
  'qualified' | 'left' | 'reminded' | 'lapsed' | 'screened again' | 'not confirmed' | 'nothing due'
> {
  const { status, due, reward, hire } = contribution;
  if (!due || due > date) return { outcome: 'nothing due' };
  if (status === 'waits for the holding period' && hire) {
    const isGone = hired?.stints.some(
      ({ status, lastDay }) =>
        status !== 'cancelled' && status !== 'no departure' && lastDay <= hire.holdsUntil && lastDay >= hire.on,
    );
    if (!isGone) return { outcome: 'qualified', write: qualified(contribution, hire.holdsUntil, given) };
    return { outcome: 'left', write: settled({ ...contribution, because: 'left' }, 'not qualified', date, given) };
  }
  if (status === 'waits for the confirmation') {
    return { outcome: 'not confirmed', write: { contribution: waitsAgain(contribution, given) } };
  }
  if (reward?.status === 'put off') {
    const { due: _, ...rest } = contribution;
    const again = { ...reward, status: 'to be screened' as const, generation: reward.generation + 1 };
    return {
      outcome: 'screened again',
      write: {
        contribution: { ...rest, reward: again },
        consequences: [{ kind: 'start reward', reward: contribution.number, generation: again.generation }],
      },
    };
  }
  if (!isWaiting(contribution)) return { outcome: 'nothing due' };
  const lapses = lapsesOn(contribution, given);
  if (lapses <= date) return { outcome: 'lapsed', write: settled(contribution, 'lapsed', date, given) };
  // The policy keeps contributions for longer than it did.
  if (status !== 'waits for the answer')
    return { outcome: 'nothing due', write: { contribution: { ...contribution, due: lapses } } };
  const reminded = { ...contribution, reminded: [...contribution.reminded, date] };
  return { outcome: 'reminded', write: telling({ ...reminded, due: answerDue(reminded, given) }, ['owner'], given) };
}
