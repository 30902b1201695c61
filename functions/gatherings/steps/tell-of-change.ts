import { guestsOf } from '../../adapters/guests.ts';
import { isReachable } from '../../domain/alumnus.ts';
import { mayHear } from '../../domain/invitation.ts';
import { entryFor } from '../entry.ts';
import { changeLetter } from '../mails/change.tsx';
import { type GuestMail, writeToGuest } from '../write-to-guest.ts';
import { type Bulk, only, peopleOf, roomOf, type Told, told, toMany } from './to-many.ts';

/** Tells those who know an earlier plan what has changed; whoever has a place gets the calendar entry anew. */
export async function tellOfChange({ gathering, given, run }: Bulk): Promise<Told> {
  const { number, revision, changed = [] } = gathering;
  const { places } = await roomOf(number);
  const behind = only(guestsOf(number), ({ told }) => told < revision);
  return toMany(peopleOf(behind), { gathering, given, run }, async (person, pace) => {
    const place = places[person];
    const hasPlace = place?.status === 'attending';
    const mail: GuestMail = {
      purpose: 'gathering-change',
      occasion: `${number}-${revision}`,
      mayGet: (file) => (hasPlace ? isReachable(file.person) : mayHear(file, given)),
      letter: (to, address) => ({
        letter: changeLetter({ ...to, changed, hasPlace }),
        ...(hasPlace && { calendar: entryFor({ ...to, address }, gathering, place, 'REQUEST', given) }),
      }),
    };
    return told(await writeToGuest(person, mail, gathering, given, pace), number, { person, told: revision });
  });
}
