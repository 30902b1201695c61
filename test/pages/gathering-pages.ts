import type { Language } from '../../functions/domain/language.ts';
import type { Place } from '../../functions/domain/room.ts';
import type { Rsvp } from '../../functions/domain/rsvp.ts';
import type { Attendee } from '../../functions/gatherings/door/attendee.ts';
import { checkInPage, ticketPage } from '../../functions/gatherings/pages/check-in.tsx';
import { doorPage } from '../../functions/gatherings/pages/door.tsx';
import { gatheringPage } from '../../functions/gatherings/pages/gathering.tsx';
import { gatheringOverPage, surveyDonePage, surveyPage } from '../../functions/gatherings/pages/survey.tsx';
import { plan } from '../mail/gathering-samples.ts';
import { policy } from './samples.ts';

/** A place in the room. */
export function place(status: Place['status'], party = 2): Place {
  return { status, party, revision: 1, told: 1, ...(status === 'offered' && { until: '2027-03-05' }) };
}

/** What somebody said. */
export function rsvp(answer: Rsvp['answer']): Rsvp {
  return {
    gathering: 3,
    answer,
    at: '2027-02-01T09:00:00Z',
    ...(answer === 'yes' && { needs: '卵のアレルギーがあります。', reply: 'はい、少しだけ。' }),
  };
}

export const checkInUrl = `https://alumni.hikari.example.com/check-in/check-in.01JB2Q4W7V9N3K5M8P0R.3.t4k2j1.k1.${'x'.repeat(43)}`;

/** Who comes, and who does not. */
export const attendees: readonly Attendee[] = [
  {
    person: 'a1',
    name: '佐藤 花子',
    nameKana: 'さとう はなこ',
    status: 'attending',
    party: 2,
    needs: '卵のアレルギーがあります。',
    reply: 'はい、少しだけ。',
  },
  { person: 'a2', name: 'Maria Fernandez', status: 'attending', party: 1, reply: 'No, my train leaves at nine.' },
  { person: 'a3', name: '伊藤 翔', nameKana: 'いとう しょう', status: 'attending', party: 2, came: 1 },
  {
    person: 'a4',
    name: '渡辺 美咲',
    nameKana: 'わたなべ みさき',
    status: 'attending',
    party: 1,
    came: 1,
    needs: '車いすで参りますので、入口に近い席だと助かります。',
  },
  { person: 'a5', name: '中村 健太', nameKana: 'なかむら けんた', status: 'offered', party: 1 },
  { person: 'a6', name: '加藤 さくら', nameKana: 'かとう さくら', status: 'waiting', party: 1, position: 2 },
  { person: 'a7', name: '吉田 大輔', nameKana: 'よしだ だいすけ', status: 'waiting', party: 2, position: 1 },
  { person: 'a8', name: '山田 亮', nameKana: 'やまだ りょう', status: 'left', party: 1 },
];

/** Every page of a gathering, in each state that looks different. */
export function gatheringPages(language: Language): Record<string, string> {
  const to = { language, policy };
  const asked = { ...to, address: 'h***@example.com', plan: plan({ guests: 2 }), open: true, full: false };
  const survey = { ...to, plan: plan(), closesOn: '2027-03-26' };
  const closed = { ...asked, open: false };
  const yes = { said: rsvp('yes') };
  const typed = { answer: 'yes', guests: '2', needs: 'そばのアレルギー'.repeat(70), reply: 'はい' };
  const door = {
    ...to,
    number: 3,
    plan: plan(),
    attendees,
    walkIns: 2,
    heads: { expected: 6, came: 2 },
    csvUrl: '/door/token/attendees.csv',
  };
  const checkIn = {
    ...to,
    plan: plan(),
    person: 'a1',
    action: '/door/token',
    attendee: { name: '佐藤 花子', party: 2, status: 'attending' as const },
  };
  return {
    invited: gatheringPage(asked),
    'invited, full': gatheringPage({ ...asked, full: true }),
    'invited, nobody may be brought and nothing is asked': gatheringPage({
      ...asked,
      plan: plan({ guests: 0, url: { text: 'https://meet.example.com/hikari', line: 5 } }),
    }),
    'invited, nothing chosen': gatheringPage({ ...asked, problem: 'choose', typed: { guests: '1', needs: '卵' } }),
    'invited, too many': gatheringPage({ ...asked, problem: 'too many', typed: { answer: 'yes', guests: '9' } }),
    'invited, too long': gatheringPage({ ...asked, problem: 'too long', typed }),
    attending: gatheringPage({ ...asked, ...yes, place: place('attending'), checkInUrl }),
    'attending, just saved': gatheringPage({ ...asked, ...yes, place: place('attending', 1), checkInUrl, saved: true }),
    'attending, no room for more': gatheringPage({
      ...asked,
      ...yes,
      place: place('attending'),
      checkInUrl,
      problem: 'no room for more',
      typed: { ...typed, needs: '' },
    }),
    'attending, after the deadline': gatheringPage({ ...closed, ...yes, place: place('attending'), checkInUrl }),
    waiting: gatheringPage({ ...asked, ...yes, full: true, place: place('waiting'), position: 3, saved: true }),
    'waiting, after the deadline': gatheringPage({ ...closed, ...yes, place: place('waiting', 1), position: 1 }),
    offered: gatheringPage({ ...asked, ...yes, full: true, place: place('offered') }),
    'offered, after the deadline': gatheringPage({ ...closed, ...yes, place: place('offered', 1) }),
    lapsed: gatheringPage({ ...asked, ...yes, full: true, place: place('lapsed') }),
    left: gatheringPage({ ...asked, said: rsvp('no'), place: place('left'), saved: true }),
    'said no': gatheringPage({ ...asked, said: rsvp('no') }),
    closed: gatheringPage(closed),
    'closed, said no': gatheringPage({ ...closed, said: rsvp('no') }),
    'closed meanwhile': gatheringPage({ ...closed, problem: 'closed', typed: { answer: 'yes' } }),
    survey: surveyPage(survey),
    'survey, nothing chosen': surveyPage({ ...survey, problem: 'choose', comment: '料理がおいしかったです。' }),
    'survey, too long': surveyPage({
      ...survey,
      rating: 4,
      problem: 'too long',
      comment: '楽しい夜でした。'.repeat(70),
    }),
    'survey done': surveyDonePage({ ...to, plan: plan() }),
    cancelled: gatheringOverPage({ ...to, plan: plan(), because: 'cancelled' }),
    over: gatheringOverPage({ ...to, plan: plan(), because: 'over' }),
    door: doorPage(door),
    'door, gone meanwhile': doorPage({ ...door, problem: 'not attending' }),
    'door, too many heads': doorPage({ ...door, problem: 'heads' }),
    'door, nobody yet': doorPage({ ...door, attendees: [], walkIns: 0, heads: { expected: 0, came: 0 } }),
    'check-in': checkInPage(checkIn),
    'check-in of one': checkInPage({ ...checkIn, attendee: { ...checkIn.attendee, party: 1 } }),
    'checked in': checkInPage({ ...checkIn, attendee: { ...checkIn.attendee, came: 2 } }),
    'check-in of somebody who waits': checkInPage({ ...checkIn, attendee: { ...checkIn.attendee, status: 'waiting' } }),
    ticket: ticketPage({ ...to, plan: plan() }),
  };
}
