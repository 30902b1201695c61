import type { Bilingual } from '../../domain/language.ts';
import { OneButton, type PageContext, renderPage, TallLink, Tick } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';

const texts = {
  title: { ja: 'メールアドレスの確認', en: 'Confirm your mail address' },
  lead: {
    ja: 'このメールアドレスがご自身のものであれば、下のボタンで確認してください。確認が済むまで、このアドレスにほかのご連絡はお送りしません。',
    en: 'If this mail address is yours, please confirm it. Until you do, we won’t send anything else to it.',
  },
  button: { ja: 'このアドレスを確認する', en: 'Confirm this address' },
  notYours: {
    ja: 'お心当たりがなければ、このページを閉じてください。確認されなかったアドレスは使わずに消去します。',
    en: 'If it isn’t yours, just close this page. An address nobody confirms isn’t used, and is deleted.',
  },
  doneTitle: { ja: 'アドレスを確認しました', en: 'Your address is confirmed' },
  doneLead: {
    ja: 'ありがとうございます。今後のご連絡は、このアドレスにお送りします。',
    en: 'Thank you. From now on we’ll write to this address.',
  },
  choices: { ja: '登録内容を開く', en: 'Open your choices' },
  close: { ja: 'このページは閉じてかまいません。', en: 'You can close this page now.' },
} as const satisfies Record<string, Bilingual>;

/** Asks the owner of a newly reported address to confirm it. Says nothing about anybody. */
export function confirmAddressPage({ language, policy, address }: PageContext & Readonly<{ address: string }>): string {
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <ForAddress language={language} address={address} />
        <form method="post">
          <OneButton>{texts.button[language]}</OneButton>
        </form>
        <p class="quiet">{texts.notYours[language]}</p>
      </>
    ),
  });
}

/** After confirming. What is still open comes by mail to the confirmed address; an alumnus may look at their choices. */
export function addressConfirmedPage({
  language,
  policy,
  preferencesUrl,
}: PageContext & Readonly<{ preferencesUrl?: string | undefined }>): string {
  return renderPage({
    language,
    policy,
    title: texts.doneTitle[language],
    children: (
      <>
        <Tick />
        <p>{texts.doneLead[language]}</p>
        {preferencesUrl ? (
          <TallLink href={preferencesUrl}>{texts.choices[language]}</TallLink>
        ) : (
          <p>{texts.close[language]}</p>
        )}
      </>
    ),
  });
}
