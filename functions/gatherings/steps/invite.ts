import { addGuest, guestsOf } from '../../adapters/guests.ts';
import { isInvited } from '../../domain/invitation.ts';
import { candidates } from '../audience.ts';
import { invitationLetter } from '../mails/invitation.tsx';
import { type GuestMail, revisionTold, writeToGuest } from '../write-to-guest.ts';
import { type Bulk, type Told, toMany, without } from './to-many.ts';

/** Invites everybody in the audience who has not been invited. */
export async function invite({ gathering, given, run }: Bulk): Promise<Told> {
  const { number, plan, revision } = gathering;
  const invited = new Set<string>();
  for await (const { person } of guestsOf(number)) invited.add(person);
  const mail: GuestMail = {
    purpose: 'gathering-invitation',
    occasion: String(number),
    mayGet: (file) => isInvited(file, plan, given),
    letter: (to) => ({ letter: invitationLetter({ ...to, reminder: false }) }),
  };
  const people = without(candidates(plan, given), invited);
  return toMany(people, { gathering, given, run }, async (person, pace) => {
    const outcome = await writeToGuest(person, mail, gathering, given, pace);
    if (outcome === 'sent' || outcome === 'no answer') await addGuest(number, { person, told: revision });
    // An earlier run sent it, perhaps by an earlier plan, and ended before it noted that.
    if (outcome === 'sent before' || outcome === 'held')
      await addGuest(number, { person, told: (await revisionTold(person, mail)) ?? revision });
    return outcome;
  });
}
