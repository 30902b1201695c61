import * as z from 'zod/mini';
import { readCandidate } from '../adapters/candidates.ts';
import { readWords } from '../adapters/contribution-words.ts';
import { decideOnContribution, readContribution } from '../adapters/contributions.ts';
import { identify } from '../adapters/identity.ts';
import { linkUrl } from '../adapters/links.ts';
import { sentOrThrow, trySendOnce } from '../adapters/mail.ts';
import { policy } from '../adapters/policy.ts';
import { programme } from '../adapters/table.ts';
import { type Contribution, News, takeStockOfNews, toldNews } from '../domain/contribution.ts';
import { lapsesOn } from '../domain/contribution-submission.ts';
import { type Given, today } from '../domain/decision.ts';
import { isHireBarredInJapan, promisedAmount } from '../domain/reward-rules.ts';
import { isRewarded } from '../domain/reward-screening.ts';
import { tellStaff } from '../mail/tell-staff.ts';
import { writeToAlumnus } from '../mail/write-to-alumnus.ts';
import { candidateInvitationLetter } from './mails/candidate-invitation.tsx';
import { candidateReceiptLetter } from './mails/candidate-receipt.tsx';
import { outcomeLetter } from './mails/outcome.tsx';
import { ownerLetter } from './mails/owner.tsx';
import { recruiterLetter } from './mails/recruiter.tsx';
import { withdrawalLetter } from './mails/withdrawal.tsx';
import { tellOfReward } from './steps/tell-of-reward.ts';

/** The steps of a contribution's execution: each tells one of those who must hear of it. */

const Event = z.object({
  step: z.union([z.literal('take stock'), News]),
  contribution: z.int(),
  now: z.iso.datetime({ offset: true }),
  execution: z.string(),
});

type Outcome = ReturnType<typeof takeStockOfNews>['outcome'] | 'told' | 'unknown';

export async function handler(event: unknown): Promise<{ outcome: Outcome }> {
  const { step, contribution: number, now, execution } = Event.parse(event);
  const given = { now, policy };
  if (step === 'take stock') {
    return { outcome: await decideOnContribution(number, (found) => takeStockOfNews(found, execution, given)) };
  }
  const contribution = await readContribution(number);
  if (!contribution) return { outcome: 'unknown' };
  await tell(step, contribution, given);
  await decideOnContribution(number, (found) => toldNews(found, step, contribution));
  return { outcome: 'told' };
}

async function tell(news: News, contribution: Contribution, given: Given): Promise<void> {
  switch (news) {
    case 'invitation':
      return sendInvitation(contribution, given);
    case 'candidate':
      return askCandidate(contribution, given);
    case 'recruiter':
      return tellRecruiter(contribution, given);
    case 'withdrawal':
      return tellOfWithdrawal(contribution, given);
    case 'owner':
      return askOwner(contribution, given);
    case 'outcome':
      return tellOutcome(contribution, given);
    case 'payment':
      return tellOfPayment(contribution, given);
  }
}

/** A text that the alumnus forwards; the candidate is written to by nobody else. */
async function sendInvitation(contribution: Contribution, given: Given): Promise<void> {
  const { number, person, kind, country, wantsReward } = contribution;
  // It names nobody, so that whoever gets several cannot tell that they come from one person.
  const subject = { person: programme, matter: String(number) };
  const candidateUrl = await linkUrl('candidate', subject, Date.parse(given.now));
  const date = today(given);
  const promised = wantsReward ? promisedAmount(kind, country, date, given.policy) : 0;
  const isBarredInJapan = isHireBarredInJapan(date, given.policy);
  const closesOn = lapsesOn(contribution, given);
  await writeToAlumnus(
    person,
    'contribution-invitation',
    String(number),
    (to) => candidateInvitationLetter({ ...to, number, candidateUrl, closesOn, promised, isBarredInJapan }),
    given,
  );
}

/** Asks whether the address is theirs. One that SES refuses is nobody's: what was entered goes by itself. */
async function askCandidate({ number, due }: Contribution, given: Given): Promise<void> {
  const candidate = await readCandidate(number);
  // Taken back already.
  if (!candidate || !due) return;
  const { entry, language, email: to } = candidate;
  const matter = `${number}-${entry}`;
  const candidacyUrl = await linkUrl('candidacy', { person: programme, matter }, Date.parse(given.now));
  const outcome = await trySendOnce({
    about: programme,
    purpose: 'candidate-receipt',
    occasion: matter,
    to,
    addressHash: (await identify()).address(to),
    letter: candidateReceiptLetter({ policy: given.policy, language, candidacyUrl, confirmBy: due }),
    now: given.now,
  });
  if (outcome !== 'refused') sentOrThrow(outcome);
}

async function tellRecruiter(contribution: Contribution, given: Given): Promise<void> {
  const candidate = await readCandidate(contribution.number);
  if (!candidate) return;
  const letter = recruiterLetter({ policy: given.policy, contribution, candidate });
  const { recruiter } = given.policy.company;
  await tellStaff('contribution-recruiter', String(contribution.number), recruiter, letter, given);
}

async function tellOfWithdrawal({ number }: Contribution, given: Given): Promise<void> {
  const { recruiter } = given.policy.company;
  const letter = withdrawalLetter({ policy: given.policy, number });
  await tellStaff('candidate-withdrawal', String(number), recruiter, letter, given);
}

async function tellOfPayment(contribution: Contribution, given: Given): Promise<void> {
  if (isRewarded(contribution)) await tellOfReward(contribution, 'paid', given);
}

/** Of feedback the owner of its topic, for an answer; of a lead who follows it. */
async function askOwner(contribution: Contribution, given: Given): Promise<void> {
  const { number, person, kind, reminded, topic } = contribution;
  const words = await readWords(person, number);
  if (!words) return;
  const { leads, topics } = given.policy.contributions;
  const owner = kind === 'lead' ? leads.owner : topics.find(({ id }) => id === topic)?.owner;
  const subject = { person: programme, matter: String(number) };
  const answerUrl = kind === 'feedback' ? await linkUrl('answer', subject, Date.parse(given.now)) : undefined;
  const reminder = reminded.length > 0;
  const letter = ownerLetter({ policy: given.policy, contribution, words, answerUrl, reminder });
  // A topic that the policy has given up is the admin's.
  const to = owner ?? given.policy.company.admin;
  await tellStaff('contribution-owner', `${number}-${reminded.length}`, to, letter, given);
}

async function tellOutcome(contribution: Contribution, given: Given): Promise<void> {
  const { number, person, status } = contribution;
  const words = await readWords(person, number);
  const occasion = `${number}-${status.replaceAll(' ', '-')}`;
  await writeToAlumnus(
    person,
    'contribution-outcome',
    occasion,
    (to) => outcomeLetter({ ...to, contribution, words }),
    given,
  );
}
