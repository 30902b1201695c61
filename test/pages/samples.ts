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
import { breakerClosedPage, breakerPage, breakerReleasedPage } from '../../functions/outreach/pages/breaker.tsx';
import { reviewPage } from '../../functions/outreach/pages/review.tsx';
import { editionReviewedPage } from '../../functions/outreach/pages/reviewed.ts';
import { programmePage } from '../../functions/portal/programme-page.tsx';
import {
  addressSentPage,
  leavePage,
  leftPage,
  pausedPage,
  pauseEndedPage,
  preferencesPage,
  preferencesSavedPage,
} from '../../functions/preferences/pages/preferences.tsx';
import { stopPage, stoppedPage } from '../../functions/preferences/pages/stop.tsx';
import { problemPage } from '../../functions/web/problem-page.tsx';
import { findings, summerEdition } from './editions.ts';

export const policy = parsePolicy(policyFile);

/** Every page, in each state that looks different. */
export function samplePages(language: Language): Record<string, string> {
  const to = { language, policy };
  const address = 'h***@example.com';
  const consent = { ...to, address, closesOn: '2027-01-14' };
  const preferencesUrl = '/preferences/token';
  const preferences = { ...to, address, purposes: ['outreach', 'directory'], leaveUrl: '/leave/token' } as const;
  const review = { ...to, number: 12, content: summerEdition, findings, closesOn: '2026-12-06' };
  const counts = { sent: 1240, bounced: 31, complained: 0 };
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
    preferences: preferencesPage(preferences),
    'preferences, mail stopped': preferencesPage({ ...preferences, purposes: [], stopped: true }),
    'preferences, paused': preferencesPage({ ...preferences, pausedUntil: '2027-05-22' }),
    'preferences, new address pending': preferencesPage({ ...preferences, addressPending: 'n***@example.com' }),
    'preferences, new address unreadable': preferencesPage({
      ...preferences,
      addressProblem: 'invalid',
      typedAddress: 'hanako.sato@example',
    }),
    'preferences, new address the same': preferencesPage({
      ...preferences,
      addressProblem: 'same',
      typedAddress: 'hanako.sato@example.com',
    }),
    'preferences, new address too often': preferencesPage({
      ...preferences,
      addressProblem: 'too often',
      typedAddress: 'hanako.sato@example.com',
    }),
    paused: pausedPage({ ...to, until: '2027-05-22', preferencesUrl }),
    'pause ended': pauseEndedPage({ ...to, preferencesUrl }),
    'address sent': addressSentPage({ ...to, address: 'n***@example.com', preferencesUrl }),
    'preferences saved': preferencesSavedPage({ ...to, purposes: ['outreach'], preferencesUrl }),
    'preferences emptied': preferencesSavedPage({ ...to, purposes: [], preferencesUrl }),
    leave: leavePage({ ...to, address, preferencesUrl }),
    left: leftPage(to),
    stop: stopPage({ ...to, address }),
    stopped: stoppedPage(to),
    'confirm address': confirmAddressPage({ ...to, address }),
    'address confirmed': addressConfirmedPage(to),
    'address confirmed by an alumnus': addressConfirmedPage({ ...to, preferencesUrl }),
    review: reviewPage(review),
    'review, nothing found': reviewPage({ ...review, content: { ...summerEdition, audience: {} }, findings: [] }),
    'review, note too long': reviewPage({ ...review, problem: 'note too long', note: '長い伝言です。'.repeat(80) }),
    'review, a leak after all': reviewPage({
      ...review,
      findings: [
        { language: 'ja', line: 13, severity: 'refuse', rule: 'internal-host', found: 'wiki.hikari.internal' },
      ],
      problem: 'leak',
    }),
    'review, class gone': reviewPage({ ...review, content: { ...summerEdition, classification: 'friends' } }),
    'review, not shareable': reviewPage({ ...review, content: { ...summerEdition, classification: 'internal' } }),
    approved: editionReviewedPage({ ...to, number: 12, outcome: 'approved' }),
    'not approved': editionReviewedPage({ ...to, number: 12, outcome: 'refused' }),
    'not reviewed': editionReviewedPage({ ...to, number: 12, outcome: 'not reviewed' }),
    withdrawn: editionReviewedPage({ ...to, number: 12, outcome: 'withdrawn' }),
    'mail stopped by bounces': breakerPage({ ...to, counts, because: 'bounces', since: '2026-08-24' }),
    'mail stopped by complaints': breakerPage({
      ...to,
      counts: { sent: 6020, bounced: 12, complained: 4 },
      because: 'complaints',
      since: '2026-08-24',
    }),
    'mail released': breakerReleasedPage(to),
    'mail released before': breakerClosedPage(to),
  };
}
