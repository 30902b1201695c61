import type { Bilingual } from '../../domain/language.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

/** `yes`, `no`: this answer was taken, and whether the feedback was of use; `before`: another one was. */
type AnswerGiven = 'yes' | 'no' | 'before';

const thanks: Bilingual = { ja: '回答をありがとうございました', en: 'Thank you for answering' };
const titles: Readonly<Record<AnswerGiven, Bilingual>> = {
  yes: thanks,
  no: thanks,
  before: { ja: 'このご意見には回答済みです', en: 'This has been answered' },
};

const next: Readonly<Record<AnswerGiven, Bilingual>> = {
  yes: {
    ja: 'ご本人へメールでお届けします。謝礼は運用規程に沿って進めますので、ほかにお願いすることはありません。',
    en: 'It’s mailed to the alumnus. The reward takes its own way by the programme’s rules, and there’s nothing else for you to do.',
  },
  no: {
    ja: 'ご本人へメールでお届けします。ほかにお願いすることはありません。',
    en: 'It’s mailed to the alumnus. There’s nothing else for you to do.',
  },
  before: {
    ja: '最初にいただいた回答を、ご本人へお届けしています。あらためてお書きいただく必要はありません。',
    en: 'The first answer goes to the alumnus. There’s no need to write another.',
  },
};
const questions: Bilingual = {
  ja: '書き足したいことがあるときは、こちらへご連絡ください。',
  en: 'If you’d like to add something, write to us at',
};

/** After an answer, and when the link is opened again. */
export function answerGivenPage({ language, policy, given }: PageContext & Readonly<{ given: AnswerGiven }>): string {
  return renderPage({
    language,
    policy,
    title: titles[given][language],
    children: (
      <>
        {given === 'before' ? null : <Tick />}
        <p>{next[given][language]}</p>
        <WriteTo policy={policy} quiet>
          {questions[language]}
        </WriteTo>
      </>
    ),
  });
}
