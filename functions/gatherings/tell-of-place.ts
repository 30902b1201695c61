import { loadPerson } from '../adapters/people.ts';
import { decideOnRoom, readRoom, releasePlace, tellPlace } from '../adapters/rooms.ts';
import { alumnusStint, isReachable } from '../domain/alumnus.ts';
import type { Given } from '../domain/decision.ts';
import type { Announced } from '../domain/gathering.ts';
import { answer, type Place, positionOf } from '../domain/room.ts';
import { entryFor } from './entry.ts';
import { placeLetter } from './mails/place.tsx';
import { type GuestMail, writeToGuest } from './write-to-guest.ts';

/**
 * Tells somebody what became of their answer, once for each change; of several changes at once only the newest.
 * @param how `silent`: there is nothing to tell any more, it is only noted
 * @throws when the mail could not be sent: a retry may help
 */
export async function tellOfPlace(
  person: string,
  gathering: Announced,
  { silent }: { silent: boolean },
  given: Given,
): Promise<void> {
  const { number } = gathering;
  const room = (await readRoom(number))?.room;
  const place = room?.places[person];
  if (!room || !place || place.told >= place.revision) return;
  const { revision, entered = false } = place;
  if (silent) return tellPlace(number, person, { revision, entered });
  const mail: GuestMail = {
    purpose: 'gathering-place',
    occasion: `${number}-${revision}`,
    mayGet: (file) => isReachable(file.person),
    // A change that came since is told instead.
    isWanted: async () => (await readRoom(number))?.room.places[person]?.revision === revision,
    letter: (to, address) => {
      const method = methodFor(place);
      return {
        letter: placeLetter({ ...to, place, position: positionOf(room, person), hadEntry: entered }),
        ...(method && { calendar: entryFor({ ...to, address }, gathering, place, method, given) }),
      };
    },
  };
  const outcome = await writeToGuest(person, mail, gathering, given);
  switch (outcome) {
    case 'changed':
    case 'too fast':
    case 'no more today':
      throw new Error(`not told of a place: ${outcome}`);
    case 'not wanted':
      return;
    case 'not for them':
    case 'suppressed':
    case 'refused':
      await passOn(person, number, place);
      return;
    default:
      await tellPlace(number, person, { revision, entered: methodFor(place) === 'REQUEST' });
  }
}

/** Whoever attends gets the calendar entry; whoever had it, and attends no more, has it taken back. */
function methodFor({ status, entered }: Place): 'REQUEST' | 'CANCEL' | undefined {
  if (status === 'attending') return 'REQUEST';
  return entered ? 'CANCEL' : undefined;
}

/** Nobody can tell them: an offered place goes to the next one, and somebody erased keeps none. */
async function passOn(person: string, number: number, { status, revision, entered = false }: Place): Promise<void> {
  const file = await loadPerson(person);
  if (!alumnusStint(file.person)) await releasePlace(number, person);
  else if (status === 'offered') await decideOnRoom(number, (room) => answer(room, person, 0));
  await tellPlace(number, person, { revision: revision + Number(status === 'offered'), entered });
}
