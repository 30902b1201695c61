import { loadPerson } from '../../adapters/people.ts';
import { readRsvp } from '../../adapters/rsvps.ts';
import { mayBeAnswered } from '../../domain/alumnus.ts';
import { type Place, positionOf, type Room } from '../../domain/room.ts';
import { inGroups } from '../in-groups.ts';
import type { Attendee } from './attendee.ts';

/** Everybody in a gathering's room by name, with what they told its organiser. Erased people are left out. */
export async function attendeesOf(number: number, room: Room): Promise<Attendee[]> {
  const attendees: Attendee[] = [];
  for await (const places of inGroups(Object.entries(room.places), 16)) {
    const group = await Promise.all(places.map(([person, place]) => attendeeOf(number, person, place, room)));
    attendees.push(...group.flatMap((attendee) => attendee ?? []));
  }
  return attendees;
}

async function attendeeOf(number: number, person: string, place: Place, room: Room): Promise<Attendee | undefined> {
  const [{ person: record, profile }, said] = await Promise.all([
    loadPerson(person, { consistent: false }),
    readRsvp(person, number),
  ]);
  if (!profile) return undefined;
  const { name, nameKana } = profile;
  const { status, party, came } = place;
  return {
    person,
    name,
    nameKana,
    status,
    party,
    position: positionOf(room, person),
    needs: said?.needs,
    reply: said?.reply,
    came,
    unreachable: !mayBeAnswered(record),
  };
}
