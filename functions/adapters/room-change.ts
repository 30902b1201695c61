import type { Place, RoomChange } from '../domain/room.ts';
import { dayAfter, type Parts, type Seen, updateRoom } from './room-item.ts';
import { programme, shardOf } from './table.ts';

/** How a change of one person's place is written: `mayApply` as the condition of an update, and `apply` as the update. */

/** Writes a change where it may be applied. */
export async function writeChange(number: number, seen: Seen, change: RoomChange): Promise<boolean> {
  return updateRoom(number, placeParts(change), countParts(change), needParts(seen, change), dueParts(seen, change), {
    set: ['pendingShard = :shard', 'pendingSince = if_not_exists(pendingSince, :now)'],
    values: { ':shard': shardOf(programme), ':now': new Date().toISOString() },
  });
}

/** Only what the change is about: what was told and who came may have been written since the room was read. */
function placeParts({ person, seen, place }: RoomChange): Parts {
  const names = { '#person': person };
  if (seen === 0) {
    const added: Place = { ...place, revision: 1, told: 0 };
    return {
      when: ['attribute_exists(pk)', 'attribute_not_exists(places.#person)'],
      set: ['places.#person = :place'],
      names,
      values: { ':place': added },
    };
  }
  const { status, party, until } = place;
  const set = ['status = :status', 'party = :party', 'revision = :revision', ...(until ? ['until = :until'] : [])];
  return {
    when: ['places.#person.revision = :seen'],
    set: set.map((part) => `places.#person.#${part}`),
    remove: until ? [] : ['places.#person.#until'],
    names: { ...names, '#status': 'status', '#party': 'party', '#revision': 'revision', '#until': 'until' },
    values: {
      ':seen': seen,
      ':status': status,
      ':party': party,
      ':revision': seen + 1,
      ...(until && { ':until': until }),
    },
  };
}

function countParts({ taken, waiting, arrives }: RoomChange): Parts {
  return {
    set: [
      // The order is the count as it was before this one.
      ...(arrives ? ['orders.#person = arrivals', 'arrivals = arrivals + :one'] : []),
      'taken = taken + :taken',
      'waiting = waiting + :waiting',
    ],
    values: { ':taken': taken, ':waiting': waiting },
  };
}

/** What `mayApply` says. An expression cannot add up, so the capacity must be the one that was read. */
function needParts({ room: { capacity, taken } }: Seen, change: RoomChange): Parts {
  const needs = new Set(change.needs);
  const isAboutRoom = needs.has('room') || needs.has('same room');
  return {
    when: [
      ...(needs.has('open') ? ['#open = :open'] : []),
      ...(isAboutRoom ? ['#capacity = :capacity'] : []),
      ...(needs.has('room') ? ['taken <= :most'] : []),
      ...(needs.has('same room') ? ['taken = :sameTaken'] : []),
      ...(needs.has('nobody waiting') ? ['waiting = :nobody'] : []),
    ],
    names: { ...(needs.has('open') && { '#open': 'open' }), ...(isAboutRoom && { '#capacity': 'capacity' }) },
    values: {
      ...(needs.has('open') && { ':open': true }),
      ...(isAboutRoom && { ':capacity': capacity }),
      ...(needs.has('room') && { ':most': capacity - change.taken }),
      ...(needs.has('same room') && { ':sameTaken': taken }),
      ...(needs.has('nobody waiting') && { ':nobody': 0 }),
    },
  };
}

/** An offered place brings the sweep's date forward, or leaves it; only `tidyRoom` puts it off, so it is never too late. */
function dueParts({ due: seen }: Seen, { place: { until } }: RoomChange): Parts {
  if (!until) return {};
  const lapse = dayAfter(until);
  return {
    when: [seen ? 'due = :dueSeen' : 'attribute_not_exists(due)'],
    set: ['due = :due', 'dueShard = :shard'],
    values: { ':due': seen && seen < lapse ? seen : lapse, ...(seen && { ':dueSeen': seen }) },
  };
}
