import type { Host, Plan } from '../../functions/domain/gathering-plan.ts';
import { count } from '../print.ts';
import { lineOfText } from '../yaml/fields.ts';
import { type Entry, entriesOf, itemsOf, required, writtenAt } from '../yaml/map.ts';
import { staffAddress } from '../yaml/staff-address.ts';
import type { PlanReading } from './plan-reading.ts';

/** Who is in the room of a gathering. */

/** The room is one item of the table, with everybody in it. */
const mostCapacity = 2000;
const mostGuests = 10;
const longestName = 60;

export function peopleOf(file: PlanReading): Pick<Plan, 'capacity' | 'hosts' | 'organiser' | 'guests'> {
  const { entries, get, refuse, policy } = file;
  const hosts = hostsOf(entries.get('hosts'), file);
  const room = get('capacity', 'capacity: 12');
  const capacity = room && wholeOf(room, 'The capacity', { least: 1, most: mostCapacity }, file);
  const brought = entries.get('guests');
  const guests = brought ? wholeOf(brought, 'The guests', { least: 0, most: mostGuests }, file) : 0;
  if (room && capacity !== undefined) {
    const places = capacity - hosts.length;
    if (places < 1) {
      refuse(
        room.line,
        `The capacity counts the hosts too: with ${hosts.length} of them it must be ${hosts.length + 1} or more.`,
      );
    } else if (brought && guests !== undefined && guests + 1 > places) {
      refuse(
        brought.line,
        `An alumnus with ${count(guests, 'guest')} does not fit: the hosts leave ${places} of ${capacity} places; allow fewer.`,
      );
    }
  }
  const organiser = entries.get('organiser');
  return {
    capacity: capacity ?? 0,
    hosts,
    organiser: organiser ? staffAddress(organiser, 'The organiser', file) : policy.company.admin,
    guests: guests ?? 0,
  };
}

/** A whole number, with digits only. */
function wholeOf(
  { value, line }: Entry,
  whose: string,
  { least, most }: { least: number; most: number },
  { refuse }: PlanReading,
): number | undefined {
  const text = writtenAt(value) ?? '';
  const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (number !== undefined && number >= least && number <= most) return number;
  refuse(line, `${whose} must be a whole number from ${least} to ${most.toLocaleString('en')}.`);
  return undefined;
}

function hostsOf(entry: Entry | undefined, file: PlanReading): Host[] {
  if (!entry) return [];
  const items = itemsOf(entry, file);
  if (!items) file.refuse(entry.line, 'The hosts must be a list of {name: …, email: …}; for none, remove the line.');
  const seen = new Set<string>();
  return (items ?? []).map((item) => {
    const { host, emailLine } = hostOf(item, file);
    const known = host.email.toLowerCase();
    if (known && seen.has(known)) file.refuse(emailLine, `${host.email} is a host already; remove one of the two.`);
    seen.add(known);
    return host;
  });
}

function hostOf(item: Entry, file: PlanReading): { host: Host; emailLine: number } {
  const about = (example: string) => ({ whose: 'The host', line: item.line, example });
  const entries = entriesOf(item, ['name', 'email'], 'A host', file);
  // What is no map has been refused as a whole.
  const get = (name: string, example: string) =>
    entries.size > 0 ? required(entries, name, about(example), file.refuse) : undefined;
  const name = get('name', 'name: …');
  const email = get('email', 'email: …');
  const { text, line } = name ? lineOfText(name, 'The name', longestName, file.refuse) : { text: '', line: item.line };
  return {
    host: { name: text, email: email ? staffAddress(email, 'The email', file) : '', line },
    emailLine: email?.line ?? item.line,
  };
}
