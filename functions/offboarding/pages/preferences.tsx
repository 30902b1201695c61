import type { Purpose } from '../../domain/consent.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { durationInWords } from '../../domain/wording.ts';
import { OneButton, type PageContext, renderPage, TallLink, Tick, WriteTo } from '../../web/layout.tsx';
import { ChosenPurposes, ForAddress, PurposeChoices } from './parts.tsx';

const texts = {
  title: { ja: '登録内容の変更', en: 'Your choices' },
  lead: {
    ja: 'ご希望の項目に印を付けて保存してください。変更はすぐに反映されます。',
    en: 'Tick what you’d like and save. Changes take effect at once.',
  },
  choose: { ja: 'ご希望の項目', en: 'What would you like?' },
  optional: { ja: '(いくつでも)', en: '(any number)' },
  none: {
    ja: 'すべての印を外して保存すると、お便りもご案内も止まります。登録と情報は残ります。',
    en: 'If you untick everything, all mail stops. You stay registered and your data stays with us.',
  },
  save: { ja: '保存する', en: 'Save' },
  leaveTitle: { ja: '登録をやめる', en: 'Leaving the programme' },
  leaveLead: {
    ja: '登録をやめると、お預かりしている情報を消去します。次のページで確認してから行います。',
    en: 'If you leave, we delete your data. The next page asks you to confirm.',
  },
  leaveLink: { ja: '登録をやめて情報を消去する', en: 'Leave and delete my data' },
  savedTitle: { ja: '保存しました', en: 'Saved' },
  savedSome: { ja: '今の登録内容です。', en: 'These are your choices now:' },
  savedNone: {
    ja: 'すべての項目を外しました。お便りもご案内もお送りしません。',
    en: 'You’ve unticked everything, so we won’t send you any programme mail.',
  },
  savedNext: {
    ja: '変更はすぐに反映されます。いつでも同じリンクからやり直せます。',
    en: 'They take effect at once. You can change them again by the same link.',
  },
  back: { ja: '登録内容に戻る', en: 'Back to your choices' },
  confirmTitle: { ja: '登録をやめて、情報を消去しますか', en: 'Leave and delete your data?' },
  confirm: { ja: '登録をやめて消去する', en: 'Leave and delete my data' },
  keep: { ja: 'やめずに戻る', en: 'Go back and stay' },
  leftTitle: { ja: '登録をやめ、情報を消去しました', en: 'You’ve left, and your data is deleted' },
  leftLead: {
    ja: 'この制度からのメールはもうお送りしません。これまでつながっていてくださり、ありがとうございました。',
    en: 'You won’t get any more mail from the programme. Thank you for having stayed in touch.',
  },
  leftMind: {
    ja: 'また参加したくなったときは、いつでもこちらへご連絡ください。',
    en: 'If you’d like to join again one day, write to us at',
  },
} as const satisfies Record<string, Bilingual>;

function goes(policy: Policy, language: Language): string {
  const evidence = durationInWords(policy.retention.evidence, language);
  const tombstone = durationInWords(policy.retention.tombstone, language);
  return language === 'ja'
    ? `お名前、連絡先、在籍中の部署と職務、お選びの項目を消去します。元に戻すことはできません。同意の記録は最後のメールから${evidence}、再びお尋ねしないための照合用の値と在籍期間は${tombstone}残します。`
    : `We delete your name, addresses, department, role and choices. This can’t be undone. What remains is the record of your consent, for ${evidence} after the last mail, and a check value with your dates of employment, for ${tombstone}, so that nobody asks you again.`;
}

type Preferences = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    purposes: readonly Purpose[];
    /** The page that asks before data is deleted. */
    leaveUrl: string;
  }>;

/** What somebody consented to, to be changed at any time, and apart from that the way out. */
export function preferencesPage({ language, policy, address, purposes, leaveUrl }: Preferences): string {
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <ForAddress language={language} address={address} />
        <form method="post">
          <PurposeChoices
            language={language}
            legend={texts.choose[language]}
            note={texts.optional[language]}
            chosen={purposes}
          />
          <p class="quiet">{texts.none[language]}</p>
          <OneButton>{texts.save[language]}</OneButton>
        </form>
        <section class="apart">
          <h2>{texts.leaveTitle[language]}</h2>
          <p>{texts.leaveLead[language]}</p>
          <TallLink href={leaveUrl}>{texts.leaveLink[language]}</TallLink>
        </section>
      </>
    ),
  });
}

/** After saving: how things stand now. */
export function preferencesSavedPage({
  language,
  policy,
  purposes,
  preferencesUrl,
}: PageContext & Readonly<{ purposes: readonly Purpose[]; preferencesUrl: string }>): string {
  return renderPage({
    language,
    policy,
    title: texts.savedTitle[language],
    children: (
      <>
        <Tick />
        {purposes.length > 0 ? (
          <>
            <p>{texts.savedSome[language]}</p>
            <ChosenPurposes language={language} chosen={purposes} />
          </>
        ) : (
          <p>{texts.savedNone[language]}</p>
        )}
        <p>{texts.savedNext[language]}</p>
        <TallLink href={preferencesUrl}>{texts.back[language]}</TallLink>
      </>
    ),
  });
}

/** Asks once, naming what goes. */
export function leavePage({
  language,
  policy,
  address,
  preferencesUrl,
}: PageContext & Readonly<{ address: string; preferencesUrl: string }>): string {
  return renderPage({
    language,
    policy,
    title: texts.confirmTitle[language],
    children: (
      <>
        <ForAddress language={language} address={address} />
        <p>{goes(policy, language)}</p>
        <form method="post">
          <div class="actions">
            <button type="submit" class="grave">
              {texts.confirm[language]}
            </button>
            <a class="button other" href={preferencesUrl}>
              {texts.keep[language]}
            </a>
          </div>
        </form>
      </>
    ),
  });
}

/** After leaving: the data is gone. */
export function leftPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: texts.leftTitle[language],
    children: (
      <>
        <Tick />
        <p>{texts.leftLead[language]}</p>
        <WriteTo policy={policy} quiet>
          {texts.leftMind[language]}
        </WriteTo>
      </>
    ),
  });
}
