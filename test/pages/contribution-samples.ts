import type { Contribution, ContributionKind } from '../../functions/domain/contribution.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import { candidacyPage, withdrawnPage } from '../../functions/rewards/pages/candidacy.tsx';
import { type CandidateForm, candidatePage } from '../../functions/rewards/pages/candidate.tsx';
import { invitationEndPage } from '../../functions/rewards/pages/candidate-done.tsx';
import { earnedInWords } from '../../functions/rewards/pages/contribute-earned.ts';
import { type ContributeForm, contributeFormPage } from '../../functions/rewards/pages/contribute-form.tsx';
import { contributeHomePage } from '../../functions/rewards/pages/contribute-home.tsx';
import { contributionStandingPage } from '../../functions/rewards/pages/contribution-standing.tsx';
import { policy } from './samples.ts';

const submittedOn = '2026-11-22';
export const formId = '5b1f6f0e-9f65-4c55-8a3e-2d9a4b7c1e10';
export const invitationUrl = `https://alumni.hikari.example.com/candidate/candidate.01JB2Q4W7V9N3K5M8P0R.7.t4k2j1.k1.${'x'.repeat(43)}`;

/** A contribution as it stands. */
export function contribution(kind: ContributionKind, changes: Partial<Contribution> = {}): Contribution {
  const status = {
    referral: 'waits for the candidate',
    lead: 'waits for the deal',
    feedback: 'waits for the answer',
  } as const;
  return {
    number: 7,
    version: 1,
    person: '01JB2Q4W7V9N3K5M8P0R',
    kind,
    ...(kind === 'feedback' && { topic: 'product' }),
    ...(kind === 'lead' && { ownCompany: false }),
    at: '2026-11-22T03:00:00Z',
    submittedOn,
    cohort: '2026',
    country: 'JP',
    wantsReward: kind !== 'referral',
    status: status[kind],
    reminded: [],
    news: [],
    rounds: 1,
    waits: 0,
    policyVersion: policy.version,
    ...changes,
  };
}

/** A reward as it stands. */
export function reward(status: Reward['status'], changes: Partial<Reward> = {}): Reward {
  return {
    generation: 1,
    status,
    rules: [],
    amount: 5000,
    currency: 'JPY',
    taxCategory: 'feedback-reward',
    budgetLeft: 1_500_000,
    needed: 1,
    asked: [],
    barred: [],
    said: [],
    reminders: 0,
    isEscalated: false,
    refused: 0,
    ...changes,
  };
}

/** What each kind earns somebody of a country. */
export function earned(language: Language, country: string, rules: Policy = policy) {
  const about = { language, policy: rules, country, date: submittedOn };
  return {
    referral: earnedInWords('referral', about),
    lead: earnedInWords('lead', about),
    feedback: earnedInWords('feedback', about),
  };
}

/** What a page of an alumnus is given. */
export function shownTo(language: Language) {
  return { language, policy, address: 'h***@example.com', homeUrl: '/contribute/token' };
}

/** A form before anything is typed, in Japan. */
export function formOf(language: Language, kind: ContributionKind, country = 'JP'): ContributeForm {
  const isPromised = kind !== 'referral' || country !== 'JP';
  return { ...shownTo(language), kind, earned: earned(language, country)[kind], isPromised, form: formId };
}

export function candidateForm(language: Language): CandidateForm {
  return { language, policy, keptUntil: '2028-11-22' };
}

/** What a candidate's link shows, before they confirm and afterwards. */
export function candidacyOf(language: Language, isConfirmed: boolean): string {
  const keptUntil = isConfirmed ? '2028-11-22' : '2026-12-06';
  return candidacyPage({ language, policy, keptUntil, isConfirmed });
}

