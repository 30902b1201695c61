import type { Holder } from '../../functions/domain/approval.ts';
import type { Budget } from '../../functions/domain/budget.ts';
import {
  Contribution,
  type ContributionDecision,
  type ContributionKind,
  type ContributionWrite,
} from '../../functions/domain/contribution.ts';
import { contributionDue } from '../../functions/domain/contribution-due.ts';
import { noteOutcome, type OutcomeWord } from '../../functions/domain/contribution-outcome.ts';
import {
  confirmCandidate,
  enterCandidate,
  type Submitted,
  submitContribution,
} from '../../functions/domain/contribution-submission.ts';
import type { Candidate, ContributionWords } from '../../functions/domain/contribution-words.ts';
import type { Given, PersonFile } from '../../functions/domain/decision.ts';
import type { Person } from '../../functions/domain/person.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { decideReward } from '../../functions/domain/reward-approval.ts';
import { approvalMailed, takeStockOfApproval } from '../../functions/domain/reward-asking.ts';
import {
  clawBack,
  confirmPayout,
  declineReward,
  instructPayout,
  payoutSent,
} from '../../functions/domain/reward-payout.ts';
import { isRewarded, type Rewarded, screenReward } from '../../functions/domain/reward-screening.ts';
import { enrolled, on, policy } from './samples.ts';

/** Contributions and rewards in each state, brought there by the decisions themselves. Everything is of 2027. */

/** The day on which contributions come in, and rewards are screened. */
export const given: Given = on('2027-02-01');

export function policyWith(rewards: Partial<Policy['rewards']>): Policy {
  return { ...policy, rewards: { ...policy.rewards, ...rewards } };
}

export function onWith(date: string, rewards: Partial<Policy['rewards']>): Given {
  return { ...on(date), policy: policyWith(rewards) };
}

/** An alumnus, 佐藤 花子, who was employed in Japan. */
export const alumnusFile: PersonFile = enrolled();
export const alumnus: Person = alumnusFile.person;
/** The addresses by which they are known. */
const { address, reportedAddress, workEmail } = alumnusFile.profile ?? {};
export const addresses: readonly (string | undefined)[] = [address, reportedAddress, workEmail];

/** Nothing is used of the year's budget yet. */
export const fullBudget: Budget = { period: '2027', used: 0, version: 0 };

/** A record after a write, as the adapter would load it again, checked as it checks it. */
export function after(contribution: Contribution | undefined, write: ContributionWrite | undefined): Contribution {
  if (!write) {
    if (contribution) return contribution;
    throw new Error('nothing was written');
  }
  return Contribution.parse({ ...write.contribution, version: (contribution?.version ?? 0) + 1 });
}

/** Does one decision after another. */
export function done(first: Contribution, ...decisions: readonly ((now: Contribution) => ContributionDecision)[]) {
  return decisions.reduce((now, decide) => after(now, decide(now).write), first);
}

/** The same contribution by somebody who was employed elsewhere. */
export function from(country: string, contribution: Contribution): Contribution {
  return { ...contribution, country };
}

const forms: Readonly<Record<ContributionKind, Submitted>> = {
  referral: { kind: 'referral', wantsReward: true },
  lead: { kind: 'lead', ownCompany: false, wantsReward: true },
  feedback: { kind: 'feedback', topic: 'product', wantsReward: true },
};

/** A contribution that just came in; no. 7, where nothing else is said. */
export function submitted(kind: ContributionKind, number = 7, choices: Partial<Submitted> = {}, isKnown = false) {
  const form = { ...forms[kind], ...choices };
  const about = { number, person: alumnus, dates: [], isKnown };
  return after(undefined, submitContribution(form, about, given).write);
}

/** Of a company that somebody named before. */
export function duplicate(number = 8): Contribution {
  return submitted('lead', number, {}, true);
}

/** A referral whose candidate has entered their data, and has not said yet that the address is theirs. */
export function entered(number = 7): Contribution {
  return done(submitted('referral', number), (now) => enterCandidate(now, given));
}

/** A candidate whom nobody introduced before, and who is not the alumnus. */
export const firstEntry = { entry: 1, isKnown: false, isSelf: false };

/** A referral whose candidate has confirmed what they entered. */
export function confirmed(number = 7): Contribution {
  return done(entered(number), (now) => confirmCandidate(now, firstEntry, given));
}

export const hiredWord = { what: 'hired', on: '2027-04-01', country: 'SG' } as const satisfies OutcomeWord;
export const wonWord = { what: 'won', on: '2027-02-01', revenue: 8_000_000 } as const satisfies OutcomeWord;
export const usefulWord = { what: 'answered', isOfUse: true } as const satisfies OutcomeWord;

/** A referral whose candidate was hired; not in Japan, nor was the alumnus. */
export function hired(number = 7): Contribution {
  return done(from('SG', confirmed(number)), (now) => noteOutcome(now, hiredWord, given));
}

/** A contribution that came to what it was for; its reward is to be screened. */
export function qualified(kind: ContributionKind, number = 7): Rewarded {
  const came: Readonly<Record<ContributionKind, () => Contribution>> = {
    referral: () =>
      done(hired(number), (now) => contributionDue(now, { date: now.hire?.holdsUntil ?? '' }, on('2027-06-30'))),
    lead: () => done(submitted('lead', number), (now) => noteOutcome(now, wonWord, given)),
    feedback: () => done(submitted('feedback', number), (now) => noteOutcome(now, usefulWord, given)),
  };
  return rewarded(came[kind]());
}

