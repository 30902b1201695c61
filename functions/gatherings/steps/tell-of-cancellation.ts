import { inviteesOf } from '../../adapters/invitees.ts';
import { forgetNeeds, readRsvp } from '../../adapters/rsvps.ts';
import { mayBeAnswered } from '../../domain/alumnus.ts';
import { mayHear } from '../../domain/invitation.ts';
import { entryFor } from '../letters/calendar-entry.ts';
import { type Bulk, peopleOf, roomOf, type StepOutcome, toMany } from '../letters/to-many.ts';
import { type InviteeMail, writeToInvitee } from '../letters/write-to-invitee.ts';
import { cancelledLetter } from '../mails/cancelled.tsx';

/** Tells everybody who was invited that it is called off; whoever has a place gets the calendar entry taken back. */
export async function tellOfCancellation({ gathering, given, run }: Bulk): Promise<StepOutcome> {
  const { number } = gathering;
  const { places } = await roomOf(number);
  return toMany(peopleOf(inviteesOf(number)), { given, run }, async (person, pace) => {
    const place = places[person];
    const hadPlace = place?.entered === true;
    const mail: InviteeMail = {
      purpose: 'gathering-cancelled',
      occasion: String(number),
      mayGet: (file) => (place ? mayBeAnswered(file.person) : mayHear(file, given)),
      letter: (to, address) => ({
        letter: cancelledLetter({ ...to, hadPlace }),
        ...(hadPlace && { calendar: entryFor({ ...to, address }, gathering, place, 'CANCEL', given) }),
      }),
    };
    const said = await readRsvp(person, number);
    // Nobody has to know any more what they need.
    if (said) await forgetNeeds(person, said);
    return writeToInvitee(person, mail, gathering, given, pace);
  });
}
