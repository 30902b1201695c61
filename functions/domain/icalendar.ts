import { Temporal } from 'temporal-polyfill';
import { dateAfter, type Instant, type PlainDate } from './time.ts';

/** An entry in somebody's calendar, as the file that a mail carries. */

type Party = { name: string; address: string };
type When =
  | { start: Instant; end: Instant }
  | { /** Whole days, the last one included. */ firstDay: PlainDate; lastDay: PlainDate };

export type CalendarEntry = {
  /** The same for as long as it is the same entry. */
  uid: string;
  /** Rises with everything that is sent about it, the cancellation included. */
  sequence: number;
  method: 'REQUEST' | 'CANCEL';
  /** When this was written. */
  at: Instant;
  title: string;
  description: string;
  location: string;
  url?: string;
  /** The address that the mail comes from. */
  organiser: Party;
  /** The address that the mail goes to. */
  attendee: Party;
} & When;

/** Octets of a line, its break not counted (RFC 5545, 3.1). */
const longestLine = 75;

/**
 * Writes an iCalendar file (RFC 5545) that asks for a place in a calendar or takes it back (iTIP, RFC 5546).
 * The mail's Content-Type has to name the same method (RFC 6047).
 */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, sequence, method, at, title, description, location, url, organiser, attendee } = entry;
  const isCancelled = method === 'CANCEL';
  // RFC 5546, 3.2.2 and 3.2.5, and MS-OXCICAL, 2.1.3: Outlook, Google and Apple find the entry again by its UID, take
  // what has the higher SEQUENCE, and know their own ATTENDEE; a CANCEL repeats the rest for those who show it.
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Okaeri//Okaeri//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(at)}`,
    ...timesOf(entry),
    `SUMMARY:${textValue(title)}`,
    `DESCRIPTION:${textValue(description)}`,
    `LOCATION:${textValue(location)}`,
    ...(url ? [`URL:${uriValue(url)}`] : []),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // Where a cancelled entry is kept, its time is free again.
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    // Colleagues at another company who see the calendar need not know whose alumnus somebody is.
    'CLASS:PRIVATE',
    `ORGANIZER;${commonName(organiser)}:${mailto(organiser)}`,
    `ATTENDEE;${commonName(attendee)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${mailto(attendee)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function timesOf(when: When): string[] {
  if ('start' in when) return [`DTSTART:${utc(when.start)}`, `DTEND:${utc(when.end)}`];
  // The end is the first day on which it is over.
  const [from, to] = [when.firstDay, dateAfter(when.lastDay, 'P1D')].map((date) => date.replaceAll('-', ''));
  return [`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`];
}

/** An instant as `20270312T093000Z`, which needs no time zone in the file. */
function utc(at: Instant): string {
  return Temporal.Instant.from(at).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** Text whose only control character is the line feed, and which UTF-8 can express. */
function cleaned(text: string): string {
  return text
    .replaceAll(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .replaceAll(/\p{Cs}/gu, '\ufffd');
}

function textValue(text: string): string {
  return cleaned(text)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** The name of somebody; without one, clients show nobody. */
function commonName({ name, address }: Party): string {
  return `CN="${quotable(name) || quotable(address)}"`;
}

/** A quoted value has no escapes; some readers know `^` (RFC 6868) or a backslash as one nevertheless. */
function quotable(text: string): string {
  return cleaned(text)
    .replaceAll('\n', ' ')
    .replaceAll(/["^\\]/g, '')
    .trim();
}

/** What an address rarely holds is encoded as RFC 6068 says; `+` and `'` stay, or it would not be found again. */
function mailto({ address }: Party): string {
  return `mailto:${cleaned(address).replaceAll(/[^\w.!$'*+~@-]/gu, encodeURIComponent)}`;
}

function uriValue(url: string): string {
  return cleaned(url).replaceAll(/[^!-~]/gu, encodeURIComponent);
}

/** Breaks a line between characters, never within one. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > longestLine) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
