import type { Child } from 'hono/jsx';
import type { Purpose } from '../../domain/consent.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { durationInWords } from '../../domain/wording.ts';
import { OneButton, type PageContext, renderPage, TallLink, Tick, WriteTo } from '../../web/layout.tsx';
import { ChosenPurposes, ForAddress, PurposeChoices } from '../../web/person-parts.tsx';
import { ChangeOfAddress, type NewAddress } from './change-of-address.tsx';
import { Pause, pauseInWords } from './pause.tsx';

const texts = {
  title: { ja: '登録内容の変更', en: 'Your choices' },
  lead: {
    ja: 'ご希望の項目に印を付けて保存してください。変更はすぐに反映されます。',
    en: 'Tick what you’d like and save. Changes take effect at once.',
  },
  stopped: {
    ja: '今は、メールの配信を停止しています。再開するときは、ご希望の項目に印を付けて保存してください。',
    en: 'Our mail to you is stopped at the moment. To start again, tick what you’d like and save.',
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
  pausedTitle: { ja: 'お休みを承りました', en: 'Our mail is paused' },
  pausedNext: {
    ja: '登録とお選びの項目は、そのまま残ります。早めに再開することも、同じリンクからいつでもできます。',
    en: 'You stay registered, and your choices stay as they are. You can start again earlier by the same link.',
  },
  pauseEndedTitle: { ja: 'お休みを終えました', en: 'Our mail is back on' },
  pauseEndedLead: {
    ja: 'これからはまた、お選びの項目についてお送りします。',
    en: 'The pause is over. We’ll write to you again about what you chose.',
  },
  addressSentTitle: { ja: '確認のメールをお送りしました', en: 'Please check your mail' },
  addressSentUntil: {
    ja: '確認が済むまでは、今のアドレスにお送りします。',
    en: 'Until then we keep writing to the current one.',
  },
  addressSentMissing: {
    ja: '届かないときは、迷惑メールのフォルダーと、アドレスに間違いがないかをお確かめください。',
    en: 'If it doesn’t arrive, look in the spam folder and check that the address was right.',
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
  NewAddress &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    purposes: readonly Purpose[];
    /** All mail was stopped. */
    stopped?: boolean;
    /** The page that asks before data is deleted. */
    leaveUrl: string;
    /** The first date on which mail may come again. */
    pausedUntil?: string | undefined;
  }>;

/** What somebody consented to, to be changed at any time, a pause, a new address, and apart from that the way out. */
export function preferencesPage(preferences: Preferences): string {
  const { language, policy, address, purposes, leaveUrl, pausedUntil, stopped = false } = preferences;
  const { addressPending, addressProblem, typedAddress } = preferences;
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: addressProblem !== undefined,
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <ForAddress language={language} address={address} />
        {stopped ? <p class="note">{texts.stopped[language]}</p> : null}
        <form method="post">
          <input type="hidden" name="action" value="purposes" />
          <PurposeChoices
            language={language}
            legend={texts.choose[language]}
            note={texts.optional[language]}
            chosen={purposes}
          />
          <p class="quiet">{texts.none[language]}</p>
          <OneButton>{texts.save[language]}</OneButton>
        </form>
        <Pause language={language} pausedUntil={pausedUntil} />
        <ChangeOfAddress
          language={language}
          addressPending={addressPending}
          addressProblem={addressProblem}
          typedAddress={typedAddress}
        />
        <section class="apart">
          <h2>{texts.leaveTitle[language]}</h2>
          <p>{texts.leaveLead[language]}</p>
          <TallLink href={leaveUrl}>{texts.leaveLink[language]}</TallLink>
        </section>
      </>
    ),
  });
}

type Back = PageContext & Readonly<{ preferencesUrl: string }>;

/** What has been done, and the way back. */
function donePage({ language, policy, preferencesUrl, title, children }: Back & { title: Bilingual; children: Child }) {
  return renderPage({
    language,
    policy,
    title: title[language],
    children: (
      <>
        <Tick />
        {children}
        <TallLink href={preferencesUrl}>{texts.back[language]}</TallLink>
      </>
    ),
  });
}

/** After saving: how things stand now. */
export function preferencesSavedPage({ purposes, ...back }: Back & Readonly<{ purposes: readonly Purpose[] }>): string {
  const { language } = back;
  return donePage({
    ...back,
    title: texts.savedTitle,
    children: (
      <>
        {purposes.length > 0 ? (
          <>
            <p>{texts.savedSome[language]}</p>
            <ChosenPurposes language={language} chosen={purposes} />
          </>
        ) : (
          <p>{texts.savedNone[language]}</p>
        )}
        <p>{texts.savedNext[language]}</p>
      </>
    ),
  });
}

/** After pausing: until when. */
export function pausedPage({ until, ...back }: Back & Readonly<{ until: string }>): string {
  return donePage({
    ...back,
    title: texts.pausedTitle,
    children: (
      <>
        <p>{pauseInWords(until, back.language)}</p>
        <p>{texts.pausedNext[back.language]}</p>
      </>
    ),
  });
}

/** After ending a pause. */
export function pauseEndedPage(back: Back): string {
  return donePage({ ...back, title: texts.pauseEndedTitle, children: <p>{texts.pauseEndedLead[back.language]}</p> });
}

/** After entering a new address, as `maskAddress` gives it: nothing changes before it is confirmed. */
export function addressSentPage({ address, ...back }: Back & Readonly<{ address: string }>): string {
  const { language, policy } = back;
  const within = durationInWords(policy.address.confirmWithin, language);
  const masked = <span class="address">{address}</span>;
  return donePage({
    ...back,
    title: texts.addressSentTitle,
    children: (
      <>
        {language === 'ja' ? (
          <p>
            {masked} に届くメールのリンクから、{within}以内に確認してください。{texts.addressSentUntil.ja}
          </p>
        ) : (
          <p>
            We’ve sent a mail to {masked}. Confirm by the link in it within {within}, and we’ll use the new address.{' '}
            {texts.addressSentUntil.en}
          </p>
        )}
        <p class="quiet">{texts.addressSentMissing[language]}</p>
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
