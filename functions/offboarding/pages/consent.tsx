import type { FC } from 'hono/jsx';
import type { Purpose, Wish } from '../../domain/consent.ts';
import { storageInWords } from '../../domain/consent-wording.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { returnConditionsInWords } from '../../domain/return-conditions-wording.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, TallLink, Terms, Tick, WriteTo } from '../../web/layout.tsx';
import { ChosenPurposes, ForAddress, PurposeChoices } from '../../web/person-parts.tsx';

const texts = {
  title: { ja: '退職後のつながりについて', en: 'Staying in touch after you leave' },
  lead: {
    ja: 'これまでありがとうございました。退職後もつながりを続けたい方へ、年に数回のお便りと交流会のご案内をお送りしています。ご希望の項目だけお選びください。何も選ばなくても、退職の手続きに影響はありません。',
    en: 'Thank you for your time with us. If you’d like to stay in touch, we write a few times a year and invite you to gatherings. Choose only what you want. Choosing nothing changes nothing about your leaving.',
  },
  formerTitle: { ja: '退職後のつながりについて', en: 'Staying in touch' },
  formerLead: {
    ja: '在籍中はありがとうございました。退職後もつながりを続けたい方へ、年に数回のお便りと交流会のご案内をお送りしています。ご希望の項目だけお選びください。登録するかどうかは自由です。',
    en: 'Thank you for your time with us. If you’d like to stay in touch, we write a few times a year and invite you to gatherings. Choose only what you want. It’s entirely up to you.',
  },
  choose: { ja: 'ご希望の項目', en: 'What would you like?' },
  optional: { ja: '(任意、いくつでも)', en: '(optional, any number)' },
  noneChosen: {
    ja: '登録するには、項目を一つ以上お選びください。希望する項目がなければ「登録しない」を押してください。',
    en: 'To join, choose at least one of these. If you want none of them, press “No, thank you”.',
  },
  wish: { ja: '将来、復帰したいお気持ちはありますか', en: 'Would you like to come back one day?' },
  wishOptional: { ja: '(任意)', en: '(optional)' },
  data: { ja: '情報の取り扱い', en: 'Your data' },
  privacy: { ja: 'プライバシーポリシー', en: 'Privacy notice' },
  yes: { ja: '選んだ項目で登録する', en: 'Join with what I chose' },
  no: { ja: '登録しない', en: 'No, thank you' },
  conditions: { ja: '復帰の条件', en: 'Conditions for coming back' },
} as const satisfies Record<string, Bilingual>;

const wishes: readonly { value: Wish; label: Bilingual }[] = [
  { value: 'yes', label: { ja: 'はい、復帰したい', en: 'Yes, I would' } },
  { value: 'undecided', label: { ja: 'まだ決めていない', en: 'I haven’t decided' } },
  { value: 'no', label: { ja: 'いいえ', en: 'No' } },
];

function wishNote(policy: Policy, language: Language): string {
  const kept = durationInWords(policy.retention.tombstone, language);
  return language === 'ja'
    ? `お答えは、復帰のご相談を受けたときの配慮のために記録し、人事の担当者だけが見ます。登録しない場合も、お名前を除いて${kept}残します。`
    : `We record your answer so that we can take it into account if you ask to return. Only HR sees it. If you don’t join, we keep it without your name for ${kept}.`;
}

const WishChoices: FC<{ policy: Policy; language: Language; wish: Wish | undefined }> = ({
  policy,
  language,
  wish,
}) => (
  <fieldset aria-describedby="wish-note">
    <legend>
      {texts.wish[language]} <small>{texts.wishOptional[language]}</small>
    </legend>
    <p id="wish-note" class="quiet">
      {wishNote(policy, language)}
    </p>
    {wishes.map(({ value, label }) => (
      <label class="choice">
        <input type="radio" name="wish" value={value} checked={wish === value} />
        <span>{label[language]}</span>
      </label>
    ))}
  </fieldset>
);

/** What the consent page shows. */
type ConsentPage = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    /** The last date on which an answer counts. */
    closesOn: string;
    /** Left before the programme began. */
    former?: boolean | undefined;
    wish?: Wish | undefined;
    /** "Yes" was sent without any purpose. */
    noneChosen?: boolean | undefined;
  }>;

