import type { Purpose } from './consent.ts';
import {
  type Consequence,
  closeQuestions,
  type Decision,
  type Entry,
  type Given,
  ofStint,
  type PersonFile,
} from './decision.ts';
import type { Departing, DepartureReport } from './departure-report.ts';
import { screen } from './eligibility.ts';
import { expireEvidence } from './erasure.ts';
import type { Proof } from './leaver.ts';
import {
  carried,
  identityOf,
  isLive,
  isRunning,
  isTombstone,
  type Person,
  type Profile,
  type Running,
  rememberedUntil,
  type Stint,
  withStint,
} from './person.ts';
import type { Policy } from './policy.ts';
import { closed, type Question } from './question.ts';
import { dateAfter, dateBefore, dateOf, endOf, type Instant, type PlainDate } from './time.ts';

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

/** Consent given outside of Okaeri, with the evidence of it. */
export type HeldConsent = { purposes: readonly Purpose[]; proof: Proof; at: Instant };

/** An execution lives one year at most, so a departure further ahead starts its execution this long before the last day. */
const longestWait = 'P300D';

/**
 * Decides on a report.
 * @param file the person, loaded consistently; somebody unknown starts with `unknownPerson`
 * @returns `duplicate` where nothing changes, `outdated` where a newer report is known,
 *   `remembered` where somebody refused, stayed silent or was erased
 */
export function decideReport(file: PersonFile, received: Received, given: Given): Decision<ReportOutcome> {
  const { report, digest, consent } = received;
  const known = stintOf(file.person, report);
  // Only who refused or stayed silent is asked again, so that a repeat asks nobody twice.
  const reopen = received.reopen === true && known !== undefined && isTombstone(known);
  const place: Place = { order: report.sequence ?? Date.parse(report.timestamp), digest, at: report.timestamp };
  if (known && !reopen) {
    if (isTombstone(known)) return { outcome: 'remembered' };
    if (!isNewer(place, known.report)) return { outcome: digest === known.report.digest ? 'duplicate' : 'outdated' };
    if (digest === known.report.digest) {
      const later: Stint = { ...known, report: place };
      return { outcome: 'duplicate', write: { person: withStint(file.person, later) } };
    }
  }
  if (report.type === 'departure.cancelled')
    return cancel(file, known, { hireDate: report.data.hireDate, place }, given);
  // Whoever is known was asked, and answers for themselves; evidence of before a refusal proves nothing any more.
  if (known || !consent) return announce(file, known, { data: report.data, place, reopen }, given);
  if (hasRefusedSince(file.person, consent.at)) return { outcome: 'remembered' };
  return announce(file, known, { data: report.data, place, reopen, consent }, given);
}

function hasRefusedSince(person: Person, at: Instant): boolean {
  return person.stints.some((stint) => isTombstone(stint) && Date.parse(stint.endedAt) >= Date.parse(at));
}

type Place = Stint['report'];

/** Two reports speak of the same stint when their periods overlap, so a corrected hire date is no new stint. */
function stintOf(person: Person, { data }: DepartureReport): Stint | undefined {
  const until = 'lastWorkingDay' in data ? data.lastWorkingDay : data.hireDate;
  return person.stints.find((stint) => data.hireDate <= stint.lastDay && stint.hireDate <= until);
}

function nextNumber(person: Person): number {
  return Math.max(0, ...person.stints.map((stint) => stint.number)) + 1;
}

/** Reports of the same moment have an order of their own, the same wherever they arrive first. */
function isNewer(a: Place, b: Place): boolean {
  return a.order > b.order || (a.order === b.order && a.digest > b.digest);
}

function entry(what: string, stint: Stint, by: Entry['by'], { now, policy }: Given): Entry {
  return { at: now, what, stint: stint.number, by, policyVersion: policy.version };
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
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), (question) =>
    closed(question, 'cancelled', now),
  );
  const entries = [entry('departure cancelled', stint, 'hris', given)];
  if (person.stints.some(isLive)) {
    return { outcome: 'accepted', write: { person, questions, consequences, entries } };
  }
  // Nobody leaves, so nothing personal is kept; a new announcement brings it again.
  return {
    outcome: 'accepted',
    write: {
      person: { ...person, consents: [], bounced: false, nextOutreach: undefined, expires: rememberedUntil(person.stints) ?? dateAfter(dateOf(now, policy.company.timeZone), policy.retention.tombstone) },
      profile: 'delete',
      questions,
      consequences: [...consequences, expireEvidence(given)],
      entries,
    },
  };
}

type Announced = { data: Departing; place: Place; reopen: boolean; consent?: HeldConsent };

function announce(
  file: PersonFile,
  known: Stint | undefined,
  announced: Announced,
  given: Given,
): Decision<ReportOutcome> {
  const { data, place, reopen } = announced;
  // A late report of one stint says nothing new of somebody whose other stint was reported on since.
  const isLate = file.person.stints.some(
    (other) => other.number !== known?.number && isLive(other) && isNewer(other.report, place),
  );
  const profile = isLate && file.profile ? file.profile : profileAfter(file.profile, data, reopen);
  const base = {
    number: known?.number ?? nextNumber(file.person),
    generation: known?.generation ?? 0,
    revision: (known?.revision ?? 0) + 1,
    hireDate: data.hireDate,
    lastDay: data.lastWorkingDay,
    report: place,
    facts: { contract: data.contract, reason: data.reason, country: data.country },
  };
  const isHeld = known?.status === 'on hold' && known.by === 'hr';
  const waits = !isHeld && startsOnOf(base.lastDay, given) !== undefined;
  if (known && isRunning(known) && !('startsOn' in known) && !waits && !reopen) {
    return change(file, known, { base, profile }, given);
  }
  const readdressed = file.profile?.address !== undefined && needsConfirmation(profile);
  if (known?.status === 'enrolled' && !readdressed && isOver(base.lastDay, given)) {
    const stint: Stint = { ...base, ...carried(known), status: 'enrolled', enrolledAt: known.enrolledAt };
    return {
      outcome: 'accepted',
      write: {
        person: withStint(file.person, stint),
        profile,
        entries: [entry('departure changed', stint, 'hris', given)],
      },
    };
  }
  return begin(file, known, { base, profile, announced }, given);
}

