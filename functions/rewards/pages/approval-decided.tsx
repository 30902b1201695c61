import type { Contribution } from '../../domain/contribution.ts';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { Bilingual } from '../../domain/language.ts';
import { accepted, type DecisionOutcome, decisionInWords } from '../../domain/reward-approval-wording.ts';
import { asStart } from '../../domain/wording.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

const thanks: Bilingual = { ja: 'ご判断をありがとうございました', en: 'Thank you for deciding' };
const notTaken: Bilingual = { ja: 'ご判断は受け付けられていません', en: 'This decision wasn’t taken' };
const nothing: Bilingual = { ja: 'ご判断は不要になりました', en: 'There’s nothing for you to decide' };
const questions: Bilingual = {
  ja: 'お心当たりのないときは、こちらへご連絡ください。',
  en: 'If that surprises you, please write to us at',
};

const titles: Readonly<Record<DecisionOutcome, Bilingual>> = {
  approved: thanks,
  'one of two': thanks,
  rejected: thanks,
  spent: { ja: 'このリンクはすでに使われています', en: 'This link has been used' },
  'over budget': { ja: '今は承認できません', en: 'It can’t be approved now' },
  'own reward': notTaken,
  'not understood': notTaken,
  'wrong code': notTaken,
  incomplete: notTaken,
  'said before': nothing,
  decided: nothing,
  expired: { ja: '承認の期限が過ぎています', en: 'The time to decide is over' },
  declined: nothing,
  blocked: { ja: 'この謝礼はお渡しできません', en: 'This reward isn’t allowed' },
  'no reward': nothing,
  unknown: nothing,
};

type DecidedPage = PageContext &
  Readonly<{ outcome: DecisionOutcome; number: number; contribution: Contribution | undefined }>;

/** What came of an approver's word, and what a link says that decides nothing any more. */
export function approvalDecidedPage({ language, policy, outcome, number, contribution }: DecidedPage): string {
  const counts = accepted.has(outcome);
  return renderPage({
    language,
    policy,
    title: titles[outcome][language],
    children: (
      <>
        {counts ? <Tick /> : null}
        <p class="quiet">{asStart(contributionName(number, language))}</p>
        <p>{decisionInWords(outcome, contribution, policy, language)}</p>
        {counts ? null : (
          <WriteTo policy={policy} quiet>
            {questions[language]}
          </WriteTo>
        )}
      </>
    ),
  });
}