/** The exit explainer and the question: purposes each on their own, none ticked beforehand, and a plain no. */
export function consentPage({
  language,
  policy,
  address,
  closesOn,
  wish,
  noneChosen = false,
  former = false,
}: ConsentPage): string {
  const until = dateInWords(closesOn, language);
  return renderPage({
    language,
    policy,
    title: former ? texts.formerTitle[language] : texts.title[language],
    invalid: noneChosen,
    children: (
      <>
        <p>{former ? texts.formerLead[language] : texts.lead[language]}</p>
        <ForAddress language={language} address={address} />
        <form method="post">
          <PurposeChoices
            language={language}
            legend={texts.choose[language]}
            note={texts.optional[language]}
            chosen={[]}
            problem={noneChosen ? texts.noneChosen[language] : undefined}
          />
          <WishChoices policy={policy} language={language} wish={wish} />
          <h2>{texts.data[language]}</h2>
          <Terms terms={storageInWords(policy, language)} />
          <p>
            <a href={policy.company.privacyNotice}>{texts.privacy[language]}</a>
          </p>
          <div class="actions">
            <button type="submit" name="answer" value="yes">
              {texts.yes[language]}
            </button>
            <button type="submit" name="answer" value="no" class="other">
              {texts.no[language]}
            </button>
          </div>
          <p class="quiet">
            {language === 'ja'
              ? `${until}まで回答できます。登録したあとも、いつでも変更や取り消しができます。`
              : `You can answer until ${until}. After joining you can change your choice or leave at any time.`}
          </p>
        </form>
        <h2>{texts.conditions[language]}</h2>
        <ul>
          {returnConditionsInWords(policy, language).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    ),
  });
}

const after = {
  thanksTitle: { ja: 'ご登録を承りました', en: 'Thank you, we’ll stay in touch' },
  thanksLead: { ja: 'お選びになった項目です。', en: 'This is what you chose:' },
  thanksNext: {
    ja: '退職日が過ぎたら登録を終え、確認のメールをお送りします。すでに退職された方には、まもなくお送りします。それまでにしていただくことはありません。',
    en: 'Once your last day is over we’ll complete your registration and confirm it by mail. If you’ve left already, that mail comes shortly. There’s nothing you need to do until then.',
  },
  change: { ja: '選択を変更する', en: 'Change what I chose' },
  declinedTitle: { ja: 'ご回答ありがとうございました', en: 'Thank you for telling us' },
  declinedLead: {
    ja: '登録はせず、お預かりしていた個人情報を消去しました。この件であらためてお尋ねすることはありません。退職の手続きにも影響はありません。',
    en: 'We haven’t registered you, have deleted your personal data, and won’t ask again. Nothing about your leaving changes.',
  },
  declinedMind: {
    ja: 'お気持ちが変わったときは、いつでもこちらへご連絡ください。',
    en: 'If you change your mind, you’re welcome to write to us at any time:',
  },
  declinedThanks: {
    ja: 'これまでありがとうございました。どうぞお元気で。',
    en: 'Thank you for your time with us. We wish you well.',
  },
  answeredTitle: { ja: 'ご回答はすでに届いています', en: 'We already have your answer' },
  answeredYes: { ja: '次の項目で登録を承っています。', en: 'You joined, and chose this:' },
  answeredNone: {
    ja: '登録を承っています。今はどの項目もお選びになっていないため、お便りもご案内もお送りしません。',
    en: 'You joined. At the moment nothing is chosen, so we don’t send you any programme mail.',
  },
  answeredNo: {
    ja: '登録しないとのご回答をいただき、個人情報を消去しました。あらためてお尋ねすることはありません。',
    en: 'You said no, and we deleted your personal data. We won’t ask again.',
  },
} as const satisfies Record<string, Bilingual>;

type Answered = PageContext &
  Readonly<{
    purposes: readonly Purpose[];
    /** Where the choice can be changed. */
    preferencesUrl: string;
  }>;

/** After a yes: what was chosen and what happens next. */
export function consentThanksPage({ language, policy, purposes, preferencesUrl }: Answered): string {
  return renderPage({
    language,
    policy,
    title: after.thanksTitle[language],
    children: (
      <>
        <Tick />
        <p>{after.thanksLead[language]}</p>
        <ChosenPurposes language={language} chosen={purposes} />
        <p>{after.thanksNext[language]}</p>
        <TallLink href={preferencesUrl}>{after.change[language]}</TallLink>
      </>
    ),
  });
}

/** After a no: the data is gone, nobody asks again. */
export function consentDeclinedPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: after.declinedTitle[language],
    children: (
      <>
        <p>{after.declinedLead[language]}</p>
        <p>{after.declinedThanks[language]}</p>
        <WriteTo policy={policy} quiet>
          {after.declinedMind[language]}
        </WriteTo>
      </>
    ),
  });
}

/** The consent link was opened again after a yes: what is chosen now, which may be nothing. */
export function alreadyJoinedPage({ language, policy, purposes, preferencesUrl }: Answered): string {
  return renderPage({
    language,
    policy,
    title: after.answeredTitle[language],
    children: (
      <>
        {purposes.length > 0 ? (
          <>
            <p>{after.answeredYes[language]}</p>
            <ChosenPurposes language={language} chosen={purposes} />
          </>
        ) : (
          <p>{after.answeredNone[language]}</p>
        )}
        <TallLink href={preferencesUrl}>{after.change[language]}</TallLink>
      </>
    ),
  });
}

/** The consent link was opened again after a no. */
export function alreadyDeclinedPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: after.answeredTitle[language],
    children: (
      <>
        <p>{after.answeredNo[language]}</p>
        <WriteTo policy={policy}>{after.declinedMind[language]}</WriteTo>
      </>
    ),
  });
}
