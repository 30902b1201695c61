import { announce } from './announcement.ts';
import type { HeldConsent } from './consent.ts';
import {
  closeQuestions,
  type Decision,
  entry,
  type Given,
  ofStint,
  type PersonFile,
  today,
  unlisted,
} from './decision.ts';
import type { DepartureReport } from './departure-report.ts';
import { bare, expireEvidence } from './erasure.ts';
import {
  identityOf,
  isNeeded,
  isNewer,
  isTombstone,
  nextNumber,
  type Person,
  type Place,
  rememberedUntil,
  type Stint,
  withStint,
} from './person.ts';
import { closed } from './question.ts';
import { dateAfter, type Instant, type PlainDate } from './time.ts';

/**
 * What becomes of a departure when a report arrives. Reports come twice, late and out of order;
 * the newest alone decides, so that any order of arrival ends in the same state.
 */
export type ReportOutcome = 'accepted' | 'duplicate' | 'outdated' | 'remembered';

/** A report with what only an adapter can add: a keyed hash of what it says. */
export type Received = {
  report: DepartureReport;
  digest: string;
  /** HR asks somebody again who had refused or stayed silent. */
  reopen?: boolean;
  /** Consent that the company already holds, of somebody who left before the programme began. */
  consent?: HeldConsent;
};

/**
 * Decides on a report.
 * @param file the person, loaded consistently; somebody unknown starts with `unknownPerson`
 * @returns `duplicate` where nothing changes, `outdated` where a newer report is known,
 *   `remembered` where somebody refused, stayed silent or was erased
 */
export function decideReport(file: PersonFile, received: Received, given: Given): Decision<ReportOutcome> {
  const { report, digest, consent } = received;
  const known = stintOf(file.person, report);
  // Of somebody who has come back since, an earlier departure is history.
  if (known?.status === 'rehired') return { outcome: digest === known.report.digest ? 'duplicate' : 'outdated' };
  // Only who refused or stayed silent is asked again, so that a repeat asks nobody twice.
  const reopen = received.reopen === true && isOlderNo(known, report.timestamp);
  const place: Place = { order: report.sequence ?? Date.parse(report.timestamp), digest, at: report.timestamp };
  if (known && !reopen) {
    if (isTombstone(known)) return { outcome: 'remembered' };
    if (!isNewer(place, known.report)) return { outcome: digest === known.report.digest ? 'duplicate' : 'outdated' };
    if (digest === known.report.digest) {
      const later: Stint = { ...known, report: place };
      return { outcome: 'duplicate', write: { person: withStint(file.person, later) } };
    }
  }
  if (report.type === 'departure.cancelled') {
    return cancel(file, known, { hireDate: report.data.hireDate, place }, given);
  }
  // Whoever is known was asked, and answers for themselves; evidence of before a refusal proves nothing any more.
  if (known || !consent) return announce(file, known, { data: report.data, place, reopen }, given);
  const hasSpokenSince = isNeeded(file.person) || hasRefusedSince(file.person, consent.at);
  if (hasSpokenSince) return { outcome: 'remembered' };
  return announce(file, known, { data: report.data, place, reopen, consent }, given);
}

/** A file of before the refusal asks nobody again. */
function isOlderNo(known: Stint | undefined, reported: Instant): boolean {
  return known !== undefined && isTombstone(known) && Date.parse(known.endedAt) < Date.parse(reported);
}

function hasRefusedSince(person: Person, at: Instant): boolean {
  return person.stints.some((stint) => isTombstone(stint) && Date.parse(stint.endedAt) >= Date.parse(at));
}

/**
 * Two reports speak of the same stint when their periods overlap, so a corrected hire date is no new stint. Of somebody
 * who came back, an HR system may count from the first day of all: a period that reaches into the new stint is that one.
 */
function stintOf(person: Person, { data }: DepartureReport): Stint | undefined {
  const until = 'lastWorkingDay' in data ? data.lastWorkingDay : data.hireDate;
  const same = person.stints.filter((stint) => data.hireDate <= stint.lastDay && stint.hireDate <= until);
  const history = same.find((stint) => stint.status === 'rehired' && until < stint.rehiredOn);
  const others = same.find(({ status }) => status !== 'rehired');
  // A cancellation names no last day, and is about what has not happened yet.
  return 'lastWorkingDay' in data ? (history ?? others) : (others ?? history);
}

function cancel(
  file: PersonFile,
  known: Stint | undefined,
  { hireDate, place }: { hireDate: PlainDate; place: Place },
  given: Given,
): Decision<ReportOutcome> {
  const { now, policy } = given;
  const before = known
    ? identityOf(known)
    : { number: nextNumber(file.person), generation: 0, revision: 0, hireDate, lastDay: hireDate };
  const stint: Stint = { ...before, report: place, status: 'cancelled', endedAt: now };
  const person = withStint(file.person, stint);
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), closed('cancelled', now));
  const entries = [entry('departure cancelled', stint, 'hris', given)];
  if (isNeeded(person)) {
    const kept = { ...person, expires: undefined };
    return { outcome: 'accepted', write: { person: kept, questions, consequences, entries } };
  }
  const expires = rememberedUntil(person.stints) ?? dateAfter(today(given), policy.retention.tombstone);
  // Nobody leaves, so nothing personal is kept; a new announcement brings it again.
  return {
    outcome: 'accepted',
    write: {
      person: bare(person, person.stints, expires),
      profile: 'delete',
      questions,
      consequences: [...consequences, ...unlisted(file.profile?.address), expireEvidence(given)],
      entries,
    },
  };
}
