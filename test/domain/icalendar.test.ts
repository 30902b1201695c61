import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarFile } from '../../functions/domain/icalendar.ts';

const texts = {
  uid: 'gathering-3@hikari.example.com',
  sequence: 0,
  method: 'REQUEST',
  at: '2027-02-01T03:00:00.123Z',
  title: '春の夕食会',
  description: '日時: 2027年3月12日(金)\n場所: 花屋 神田店',
  location: '花屋 神田店',
  organiser: { name: '株式会社ひかり', address: 'alumni@hikari.example.com' },
  attendee: { name: '佐藤 花子', address: 'hanako+alumni@example.com' },
} as const;
const times = { start: '2027-03-12T18:30:00+09:00', end: '2027-03-12T20:30:00+09:00' };
const entry: CalendarEntry = { ...texts, ...times };

/** Content lines as RFC 5545 unfolds them. */
function unfolded(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n');
}

function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const [event, ...more] = calendar.getAllSubcomponents();
  expect(more).toEqual([]);
  if (event?.name !== 'vevent') throw new Error('there is no VEVENT');
  return {
    calendar,
    value: (name: string) => String(event.getFirstPropertyValue(name)),
    parameter: (name: string, parameter: string) => event.getFirstProperty(name)?.getParameter(parameter),
    event: new ICAL.Event(event),
  };
}

/** What holds for every file, whatever it says. */
function expectSound(file: string): void {
  expect(file.endsWith('\r\n')).toBe(true);
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    // Half a character would come back as another one.
    expect(Buffer.from(line).toString()).toBe(line);
  }
}

/** Names of the content lines and of their parameters; what is quoted is a value. */
function shape(file: string): string[] {
  return unfolded(file).map((line) => {
    const [head = ''] = line.replaceAll(/"[^"]*"/g, '').split(':');
    return head.replaceAll(/=[^;]*/g, '');
  });
}

