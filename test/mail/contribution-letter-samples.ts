import type { Letter } from '../../functions/domain/dispatch.ts';
import type { Language } from '../../functions/domain/language.ts';
import { payoutMissingLetter, rewardExpiredLetter } from '../../functions/rewards/mails/admin.tsx';
import { approvalLetter } from '../../functions/rewards/mails/approval.tsx';
import { candidateInvitationLetter } from '../../functions/rewards/mails/candidate-invitation.tsx';
import { candidateReceiptLetter } from '../../functions/rewards/mails/candidate-receipt.tsx';
import { outcomeLetter } from '../../functions/rewards/mails/outcome.tsx';
import { ownerLetter } from '../../functions/rewards/mails/owner.tsx';
import { recruiterLetter } from '../../functions/rewards/mails/recruiter.tsx';
import { rewardNewsLetter } from '../../functions/rewards/mails/reward-news.tsx';
import { withdrawalLetter } from '../../functions/rewards/mails/withdrawal.tsx';
import {
  asking,
  blocked,
  candidateFor,
  confirmed,
  duplicate,
  expired,
  hired,
  instructed,
  paid,
  qualified,
  rejected,
  sent,
  submitted,
  unqualified,
  wordsFor,
} from '../domain/contribution-samples.ts';
import { policy } from './samples.ts';

const portal = 'https://alumni.hikari.example.com';
const names = { ja: '佐藤 花子', en: 'Priya Raman' } as const;

/** What people typed. */
type Typed = { name: string; company: string; text: string; answer: string };
const typed: Typed = {
  name: '',
  company: '株式会社あさひ',
  text: '社外から見ると、料金の説明が分かりにくいようです。\n\n比べる表があると、迷わずに済むと思います。',
  answer: 'ありがとうございます。料金のページに、比べる表を足すことにしました。\n春には公開できる見込みです。',
};

/** The frame of every mail about a contribution to an alumnus. */
function toAlumnus(language: Language, name: string) {
  return {
    language,
    policy,
    name: name || names[language],
    preferencesUrl: `${portal}/preferences/eyJ0b2tlbiI`,
    contributeUrl: `${portal}/contribute/eyJ0b2tlbiI`,
    rehireUrl: `${portal}/rehire/eyJ0b2tlbiI`,
    stopUrl: `${portal}/stop/eyJ0b2tlbiI`,
  };
}

/** Every mail about contributions and rewards to an alumnus, in each form that reads differently. */
export function sampleLetters(language: Language, { name, company, text, answer } = typed): Record<string, Letter> {
  const to = toAlumnus(language, name);
  const invitation = {
    ...to,
    number: 7,
    candidateUrl: `${portal}/candidate/eyJ0b2tlbiI`,
    closesOn: '2029-02-01',
  };
  const outcome = (contribution: Parameters<typeof outcomeLetter>[0]['contribution'], answered = false) => {
    const { kind } = contribution;
    const words = {
      ...wordsFor(contribution),
      text,
      ...(kind === 'lead' && { company }),
      ...(answered && { answer }),
    };
    return outcomeLetter({ ...to, contribution, words });
  };
  const notQualified = (because: 'left' | 'withdrawn') => ({ ...unqualified('referral'), because });
  return {
    invitation: candidateInvitationLetter({ ...invitation, promised: 100_000, isBarredInJapan: true }),
    'invitation, thanks alone': candidateInvitationLetter({ ...invitation, promised: 0, isBarredInJapan: true }),
    hired: outcome(hired()),
    'referral qualified': outcome(qualified('referral')),
    'lead qualified': outcome(qualified('lead')),
    'feedback qualified': outcome(qualified('feedback'), true),
    'feedback qualified, no reward wanted': outcome({ ...qualified('feedback'), wantsReward: false }, true),
    'not hired': outcome(unqualified('referral')),
    left: outcome(notQualified('left')),
    withdrawn: outcome(notQualified('withdrawn')),
    lost: outcome(unqualified('lead')),
    'no use': outcome(unqualified('feedback'), true),
    duplicate: outcome(duplicate()),
    'candidate known before': outcome({ ...submitted('referral'), status: 'duplicate' }),
    lapsed: outcome({ ...submitted('feedback'), status: 'lapsed' }),
    'still waiting': outcome(submitted('lead')),
    thanks: rewardNewsLetter({ ...to, contribution: blocked(), news: 'thanks' }),
    granted: rewardNewsLetter({ ...to, contribution: instructed(), news: 'granted' }),
    paid: rewardNewsLetter({ ...to, contribution: paid(), news: 'paid' }),
    'not granted': rewardNewsLetter({ ...to, contribution: rejected(), news: 'not granted' }),
  };
}

