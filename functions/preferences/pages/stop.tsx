import type { Bilingual } from '../../domain/language.ts';
import { OneButton, type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';

const texts = {
  title: { ja: 'メールの配信停止', en: 'Stop our mail' },
  lead: {
    ja: 'アルムナイ通信、交流会のご案内、復帰のご相談のメールを、すべて止めます。登録と情報は残ります。',
    en: 'This stops all of our programme mail: alumni news, invitations, and mail about coming back. You stay registered and your data stays with us.',
  },
  button: { ja: '配信を停止する', en: 'Stop all mail' },
  stoppedTitle: { ja: '配信を停止しました', en: 'Our mail is stopped' },
  stoppedLead: {
    ja: 'この制度からのメールはお送りしません。停止はすぐに反映されています。',
    en: 'We won’t send you any more programme mail. This took effect at once.',
  },
  again: {
    ja: '再開したいときや、登録をやめて情報を消去したいときは、これまでのメールにある登録内容のページからお手続きいただけます。お問い合わせもお受けします。',
    en: 'To start again, or to leave and have your data deleted, open the page with your choices from any of our earlier mails, or write to us:',
  },
} as const satisfies Record<string, Bilingual>;

/** Asks with one button: opening a link stops nothing, since scanners open every link. */
export function stopPage({ language, policy, address }: PageContext & Readonly<{ address: string }>): string {
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
      </>
    ),
  });
}

/** After stopping: it is done, and how to start again. */
export function stoppedPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: texts.stoppedTitle[language],
    children: (
      <>
        <Tick />
        <p>{texts.stoppedLead[language]}</p>
        <WriteTo policy={policy}>{texts.again[language]}</WriteTo>
      </>
    ),
  });
}
