import { describe, expect, it } from 'vitest';
import {
  changesOf,
  datesOf,
  endOfPlan,
  isAllDay,
  isPlannedFor,
  largestParty,
  type Plan,
  type PlanText,
  placesIn,
  startOf,
  wordsOf,
} from '../../functions/domain/gathering-plan.ts';
import type { StintOf } from '../../functions/domain/person.ts';
import { languagesOf } from '../../functions/domain/variants.ts';
import { dinner } from './held-gathering.ts';
import { enrolled, policy, stintOf } from './samples.ts';

const days = (said: Partial<Plan>) => {
  const { start, end, details, survey } = datesOf(dinner(said), policy);
  return { start, end, details, survey };
};
const on = (day: string, from: string, to: string, timeZone = 'Asia/Tokyo', last = day) => ({
  start: `${day}T${from}`,
  end: `${last}T${to}`,
  timeZone,
});

describe('the dates of a gathering', () => {
  it('are those of its deadline and of its day', () => {
    expect(datesOf(dinner({ reminders: ['P2D', 'P1W'] }), policy)).toEqual({
      reminders: ['2027-02-26', '2027-03-03'],
      deadline: '2027-03-05',
      details: '2027-03-11',
      start: '2027-03-12',
      end: '2027-03-12',
      survey: '2027-03-26',
    });
  });

  it.each([
    [
      'an evening in New York, the next morning in Tokyo',
      on('2027-03-12', '19:00', '21:00', 'America/New_York'),
      '2027-03-13',
      '2027-03-13',
    ],
    [
      'a morning in New York, the same night, and past midnight in Tokyo',
      on('2027-03-12', '09:30', '11:00', 'America/New_York'),
      '2027-03-12',
      '2027-03-13',
    ],
    [
      'an hour before midnight in Singapore',
      on('2027-03-12', '23:00', '23:59', 'Asia/Singapore'),
      '2027-03-13',
      '2027-03-13',
    ],
    [
      'an evening in Singapore until midnight in Tokyo',
      on('2027-03-12', '19:00', '23:00', 'Asia/Singapore'),
      '2027-03-12',
      '2027-03-12',
    ],
    ['until midnight', on('2027-03-12', '18:00', '00:00', 'Asia/Tokyo', '2027-03-13'), '2027-03-12', '2027-03-12'],
    [
      'until a minute past midnight',
      on('2027-03-12', '18:00', '00:01', 'Asia/Tokyo', '2027-03-13'),
      '2027-03-12',
      '2027-03-13',
    ],
    ['a whole day', { start: '2027-03-12', end: '2027-03-12' }, '2027-03-12', '2027-03-12'],
    ['whole days', { start: '2027-03-12', end: '2027-03-14' }, '2027-03-12', '2027-03-14'],
    [
      'a whole day in New York',
      { start: '2027-03-12', end: '2027-03-12', timeZone: 'America/New_York' },
      '2027-03-12',
      '2027-03-13',
    ],
    [
      'a whole day in Auckland',
      { start: '2027-03-12', end: '2027-03-12', timeZone: 'Pacific/Auckland' },
      '2027-03-11',
      '2027-03-12',
    ],
  ])('of %s are by the company’s calendar', (_, said, start, end) => {
    expect(days(said)).toMatchObject({ start, end });
  });

  it('count the details from the start and the survey from the end', () => {
    expect(days({ start: '2027-03-01', end: '2027-03-03' })).toEqual({
      details: '2027-02-28',
      start: '2027-03-01',
      end: '2027-03-03',
      survey: '2027-03-17',
    });
  });

  it('follow the clocks of its place, also where they are put forward', () => {
    const summer = dinner(on('2027-03-14', '01:00', '04:00', 'America/New_York'));
    expect([startOf(summer), endOfPlan(summer)]).toEqual(['2027-03-14T06:00:00Z', '2027-03-14T08:00:00Z']);
    const whole = dinner({ start: '2027-03-14', end: '2027-03-14', timeZone: 'America/New_York' });
    expect([startOf(whole), endOfPlan(whole)]).toEqual(['2027-03-14T05:00:00Z', '2027-03-15T04:00:00Z']);
    expect([isAllDay(whole), isAllDay(summer)]).toEqual([true, false]);
  });
});

