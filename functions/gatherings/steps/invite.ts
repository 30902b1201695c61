import { addInvitee, inviteesOf } from '../../adapters/invitees.ts';
import { isInAudience } from '../../domain/invitation.ts';
import { candidates } from '../audience.ts';
import { type Bulk, type StepOutcome, toMany, without } from '../letters/to-many.ts';
import { type InviteeMail, revisionTold, writeToInvitee } from '../letters/write-to-invitee.ts';
import { invitationLetter } from '../mails/invitation.tsx';

/** Invites everybody in the audience who has not been invited. */
export async function invite({ gathering, given, run }: Bulk): Promise<StepOutcome> {
  const { number, plan, revision } = gathering;
  const invited = new Set<string>();
  for await (const { person } of inviteesOf(number)) invited.add(person);
  const mail: InviteeMail = {
    purpose: 'gathering-invitation',
    occasion: String(number),
    mayGet: (file) => isInAudience(file, plan, given),
    letter: (to) => ({ letter: invitationLetter({ ...to, reminder: false }) }),
  };
  const people = without(candidates(plan, given), invited);
  return toMany(people, { given, run }, async (person, pace) => {
    const outcome = await writeToInvitee(person, mail, gathering, given, pace);
    if (outcome === 'sent' || outcome === 'no answer') await addInvitee(number, { person, told: revision });
    // An earlier run sent it, perhaps by an earlier plan, and ended before it noted that.
    if (outcome === 'sent before' || outcome === 'held')
      await addInvitee(number, { person, told: (await revisionTold(person, mail)) ?? revision });
    return outcome;
  });
}
