import { holdDispatch, readDispatch } from '../adapters/dispatches.ts';
import { identify } from '../adapters/identity.ts';
import { addInvitee, isInvitee } from '../adapters/invitees.ts';
import { linkUrl } from '../adapters/links.ts';
import { type Mail, type Sent, trySendOnce, type Unsent } from '../adapters/mail.ts';
import { decideAndWrite, loadPerson, writePerson } from '../adapters/people.ts';
import type { Given, PersonFile } from '../domain/decision.ts';
import { dispatchId } from '../domain/dispatch.ts';
import type { Edition } from '../domain/edition.ts';
import { type Announced, readTold, toldOf } from '../domain/gathering.ts';
import { isInAudience } from '../domain/invitation.ts';
import { planOutreach, refused, type Touch, touched } from '../domain/outreach.ts';
import type { Profile } from '../domain/profile.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Pace } from '../mail/pace.ts';
import { isSuppressed } from '../mail/suppressed.ts';
import { waysOut } from '../mail/ways-out.ts';
import { outreachLetter } from './mails/outreach.tsx';

/** Outreach to one alumnus: one mail at most for each touch. */

/** What is the same for everybody in a sweep. */
export type Day = {
  date: PlainDate;
  given: Given;
  editions: readonly Edition[];
  /** Upcoming ones that take answers. */
  gatherings: readonly Announced[];
  hasTime: () => boolean;
};

export type Written = Sent | Unsent | 'no news' | 'enough' | 'not due' | 'suppressed';

const attempts = 3;

/**
 * Writes to somebody who is due, or puts the touch off. A mail costs 5 WRU: the claim, its settling, and the person with
 * the next date, which moves in an index (1 + 2).
 */
export async function writeTo(person: string, day: Day, pace: Pace): Promise<Written> {
  for (let attempt = 1, consistent = false; ; consistent = true) {
    // A first look may be a moment old; nothing is written on it, and no mail goes out, unless it still holds.
    const outcome = await attemptTo(await loadPerson(person, { consistent }), day, pace);
    // SES takes it in the end; it is only a matter of time.
    if (outcome === 'too fast' && day.hasTime()) continue;
    if (outcome !== 'changed' || attempt === attempts) return outcome;
    attempt += 1;
  }
}

async function attemptTo(file: PersonFile, day: Day, pace: Pace): Promise<Written> {
  const plan = planOutreach(file, day.date, day.editions, day.given);
  switch (plan.outcome) {
    case 'not due':
      return 'not due';
    case 'no news':
    case 'enough': {
      const before = await claimedBefore(file, day);
      if (before) return before;
      return (await writePerson(file, plan.write)) ? plan.outcome : 'changed';
    }
    case 'write':
      return mailTouch(file, plan.touch, day, pace);
  }
}

async function mailTouch(file: PersonFile, touch: Touch, day: Day, pace: Pace): Promise<Written> {
  const { person, profile } = file;
  const to = profile?.address;
  if (!to) return 'not due';
  const { given } = day;
  const addressHash = (await identify()).address(to);
  if (await isSuppressed(person.id, { to, addressHash }, given)) return 'suppressed';
  const { edition } = touch;
  const gatherings = day.gatherings.filter(({ plan }) => isInAudience(file, plan, given));
  const letter = await letterOf(file, { ...profile, addressHash }, { ...touch, gatherings }, given);
  await pace.turn();
  const outcome = await trySendOnce({
    about: person.id,
    version: person.version,
    purpose: 'outreach',
    occasion: touch.on,
    to,
    addressHash,
    ...letter,
    ...disclosed({ ...touch, gatherings }),
    now: given.now,
  });
  switch (outcome) {
    case 'too fast':
      await pace.slowDown();
      return outcome;
    case 'sent':
      await note(file, { on: touch.on, edition: edition?.number, gatherings: gatherings.map(toldOf) }, day);
      return outcome;
    case 'refused':
      await decideAndWrite(person.id, (now) => refused(now, touch.on, day.date, given));
      return outcome;
    case 'sent before':
    case 'held':
      return (await claimedBefore(file, day)) ?? 'changed';
    case 'no answer':
      await claimedBefore(file, day);
      return outcome;
    default:
      return outcome;
  }
}

/**
 * A mail of this touch that an earlier run claimed: it may have told of an edition that is news no more, or of another one.
 * @returns nothing where there is none
 */
async function claimedBefore(file: PersonFile, day: Day): Promise<Sent | undefined> {
  const { id, nextOutreach: on } = file.person;
  if (!on) return undefined;
  const ref = { about: id, id: dispatchId('outreach', on) };
  const before = await readDispatch(ref);
  if (!before) return undefined;
  if (before.status === 'claimed') await holdDispatch(ref, day.given.now);
  await note(file, { on, edition: before.edition, gatherings: before.gatherings ?? [] }, day);
  return before.status === 'claimed' || before.status === 'held' ? 'held' : 'sent before';
}

/** The touch is behind: the next one has its date; and who heard of a gathering hears of its changes. */
async function note(
  file: PersonFile,
  { gatherings, ...touch }: { on: PlainDate; edition: number | undefined; gatherings: readonly string[] },
  { date, given }: Day,
): Promise<void> {
  const person = file.person.id;
  for (const { number, revision } of gatherings.map(readTold)) {
    if (!(await isInvitee(number, person))) await addInvitee(number, { person, told: revision });
  }
  const { write } = touched(file, touch, date, given);
  if (write && (await writePerson(file, write))) return;
  await decideAndWrite(file.person.id, (now) => touched(now, touch, date, given));
}

/** What a mail tells of: the news of its touch, and the gatherings that its reader is invited to. */
type News = Touch & { gatherings: readonly Announced[] };

function disclosed({ edition, gatherings }: News): Pick<Mail, 'disclosed'> {
  const told = [...(edition ? [edition.content] : []), ...gatherings.map(({ plan }) => plan)];
  if (told.length === 0) return {};
  return {
    disclosed: {
      ...(edition && { edition: edition.number }),
      ...(gatherings.length > 0 && {
        gatherings: gatherings.map(toldOf),
      }),
      classification: [...new Set(told.map(({ classification }) => classification))].join(', '),
    },
  };
}

async function letterOf(
  { person }: PersonFile,
  { name, language, addressHash }: Profile & { addressHash: string },
  { greeting, edition, gatherings }: News,
  { now, policy }: Given,
) {
  const upcoming = gatherings.map(async ({ number, plan }) => ({
    plan,
    pageUrl: await linkUrl('gathering', { person: person.id, matter: String(number) }, Date.parse(now)),
  }));
  const ways = await waysOut(person.id, addressHash, now);
  const variant = edition?.content.variants[language];
  const letter = outreachLetter({
    language,
    policy,
    name,
    greeting,
    ...(edition && variant && { edition: { number: edition.number, variant } }),
    gatherings: await Promise.all(upcoming),
    ...ways,
  });
  return { letter, unsubscribe: ways.stopUrl };
}