describe('what readers of an earlier plan must hear', () => {
  const { ja, en } = dinner().variants;
  if (!ja || !en) throw new Error('no texts');
  const inEnglish = (said: Partial<PlanText>) => ({ variants: { ja, en: { ...en, ...said } } });
  const paragraph = (text: string, line: number) => ({ kind: 'paragraph' as const, line, spans: [{ text }] });

  it.each<[string, Partial<Plan>, string[]]>([
    ['the start', { start: '2027-03-12T19:00' }, ['when']],
    ['the end', { end: '2027-03-12T21:00' }, ['when']],
    ['the time zone', { timeZone: 'Asia/Seoul' }, ['when']],
    ['the place', inEnglish({ place: { text: 'Elsewhere', line: 5 } }), ['where']],
    ['the URL', { url: { text: 'https://talk.example.com/', line: 5 } }, ['where']],
    ['the fee', { fee: 3500 }, ['fee']],
    ['the deadline', { deadline: '2027-03-01' }, ['deadline']],
    ['the hosts', { hosts: [] }, ['other']],
    ['guests', { guests: 0 }, ['other']],
    ['the title', inEnglish({ title: 'A dinner' }), ['other']],
    ['the text', inEnglish({ blocks: [paragraph('Come', 3)] }), ['other']],
    ['the question', inEnglish({ question: { text: 'Why?', line: 3 } }), ['other']],
    ['a language', { variants: { ja } }, ['where', 'other']],
    ['more at once', { fee: 1, deadline: '2027-03-01', start: '2027-03-12T18:00' }, ['when', 'fee', 'deadline']],
  ])('is that %s changed', (_, said, changes) => {
    expect(changesOf(dinner(), dinner(said))).toEqual(changes);
    expect(changesOf(dinner(said), dinner())).toEqual(changes);
  });

  it('is nothing where only the company’s side of it changed, or where in the file it stands', () => {
    const host = { name: '田中 健', email: 'new@hikari.example.com', line: 40 };
    const inside = { capacity: 40, budget: 1, organiser: 'x@hikari.example.com', reminders: [], hosts: [host] };
    expect(
      changesOf(dinner(), dinner({ ...inside, audience: { countries: ['JP'] }, classification: 'public' })),
    ).toEqual([]);
    const [before, after] = [3, 30].map((line) =>
      dinner(inEnglish({ titleLine: line, blocks: [paragraph('Come', line)] })),
    );
    expect(before && after && changesOf(before, after)).toEqual([]);
  });

  it('is not that a fee is free, said or not', () => {
    const { fee: _, ...free } = dinner();
    expect(changesOf(free, dinner({ fee: 0 }))).toEqual([]);
  });
});

describe('whom it is for', () => {
  const stint = stintOf(enrolled()) as StintOf<'enrolled'>;
  const profile = { employeeId: 'E1042', name: '佐藤 花子', language: 'ja', department: 'Sales' } as const;
  const { ja } = dinner().variants;

  it.each<[string, Partial<Plan>, boolean]>([
    ['everybody', {}, true],
    ['their department', { audience: { departments: ['Legal', 'Sales'] } }, true],
    ['another department', { audience: { departments: ['Legal'] } }, false],
    ['no department', { audience: { departments: [] } }, false],
    ['their language', { audience: { languages: ['ja'] } }, true],
    ['another language', { audience: { languages: ['en'] } }, false],
    ['their country', { audience: { countries: ['SG', 'JP'] } }, true],
    ['another country', { audience: { countries: ['SG'] } }, false],
    ['who left since their last day', { audience: { lastDayFrom: '2026-12-31' } }, true],
    ['who left after it', { audience: { lastDayFrom: '2027-01-01' } }, false],
    ['who left up to their last day', { audience: { lastDayTo: '2026-12-31' } }, true],
    ['who left before it', { audience: { lastDayTo: '2026-12-30' } }, false],
    ['readers of what they read', { variants: { ...(ja && { ja }) } }, true],
    ['readers of what they do not read', { variants: { ...(ja && { en: ja }) } }, false],
    ['some of them, but not them', { audience: { departments: ['Sales'], countries: ['SG'] } }, false],
  ])('%s', (_, said, isFor) => {
    expect(isPlannedFor(dinner(said), stint, profile)).toBe(isFor);
  });

  it('is not who has no department, where it names one', () => {
    const { department: _, ...none } = profile;
    expect(isPlannedFor(dinner({ audience: { departments: ['Sales'] } }), stint, none)).toBe(false);
    expect(isPlannedFor(dinner(), stint, none)).toBe(true);
  });
});

it('has places for all but its hosts', () => {
  expect([placesIn(dinner()), largestParty(dinner()), largestParty(dinner({ guests: 0 }))]).toEqual([11, 3, 1]);
});

it('shows the disclosure guard all that it tells, in each language it speaks, and no address of staff', () => {
  const { ja } = dinner().variants;
  if (!ja) throw new Error('no text');
  const url = { text: 'https://talk.example.com/', line: 8 };
  const plan = dinner({ variants: { ja: { ...ja, question: { text: '好物は', line: 7 } } }, url });
  const words = wordsOf({ ...plan, audience: { countries: ['JP'], departments: ['Sales'] } });
  expect(languagesOf(plan.variants)).toEqual(['ja']);
  expect(words.variants.ja?.title).toBe('春の交流会');
  expect(words.variants.ja?.blocks).toEqual(
    [
      ['見本町の会場', 5],
      ['好物は', 7],
      ['https://talk.example.com/', 8],
      ['田中 健', 9],
    ].map(([text, line]) => ({ kind: 'paragraph', line, spans: [{ text }] })),
  );
  expect([words.classification, words.audience, words.variants.en]).toEqual([
    'alumni',
    { countries: ['JP'] },
    undefined,
  ]);
});
