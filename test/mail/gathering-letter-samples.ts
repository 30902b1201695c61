import type { Letter } from '../../functions/domain/dispatch.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import type { Language } from '../../functions/domain/language.ts';
import { cancelledLetter } from '../../functions/gatherings/mails/cancelled.tsx';
import { changeLetter } from '../../functions/gatherings/mails/change.tsx';
import { costLetter } from '../../functions/gatherings/mails/cost.tsx';
import { detailsLetter } from '../../functions/gatherings/mails/details.tsx';
import { hostLetter } from '../../functions/gatherings/mails/host.tsx';
import { invitationLetter } from '../../functions/gatherings/mails/invitation.tsx';
import { organiserLetter } from '../../functions/gatherings/mails/organiser.tsx';
import { placeLetter } from '../../functions/gatherings/mails/place.tsx';
import { stillWaitingLetter } from '../../functions/gatherings/mails/still-waiting.tsx';
import { thanksLetter } from '../../functions/gatherings/mails/thanks.tsx';
import { plan } from './gathering-samples.ts';
import { policy } from './samples.ts';

const portal = 'https://alumni.hikari.example.com';
const names = { ja: '佐藤 花子', en: 'Priya Raman' } as const;
/** Where the online one takes place. */
export const meeting = 'https://meet.example.com/okaeri-7';
/** A dinner to which each may bring two. */
export const ofTwoGuests = plan({ guests: 2, reminders: ['P7D', 'P3D'] });
const { fee: _, ...free } = plan({ url: { text: meeting, line: 8 } });
/** A talk online, without fee and hosts. */
export const online: Plan = {
  ...free,
  guests: 0,
  hosts: [],
  variants: {
    ja: { title: 'オンライン「お茶会」', titleLine: 25, blocks: [] },
    en: { title: 'Tea online', titleLine: 38, blocks: [] },
  },
};

/** Every mail about gatherings to an alumnus, in each form that reads differently. */
export function sampleLetters(
  language: Language,
  held = ofTwoGuests,
  name: string = names[language],
): Record<string, Letter> {
  const to = {
    language,
    policy,
    name,
    plan: held,
    pageUrl: `${portal}/gathering/eyJ0b2tlbiI`,
    preferencesUrl: `${portal}/preferences/eyJ0b2tlbiI`,
    contributeUrl: `${portal}/contribute/eyJ0b2tlbiI`,
    rehireUrl: `${portal}/rehire/eyJ0b2tlbiI`,
    stopUrl: `${portal}/stop/eyJ0b2tlbiI`,
  };
  const placed = { ...to, hadEntry: false };
  const place = { status: 'attending', party: 3 } as const;
  return {
    invitation: invitationLetter({ ...to, reminder: false }),
    reminder: invitationLetter({ ...to, reminder: true }),
    attending: placeLetter({ ...placed, place }),
    waiting: placeLetter({ ...placed, place: { ...place, status: 'waiting' }, position: 3 }),
    offered: placeLetter({ ...placed, place: { ...place, status: 'offered', until: '2027-03-05' } }),
    lapsed: placeLetter({ ...placed, place: { ...place, status: 'lapsed' } }),
    left: placeLetter({ ...placed, place: { ...place, status: 'left' }, hadEntry: true }),
    'left the waiting list': placeLetter({ ...placed, place: { ...place, status: 'left' } }),
    change: changeLetter({ ...to, changed: ['when', 'where'], place: 'attending' }),
    'change without a place': changeLetter({ ...to, changed: ['fee', 'deadline', 'other'] }),
    'change while waiting': changeLetter({ ...to, changed: ['fee'], place: 'waiting' }),
    'change of a place that is kept': changeLetter({ ...to, changed: ['when'], place: 'offered' }),
    cancelled: cancelledLetter({ ...to, hadPlace: true }),
    'cancelled without a place': cancelledLetter({ ...to, hadPlace: false }),
    details: detailsLetter({ ...to, party: 2 }),
    'details on the day': detailsLetter({ ...to, party: 1, today: true }),
    'still waiting': stillWaitingLetter(to),
    thanks: thanksLetter({ ...to, closesOn: '2027-03-26' }),
  };
}

/** Every mail about gatherings to those who hold them. */
export function sampleLettersToStaff(held = ofTwoGuests): Record<string, Letter> {
  const of = { policy, number: 3, plan: held };
  const organiser = { ...of, doorUrl: `${portal}/door/eyJ0b2tlbiI`, counts: { attending: 31, waiting: 0 } };
  const host = { ...of, host: held.hosts[0] ?? { name: '山本 直子', email: 'naoko@hikari.example.com', line: 1 } };
  const cost = { ...of, heads: 35, command: 'npm run okaeri -- gathering cost 3 AMOUNT' };
  return {
    organiser: organiserLetter({ ...organiser, closed: false }),
    'organiser, closed': organiserLetter({ ...organiser, closed: true, counts: { attending: 38, waiting: 3 } }),
    host: hostLetter({ ...host, news: 'new' }),
    'host of a changed one': hostLetter({ ...host, news: 'changed' }),
    'host of a cancelled one': hostLetter({ ...host, news: 'cancelled' }),
    cost: costLetter({ ...cost, booked: 300_000 }),
    'cost without a budget': costLetter({ ...cost, booked: undefined }),
  };
}
