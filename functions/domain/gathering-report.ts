import { attendanceIn } from './attendance.ts';
import type { Given } from './decision.ts';
import { dateOfGathering, type Gathering, type GatheringStatus } from './gathering.ts';
import { type GatheringMoney, moneyOf } from './gathering-ledger.ts';
import { datesOf } from './gathering-plan.ts';
import type { LedgerEntry } from './ledger.ts';
import { shareOf } from './money.ts';
import { type Count, countOf, type Room } from './room.ts';
import { type Rsvp, type SurveySum, sumOfSurvey } from './rsvp.ts';

/** What became of a gathering, in numbers: who was asked, who came, what it cost, what they said of it. */

export type GatheringReport = GatheringMoney & {
  gathering: number;
  status: GatheringStatus;
  invited: number;
  answered: { yes: number; no: number; notYet: number };
  attending: Count;
  /** A place is kept for them until they accept. */
  offered: Count;
  waiting: Count;
  /** Once it has begun. Walk-ins were not on the list, and are among the heads. */
  came?: Count & { walkIns: number; countedBy: 'check-in' | 'places' };
  /** Once it is over: people with a place of whose party nobody came. */
  noShows?: number;
  currency: string;
  /** Once it is over. */
  survey?: SurveySum & { average?: string };
};

type Known = {
  gathering: Gathering;
  /** None before anybody could answer. */
  room: Room | undefined;
  /** Who was invited. */
  invitees: readonly unknown[];
  /** Theirs. */
  rsvps: readonly Rsvp[];
  /** What is booked for it. */
  ledger: readonly LedgerEntry[];
};

/** Puts together what is known of a gathering at a time. */
export function reportOf({ gathering, room, invitees, rsvps, ledger }: Known, given: Given): GatheringReport {
  const { number, status } = gathering;
  const stage = stageOf(gathering, given);
  const yes = rsvps.filter(({ answer }) => answer === 'yes').length;
  const arrivals = room && arrivalsIn(room, stage);
  return {
    gathering: number,
    status,
    invited: invitees.length,
    answered: { yes, no: rsvps.length - yes, notYet: invitees.length - rsvps.length },
    attending: countOf(room, 'attending'),
    offered: countOf(room, 'offered'),
    waiting: countOf(room, 'waiting'),
    ...arrivals,
    currency: given.policy.company.currency,
    ...moneyOf(gathering, ledger, arrivals?.came?.heads, given),
    ...(stage === 'after' && { survey: surveyOf(rsvps) }),
  };
}

type Stage = 'before' | 'during' | 'after';

function stageOf(gathering: Gathering, given: Given): Stage {
  const { status, plan, done } = gathering;
  if (!plan || (status !== 'announced' && status !== 'over')) return 'before';
  const date = dateOfGathering(gathering, given);
  const { start, end } = datesOf(plan, given.policy);
  if (status === 'over' || done.thanked || date > end) return 'after';
  return date >= start ? 'during' : 'before';
}

/** Who came; while it goes on, only those who have been checked in. */
function arrivalsIn(room: Room, stage: Stage): Pick<GatheringReport, 'came' | 'noShows'> {
  if (stage === 'before') return {};
  const { walkIns } = room;
  const { came, missed, heads, countedBy } = attendanceIn(room, { isOver: stage === 'after' });
  const arrivals = { people: came.length, heads, walkIns, countedBy };
  return { came: arrivals, ...(stage === 'after' && { noShows: missed.length }) };
}

function surveyOf(rsvps: readonly Rsvp[]): NonNullable<GatheringReport['survey']> {
  const sum = sumOfSurvey(rsvps);
  const points = sum.ratings.reduce((total, many, index) => total + many * (index + 1), 0);
  const tenths = shareOf(points * 10, sum.answers);
  const average = `${String(tenths).slice(0, -1)}.${tenths % 10}`;
  return { ...sum, ...(sum.answers > 0 && { average }) };
}
