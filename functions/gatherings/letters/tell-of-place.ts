import { readGathering } from '../../adapters/gatherings.ts';
import { loadPerson } from '../../adapters/people.ts';
import { decideOnRoom, readRoom, releasePlace, tellPlace } from '../../adapters/rooms.ts';
import { mayBeAnswered } from '../../domain/alumnus.ts';
import type { Given } from '../../domain/decision.ts';
import { isAnnounced, takesPlaces } from '../../domain/gathering.ts';
import { answer, type Place, positionOf } from '../../domain/room.ts';
import type { Pace } from '../../mail/pace.ts';
import { placeLetter } from '../mails/place.tsx';
import { entryFor } from './calendar-entry.ts';
import { type InviteeMail, writeToInvitee } from './write-to-invitee.ts';

/**
 * Tells somebody what became of their answer, once for each change; of several changes at once only the newest, and by the
 * plan as it is now.
 * @throws when the mail could not be sent: a retry may help
 */
export async function tellOfPlace(person: string, number: number, given: Given, pace: Pace): Promise<void> {
  const [gathering, room] = [await readGathering(number), await readRoom(number)];
  const place = room?.places[person];
  if (!gathering || !isAnnounced(gathering) || !room || !place || place.told >= place.revision) return;
  const { revision, entered = false } = place;
  // Of one that was called off, or is over, they are told otherwise.
  if (!takesPlaces(gathering, given)) return tellPlace(number, person, { revision, entered });
  const mail: InviteeMail = {
    purpose: 'gathering-place',
    occasion: `${number}-${revision}`,
    mayGet: (file) => mayBeAnswered(file.person),
    // A change that came since is told instead.
    isWanted: async () => (await readRoom(number))?.places[person]?.revision === revision,
    letter: (to, address) => {
      const method = methodFor(place);
      return {
        letter: placeLetter({ ...to, place, position: positionOf(room, person), hadEntry: entered }),
        ...(method && { calendar: entryFor({ ...to, address }, gathering, place, method, given) }),
      };
    },
  };
  const outcome = await writeToInvitee(person, mail, gathering, given, pace);
  switch (outcome) {
    case 'changed':
    case 'outdated':
    case 'too fast':
    case 'no more today':
      throw new Error(`not told of a place: ${outcome}`);
    case 'not wanted':
      return;
    case 'not for them':
    case 'suppressed':
    case 'refused':
      return passOn(person, number, place);
    default:
      return tellPlace(number, person, { revision, entered: methodFor(place) === 'REQUEST' });
  }
}

/** Whoever attends gets the calendar entry; whoever had it, and attends no more, has it taken back. */
function methodFor({ status, entered }: Place): 'REQUEST' | 'CANCEL' | undefined {
  if (status === 'attending') return 'REQUEST';
  return entered ? 'CANCEL' : undefined;
}

/** Nobody can tell them: an offered place goes to the next one, and somebody erased keeps none. */
async function passOn(person: string, number: number, { status, revision, entered = false }: Place): Promise<void> {
  const { profile } = await loadPerson(person);
  if (!profile) return void (await releasePlace(number, person));
  if (status !== 'offered') return tellPlace(number, person, { revision, entered });
  // Unless they have just accepted it. What they leave with is told, to nobody, in the next look.
  await decideOnRoom(number, (room) =>
    room.places[person]?.revision === revision ? answer(room, person, 0) : { outcome: 'unchanged' },
  );
}
