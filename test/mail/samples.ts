import policyFile from '#policy' with { type: 'json' };
import type { Letter } from '../../functions/domain/dispatch.ts';
import type { EditionContent, Finding, Variant } from '../../functions/domain/edition-content.ts';
import type { Language } from '../../functions/domain/language.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { mailStopped } from '../../functions/mail/mail-stopped.tsx';
import { addressNotice } from '../../functions/offboarding/mails/address-notice.tsx';
import { askAboutReason } from '../../functions/offboarding/mails/ask-about-reason.tsx';
import { askForAddress } from '../../functions/offboarding/mails/ask-for-address.tsx';
import { confirmAddress } from '../../functions/offboarding/mails/confirm-address.tsx';
import { consentRequest } from '../../functions/offboarding/mails/consent-request.tsx';
import { welcome } from '../../functions/offboarding/mails/welcome.tsx';
import { editionDecided } from '../../functions/outreach/mails/edition-decided.tsx';
import { editionsMissing } from '../../functions/outreach/mails/editions-missing.tsx';
import { outreachLetter } from '../../functions/outreach/mails/outreach.tsx';
import { reviewRequest } from '../../functions/outreach/mails/review-request.tsx';
import { edition, findings, narrowEdition, variants } from './edition-samples.ts';

export const policy = parsePolicy(policyFile);
const portal = 'https://alumni.hikari.example.com';
const names = { ja: '佐藤 花子', en: 'Priya Raman' } as const;

/** Every mail to a leaver or alumnus, in each form that reads differently. */
export function sampleLetters(language: Language, name: string = names[language]): Record<string, Letter> {
  const to = { language, policy };
  const request = {
    ...to,
    name,
    lastDay: '2026-12-31',
    closesOn: '2027-01-14',
    consentUrl: `${portal}/consent/eyJ0b2tlbiI`,
  };
  const greeting = {
    ...to,
    name,
    preferencesUrl: `${portal}/preferences/eyJ0b2tlbiI`,
    contributeUrl: `${portal}/contribute/eyJ0b2tlbiI`,
    rehireUrl: `${portal}/rehire/eyJ0b2tlbiI`,
    stopUrl: `${portal}/stop/eyJ0b2tlbiI`,
    firstOutreach: '2027-01-30',
  };
  return {
    'consent request': consentRequest({ ...request, reminder: false }),
    'consent request, once more': consentRequest({ ...request, reminder: true }),
    'consent request to somebody gone': consentRequest({ ...request, reminder: false, former: true }),
    'confirm address': confirmAddress({ ...to, confirmUrl: `${portal}/address/eyJ0b2tlbiI`, reminder: false }),
    'confirm address, once more': confirmAddress({
      ...to,
      confirmUrl: `${portal}/address/eyJ0b2tlbiI`,
      reminder: true,
    }),
    'address notice': addressNotice({ ...to, name, newAddress: 'hanako.new@example.org' }),
    welcome: welcome({ ...greeting, purposes: ['outreach', 'gatherings', 'directory', 'rehire'] }),
    'welcome at a new address': welcome({ ...greeting, purposes: ['outreach'], moved: true }),
    'welcome without news': welcome({ ...greeting, purposes: ['rehire'] }),
    ...sampleOutreach(language, name),
  };
}

/** The mail of a touch, at each stage of being away. */
export function sampleOutreach(
  language: Language,
  name: string = names[language],
  variant: Variant = variants[language],
): Record<string, Letter> {
  const touch = {
    language,
    policy,
    name,
    preferencesUrl: `${portal}/preferences/eyJ0b2tlbiI`,
    contributeUrl: `${portal}/contribute/eyJ0b2tlbiI`,
    rehireUrl: `${portal}/rehire/eyJ0b2tlbiI`,
    stopUrl: `${portal}/stop/eyJ0b2tlbiI`,
  };
  const news = { ...touch, edition: { number: 3, variant } };
  return {
    outreach: outreachLetter({ ...news, greeting: { kind: 'early' } }),
    'outreach, long away': outreachLetter({ ...news, greeting: { kind: 'regular' } }),
    'outreach on an anniversary': outreachLetter({ ...news, greeting: { kind: 'anniversary', years: 1 } }),
    'anniversary without news': outreachLetter({ ...touch, greeting: { kind: 'anniversary', years: 3 } }),
    'greeting without news': outreachLetter({ ...touch, greeting: { kind: 'regular' } }),
  };
}

/** Every mail about outreach to those who run the programme or decide in it. */
export function sampleLettersToStaff(
  content: EditionContent = edition,
  found: readonly Finding[] = findings,
  note = '食堂の写真を添えると、もっと伝わると思います。',
): Record<string, Letter> {
  const review = {
    policy,
    number: 3,
    reviewUrl: `${portal}/review/eyJ0b2tlbiI`,
    code: 'K7QM-2W9D',
    closesOn: '2026-12-06',
    commands: {
      approve: 'npm run okaeri -- edition approve 3 --code K7QM-2W9D',
      refuse: 'npm run okaeri -- edition refuse 3 --code K7QM-2W9D',
    },
    consoleInput: '{"edition":3,"code":"K7QM-2W9D","decision":"approve"}',
  };
  const titles = { ja: content.variants.ja?.title, en: content.variants.en?.title };
  const decided = { policy, number: 3, titles };
  const stopped = {
    policy,
    since: '2026-10-23',
    resumeUrl: `${portal}/resume/eyJ0b2tlbiI`,
    command: 'npm run okaeri -- outreach resume',
  };
  const counts = { sent: 1250, bounced: 31, complained: 0 };
  const missing = { policy, date: '2026-11-24', command: 'npm run okaeri -- edition submit FILE' };
  return {
    'review request': reviewRequest({ ...review, content, findings: found, reminder: false }),
    'review request, once more': reviewRequest({ ...review, content: narrowEdition, findings: [], reminder: true }),
    'edition approved': editionDecided({ ...decided, outcome: 'approved', note }),
    'edition refused': editionDecided({ ...decided, outcome: 'refused', note }),
    'edition not reviewed': editionDecided({ ...decided, outcome: 'not reviewed' }),
    'editions missing': editionsMissing({ ...missing, people: 42 }),
    'editions missing for one': editionsMissing({ ...missing, people: 1 }),
    'outreach stopped by bounces': mailStopped({ ...stopped, counts, because: 'bounces' }),
    'outreach stopped by complaints': mailStopped({
      ...stopped,
      counts: { ...counts, bounced: 4, complained: 2 },
      because: 'complaints',
    }),
  };
}

/** Every mail to HR. */
export function sampleLettersToHr(name: string = names.ja): Record<string, Letter> {
  const about = { policy, employeeId: 'E1042', name, lastDay: '2026-12-31' };
  const command = 'npm run okaeri -- address E1042 hanako@example.com';
  const commands = { release: 'npm run okaeri -- release E1042', exclude: 'npm run okaeri -- exclude E1042' };
  return {
    'ask for address': askForAddress({ ...about, command, bounced: false, reminder: false }),
    'ask for address after a bounce': askForAddress({ ...about, command, bounced: true, reminder: true }),
    'ask about reason': askAboutReason({ ...about, commands, held: false, reminder: false }),
    'ask about a hold': askAboutReason({ ...about, commands, held: true, reminder: true }),
  };
}