/** What a candidate gets. */
export function sampleReceipt(language: Language): Letter {
  const candidacyUrl = `${portal}/candidacy/eyJ0b2tlbiI`;
  return candidateReceiptLetter({ policy, language, candidacyUrl, confirmBy: '2027-02-15' });
}

/** Every question to an approver. */
export function sampleApprovals(name = '斎藤 美咲'): Record<string, Letter> {
  const code = 'K7QM2W9DXA';
  const states = 'https://ap-northeast-1.console.aws.amazon.com/states/home?region=ap-northeast-1#';
  const request = {
    policy,
    approver: { name },
    closesOn: '2027-02-22T00:00:00Z',
    rewardUrl: `${portal}/reward/eyJ0b2tlbiI`,
    executionUrl: `${states}/v2/executions/details/arn:aws:states:ap-northeast-1:123456789012:execution:okaeri-reward:reward-7-1`,
    stateMachineUrl: `${states}/statemachines/view/arn%3Aaws%3Astates%3Aap-northeast-1%3A123456789012%3AstateMachine%3Aokaeri-decide-reward`,
    consoleInput: `{"reward":"7","decision":"approve","code":"${code}","note":""}`,
    commands: {
      approve: `npm run okaeri -- reward approve 7 --code ${code}`,
      reject: `npm run okaeri -- reward reject 7 --code ${code}`,
    },
    code,
  };
  const deputyOf = '加藤 直樹';
  return {
    ask: approvalLetter({ ...request, contribution: asking(), mail: 'ask' }),
    'ask about a large one': approvalLetter({ ...request, contribution: asking('lead'), mail: 'ask' }),
    remind: approvalLetter({ ...request, contribution: asking(), mail: 'remind' }),
    escalate: approvalLetter({ ...request, contribution: asking(), mail: 'escalate', deputyOf }),
    'new code': approvalLetter({ ...request, contribution: asking(), mail: 'new code' }),
  };
}

/** Every other mail about contributions and rewards to staff. */
export function sampleLettersToStaff({ name, company, text } = typed): Record<string, Letter> {
  const answerUrl = `${portal}/answer/eyJ0b2tlbiI`;
  const [feedback, lead] = [submitted('feedback'), submitted('lead')];
  const words = { ...wordsFor(feedback), text };
  const leadWords = { ...wordsFor(lead), company };
  const candidate = { ...candidateFor(confirmed()), text, ...(name && { name }) };
  return {
    feedback: ownerLetter({ policy, contribution: feedback, words, answerUrl, reminder: false }),
    'feedback, once more': ownerLetter({ policy, contribution: feedback, words, answerUrl, reminder: true }),
    lead: ownerLetter({ policy, contribution: lead, words: { ...leadWords, text }, reminder: false }),
    'own company': ownerLetter({
      policy,
      contribution: submitted('lead', 7, { ownCompany: true }),
      words: { ...leadWords, text: undefined },
      reminder: false,
    }),
    'lead, named before': ownerLetter({
      policy,
      contribution: duplicate(),
      words: { ...leadWords, text },
      reminder: false,
    }),
    'candidate withdrew': withdrawalLetter({ policy, number: 7 }),
    candidate: recruiterLetter({ policy, contribution: confirmed(), candidate }),
    'self-referral': recruiterLetter({ policy, contribution: { ...confirmed(), isSelfReferral: true }, candidate }),
    expired: rewardExpiredLetter({ policy, contribution: expired() }),
    'payout by webhook': payoutMissingLetter({ policy, contribution: sent(), times: 2 }),
    'payout not taken': payoutMissingLetter({ policy, contribution: instructed(), times: 1 }),
    'payout in a file': payoutMissingLetter({ policy, contribution: sent('lead', 7, 'file'), times: 1 }),
    'payout in no file': payoutMissingLetter({ policy, contribution: instructed('lead', 7, 'file'), times: 1 }),
  };
}
