import policyFile from '#policy' with { type: 'json' };
import type { Letter } from '../../functions/domain/dispatch.ts';
import type { Language } from '../../functions/domain/language.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { askAboutReason } from '../../functions/offboarding/mails/ask-about-reason.tsx';
import { askForAddress } from '../../functions/offboarding/mails/ask-for-address.tsx';
import { confirmAddress } from '../../functions/offboarding/mails/confirm-address.tsx';
import { consentRequest } from '../../functions/offboarding/mails/consent-request.tsx';
import { welcome } from '../../functions/offboarding/mails/welcome.tsx';

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
    welcome: welcome({ ...greeting, purposes: ['outreach', 'gatherings', 'directory', 'rehire'] }),
    'welcome without news': welcome({ ...greeting, purposes: ['rehire'] }),
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
