import { describe, expect, test } from 'vitest';
import { dinner, dinnerWith, dinnerWithout, problemsOf } from './gathering-plans.ts';

const host = (name: string, email: string) => `  - { name: ${name}, email: ${email} }`;
const mai = host('Mai', 'mai@hikari.example.com');

/** Both languages, on lines of their own. */
const bilingual = ['title:\n  en: Dinner\n  ja: 夕食会', 'place: { en: Kodachi, ja: こだち }'];

describe('a plan is refused, by line, for', () => {
  test.each([
    ['classification: secret', 1, "The classification must be one of the policy's classes"],
    ['audience: some', 2, 'The audience must be `all`, or a map'],
    ['audience:\n  town: Kobe', 3, 'The audience has no place for "town"; it knows countries, lastDayFrom,'],
    ['audience:\n  countries: [UK]', 3, 'The countries must be a list of two-letter codes'],
    ['audience:\n  departments: 営業部', 3, 'The departments must be a list of names'],
    ['audience:\n  departments: [""]', 3, 'The departments must be a list of names'],
    ['audience:\n  languages: [fr]', 3, 'The languages must be a list of ja or en'],
    ['audience:\n  languages: []', 3, 'The languages must be a list of ja or en'],
    ['audience:\n  languages: [ja, en]', 3, 'The audience reads ja, and there is no title in ja'],
    ['audience:\n  lastDayTo: 2023-02-29', 3, 'lastDayTo must be a date'],
    ['audience: { lastDayFrom: 2025-01-01, lastDayTo: 2024-01-01 }', 2, 'The audience is nobody'],
    ['title: Dinner', 3, 'The title must have ja and en'],
    ['title: {}', 3, 'The title has no language'],
    ['title: { en: 2027 }', 3, 'The title in en is empty or not text'],
    [`title: { en: ${'a'.repeat(91)} }`, 3, 'The title in en has 91 characters; 90 are the most'],
    ['title: { en: "a\\u202eb" }', 3, 'U+202E cannot be seen'],
    ['place: Kodachi', 4, 'The place must have ja and en'],
    ['place: { en: "" }', 4, 'The place in en is empty'],
    ['place: { en: "a\\nb" }', 4, 'The place in en must be one line'],
    [`place: { en: ${'a'.repeat(201)} }`, 4, 'The place in en has 201 characters; 200 are the most.'],
    ['place: { en: Kodachi, ja: こだち }', 4, 'There is a place in ja and no title'],
    ['place: { en: Kodachi, fr: Kodachi }', 4, 'The place has no place for "fr"'],
    ['url: http://meet.example.com', 19, 'The url must be a full address that begins with https://'],
    ['url: meet.example.com', 19, 'The url must be a full address'],
    ['url: https://me:pw@meet.example.com', 19, 'The url carries a user name or password'],
    [`url: https://meet.example.com/${'a'.repeat(500)}`, 19, 'The url has 525 characters'],
    ['start: tomorrow', 5, 'The start must be a date and time such as 2027-03-12 19:00'],
    ['start: 2027-03-12 9:00', 5, 'The start must be a date and time'],
    ['start: 2027-02-29 19:00', 5, 'The start must be a date and time'],
    ['start: 2027-03-12 24:00', 5, 'The start must be a date and time'],
    ['start: 2027-03-12', 6, 'The start and the end must both have a time'],
    ['start: 2026-11-22 23:00', 5, 'The start must be tomorrow or later'],
    ['end: 2027-03-12 19:00', 6, 'The end must be after the start'],
    ['end: 2027-03-11 23:00', 6, 'The end must be after the start'],
    ['end: 2027-09-28 10:00', 6, 'The end must be 2027-09-27 or earlier'],
    ['timezone: Tokyo', 7, 'The timezone must be an IANA time zone'],
    ['timezone: +09:00', 7, 'The timezone must be an IANA time zone'],
    ['timezone: Asia/Edo', 7, 'The timezone must be an IANA time zone'],
    ['capacity: twelve', 8, 'The capacity must be a whole number from 1 to 2,000'],
    ['capacity: 12.5', 8, 'The capacity must be a whole number'],
    ['capacity: 0x10', 8, 'The capacity must be a whole number'],
    ['capacity: 2001', 8, 'The capacity must be a whole number'],
    ['capacity: 1', 8, 'The capacity counts the hosts too: with 1 of them it must be 2 or more'],
    ['capacity: 2', 12, 'An alumnus with 1 guest does not fit'],
    ['hosts: Mai', 9, 'The hosts must be a list'],
    [`hosts:\n${mai}\n  - Ken`, 11, 'A host must have name and email'],
    [`hosts:\n${mai}\n  - name: Ken`, 11, 'The host has no email'],
    [`hosts:\n${mai}\n  - email: ken@hikari.example.com`, 11, 'The host has no name'],
    [
      `hosts:\n${mai}\n  - name: Ken\n    email: ken@hikari.example.com\n    tel: 1`,
      13,
      'A host has no place for "tel"',
    ],
    [`hosts:\n${mai}\n  - name: Ken\n    email: ken@example.org`, 12, 'The email must be an address of the staff'],
    [`hosts:\n${host('Ken', 'hikari.example.com')}`, 10, 'The email must be an address of the staff'],
    [`hosts:\n${host('Ken', 'ken@nothikari.example.com')}`, 10, 'The email must be an address of the staff'],
    [`hosts:\n${host('a'.repeat(61), 'mai@hikari.example.com')}`, 10, 'The name has 61 characters; 60 are the most.'],
    [`hosts:\n${mai}\n${host('May', 'MAI@hikari.example.com')}`, 11, 'MAI@hikari.example.com is a host already'],
    ['organiser: mori@example.org', 11, 'The organiser must be an address of the staff, at hikari.example.com'],
    ['guests: 11', 12, 'The guests must be a whole number from 0 to 10'],
    ['guests: -1', 12, 'The guests must be a whole number'],
    ['fee: 5,000', 13, 'The fee must be an amount in JPY without commas, such as 5000'],
    ['fee: 45.50', 13, 'The fee must be an amount in JPY'],
    ['fee:', 13, 'The fee must be an amount in JPY'],
    ['budget: [1]', 19, 'The budget must be an amount in JPY'],
    ['deadline: soon', 14, 'deadline must be a date'],
    ['deadline: 2026-11-21', 14, 'The deadline is over; today is 2026-11-22'],
    ['deadline: 2027-03-12', 14, 'The deadline must be the day before the start, 2027-03-11, or earlier'],
    ['reminders: P7D', 15, 'The reminders must be whole days before the deadline'],
    ['reminders:\n  - P7D\n  - PT12H', 17, 'A reminder must be whole days'],
    ['reminders: [P1M]', 15, 'A reminder must be whole days'],
    ['reminders: [P0D]', 15, 'A reminder must be whole days'],
    ['reminders: [-P1D]', 15, 'A reminder must be whole days'],
    ['question: { en: 1 }', 19, 'The question in en is empty or not text'],
    [`question: { en: ${'a'.repeat(201)} }`, 19, 'The question in en has 201 characters'],
    ['question: { en: Who, ja: 誰 }', 19, 'There is a question in ja and no title'],
    ['text: Come.', 16, 'The text must have ja and en'],
    ['text:\n  en: Come.', 17, 'Write the text in en below `en: |`'],
    ['text:\n  en: >\n    Come.', 17, 'Write the text in en below `en: |`'],
    ['text:\n  en: "Come."', 17, 'Write the text in en below `en: |`'],
    ['text:\n  en: |\n', 17, 'The text in en is empty; write it.'],
    [`text:\n  en: |\n    ${'a'.repeat(20_481)}`, 17, 'The text in en has 21 KB'],
    ['text:\n  en: |\n\n    a\n\n    | b |\n    |---|', 21, 'Tables are not supported'],
    ['text:\n  en: |\n    a\n  ja: |\n    b', 19, 'There is a text in ja and no title'],
    ['fees: 5000', 19, 'The plan has no place for "fees"; it knows classification, title, place, url,'],
    ['guests: 1 # x\u202ey', 12, 'U+202E cannot be seen'],
  ])('%j', (entry, line, what) => {
    expect(problemsOf(dinnerWith(entry))).toEqual([expect.stringContaining(`line ${line}: ${what}`)]);
  });

  test.each([
    ['classification', 'classification: alumni'],
    ['audience', 'audience: all'],
    ['title', 'title: { ja: …, en: … }'],
    ['place', 'place: { ja: …, en: … }'],
    ['start', 'start: 2027-03-12 19:00'],
    ['end', 'end: 2027-03-12 21:00'],
    ['capacity', 'capacity: 12'],
    ['deadline', 'deadline: 2027-02-26'],
    ['text', 'text: { ja: …, en: … }'],
  ])('no %s', (key, example) => {
    expect(problemsOf(dinnerWithout(key))).toEqual([
      expect.stringContaining(`line 1: The plan has no ${key}; add \`${example}\``),
    ]);
  });

  test.each([
    ['no place in a language of the title', bilingual.slice(0, 1), ['6: There is a title in ja and no place', '18: …']],
    ['no text in a language of the title', bilingual, ['18: There is a title in ja and no text; add it.']],
    [
      'no question in one',
      [...bilingual, 'question: { en: Who }'],
      ['18: …', '21: There is a title in ja and no quest'],
    ],
    [
      'whole days that end before they begin',
      ['start: 2027-03-12', 'end: 2027-03-11'],
      ['6: The end must not be before the start'],
    ],
    [
      'a time that daylight saving skips',
      ['start: 2027-03-14 02:30', 'end: 2027-03-14 04:00', 'timezone: America/New_York'],
      ['5: 2027-03-14 02:30 does not exist in America/New_York: daylight saving time skips it'],
    ],
    [
      'a deadline on the day of the start where it is',
      ['start: 2027-03-12 19:00', 'timezone: Pacific/Auckland', 'deadline: 2027-03-12'],
      ['14: The deadline must be the day before the start, 2027-03-11'],
    ],
    [
      'a deadline on the day of the start by the company’s calendar',
      ['start: 2027-03-13 03:00', 'end: 2027-03-13 05:00', 'timezone: Pacific/Kiritimati', 'deadline: 2027-03-12'],
      ['14: The deadline must be the day before the start, 2027-03-11'],
    ],
    [
      'a key that stands twice',
      ['x: 1\nfee: 1'],
      ['19: The plan has no place', '20: The plan is not readable as YAML with'],
    ],
    ['two documents', ['fees: 1\n---\nx: 1'], ['20: The plan is not readable as YAML: a second document begins here']],
    ['a tag', ['guests: !one 1'], ['12: The plan is not readable as YAML: Unresolved tag: !one.']],
    ['a reference', ['guests: &some 1', 'fee: *some'], ['13: The fee must be an amount']],
  ])('%s', (_, entries, problems) => {
    expect(problemsOf(dinnerWith(...entries))).toEqual(
      problems.map((problem) => expect.stringContaining(`line ${problem.replace('…', '')}`)),
    );
  });

  test.each([
    ['', 1, 'The plan must have classification, title, start, end, capacity, deadline, audience and text,'],
    ['- a', 1, 'The plan must have classification'],
    ['title: [', 1, 'The plan is not readable as YAML'],
    [`${dinner}\tx: 1`, 19, 'The plan is not readable as YAML'],
    [`# ${'a'.repeat(65_536)}\n${dinner}`, 1, 'The file has 65 KB, and a plan takes 64; shorten it.'],
  ])('%j', (text, line, what) => {
    expect(problemsOf(text)[0]).toContain(`line ${line}: ${what}`);
  });
});
