import type { Bilingual } from '../../domain/language.ts';
import { OneButton, type PageContext, renderPage, TallLink, Tick } from '../../web/layout.tsx';
import { ForAddress } from './parts.tsx';

const texts = {
  title: { ja: 'メールの配信停止', en: 'Stop our mail' },
  lead: {
    ja: 'アルムナイ通信、交流会のご案内、復帰のご相談のメールを、すべて止めます。登録と情報は残ります。',
    en: 'This stops all of our programme mail: alumni news, invitations, and mail about coming back. You stay registered and your data stays with us.',
  },
  button: { ja: '配信を停止する', en: 'Stop all mail' },
  some: { ja: '項目ごとに選び直す', en: 'Choose mail by kind instead' },
  stoppedTitle: { ja: '配信を停止しました', en: 'Our mail is stopped' },
  stoppedLead: {
    ja: 'この制度からのメールはお送りしません。停止はすぐに反映されています。',
    en: 'We won’t send you any more programme mail. This took effect at once.',
  },
  again: {
    ja: '再開したいときや、登録をやめて情報を消去したいときは、登録内容のページから手続きできます。',
    en: 'To start again, or to leave and have your data deleted, go to your choices.',
  },
  preferences: { ja: '登録内容を開く', en: 'Open your choices' },
} as const satisfies Record<string, Bilingual>;

type Stop = PageContext & Readonly<{ preferencesUrl: string }>;

/** Asks with one button: opening a link stops nothing, since scanners open every link. */
export function stopPage({ language, policy, address, preferencesUrl }: Stop & Readonly<{ address: string }>): string {
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
        <TallLink href={preferencesUrl}>{texts.some[language]}</TallLink>
      </>
    ),
  });
}

/** After stopping: it is done, and how to start again. */
export function stoppedPage({ language, policy, preferencesUrl }: Stop): string {
  return renderPage({
    language,
    policy,
    title: texts.stoppedTitle[language],
    children: (
      <>
        <Tick />
        <p>{texts.stoppedLead[language]}</p>
        <p>{texts.again[language]}</p>
        <TallLink href={preferencesUrl}>{texts.preferences[language]}</TallLink>
      </>
    ),
  });
}
