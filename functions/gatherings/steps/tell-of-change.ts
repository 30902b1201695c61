import { inviteesOf, noteTold } from '../../adapters/invitees.ts';
import { mayBeAnswered } from '../../domain/alumnus.ts';
import { mayHear } from '../../domain/invitation.ts';
import { entryFor } from '../letters/calendar-entry.ts';
import { type Bulk, only, peopleOf, roomOf, type StepOutcome, told, toMany } from '../letters/to-many.ts';
import { type InviteeMail, writeToInvitee } from '../letters/write-to-invitee.ts';
import { changeLetter } from '../mails/change.tsx';

/** Tells those who know an earlier plan what has changed; whoever has a place gets the calendar entry anew. */
export async function tellOfChange({ gathering, given, run }: Bulk): Promise<StepOutcome> {
  const { number, revision, changed = [] } = gathering;
  const untold = only(inviteesOf(number), ({ told }) => told < revision);
  return toMany(peopleOf(untold), { given, run }, async (person, pace) => {
    const place = (await roomOf(number)).places[person];
    const hasPlace = place?.status === 'attending';
    if (hasPlace && place.told < place.revision) {
      // Word of their place is on its way, by the plan as it is now.
      await noteTold(number, { person, told: revision });
      return 'told with their place';
    }
    const mail: InviteeMail = {
      purpose: 'gathering-change',
      occasion: `${number}-${revision}`,
      mayGet: (file) => (place ? mayBeAnswered(file.person) : mayHear(file, given)),
      isWanted: async () => (await roomOf(number)).places[person]?.revision === place?.revision,
      letter: (to, address) => ({
        letter: changeLetter({ ...to, changed, place: place?.status }),
        ...(hasPlace && { calendar: entryFor({ ...to, address }, gathering, place, 'REQUEST', given) }),
      }),
    };
    const outcome = await writeToInvitee(person, mail, gathering, given, pace);
    // Their place has changed since: again, by what it is now.
    if (outcome === 'not wanted') return 'changed';
    return told(outcome, number, { person, told: revision });
  });
}
