import { readDispatch } from '../../adapters/dispatches.ts';
import { readGathering } from '../../adapters/gatherings.ts';
import { identify } from '../../adapters/identity.ts';
import { linkUrl } from '../../adapters/links.ts';
import { type CalendarPart, type Sent, trySendOnce, type Unsent } from '../../adapters/mail.ts';
import { loadPerson } from '../../adapters/people.ts';
import type { Given, PersonFile } from '../../domain/decision.ts';
import { type DispatchPurpose, dispatchId, type Letter } from '../../domain/dispatch.ts';
import { type Announced, readTold, toldOf } from '../../domain/gathering.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Pace } from '../../mail/pace.ts';
import { isSuppressed } from '../../mail/suppressed.ts';
import { waysOut } from '../../mail/ways-out.ts';
import type { ToInvitee } from '../mails/letter-to-invitee.tsx';

/** One mail about a gathering to one alumnus. */

export type InviteeMail = {
  purpose: Extract<DispatchPurpose, `gathering-${string}`>;
  /** What makes it the only one of its purpose: the gathering's number, and more where it comes more than once. */
  occasion: string;
  /** Whether somebody may get it, as they are just before it goes out. */
  mayGet: (file: PersonFile) => boolean;
  /** Looked at after the claim: whether it is still wanted. */
  isWanted?: () => Promise<boolean>;
  letter: (to: ToInvitee, address: string) => { letter: Letter; calendar?: CalendarPart };
};

/** `outdated`: the gathering was called off, or its plan changed, since it was read. */
export type Written = Sent | Unsent | 'not for them' | 'suppressed' | 'outdated';

const attempts = 3;

/**
 * Writes to somebody.
 * @throws when nothing could be found out: a retry may help
 */
export async function writeToInvitee(
  person: string,
  mail: InviteeMail,
  gathering: Announced,
  given: Given,
  pace: Pace,
): Promise<Written> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptTo(await loadPerson(person), mail, gathering, given, pace);
    if (outcome === 'too fast') await pace.slowDown();
    else if (outcome !== 'changed') return outcome;
    if (attempt === attempts) return outcome;
  }
}

async function attemptTo(
  file: PersonFile,
  mail: InviteeMail,
  gathering: Announced,
  given: Given,
  pace: Pace,
): Promise<Written> {
  const { person, profile } = file;
  const to = profile?.address;
  if (!profile || !to || !mail.mayGet(file)) return 'not for them';
  const addressHash = (await identify()).address(to);
  if (await isSuppressed(person.id, { to, addressHash }, given)) return 'suppressed';
  const context = await toInvitee(person.id, { ...profile, addressHash }, gathering, given);
  // A run that goes on where another ended spends no turn on whom that one wrote to.
  const before = await readDispatch({ about: person.id, id: dispatchId(mail.purpose, mail.occasion) });
  if (before && before.status !== 'claimed') return before.status === 'held' ? 'held' : 'sent before';
  await pace.turn();
  let isOutdated = false;
  const outcome = await trySendOnce({
    about: person.id,
    version: person.version,
    purpose: mail.purpose,
    occasion: mail.occasion,
    to,
    addressHash,
    ...mail.letter(context, to),
    unsubscribe: context.stopUrl,
    disclosed: { gatherings: [toldOf(gathering)], classification: gathering.plan.classification },
    isWanted: async () => {
      isOutdated = !(await isCurrent(gathering));
      return !isOutdated && ((await mail.isWanted?.()) ?? true);
    },
    now: given.now,
  });
  return isOutdated && outcome === 'not wanted' ? 'outdated' : outcome;
}

/** Whether a gathering is as it was read. */
async function isCurrent({ number, status, revision }: Announced): Promise<boolean> {
  const now = await readGathering(number);
  return now?.status === status && now.revision === revision;
}

async function toInvitee(
  person: string,
  { name, language, addressHash }: Profile & { addressHash: string },
  { number, plan }: Announced,
  { now, policy }: Given,
): Promise<ToInvitee> {
  const [pageUrl, ways] = await Promise.all([
    linkUrl('gathering', { person, matter: String(number) }, Date.parse(now)),
    waysOut(person, addressHash, now),
  ]);
  return { language, policy, name, plan, pageUrl, ...ways };
}

/** The revision of the plan that an earlier mail told of. */
export async function revisionTold(
  about: string,
  { purpose, occasion }: { purpose: Parameters<typeof dispatchId>[0]; occasion: string },
): Promise<number | undefined> {
  const dispatch = await readDispatch({ about, id: dispatchId(purpose, occasion) });
  const told = dispatch?.gatherings?.[0];
  return told === undefined ? undefined : readTold(told).revision;
}
