import { purposes } from '../domain/consent.ts';
import { purposeWording, storageInWords } from '../domain/consent-wording.ts';
import type { Bilingual } from '../domain/language.ts';
import { returnConditionsInWords } from '../domain/return-conditions-wording.ts';
import { durationInWords } from '../domain/wording.ts';
import { type PageContext, renderPage, Terms } from '../web/layout.tsx';

const programme = {
  title: { ja: 'アルムナイ制度のご案内', en: 'Our alumni programme' },
  lead: {
    ja: '退職後もつながりを続けたい方のための制度です。お便りや交流会で近況を伝え合い、ご希望があれば、いつか一緒に働く道も開いておきます。参加はいつでもやめられます。',
    en: 'It’s for people who leave us and would like to stay in touch: through news, through gatherings, and, if you wish, by working together again one day. You can leave at any time.',
  },
  offered: { ja: 'お選びいただけること', en: 'What you can choose' },
  asked: { ja: 'お願いしたいこと', en: 'What we ask of you' },
  conditions: { ja: '復帰の条件', en: 'Conditions for coming back' },
  conditionsLead: {
    ja: '退職された方が、正社員に限らずさまざまな形で戻れるよう、条件を決めて公開しています。',
    en: 'People may come back, and in more forms than one. The conditions are the same for everybody.',
  },
  joining: { ja: '参加のしかた', en: 'How to join' },
  data: { ja: '情報の取り扱い', en: 'Your data' },
} as const satisfies Record<string, Bilingual>;

const asked: Readonly<Record<'ja' | 'en', readonly string[]>> = {
  ja: [
    '連絡先が変わったら、メールにあるリンクやお問い合わせ先からお知らせください。',
    '在籍中に知った秘密は、これまでと同じようにお守りください。',
    '費用はかかりません。返信や参加の義務もありません。',
  ],
  en: [
    'Tell us when your address changes, by a link in our mails or through the contact below.',
    'Keep confidential what was confidential while you worked here.',
    'It costs nothing, and you never have to reply or attend.',
  ],
};

/** The public front page: what the programme is, what one gets, what is asked, the return conditions. */
export function programmePage({ language, policy }: PageContext): string {
  const window = durationInWords(policy.consent.window, language);
  return renderPage({
    language,
    policy,
    title: programme.title[language],
    children: (
      <>
        <p>{programme.lead[language]}</p>
        <h2>{programme.offered[language]}</h2>
        <Terms
          terms={purposes.map((purpose) => ({
            term: purposeWording[purpose].title[language],
            text: purposeWording[purpose].detail[language],
          }))}
        />
        <h2>{programme.joining[language]}</h2>
        {language === 'ja' ? (
          <p>
            退職が決まった方の個人のメールアドレスへ、退職日の前にご案内をお送りします。メールのリンクから、ご希望の項目をお選びください。回答は退職日から
            {window}
            のあいだ受け付けます。すべて任意で、お選びにならなくても退職の手続きに影響はありません。
          </p>
        ) : (
          <p>
            Before your last day we write to your personal mail address. Follow the link in that mail and choose what
            you want; you can answer until {window} after your last day. All of it is optional, and choosing nothing
            changes nothing about your leaving.
          </p>
        )}
        <h2>{programme.asked[language]}</h2>
        <ul>
          {asked[language].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <h2>{programme.conditions[language]}</h2>
        <p>{programme.conditionsLead[language]}</p>
        <ul>
          {returnConditionsInWords(policy, language).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <h2>{programme.data[language]}</h2>
        <Terms terms={storageInWords(policy, language)} />
      </>
    ),
  });
}
