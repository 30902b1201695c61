import policyFile from '#policy' with { type: 'json' };
import type { Language } from '../../functions/domain/language.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { addressConfirmedPage, confirmAddressPage } from '../../functions/offboarding/pages/confirm-address.tsx';
import {
  alreadyDeclinedPage,
  alreadyJoinedPage,
  consentDeclinedPage,
  consentPage,
  consentThanksPage,
} from '../../functions/offboarding/pages/consent.tsx';
import {
  leavePage,
  leftPage,
  preferencesPage,
  preferencesSavedPage,
} from '../../functions/offboarding/pages/preferences.tsx';
import { stopPage, stoppedPage } from '../../functions/offboarding/pages/stop.tsx';
import { programmePage } from '../../functions/portal/programme-page.tsx';
import { problemPage } from '../../functions/web/problem-page.tsx';

export const policy = parsePolicy(policyFile);

/** Every page, in each state that looks different. */
export function samplePages(language: Language): Record<string, string> {
  const to = { language, policy };
  const address = 'h***@example.com';
  const consent = { ...to, address, closesOn: '2027-01-14' };
  const preferencesUrl = '/preferences/token';
  return {
    programme: programmePage(to),
    refused: problemPage({ ...to, problem: 'refused' }),
    expired: problemPage({ ...to, problem: 'expired' }),
    closed: problemPage({ ...to, problem: 'closed' }),
    'not found': problemPage({ ...to, problem: 'not-found' }),
    failed: problemPage({ ...to, problem: 'failed' }),
    consent: consentPage({ ...consent }),
    'consent with nothing chosen': consentPage({ ...consent, wish: 'undecided', noneChosen: true }),
    'consent given': consentThanksPage({ ...to, purposes: ['gatherings', 'rehire'], preferencesUrl }),
    'consent refused': consentDeclinedPage(to),
    'already joined': alreadyJoinedPage({ ...to, purposes: ['outreach'], preferencesUrl }),
    'already joined, nothing chosen now': alreadyJoinedPage({ ...to, purposes: [], preferencesUrl }),
    'already declined': alreadyDeclinedPage(to),
    preferences: preferencesPage({ ...to, address, purposes: ['outreach', 'directory'], leaveUrl: '/leave/token' }),
    'preferences saved': preferencesSavedPage({ ...to, purposes: ['outreach'], preferencesUrl }),
    'preferences emptied': preferencesSavedPage({ ...to, purposes: [], preferencesUrl }),
    leave: leavePage({ ...to, address, preferencesUrl }),
    left: leftPage(to),
    stop: stopPage({ ...to, address }),
    stopped: stoppedPage(to),
    'confirm address': confirmAddressPage({ ...to, address }),
    'address confirmed': addressConfirmedPage(to),
  };
}