type Base = Omit<Running, 'status' | 'startsOn' | 'by'>;

/** The execution under way goes on, with the questions closed that the report has overtaken. */
function change(
  file: PersonFile,
  known: Running,
  { base, profile }: { base: Base; profile: Profile },
  given: Given,
): Decision<ReportOutcome> {
  const stint = continued(known, { ...base, ...carried(known) }, given.policy);
  const isOvertaken = overtaken({ stint: known, profile: file.profile }, { stint, profile }, given.policy);
  const belongs = ofStint(known);
  return {
    outcome: 'accepted',
    write: {
      person: withStint(file.person, stint),
      profile,
      entries: [entry('departure changed', stint, 'hris', given)],
      ...closeQuestions(
        file.questions,
        (question) => belongs(question) && isOvertaken(question),
        (question) => closed(question, 'changed', given.now),
      ),
    },
  };
}

/** A new execution begins, under a generation of its own. */
function begin(
  file: PersonFile,
  known: Stint | undefined,
  { base, profile, announced }: { base: Base; profile: Profile; announced: Announced },
  given: Given,
): Decision<ReportOutcome> {
  const { now } = given;
  const { consent, reopen } = announced;
  const generation = base.generation + 1;
  const startsOn = startsOnOf(base.lastDay, given);
  // Consent already given for this very stint still holds: its last day moved, or its address.
  const held = { ...(known && isLive(known) && carried(known)), ...(consent && { consentedAt: consent.at }) };
  const stint: Stint = { ...base, ...held, generation, status: 'reported', ...(startsOn && { startsOn }) };
  const start: Consequence = { kind: 'start', machine: 'offboarding', stint: stint.number, generation };
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), (question) =>
    closed(question, 'changed', now),
  );
  const person = { ...withStint(file.person, stint), expires: undefined };
  // Who is here for longer is not written to before they have left.
  const staysOn = known?.status === 'enrolled' && !isOver(base.lastDay, given);
  return {
    outcome: 'accepted',
    write: {
      person: {
        ...person,
        ...(staysOn && { nextOutreach: undefined }),
        ...(reopen && { bounced: false, stopped: false }),
        ...(consent && { consents: [...consent.purposes] }),
      },
      // The consent was given for this address.
      profile: consent ? { ...profile, address: profile.address ?? profile.reportedAddress } : profile,
      questions,
      consequences: startsOn ? consequences : [...consequences, start],
      entries: [entry(nameOf(known, announced), stint, reopen || consent ? 'hr' : 'hris', given)],
      evidence: consent ? [{ at: consent.at, purposes: [...consent.purposes], ...consent.proof }] : [],
    },
  };
}

function nameOf(known: Stint | undefined, { reopen, consent }: Announced): string {
  if (reopen) return 'reopened';
  if (consent) return 'former employee imported with consent';
  return known ? 'departure announced again' : 'departure announced';
}

/** The date on which a departure far ahead begins; none for one that begins now. */
function startsOnOf(lastDay: PlainDate, { now, policy }: Given): PlainDate | undefined {
  const startsOn = dateBefore(lastDay, longestWait);
  return startsOn > dateOf(now, policy.company.timeZone) ? startsOn : undefined;
}

function isOver(day: PlainDate, { now, policy }: Given): boolean {
  return Date.parse(endOf(day, policy.company.timeZone)) <= Date.parse(now);
}

/** A running stint after a newer report. What waits for HR goes on waiting, unless the reason is known now; all else is screened again. */
function continued(known: Running, base: Base, policy: Policy): Running {
  const waits = known.status === 'on hold' && (known.by === 'hr' || screen(base, policy).outcome === 'on hold');
  return waits ? { ...base, status: 'on hold', by: known.by } : { ...base, status: 'reported' };
}

type Side<P> = { stint: Running; profile: P };

/** Which open questions a newer report leaves behind. */
function overtaken(
  before: Side<Profile | undefined>,
  after: Side<Profile>,
  policy: Policy,
): (question: Question) => boolean {
  const rescreened = JSON.stringify(screen(before.stint, policy)) !== JSON.stringify(screen(after.stint, policy));
  const moved = before.stint.lastDay !== after.stint.lastDay;
  const readdressed = before.profile?.reportedAddress !== after.profile.reportedAddress;
  return ({ kind }) => {
    switch (kind) {
      case 'reason':
        return rescreened && after.stint.status !== 'on hold';
      case 'address':
      case 'confirmation':
      case 'consent':
        return rescreened || readdressed;
      case 'last day':
        return rescreened || readdressed || moved;
    }
  };
}

/** The profile after a report. The address in use stays until the owner of another has confirmed that one. */
function profileAfter(before: Profile | undefined, data: Departing, reopen: boolean): Profile {
  const { employeeId, name, nameKana, language, personalEmail, workEmail, department, role } = data;
  const address = reopen ? undefined : before?.address;
  return { employeeId, name, nameKana, language, address, reportedAddress: personalEmail, workEmail, department, role };
}

/** A reported address that differs from the one in use must be confirmed by its owner first. */
export function needsConfirmation(profile: Profile): boolean {
  return (
    profile.address !== undefined &&
    profile.reportedAddress !== undefined &&
    profile.reportedAddress !== profile.address
  );
}
