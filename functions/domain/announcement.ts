import type { HeldConsent } from './consent.ts';
import {
  closeQuestions,
  type Decision,
  entry,
  type Given,
  isOver,
  ofStint,
  type PersonFile,
  start,
  today,
} from './decision.ts';
import type { Departing } from './departure-report.ts';
import { screen } from './eligibility.ts';
import {
  carried,
  isLive,
  isNewer,
  isRunning,
  type LiveStint,
  nextNumber,
  type Place,
  type Running,
  type Stint,
  withStint,
} from './person.ts';
import type { Policy } from './policy.ts';
import { inUse, needsConfirmation, type Profile, profileAfter } from './profile.ts';
import { closed, type Question } from './question.ts';
import { dateBefore, type PlainDate } from './time.ts';

/** What becomes of a departure that is announced or changed: its execution goes on, or a new one begins. */

/** An execution lives one year at most, so a departure further ahead starts its execution this long before the last day. */
const longestWait = 'P300D';

type Announced = { data: Departing; place: Place; reopen: boolean; consent?: HeldConsent };

/**
 * One of three ways: the execution under way goes on; an alumnus stays one, with what the report corrects; or an execution
 * begins, under a generation of its own.
 * @param known the stint that the report is about, if it was reported before
 * @param announced the newest report of it
 */
export function announce(
  file: PersonFile,
  known: Stint | undefined,
  announced: Announced,
  given: Given,
): Decision<'accepted'> {
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
  const stillEligible = screen({ ...base, ...(known && carried(known)) }, given.policy).outcome === 'eligible';
  if (known?.status === 'enrolled' && !readdressed && stillEligible && isOver(base.lastDay, given)) {
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
): Decision<'accepted'> {
  const stint = continued(known, { ...base, ...kept(known, base, given) }, given.policy);
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
        closed('changed', given.now),
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
): Decision<'accepted'> {
  const { now } = given;
  const { consent, reopen } = announced;
  const generation = base.generation + 1;
  const startsOn = startsOnOf(base.lastDay, given);
  // Consent already given for this very stint still holds: its last day moved, or its address.
  const held = { ...(known && isLive(known) && kept(known, base, given)), ...(consent && { consentedAt: consent.at }) };
  const stint: Stint = { ...base, ...held, generation, status: 'reported', ...(startsOn && { startsOn }) };
  const { questions, consequences } = closeQuestions(
    file.questions,
    // A confirmation is about the one address of the profile, whatever stint asked for it.
    (question) => question.stint === stint.number || question.kind === 'confirmation',
    closed('changed', now),
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
        ...(reopen && { bounced: false }),
        // Who stopped mail is asked about this new departure all the same, once.
        ...((reopen || !known) && { stopped: false }),
        ...(consent && { consents: [...consent.purposes] }),
      },
      // The consent was given for this address.
      profile: consent ? inUse(profile) : profile,
      questions,
      consequences: startsOn ? consequences : [...consequences, start(stint)],
      entries: [entry(nameOf(known, announced), stint, reopen || consent ? 'hr' : 'hris', given)],
      evidence: consent ? [{ at: consent.at, purposes: [...consent.purposes], ...consent.proof }] : [],
    },
  };
}

/** An alumnus stays one, but where the report says that they are here for longer, or corrects what the rules judge. */
function kept(known: LiveStint, base: Base, given: Given): ReturnType<typeof carried> {
  const { enrolledAt, ...rest } = carried(known);
  const before = screen(known, given.policy);
  const verdict = screen({ ...base, ...rest }, given.policy);
  const stays = verdict.outcome === 'eligible' || JSON.stringify(verdict) === JSON.stringify(before);
  return { ...rest, ...(enrolledAt && stays && isOver(base.lastDay, given) && { enrolledAt }) };
}

function nameOf(known: Stint | undefined, { reopen, consent }: Announced): string {
  if (reopen) return 'reopened';
  if (consent) return 'former employee imported with consent';
  return known ? 'departure announced again' : 'departure announced';
}

/** The date on which a departure far ahead begins; none for one that begins now. */
function startsOnOf(lastDay: PlainDate, given: Given): PlainDate | undefined {
  const startsOn = dateBefore(lastDay, longestWait);
  return startsOn > today(given) ? startsOn : undefined;
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