export function rewarded(contribution: Contribution): Rewarded {
  if (!isRewarded(contribution)) throw new Error('no reward');
  return contribution;
}

/** A contribution of which nothing came: somebody was not hired, a deal was lost, feedback was of no use. */
export function unqualified(kind: ContributionKind, number = 7): Contribution {
  const words: Readonly<Record<ContributionKind, OutcomeWord>> = {
    referral: { what: 'not hired' },
    lead: { what: 'lost' },
    feedback: { what: 'answered', isOfUse: false },
  };
  const first = kind === 'referral' ? confirmed(number) : submitted(kind, number);
  return done(first, (now) => noteOutcome(now, words[kind], given));
}

/** What was screened on the day given: asked for, blocked, put off or declined. */
export function screened(contribution: Contribution, budget = fullBudget, at = given): Rewarded {
  return rewarded(done(contribution, (now) => screenReward(now, { person: alumnus, budget, addresses }, at)));
}

/** Its approvers have the question: 5,000 yen need one (saito), the 200,000 of a lead two (saito and kato). */
export function asking(kind: ContributionKind = 'feedback', number = 7, at: Given = given): Rewarded {
  return rewarded(done(screened(qualified(kind, number), fullBudget, at), (now) => approvalMailed(now, 'ask')));
}

/** The same, with its execution parked on a task token. */
export function parked(contribution: Contribution = asking(), at: Given = given): Rewarded {
  return rewarded({
    ...done(contribution, (now) => takeStockOfApproval(now, at)),
    taskToken: `token-${contribution.number}`,
  });
}

/** An approver with their newest code. */
export function holderOf({ reward }: Rewarded, approver = 'saito'): Holder {
  const round = reward.asked.find((each) => each.approver === approver)?.round ?? 1;
  return { approver, round, generation: reward.generation };
}

/** An approver's word with their newest code. */
export function says(
  contribution: Contribution,
  decision: 'approve' | 'reject' | undefined = 'approve',
  { approver = 'saito', budget = fullBudget, at = given }: { approver?: string; budget?: Budget; at?: Given } = {},
) {
  const word = { decision, by: 'console' as const };
  return decideReward(contribution, holderOf(rewarded(contribution), approver), word, { budget, addresses }, at);
}

/** Everybody who must agree has. */
export function approved(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  const all = asking(kind, number);
  return rewarded(
    done(
      all,
      ...all.reward.asked.map(
        ({ approver }) =>
          (now: Contribution) =>
            says(now, 'approve', { approver }),
      ),
    ),
  );
}

export function rejected(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  return rewarded(done(asking(kind, number), (now) => says(now, 'reject')));
}

/** Nobody decided in time. */
export function expired(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  return rewarded(done(asking(kind, number), (now) => takeStockOfApproval(now, on('2027-02-22'))));
}

export function declined(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  return rewarded(done(asking(kind, number), (now) => declineReward(now, fullBudget, given)));
}

/** In Japan nothing is given for introducing a hire. */
export function blocked(number = 7): Rewarded {
  return screened(from('JP', qualified('referral', number)));
}

/** The year's budget is used up. */
export function putOff(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  return screened(qualified(kind, number), { ...fullBudget, used: policy.rewards.budget.amount });
}

export function instructed(kind: ContributionKind = 'feedback', number = 7, by: 'webhook' | 'file' = 'webhook') {
  return rewarded(done(approved(kind, number), (now) => instructPayout(now, by, given)));
}

/** The payout system has it, or it stands in file no. 3. */
export function sent(kind: ContributionKind = 'feedback', number = 7, by: 'webhook' | 'file' = 'webhook'): Rewarded {
  return rewarded(done(instructed(kind, number, by), (now) => (by === 'file' ? payoutSent(now, 3) : payoutSent(now))));
}

export function paid(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  return rewarded(done(sent(kind, number), (now) => confirmPayout(now, '2027-02-03', on('2027-02-03'))));
}

export function clawedBack(kind: ContributionKind = 'feedback', number = 7): Rewarded {
  return rewarded(done(paid(kind, number), (now) => clawBack(now, on('2027-05-10'))));
}

/** What an alumnus wrote about a contribution. */
export function wordsFor({ number, kind, at, submittedOn }: Contribution): ContributionWords {
  const about = { contribution: number, kind, at, submittedOn };
  if (kind === 'lead') return { ...about, company: '株式会社あさひ', text: '在庫管理でお困りとのことです。' };
  if (kind === 'feedback') return { ...about, text: '社外から見ると、料金の説明が分かりにくいようです。' };
  return about;
}

/** What a candidate entered. */
export function candidateFor({ number, entries = 1 }: Contribution): Candidate {
  return {
    contribution: number,
    entry: entries,
    name: '高橋 健',
    email: 'ken@example.com',
    language: 'ja',
    text: '営業の経験が五年あります。',
    consentedAt: given.now,
    wording: '2026-11',
  };
}
