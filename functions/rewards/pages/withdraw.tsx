import type { Bilingual, Language } from '../../domain/language.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

const texts = {
  title: { ja: 'お預かりしている情報を消去しますか', en: 'Delete your details?' },
  lead: {
    ja: 'ご紹介のページで入力された内容を、採用のご連絡のためにお預かりしています。このページには表示しません。',
    en: 'We have what you entered when you were invited, so that our recruiting team can reach you. It isn’t shown on this page.',
  },
  remove: { ja: '情報を消去する', en: 'Delete my details' },
  doneTitle: { ja: '情報を消去しました', en: 'Your details are deleted' },
  doneLead: {
    ja: '入力された内容は、この制度の記録に残っていません。お手続きは、これで終わりです。',
    en: 'Nothing you entered is kept in this programme any more. There’s nothing left for you to do.',
  },
  doneNext: {
    ja: '採用担当者とお話しされている場合は、担当者にもお伝えください。またご関心をお持ちになったときは、いつでもこちらへご連絡ください。',
    en: 'If you’re in touch with our recruiting team, please let them know too. If you change your mind one day, write to us at',
  },
} as const satisfies Record<string, Bilingual>;

function goes(keptUntil: string, language: Language): string {
  const until = dateInWords(keptUntil, language);
  return language === 'ja'
    ? `ボタンを押すと、お名前、メールアドレス、お書きになった内容を消去します。選考中であれば、このご紹介は終了します。元に戻すことはできません。照合用の値(お名前やアドレスに戻せないもの)は、${until}まで残します。招待を送ってくださった方には、手続きが終わったことだけをお知らせします。`
    : `Press the button and we delete your name, your address and what you wrote. Unless you’ve been hired, this introduction ends. This can’t be undone. A check value that can’t be turned back into your name or address stays until ${until}. Whoever invited you learns only that it’s over.`;
}

/** Asks once, naming what goes; shows nothing of it. */
export function withdrawPage({ language, policy, keptUntil }: PageContext & Readonly<{ keptUntil: string }>): string {
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <p>{goes(keptUntil, language)}</p>
        <form method="post">
          <div class="actions">
            <button type="submit" class="grave single">
              {texts.remove[language]}
            </button>
          </div>
        </form>
      </>
    ),
  });
}

/** Nothing is kept any more. */
export function withdrawnPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: texts.doneTitle[language],
    children: (
      <>
        <Tick />
        <p>{texts.doneLead[language]}</p>
        <WriteTo policy={policy} quiet>
          {texts.doneNext[language]}
        </WriteTo>
      </>
    ),
  });
}
