import { inviteesOf } from '../../adapters/invitees.ts';
import { readRsvp } from '../../adapters/rsvps.ts';
import type { Given } from '../../domain/decision.ts';
import { type Announced, dateOfGathering } from '../../domain/gathering.ts';
import { datesOf } from '../../domain/gathering-plan.ts';
import { mayHear } from '../../domain/invitation.ts';
import type { PlainDate } from '../../domain/time.ts';
import { type Bulk, peopleOf, roomOf, type StepOutcome, toMany } from '../letters/to-many.ts';
import { type InviteeMail, writeToInvitee } from '../letters/write-to-invitee.ts';
import { invitationLetter } from '../mails/invitation.tsx';

/** The newest date of a reminder that is due. */
export function reminderDue(gathering: Announced, given: Given): PlainDate | undefined {
  const date = dateOfGathering(gathering, given);
  return datesOf(gathering.plan, given.policy).reminders.findLast((on) => on <= date);
}

/** Reminds who was invited and has not answered. @param on the date of the reminder */
export async function remind({ gathering, given, run }: Bulk, on: string): Promise<StepOutcome> {
  const { number } = gathering;
  const { places } = await roomOf(number);
  return toMany(peopleOf(inviteesOf(number)), { given, run }, async (person, pace) => {
    const said = await readRsvp(person, number);
    if (said?.answer === 'no' || places[person]) return 'answered';
    const mail: InviteeMail = {
      purpose: 'gathering-reminder',
      occasion: `${number}-${on}`,
      mayGet: (file) => mayHear(file, given),
      // An answer that came since comes first.
      isWanted: async () => (await readRsvp(person, number))?.at === said?.at,
      letter: (to) => ({ letter: invitationLetter({ ...to, reminder: true }) }),
    };
    return writeToInvitee(person, mail, gathering, given, pace);
  });
}