test('an invitation says all that a calendar needs, in an order that never changes', () => {
  const file = calendarFile(entry);
  expectSound(file);
  expect(unfolded(file)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Okaeri//Okaeri//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:gathering-3@hikari.example.com',
    'SEQUENCE:0',
    'DTSTAMP:20270201T030000Z',
    'DTSTART:20270312T093000Z',
    'DTEND:20270312T113000Z',
    'SUMMARY:春の夕食会',
    String.raw`DESCRIPTION:日時: 2027年3月12日(金)\n場所: 花屋 神田店`,
    'LOCATION:花屋 神田店',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'CLASS:PRIVATE',
    'ORGANIZER;CN="株式会社ひかり":mailto:alumni@hikari.example.com',
    'ATTENDEE;CN="佐藤 花子";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:hanako+alumni@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('an update and a cancellation are about the same entry', () => {
  const sent = (['REQUEST', 'REQUEST', 'CANCEL'] as const).map((method, sequence) =>
    parse(calendarFile({ ...entry, method, sequence })),
  );
  expect(sent.map(({ event }) => event.uid)).toEqual(Array(3).fill(texts.uid));
  expect(sent.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
  expect(sent.map(({ value }) => value('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  expect(sent.map(({ value }) => value('transp'))).toEqual(['OPAQUE', 'OPAQUE', 'TRANSPARENT']);
  const methods = sent.map(({ calendar }) => calendar.getFirstPropertyValue('method'));
  expect(methods).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  for (const { event, value, parameter } of sent) {
    expect(event.organizer).toBe('mailto:alumni@hikari.example.com');
    expect(value('attendee')).toBe('mailto:hanako+alumni@example.com');
    expect(parameter('attendee', 'rsvp')).toBe('FALSE');
    expect(event.duration.toSeconds()).toBe(2 * 3600);
  }
});

test.each([
  ['one day', '2027-03-12', '2027-03-12', '2027-03-13'],
  ['several days', '2027-12-30', '2028-01-02', '2028-01-03'],
  ['a leap day', '2028-02-28', '2028-02-29', '2028-03-01'],
  ['the days around a change of the clocks', '2027-03-27', '2027-03-28', '2027-03-29'],
])('%s as a whole', (_, firstDay, lastDay, dayAfter) => {
  const file = calendarFile({ ...texts, firstDay, lastDay });
  expect(file).toContain(`\r\nDTSTART;VALUE=DATE:${firstDay.replaceAll('-', '')}\r\n`);
  const { event } = parse(file);
  expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, firstDay]);
  expect([event.endDate.isDate, event.endDate.toString()]).toEqual([true, dayAfter]);
});

describe('long text', () => {
  test.each([
    ['Japanese', '退職された方と社員が語り合う春の交流会'.repeat(12)],
    ['emoji of many code points', '👩‍👩‍👧‍👦🇯🇵👍🏽'.repeat(20)],
    ['combining characters', 'か\u3099e\u0301\u0302a\u0308'.repeat(30)],
    ['spaces where it is folded', 'a '.repeat(100)],
    ['ASCII', 'x'.repeat(300)],
  ])('of %s is folded and comes back whole', (_, words) => {
    for (let shift = 0; shift < 5; shift += 1) {
      const title = `${'-'.repeat(shift)}${words}`;
      const file = calendarFile({ ...entry, title, attendee: { name: title, address: 'a@example.com' } });
      expectSound(file);
      const { event, parameter } = parse(file);
      expect(event.summary).toBe(title);
      expect(parameter('attendee', 'cn')).toBe(title.trim());
    }
  });

  test('fills 75 octets and no more', () => {
    const title = 'x'.repeat(75 - 'SUMMARY:'.length);
    expect(calendarFile({ ...entry, title })).toContain(`\r\nSUMMARY:${title}\r\n`);
    expect(calendarFile({ ...entry, title: `${title}y` })).toContain(`\r\nSUMMARY:${title}\r\n y\r\n`);
  });
});

test.each([
  ['a, b; c \\ d: "e"', 'a, b; c \\ d: "e"'],
  ['one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
  ['\\n is no break, \\, no comma', '\\n is no break, \\, no comma'],
  ['bell\u0007 tab\tnull\0 escape\u001b\u009b', 'bell tab null escape'],
  ['half a character \ud83d', 'half a character \ufffd'],
])('%j reads %j', (title, read) => {
  expect(parse(calendarFile({ ...entry, title })).event.summary).toBe(read);
});

test.each([
  ['Kim "Kit"; ROLE=CHAIR:mailto:x@example.com', 'Kim Kit; ROLE=CHAIR:mailto:x@example.com'],
  ['花子\r\nATTENDEE:x', '花子 ATTENDEE:x'],
  ["Kim^nATTENDEE:x^'^^", "KimnATTENDEE:x'"],
  ['Kim\\', 'Kim'],
  ['"\n"', 'hanako+alumni@example.com'],
])('somebody called %j is %j', (name, read) => {
  const { parameter } = parse(calendarFile({ ...entry, attendee: { ...entry.attendee, name } }));
  expect(parameter('attendee', 'cn')).toBe(read);
  expect(parameter('attendee', 'role')).toBe('REQ-PARTICIPANT');
});

test('addresses hold nothing but an address', () => {
  const address = "o'brien+x?cc=b&c@example.com\r\nATTENDEE:mailto:x";
  const file = calendarFile({
    ...entry,
    url: 'https://meet.example.com/a?b=1,2;3\r\nX:日',
    attendee: { name: '', address },
  });
  expectSound(file);
  expect(unfolded(file)).toContain('URL:https://meet.example.com/a?b=1,2;3%0AX:%E6%97%A5');
  expect(parse(file).value('attendee')).toBe("mailto:o'brien+x%3Fcc%3Db%26c@example.com%0AATTENDEE%3Amailto%3Ax");
});

test('whatever is written, it comes back and nothing else does', () => {
  const hostile = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '"',
    ';',
    ',',
    ':',
    '\\',
    '^n',
    '\nATTENDEE:x',
    '\r\n END:VEVENT',
  );
  const part = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant('\udfff'));
  const words = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  const said = fc.record({ title: words, description: words, location: words, url: words, uid: words });
  // Space and breaks may become other ones.
  const bare = (text: string) => text.replaceAll(/[\s\p{Cc}]/gu, '').replaceAll(/\p{Cs}/gu, '\ufffd');
  const usual = shape(calendarFile({ ...entry, url: 'https://meet.example.com' }));
  fc.assert(
    fc.property(said, words, words, (changes, name, address) => {
      const party = { name: `n${name}`, address };
      const file = calendarFile({ ...entry, ...changes, url: `x:${changes.url}`, organiser: party, attendee: party });
      expectSound(file);
      expect(shape(file)).toEqual(usual);
      const { value, parameter } = parse(file);
      expect(bare(value('summary'))).toBe(bare(changes.title));
      expect(bare(value('description'))).toBe(bare(changes.description));
      expect(bare(value('location'))).toBe(bare(changes.location));
      expect(bare(value('uid'))).toBe(bare(changes.uid));
      const called = bare(party.name).replaceAll(/["^\\]/g, '');
      expect(bare(String(parameter('organizer', 'cn')))).toBe(called);
      expect(bare(String(parameter('attendee', 'cn')))).toBe(called);
      expect(bare(decodeURIComponent(value('attendee')))).toBe(`mailto:${bare(address)}`);
    }),
    { numRuns: 500 },
  );
});
