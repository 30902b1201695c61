import type { CalendarPart } from '../adapters/mail.ts';
import type { Given } from '../domain/decision.ts';
import type { Announced } from '../domain/gathering.ts';
import type { Language } from '../domain/language.ts';
import type { Place } from '../domain/room.ts';
import { gatheringEntry } from './calendar.ts';

/** The calendar entry that a mail to somebody brings, changes or takes back. */
export function entryFor(
  { language, name, address }: { language: Language; name: string; address: string },
  { number, plan, revision, status }: Announced,
  place: Pick<Place, 'revision'>,
  method: CalendarPart['method'],
  { now, policy }: Given,
): CalendarPart {
  // Rises with the plan, and within it with the place; a gathering is called off once, after all that.
  const sequence = revision * 1000 + place.revision + Number(status === 'cancelled');
  const attendee = { name, address };
  return { method, content: gatheringEntry({ number, plan, policy, language, attendee, method, sequence, now }) };
}
