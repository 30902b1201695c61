import { type Given, today } from './decision.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Person } from './person.ts';
import {
  carriedOn,
  isOpen,
  line,
  type Rehire,
  type RehireDecision,
  type RehireNews,
  type RehireWrite,
} from './rehire.ts';
import { type DoneBy, type TaskKind, taskOn } from './rehire-tasks.ts';
import { ended, looked, moved } from './rehire-waits.ts';
import type { CheckInAnswer, RehireWords } from './rehire-words.ts';
import { dateAfter, type PlainDate } from './time.ts';

/** From the tasks before the first day to the last check-in. */

/** Somebody says that a task is done. */
export function finishTask(
  rehire: Rehire,
  kind: TaskKind,
  by: DoneBy,
  given: Given,
): RehireDecision<'done' | 'already so' | 'over'> {
  const task = rehire.tasks.find((each) => each.kind === kind);
  if (task?.status === 'done') return { outcome: 'already so' };
  if (task?.status !== 'open') return { outcome: 'over' };
  const { mail: _, ...rest } = task;
  const finished = { ...rest, status: 'done' as const, doneOn: today(given), by };
  const tasks = rehire.tasks.map((each) => (each.kind === kind ? finished : each));
  const timeline = [line(rehire, `${kind} done`, 'hr', given)];
  return { outcome: 'done', write: { rehire: looked({ ...rehire, tasks }, given), timeline } };
}

/** The first day has come: they are here again, and what that saved is booked. */
export function started(rehire: Rehire, startsOn: PlainDate, given: Given): RehireWrite {
  const { policy } = given;
  const checkIns = policy.rehire.checkIns.map((after) => ({
    on: dateAfter(startsOn, after),
    status: 'planned' as const,
  }));
  const timeline = [line(rehire, 'started', 'calendar', given)];
  const bookings = saved(rehire, startsOn, given);
  return moved(rehire, { rehire: { checkIns, booked: bookings }, timeline, bookings }, 'started', undefined, given);
}

/** What an agency would have cost. */
function saved({ number, offer, cohort }: Rehire, on: PlainDate, { policy }: Given): LedgerEntry[] {
  const amount = offer ? policy.rehire.agencyFee[offer.kind] : 0;
  if (amount === 0) return [];
  return [
    {
      id: `rehire-${number}-return`,
      on,
      kind: 'agency fee avoided',
      amount,
      currency: policy.company.currency,
      about: { rehire: number },
      cohort,
    },
  ];
}

/** The company calls it off. Who had started already is an alumnus again, and what was booked is taken back. */
export function cancelRehire(rehire: Rehire, given: Given): RehireDecision<'cancelled' | 'already so' | 'over'> {
  if (rehire.status === 'cancelled') return { outcome: 'already so' };
  if (!isOpen(rehire)) return { outcome: 'over' };
  const bookings = (rehire.booked ?? []).map((entry) => ({
    ...entry,
    id: `${entry.id}-cancelled`,
    on: today(given),
    amount: 0 - entry.amount,
  }));
  const timeline = [line(rehire, 'called off', 'hr', given)];
  return { outcome: 'cancelled', write: ended(rehire, { timeline, bookings }, 'cancelled', given) };
}

/** Whether somebody who came back has left again by a date. */
export function hasLeftAgain({ stints }: Person, { stint }: Rehire, date: PlainDate): boolean {
  return stints.some(
    ({ number, status, lastDay }) =>
      number > stint && status !== 'cancelled' && status !== 'no departure' && lastDay <= date,
  );
}

/** What the calendar does with somebody who has started: check-ins are asked, and after the last one it is complete. */
export function settling(
  rehire: Rehire,
  date: PlainDate,
  given: Given,
): RehireDecision<'asked' | 'completed' | 'reminded'> {
  const { answerWithin } = given.policy.rehire;
  const last = rehire.checkIns.at(-1);
  if (!last || dateAfter(last.on, answerWithin) <= date) {
    return { outcome: 'completed', write: completed(rehire, given) };
  }
  const isDue = rehire.checkIns.some(({ on, status }) => status === 'planned' && on <= date);
  // One that was missed closes with the next; only the newest is asked.
  const newest = rehire.checkIns.findLastIndex(({ on }) => on <= date);
  const checkIns = rehire.checkIns.map((checkIn, index) => {
    if (checkIn.on > date || checkIn.status === 'answered') return checkIn;
    return { ...checkIn, status: index === newest ? ('asked' as const) : ('closed' as const) };
  });
  const changed = withTasksOn({ ...rehire, checkIns }, date, given);
  return {
    outcome: isDue ? 'asked' : 'reminded',
    write: told({ rehire: changed }, [...(isDue ? ['check-in' as const] : []), ...tasksToTell(changed)], given),
  };
}

/** The tasks as the calendar finds them on a date. */
export function withTasksOn(rehire: Rehire, date: PlainDate, given: Given): Rehire {
  return looked({ ...rehire, tasks: rehire.tasks.map((task) => taskOn(task, date, given.policy)) }, given);
}

/** Has an execution tell it, where there is something to tell. */
export function told(write: RehireWrite, news: readonly RehireNews[], given: Given): RehireWrite {
  return news.length > 0 ? carriedOn(write, news, given) : write;
}

/** Whether an owner is to be told of a task. */
export function tasksToTell({ tasks }: Rehire): 'tasks'[] {
  return tasks.some(({ mail }) => mail !== undefined) ? ['tasks'] : [];
}

/** The owners were told. */
export function tasksTold(rehire: Rehire, seen: Rehire): Rehire {
  return {
    ...rehire,
    tasks: rehire.tasks.map((task) => {
      const { mail, ...rest } = task;
      const before = seen.tasks.find(({ kind }) => kind === task.kind);
      return mail === before?.mail && task.reminded.length === before?.reminded.length ? rest : task;
    }),
  };
}

function completed(rehire: Rehire, given: Given): RehireWrite {
  return ended(rehire, { timeline: [line(rehire, 'completed', 'calendar', given)] }, 'completed', given);
}

/** Takes what somebody says of their return; after the last check-in it is complete. */
export function answerCheckIn(
  rehire: Rehire,
  words: RehireWords,
  answer: CheckInAnswer,
  given: Given,
): RehireDecision<'answered' | 'already so' | 'over'> {
  const index = answer.checkIn - 1;
  const checkIn = rehire.checkIns[index];
  if (checkIn?.status === 'answered') return { outcome: 'already so' };
  if (rehire.status !== 'started' || checkIn?.status !== 'asked') return { outcome: 'over' };
  const checkIns = rehire.checkIns.map((each, at) => (at === index ? { ...each, status: 'answered' as const } : each));
  const answered = looked({ ...rehire, checkIns }, given);
  const after = { ...words, answers: [...words.answers, answer] };
  const timeline = [line(rehire, `check-in ${answer.checkIn} answered`, 'leaver', given)];
  if (index < checkIns.length - 1) {
    return { outcome: 'answered', write: carriedOn({ rehire: answered, words: after, timeline }, ['answer'], given) };
  }
  const done = [...timeline, line(rehire, 'completed', 'leaver', given)];
  const write = ended(answered, { words: after, timeline: done }, 'completed', given);
  return {
    outcome: 'answered',
    write: { ...write, rehire: { ...write.rehire, news: [...write.rehire.news, 'answer'] } },
  };
}
