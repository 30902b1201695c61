import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

const texts = {
  confirmTitle: { ja: '採用担当にお伝えしてよいですか', en: 'Shall we tell our recruiting team?' },
  confirmLead: {
    ja: 'このメールアドレスで、採用についてのご連絡を希望する入力がありました。ご自身の入力でしたら、確認のボタンを押してください。それまで、採用担当を含めて誰にもお伝えしません。',
    en: 'Somebody entered this mail address to hear from us about working here. If it was you, please confirm. Until then nobody is told, our recruiting team included.',
  },
  confirm: { ja: '確認して採用担当に伝える', en: 'Confirm and tell the recruiting team' },
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

function goes(keptUntil: string, isConfirmed: boolean, language: Language): string {
  const until = dateInWords(keptUntil, language);
  if (!isConfirmed) {
    return language === 'ja'
      ? 'お心当たりがないときや、取りやめたいときは、いますぐ消去できます。'
      : 'If you know nothing of this, or have changed your mind, you can delete it now.';
  }
  return language === 'ja'
    ? `ボタンを押すと、お名前、メールアドレス、お書きになった内容を消去します。選考中であれば、このご紹介は終了します。元に戻すことはできません。照合用の値(お名前やアドレスに戻せないもの)は、${until}まで残します。招待を送ってくださった方には、手続きが終わったことだけをお知らせします。`
    : `Press the button and we delete your name, your address and what you wrote. Unless you’ve been hired, this introduction ends. This can’t be undone. A check value that can’t be turned back into your name or address stays until ${until}. Whoever invited you learns only that it’s over.`;
}

/** Where a candidate confirms what they entered, and deletes it at any time; nothing of it is shown. */
export function candidacyPage({
  language,
  policy,
  keptUntil,
  isConfirmed,
}: PageContext & Readonly<{ keptUntil: string; isConfirmed: boolean }>): string {
  return renderPage({
    language,
    policy,
    title: (isConfirmed ? texts.title : texts.confirmTitle)[language],
    children: (
      <>
        {isConfirmed ? <p>{texts.lead[language]}</p> : <Confirmation language={language} keptUntil={keptUntil} />}
        <p>{goes(keptUntil, isConfirmed, language)}</p>
        <form method="post">
          <input type="hidden" name="action" value="delete" />
          <div class="actions">
            <button type="submit" class={isConfirmed ? 'grave single' : 'other single'}>
              {texts.remove[language]}
            </button>
          </div>
        </form>
      </>
    ),
  });
}

/** Asks whether the address is theirs. */
const Confirmation: FC<Readonly<{ language: Language; keptUntil: string }>> = ({ language, keptUntil }) => {
  const until = dateInWords(keptUntil, language);
  return (
    <>
      <p>{texts.confirmLead[language]}</p>
      <p>
        {language === 'ja'
          ? `${until}までに確認がなければ、入力された内容は自動的に消去されます。`
          : `If you don’t confirm by ${until}, what was entered is deleted by itself.`}
      </p>
      <form method="post">
        <input type="hidden" name="action" value="confirm" />
        <div class="actions">
          <button type="submit" class="single">
            {texts.confirm[language]}
          </button>
        </div>
      </form>
    </>
  );
};

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
