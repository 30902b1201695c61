import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { gatheringEntry } from '../../functions/gatherings/letters/calendar-entry.ts';
import { policy } from '../domain/samples.ts';

const plan: Plan = {
  classification: 'alumni',
  variants: {
    ja: {
      title: `退職された方と社員が語り合う、春の夕食会${'、そのあとの散歩'.repeat(8)}`,
      titleLine: 2,
      blocks: [],
      place: { text: '花屋 神田店(東京都千代田区見本町2-4-6)', line: 3 },
    },
    en: { title: 'A dinner, in spring', titleLine: 5, blocks: [], place: { text: 'Hanaya; Kanda, Tokyo', line: 6 } },
  },
  url: { text: 'https://meet.example.com/spring?room=1', line: 7 },
  start: '2027-03-12T18:30',
  end: '2027-03-12T20:30',
  timeZone: 'Asia/Tokyo',
  capacity: 40,
  hosts: [{ name: '山本 直子', email: 'naoko.yamamoto@hikari.example.com', line: 9 }],
  organiser: 'sakura.mori@hikari.example.com',
  guests: 1,
  fee: 5000,
  budget: 300_000,
  deadline: '2027-02-26',
  reminders: [],
  audience: {},
};
const attendee = { name: '佐藤 花子', address: 'hanako@example.com' };
const input = { number: 3, plan, policy, language: 'ja', attendee, sequence: 0, now: '2027-02-01T03:00:00Z' } as const;

type Change = Partial<Parameters<typeof gatheringEntry>[0]>;

/** The entry as a calendar reads it. */
function entryOf(change: Change = {}) {
  const file = gatheringEntry({ ...input, method: 'REQUEST', ...change });
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('there is no VEVENT');
  return {
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(component),
    value: (name: string) => component.getFirstPropertyValue(name),
    organiser: component.getFirstProperty('organizer'),
  };
}

describe('the entry of a gathering', () => {
  test('tells a Japanese reader what, when and where', () => {
    const { event, value, organiser } = entryOf();
    expect(event.uid).toBe('gathering-3@hikari.example.com');
    expect(event.summary).toBe(plan.variants.ja?.title);
    expect(event.location).toBe('花屋 神田店(東京都千代田区見本町2-4-6) / https://meet.example.com/spring?room=1');
    expect(value('url')).toBe('https://meet.example.com/spring?room=1');
    expect(event.description).toBe(
      [
        '日時: 2027年3月12日(金) 18:30から20:30まで(日本時間)',
        `場所: ${event.location}`,
        '会費: お一人 5,000円',
        '社内からの参加者: 山本 直子',
        '',
        '変更や取り消しは、ご案内メールのページからどうぞ。',
      ].join('\n'),
    );
    expect(organiser?.getParameter('cn')).toBe('株式会社ひかり');
    expect(organiser?.getFirstValue()).toBe('mailto:alumni@hikari.example.com');
    expect(value('attendee')).toBe('mailto:hanako@example.com');
  });

  test('and an English one', () => {
    const { event, organiser } = entryOf({ language: 'en' });
    expect(event.summary).toBe('A dinner, in spring');
    expect(event.location).toBe('Hanaya; Kanda, Tokyo / https://meet.example.com/spring?room=1');
    expect(event.description).toMatch(/^When: 12 March 2027.*\nTo change or cancel, open the page from your mail\.$/s);
    expect(organiser?.getParameter('cn')).toBe('Hikari, Inc.');
  });

  test('speaks the language that is left', () => {
    const { en } = plan.variants;
    expect(entryOf({ plan: { ...plan, variants: en ? { en } : {} } }).event.summary).toBe('A dinner, in spring');
  });

  test('stays the same one when the place changes, and when it is taken back', () => {
    const moved = { ...plan, url: undefined, start: '2027-03-13T18:00', end: '2027-03-13T20:00' };
    const sent = [
      entryOf(),
      entryOf({ plan: moved, sequence: 1 }),
      entryOf({ plan: moved, sequence: 2, method: 'CANCEL' }),
    ];
    expect(new Set(sent.map(({ event }) => event.uid)).size).toBe(1);
    expect(sent.map(({ method, event }) => [method, event.sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['CANCEL', 2],
    ]);
    expect(sent.map(({ event }) => event.startDate.toString())).toEqual([
      '2027-03-12T09:30:00Z',
      '2027-03-13T09:00:00Z',
      '2027-03-13T09:00:00Z',
    ]);
    expect(sent[2]?.value('status')).toBe('CANCELLED');
    expect(sent[2]?.event.description).not.toContain('ご案内メール');
    expect(sent[2]?.value('url')).toBeNull();
  });
});

test.each([
  ['Europe/Berlin', '2027-03-27T22:00', '2027-03-28T04:00', '2027-03-27T21:00:00Z', '2027-03-28T02:00:00Z', 5],
  ['Europe/Berlin', '2027-10-30T22:00', '2027-10-31T04:00', '2027-10-30T20:00:00Z', '2027-10-31T03:00:00Z', 7],
  ['America/New_York', '2027-03-13T22:00', '2027-03-14T04:00', '2027-03-14T03:00:00Z', '2027-03-14T08:00:00Z', 5],
  ['America/New_York', '2027-11-06T22:00', '2027-11-07T04:00', '2027-11-07T02:00:00Z', '2027-11-07T09:00:00Z', 7],
])('in %s, from %s to %s', (timeZone, start, end, from, to, hours) => {
  const { event } = entryOf({ plan: { ...plan, timeZone, start, end } });
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual([from, to]);
  expect(event.startDate.toJSDate().toISOString()).toBe(from.replace('Z', '.000Z'));
  expect(event.duration.toSeconds()).toBe(hours * 3600);
});

test.each([
  ['2027-03-12', '2027-03-12', '2027-03-13'],
  ['2027-03-27', '2027-03-28', '2027-03-29'],
])('whole days from %s to %s', (start, end, dayAfter) => {
  const { event } = entryOf({ plan: { ...plan, timeZone: 'Europe/Berlin', start, end } });
  expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true]);
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual([start, dayAfter]);
});
