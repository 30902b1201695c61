import { approvalEnds, firstAsked } from './approval.ts';
import { type Given, today } from './decision.ts';
import type { Policy } from './policy.ts';
import type { ApprovalRules } from './policy-approval.ts';
import { addressesOf, isOneOf, type Profile } from './profile.ts';
import {
  type ApprovalAbout,
  carriedOn,
  openApproval,
  type Rehire,
  type RehireApproval,
  type RehireEnd,
  type RehireNews,
  type RehireWait,
  type RehireWrite,
  rehireWaits,
  woken,
} from './rehire.ts';
import { taskLooksOn, withTasksOff } from './rehire-tasks.ts';
import { dateAfter, dateOf, type PlainDate } from './time.ts';

/** From one wait of a rehire to the next, or to its end. */

/** Who must hear of a wait as it begins; approvers are asked besides. */
const newsOf: Readonly<Record<RehireWait, readonly RehireNews[]>> = {
  'waits for HR': [],
  'waits for the talk': ['talk'],
  'waits for the decision': [],
  'waits for the offer': ['offer needed'],
  'waits for the answer': ['offer'],
  onboarding: ['welcome', 'tasks', 'staff'],
  started: ['come back', 'staff'],
};

/** Who must hear of an end. What the alumnus ended themselves, nobody writes to them about. */
const newsOfEnd: Readonly<Record<RehireEnd, readonly RehireNews[]>> = {
  'conditions not met': ['end'],
  'not offered': ['end'],
  expired: ['end', 'staff'],
  withdrawn: ['staff'],
  declined: ['staff'],
  lapsed: ['end', 'staff'],
  cancelled: ['end'],
  'left again': ['staff'],
  erased: [],
  completed: ['staff'],
};

/** Who decides about something, and in what time. */
export function rulesFor(about: ApprovalAbout, { rehire }: Policy): ApprovalRules {
  return rehire[about];
}

/** Two people must agree before HR overrides a condition. */
const needed: Readonly<Record<ApprovalAbout, number>> = { override: 2, decision: 1 };

/**
 * A rehire as it enters a wait: approvers are asked where they decide.
 * @param profile whose it is: nobody decides on their own return
 */
export function entering(rehire: Rehire, wait: RehireWait, profile: Profile | undefined, given: Given): Rehire {
  const { now, policy } = given;
  const about = wait === 'waits for HR' ? 'override' : wait === 'waits for the decision' ? 'decision' : undefined;
  const entered: Rehire = { ...rehire, status: wait, since: today(given), reminded: [] };
  if (!about) return looked(entered, given);
  const rules = rulesFor(about, policy);
  const addresses = addressesOf(profile);
  const barred = rules.approvers.filter(({ email }) => isOneOf(email, addresses)).map(({ id }) => id);
  const approval: RehireApproval = { about, ...firstAsked(rules, { needed: needed[about], barred }, now) };
  return looked({ ...entered, approvals: [...rehire.approvals, approval] }, given);
}

/** The wait after the conditions hold, or were overridden: first the talk, where it is wanted. */
export function firstWait({ wantsTalk }: Pick<Rehire, 'wantsTalk'>): RehireWait {
  return wantsTalk ? 'waits for the talk' : 'waits for the decision';
}

/** Goes on to the next wait. */
export function moved(
  before: Rehire,
  change: Omit<RehireWrite, 'rehire' | 'consequences'> & { rehire?: Partial<Rehire> },
  wait: RehireWait,
  profile: Profile | undefined,
  given: Given,
): RehireWrite {
  const rehire = entering({ ...before, ...change.rehire }, wait, profile, given);
  return attended(before, { ...change, rehire }, newsOf[wait], given);
}

/** Ends it: nothing is left open. */
export function ended(
  before: Rehire,
  change: Omit<RehireWrite, 'rehire' | 'consequences'> & { rehire?: Partial<Rehire> },
  end: RehireEnd,
  given: Given,
): RehireWrite {
  const { due: _, status, ...rest } = { ...before, ...change.rehire };
  const isStarted = status === 'started';
  const tasks = withTasksOff(rest.tasks, end === 'cancelled' || !isStarted);
  const isTold = tasks.some(({ mail }) => mail === 'off');
  const endedIn = rehireWaits.find((wait) => wait === status);
  const rehire: Rehire = {
    ...rest,
    // What was to be told of before is told no more; but who started is here again, and what they answered HR reads.
    news: rest.news.filter(
      (each) => (each === 'come back' && end === 'completed') || (each === 'answer' && end !== 'erased'),
    ),
    status: end,
    tasks,
    checkIns: rest.checkIns.map((checkIn) =>
      checkIn.status === 'answered' ? checkIn : { ...checkIn, status: 'closed' as const },
    ),
    endedOn: today(given),
    ...(endedIn && { endedIn }),
  };
  const revert: RehireNews[] = end === 'cancelled' && isStarted ? ['become an alumnus again'] : [];
  return attended(
    before,
    { ...change, rehire },
    [...revert, ...(isTold ? ['tasks' as const] : []), ...newsOfEnd[end]],
    given,
  );
}

/** The execution that asks approvers goes on itself; else a new one does. */
function attended(before: Rehire, write: RehireWrite, news: readonly RehireNews[], given: Given): RehireWrite {
  return openApproval(before) ? woken(write, news, given) : carriedOn(write, news, given);
}

/** The rehire with the date on which the calendar looks at it next. */
export function looked(rehire: Rehire, given: Given): Rehire {
  const { due: _, ...rest } = rehire;
  const next = looksOn(rehire, given).toSorted()[0];
  return next ? { ...rest, due: next } : rest;
}

function looksOn(rehire: Rehire, given: Given): PlainDate[] {
  const { policy } = given;
  const { remindEvery, talkWithin, offerWithin, answerWithin } = policy.rehire;
  const { status, since, reminded, offer, tasks, checkIns } = rehire;
  const reminder = dateAfter(reminded.at(-1) ?? since, remindEvery);
  const ofTasks = tasks.flatMap((task) => taskLooksOn(task, policy));
  switch (status) {
    case 'waits for HR':
    case 'waits for the decision':
      return overdueFrom(rehire, given);
    case 'waits for the talk':
      return [reminder, dateAfter(since, talkWithin)];
    case 'waits for the offer':
      return [reminder, dateAfter(since, offerWithin)];
    case 'waits for the answer':
      return offer ? [reminder, dateAfter(offer.answerBy, 'P1D')] : [];
    case 'onboarding':
      return offer ? [offer.startsOn, ...ofTasks] : [];
    case 'started': {
      const planned = checkIns.filter(({ status }) => status === 'planned').map(({ on }) => on);
      const last = checkIns.at(-1);
      return [...ofTasks, ...planned, ...(last ? [dateAfter(last.on, answerWithin)] : [])];
    }
    default:
      return [];
  }
}

/** An execution closes an approval by itself; where it has failed, the calendar does, a while later. */
function overdueFrom(rehire: Rehire, given: Given): PlainDate[] {
  const open = openApproval(rehire);
  if (!open) return [];
  const ends = approvalEnds(open.approval, rulesFor(open.approval.about, given.policy), given);
  return [dateAfter(dateOf(ends, given.policy.company.timeZone), 'P14D')];
}
