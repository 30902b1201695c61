import { type ApprovalProblem, ApproverForm } from '../../approvals/approver-form.tsx';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { momentInWords, rewardFacts, ruleTerms } from '../../domain/reward-terms.ts';
import type { Instant } from '../../domain/time.ts';
import { asStart } from '../../domain/wording.ts';
import { type PageContext, renderPage, Terms } from '../../web/layout.tsx';

const texts = {
  title: { ja: '謝礼の承認のお願い', en: 'May this reward be paid?' },
  lead: {
    ja: 'アルムナイのご協力に、謝礼をお支払いしてよいかどうかをお決めください。どなたのご協力かはお見せしていません。種類と成果、運用規程による確認の結果からお決めください。',
    en: 'Please decide whether this reward for an alumnus may be paid. Whose it is isn’t shown: decide by its kind, by what came of it, and by what the rules said.',
  },
  reward: { ja: '謝礼の内容', en: 'The reward' },
  rules: { ja: '運用規程による確認', en: 'What each rule said' },
} as const satisfies Record<string, Bilingual>;

function untilInWords({ contribution: { reward }, policy, closesOn, language }: ApprovalPage): string {
  const until = momentInWords(closesOn, policy, language);
  const { needed } = reward;
  if (language === 'ja')
    return needed > 1
      ? `異なる${needed}名の承認が必要です。${until}までに揃わなければ、支払われません。`
      : `${until}までに承認されなければ、支払われません。`;
  return needed > 1
    ? `${needed} different people must approve it by ${until}. Otherwise it isn’t paid.`
    : `If it isn’t approved by ${until}, it isn’t paid.`;
}

/** What the page of an approver shows. */
type ApprovalPage = PageContext &
  Readonly<{
    contribution: Rewarded;
    /** Of the budget it would be taken from, now. */
    budgetLeft: number;
    /** When the time to decide is over. */
    closesOn: Instant;
    problem?: ApprovalProblem | undefined;
    /** Kept when something is wrong with it. */
    note?: string | undefined;
  }>;

/** A reward with all that an approver needs, nothing of whose it is, and two buttons of the same size. */
export function approvalPage(page: ApprovalPage): string {
  const { language, policy, contribution, problem, note } = page;
  const { number, reward } = contribution;
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: problem !== undefined,
    children: (
      <>
        <p class="quiet">{asStart(contributionName(number, language))}</p>
        <p>{texts.lead[language]}</p>
        <p>{untilInWords(page)}</p>
        <h2>{texts.reward[language]}</h2>
        <Terms terms={rewardFacts(contribution, page, language)} />
        <h2>{texts.rules[language]}</h2>
        <Terms terms={ruleTerms(reward, language)} />
        <ApproverForm language={language} problem={problem} note={note} />
      </>
    ),
  });
}
