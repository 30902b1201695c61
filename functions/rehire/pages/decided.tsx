import type { Bilingual } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import {
  acceptedRehire,
  type RehireDecisionOutcome,
  rehireDecisionInWords,
} from '../../domain/rehire-approval-wording.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { asStart } from '../../domain/wording.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

const thanks: Bilingual = { ja: 'ご判断をありがとうございました', en: 'Thank you for deciding' };
const notTaken: Bilingual = { ja: 'ご判断は受け付けられていません', en: 'This decision wasn’t taken' };
const nothing: Bilingual = { ja: 'ご判断は不要になりました', en: 'There’s nothing for you to decide' };
const questions: Bilingual = {
  ja: 'お心当たりのないときは、こちらへご連絡ください。',
  en: 'If that surprises you, please write to us at',
};

const titles: Readonly<Record<RehireDecisionOutcome, Bilingual>> = {
  approved: thanks,
  'one of two': thanks,
  rejected: thanks,
  spent: { ja: 'このリンクはすでに使われています', en: 'This link has been used' },
  'own return': notTaken,
  'not understood': notTaken,
  'no reason': notTaken,
  'wrong code': notTaken,
  incomplete: notTaken,
  'said before': nothing,
  decided: nothing,
  expired: { ja: '判断の期限が過ぎています', en: 'The time to decide is over' },
  ended: nothing,
  unknown: nothing,
};

type DecidedPage = PageContext &
  Readonly<{ outcome: RehireDecisionOutcome; number: number; rehire: Rehire | undefined }>;

/** What came of a word about a return, and what a link says that decides nothing any more. */
export function decidedPage({ language, policy, outcome, number, rehire }: DecidedPage): string {
  const counts = acceptedRehire.has(outcome);
  return renderPage({
    language,
    policy,
    title: titles[outcome][language],
    children: (
      <>
        {counts ? <Tick /> : null}
        <p class="quiet">{asStart(rehireName(number, language))}</p>
        <p>{rehireDecisionInWords(outcome, rehire, policy, language)}</p>
        {counts ? null : (
          <WriteTo policy={policy} quiet>
            {questions[language]}
          </WriteTo>
        )}
      </>
    ),
  });
}
