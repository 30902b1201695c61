import {
  approvalWords,
  commandsBelow,
  howToDecide,
  markOf,
  occasion,
  type ToDecide,
} from '../../approvals/how-to-decide.tsx';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { momentInWords, rewardFacts, ruleTerms } from '../../domain/reward-terms.ts';
import type { Instant } from '../../domain/time.ts';
import { oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

/** What the question to an approver of a reward is made of. */
type ApprovalRequest = ToDecide &
  Readonly<{
    contribution: Rewarded;
    approver: { name: string };
    closesOn: Instant;
    rewardUrl: string;
  }>;

/** The state machine that takes the console's word. */
export const machine = 'okaeri-decide-reward';

const causes: Bilingual = {
  ja: '入力の誤り、または予算の不足',
  en: 'something was mistyped, or the budget didn’t cover it',
};
const otherwise: Bilingual = {
  ja: '期限までに判断がなければ、支払いは行われません。',
  en: 'If nobody decides in time, nothing is paid.',
};

function sayings(request: ApprovalRequest, language: Language): Sayings {
  const { policy, contribution, approver, closesOn } = request;
  const name = oneLine(approver.name);
  const reward = contributionName(contribution.number, language);
  const until = momentInWords(closesOn, policy, language);
  const terms = rewardFacts(contribution, { policy, closesOn }, language);
  const list = ruleTerms(contribution.reward, language).map(({ term, text }) => `${term}: ${text}`);
  const { remindEvery } = policy.rewards.approval;
  const why = occasion(request, causes, language);
  const how = howToDecide(request, { machine, otherwise, remindEvery }, language);
  return language === 'ja'
    ? [
        { words: `${name} 様、${reward}への謝礼を承認するかどうかの判断をお願いします。期限は${until}です。` },
        ...why,
        { words: '判断の材料は次のとおりです。どなたの謝礼かは、お伝えしていません。', terms },
        { words: '運用規程による確認', list, named: true },
        ...how,
      ]
    : [
        { words: `${name}, please decide whether the reward for ${reward} is approved. You have until ${until}.` },
        ...why,
        { words: 'This is what you decide on. We don’t say whose reward it is.', terms },
        { words: 'What the programme’s rules say', list, named: true },
        ...how,
      ];
}

/** Asks an approver to decide on a reward: in the console, on the page or by command; in Japanese and English. */
export function approvalLetter(request: ApprovalRequest): Letter {
  const { policy, contribution, rewardUrl } = request;
  const { stop, label } = approvalWords;
  const mark = markOf(request);
  const { number } = contribution;
  return letterToStaff({
    policy,
    to: 'approver',
    topic: {
      ja: `謝礼のご判断のお願い(${contributionName(number, 'ja')})${mark.ja}`,
      en: `Please decide on a reward: ${contributionName(number, 'en')}${mark.en}`,
    },
    stop,
    say: (language) => sayings(request, language),
    action: { label, url: rewardUrl },
    more: commandsBelow(request),
  });
}
