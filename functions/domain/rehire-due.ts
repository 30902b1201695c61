import { isExpired } from './approval.ts';
import type { Given, PersonFile } from './decision.ts';
import { carriedOn, isOpen, line, openApproval, type Rehire, type RehireDecision, type RehireNews } from './rehire.ts';
import { expired } from './rehire-approval.ts';
import { hasLeftAgain, settling, started, tasksToTell, told, withTasksOn } from './rehire-start.ts';
import { ended, looked, moved, rulesFor } from './rehire-waits.ts';
import { dateAfter, type PlainDate } from './time.ts';

/** What the calendar does with a rehire: reminders, the first day, check-ins, and the end of each wait. */

export type RehireDueOutcome =
  | 'reminded'
  | 'went on without a talk'
  | 'expired'
  | 'lapsed'
  | 'started'
  | 'asked'
  | 'completed'
  | 'left again'
  | 'nothing due';

/** @param date the one that is swept */
export function rehireDue(
  rehire: Rehire,
  date: PlainDate,
  { person, profile }: PersonFile,
  given: Given,
): RehireDecision<RehireDueOutcome> {
  const { status, due, since, offer } = rehire;
  const { talkWithin, offerWithin } = given.policy.rehire;
  if (!isOpen(rehire) || !due || due > date) return { outcome: 'nothing due' };
  const timeline = (what: string) => [line(rehire, what, 'calendar', given)];
  switch (status) {
    case 'waits for HR':
    case 'waits for the decision': {
      const open = openApproval(rehire);
      if (!open || !isExpired(open.approval, rulesFor(open.approval.about, given.policy), given)) break;
      const write = expired(rehire, open.approval, given);
      // Its execution should have done so, and cannot have: another tells.
      return { outcome: 'expired', write: carriedOn(write, [], given) };
    }
    case 'waits for the talk':
      if (dateAfter(since, talkWithin) > date) return reminded(rehire, date, 'talk', given);
      return {
        outcome: 'went on without a talk',
        write: moved(
          rehire,
          { rehire: { talk: 'not held' }, timeline: timeline('informal talk not held in time') },
          'waits for the decision',
          profile,
          given,
        ),
      };
    case 'waits for the offer':
      if (dateAfter(since, offerWithin) > date) return reminded(rehire, date, 'offer needed', given);
      return { outcome: 'expired', write: ended(rehire, { timeline: timeline('no offer in time') }, 'expired', given) };
    case 'waits for the answer':
      if (offer && date <= offer.answerBy) return reminded(rehire, date, 'offer', given);
      return { outcome: 'lapsed', write: ended(rehire, { timeline: timeline('offer not answered') }, 'lapsed', given) };
    case 'onboarding': {
      if (offer && offer.startsOn <= date) return { outcome: 'started', write: started(rehire, offer.startsOn, given) };
      const changed = withTasksOn(rehire, date, given);
      return { outcome: 'reminded', write: told({ rehire: changed }, tasksToTell(changed), given) };
    }
    case 'started':
      if (!hasLeftAgain(person, rehire, date)) return settling(rehire, date, given);
      return {
        outcome: 'left again',
        write: ended(rehire, { timeline: timeline('left again') }, 'left again', given),
      };
    default:
  }
  const later = looked(rehire, given);
  return { outcome: 'nothing due', ...(later.due !== due && { write: { rehire: later } }) };
}

function reminded(rehire: Rehire, date: PlainDate, news: RehireNews, given: Given): RehireDecision<RehireDueOutcome> {
  const changed = looked({ ...rehire, reminded: [...rehire.reminded, date] }, given);
  return { outcome: 'reminded', write: carriedOn({ rehire: changed }, [news], given) };
}

/** Somebody was erased: nothing comes of it any more, and nobody is written to about them but who has a task. */
export function endOfErased(rehire: Rehire, given: Given): RehireDecision<'erased'> {
  return isOpen(rehire) ? { outcome: 'erased', write: ended(rehire, {}, 'erased', given) } : { outcome: 'erased' };
}