/** Every page of contributions, in each state that looks different. */
export function contributionPages(language: Language): Record<string, string> {
  const shown = shownTo(language);
  const home = {
    ...shown,
    earned: earned(language, 'JP'),
    contributions: [],
    urlOf: (page: ContributionKind | number) => `/contribute/token/${page}`,
  };
  const hire = { on: '2027-02-01', country: 'JP', holdsUntil: '2027-05-02' };
  const settled = { settledOn: '2026-12-01' };
  const sent = [
    contribution('referral', { number: 12 }),
    contribution('feedback', { number: 9, status: 'qualified', ...settled, reward: reward('asking') }),
    contribution('lead', { number: 4, status: 'duplicate', ...settled }),
  ];
  const [referral, lead, feedback] = (['referral', 'lead', 'feedback'] as const).map((kind) => formOf(language, kind));
  const stands = (now: Contribution, mayDecline = false) =>
    contributionStandingPage({ ...shown, contribution: now, mayDecline });
  const qualified = (now: Reward) => contribution('feedback', { status: 'qualified', ...settled, reward: now });
  const candidate = candidateForm(language);
  const long = '長い文です。'.repeat(350);
  if (!referral || !lead || !feedback) throw new Error('a form is missing');
  return {
    home: contributeHomePage({ ...home, contributions: sent }),
    'home, nothing yet': contributeHomePage(home),
    'home, abroad': contributeHomePage({ ...home, earned: earned(language, 'SG') }),
    referral: contributeFormPage(referral),
    'referral, abroad': contributeFormPage(formOf(language, 'referral', 'SG')),
    lead: contributeFormPage(lead),
    'lead, nothing entered': contributeFormPage({
      ...lead,
      typed: {},
      wrong: { company: 'missing', text: 'missing', reward: 'missing' },
    }),
    'lead, too long': contributeFormPage({
      ...lead,
      typed: { company: '株'.repeat(101), text: long, own: 'yes', reward: 'no' },
      wrong: { company: 'too long', text: 'too long' },
    }),
    feedback: contributeFormPage(feedback),
    'feedback, nothing entered': contributeFormPage({
      ...feedback,
      typed: {},
      wrong: { topic: 'missing', text: 'missing', reward: 'missing' },
    }),
    'feedback, too often': contributeFormPage({
      ...feedback,
      typed: { topic: 'workplace', text: 'よく見えます。', reward: 'no' },
      refused: 'too often',
    }),
    'feedback, once more': contributeFormPage({ ...feedback, typed: { topic: 'product' }, refused: 'again' }),
    'standing, an invitation': contributionStandingPage({
      ...shown,
      contribution: contribution('referral'),
      invitationUrl,
      isMailed: true,
      mayDecline: false,
    }),
    'standing, somebody has entered their data': stands(
      contribution('referral', { status: 'waits for the confirmation' }),
    ),
    'standing, the candidate has confirmed': stands(contribution('referral', { status: 'waits for the hire' })),
    'standing, hired': stands(contribution('referral', { status: 'waits for the holding period', hire })),
    'standing, a lead': stands(contribution('lead'), true),
    'standing, approval': stands(qualified(reward('asking')), true),
    'standing, declined just now': contributionStandingPage({
      ...shown,
      contribution: { ...qualified(reward('declined')), wantsReward: false },
      mayDecline: false,
      said: 'declined',
    }),
    'standing, too late to decline': contributionStandingPage({
      ...shown,
      contribution: qualified(reward('instructed')),
      mayDecline: false,
      said: 'too late',
    }),
    candidate: candidatePage(candidate),
    'candidate, nothing entered': candidatePage({
      ...candidate,
      typed: {},
      wrong: { name: 'missing', email: 'unreadable', consent: 'missing' },
    }),
    'candidate, no consent': candidatePage({
      ...candidate,
      typed: { name: '小林 結衣', email: 'yui@example.com', text: '企画の仕事' },
      wrong: { consent: 'missing' },
    }),
    'candidate, too long': candidatePage({
      ...candidate,
      typed: { name: 'あ'.repeat(101), email: 'yui@example.com', text: long, consent: 'yes' },
      wrong: { name: 'too long', text: 'too long' },
    }),
    'candidate entered': invitationEndPage({ language, policy, end: 'entered' }),
    'candidate confirmed': invitationEndPage({ language, policy, end: 'confirmed' }),
    'candidate known': invitationEndPage({ language, policy, end: 'known' }),
    'invitation used': invitationEndPage({ language, policy, end: 'used' }),
    'invitation closed': invitationEndPage({ language, policy, end: 'closed' }),
    'candidacy, to be confirmed': candidacyOf(language, false),
    'candidacy, confirmed': candidacyOf(language, true),
    withdrawn: withdrawnPage({ language, policy }),
  };
}
