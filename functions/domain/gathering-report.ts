import { attendanceIn } from './attendance.ts';
import type { Given } from './decision.ts';
import { dateOfGathering, type Gathering, type GatheringStatus } from './gathering.ts';
import { type GatheringMoney, moneyOf } from './gathering-ledger.ts';
import { datesOf } from './gathering-plan.ts';
import type { LedgerEntry } from './ledger.ts';
import { shareOf } from './money.ts';
import type { Place, Room } from './room.ts';
import { type Rsvp, type SurveySum, sumOfSurvey } from './rsvp.ts';

/** What became of a gathering, in numbers: who was asked, who came, what it cost, what they said of it. */

/** People are those who were invited; heads count whom they bring, too. */
type Count = { people: number; heads: number };

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
  guests: readonly unknown[];
  /** Theirs. */
  rsvps: readonly Rsvp[];
  /** What is booked for it. */
  ledger: readonly LedgerEntry[];
};

/** Puts together what is known of a gathering at a time. */
export function reportOf({ gathering, room, guests, rsvps, ledger }: Known, given: Given): GatheringReport {
  const { number, status } = gathering;
  const stage = stageOf(gathering, given);
  const yes = rsvps.filter(({ answer }) => answer === 'yes').length;
  const arrivals = room && arrivalsIn(room, stage);
  return {
    gathering: number,
    status,
    invited: guests.length,
    answered: { yes, no: rsvps.length - yes, notYet: guests.length - rsvps.length },
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

function countOf(room: Room | undefined, status: Place['status']): Count {
  const parties = Object.values(room?.places ?? {}).filter((place) => place.status === status);
  return { people: parties.length, heads: parties.reduce((sum, { party }) => sum + party, 0) };
}

/** Who came; while it goes on, only those who have been checked in. */
function arrivalsIn(room: Room, stage: Stage): Pick<GatheringReport, 'came' | 'noShows'> {
  if (stage === 'before') return {};
  const { walkIns } = room;
  const parties = Object.values(room.places).flatMap(({ status, came }) =>
    status === 'attending' && came ? [came] : [],
  );
  const isChecked = walkIns > 0 || parties.length > 0;
  const countedBy = isChecked || stage === 'during' ? 'check-in' : 'places';
  if (stage === 'during') {
    const heads = parties.reduce((sum, came) => sum + came, walkIns);
    return { came: { people: parties.length, heads, walkIns, countedBy } };
  }
  const { came, missed, heads } = attendanceIn(room);
  return { came: { people: came.length, heads, walkIns, countedBy }, noShows: missed.length };
}

function surveyOf(rsvps: readonly Rsvp[]): NonNullable<GatheringReport['survey']> {
  const sum = sumOfSurvey(rsvps);
  const points = sum.ratings.reduce((total, many, index) => total + many * (index + 1), 0);
  const tenths = shareOf(points * 10, sum.answers);
  const average = `${String(tenths).slice(0, -1)}.${tenths % 10}`;
  return { ...sum, ...(sum.answers > 0 && { average }) };
}
