import type { Bilingual } from '../../domain/language.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

const texts = {
  answered: { ja: 'お答えをありがとうございました', en: 'Thank you for answering' },
  toHr: {
    ja: 'お答えは人事担当だけにお届けし、受け入れ先の上長やチームには伝えません。お答えをもとに、人事担当からお声がけすることがあります。',
    en: 'Your answers go to HR only, and not to your manager or your team. Somebody from HR may have a word with you about them.',
  },
  over: { ja: 'この質問は終わりました', en: 'These questions are closed' },
  noHarm: {
    ja: '次の質問に替わったか、質問の期間が過ぎています。お答えがなくても、何も変わりません。',
    en: 'Newer ones have taken their place, or the time for them is over. Nothing changes because you didn’t answer.',
  },
  more: {
    ja: 'お伝えになりたいことがあれば、いつでもこちらへご連絡ください。',
    en: 'If there’s something you’d like to tell us, write to us at any time:',
  },
} as const satisfies Record<string, Bilingual>;

type CheckInAnswered = PageContext & Readonly<{ isAnswered: boolean }>;

/** After the answer, also when the link is opened again; or where it came too late. */
export function checkInAnsweredPage({ language, policy, isAnswered }: CheckInAnswered): string {
  return renderPage({
    language,
    policy,
    title: (isAnswered ? texts.answered : texts.over)[language],
    children: (
      <>
        {isAnswered ? <Tick /> : null}
        <p>{(isAnswered ? texts.toHr : texts.noHarm)[language]}</p>
        <WriteTo policy={policy} quiet>
          {texts.more[language]}
        </WriteTo>
      </>
    ),
  });
}
