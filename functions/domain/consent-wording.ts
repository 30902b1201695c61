import type { Purpose } from './consent.ts';
import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import { durationInWords } from './wording.ts';

/** Stored as evidence of what somebody consented to. Change it with any text in this file. */
export const wordingVersion = '2026-11-22';

/** What each purpose is called, and what saying yes to it means. */
export const purposeWording: Readonly<Record<Purpose, { title: Bilingual; detail: Bilingual }>> = {
  outreach: {
    title: { ja: 'アルムナイ通信', en: 'Alumni news' },
    detail: {
      ja: '会社の近況を、年に数回メールでお届けします。',
      en: 'What’s new at the company, by mail, a few times a year.',
    },
  },
  gatherings: {
    title: { ja: '交流会のご案内', en: 'Invitations to gatherings' },
    detail: {
      ja: '食事会やOB・OG会をメールでご案内します。参加はそのつどお決めいただけます。',
      en: 'Dinners and alumni meetings, by mail. You decide each time whether to come.',
    },
  },
  directory: {
    title: { ja: 'アルムナイ名簿への掲載', en: 'A place in the alumni directory' },
    detail: {
      ja: '名簿に載ることを選んだ方どうしで、お名前、在籍期間、当時の部署が見られます。連絡先は載りません。',
      en: 'Alumni who chose to be listed see each other’s name, years here and department. Contact details aren’t shown.',
    },
  },
  rehire: {
    title: { ja: '復帰のご相談', en: 'Talking about coming back' },
    detail: {
      ja: '復帰や業務委託でご一緒できそうなとき、メールでご相談します。お断りいただいてもかまいません。',
      en: 'We may write when there’s a role or a freelance project that could suit you. You can always say no.',
    },
  },
};

/** One line of what somebody is told about their data. */
type StorageTerm = Readonly<{ term: string; text: string }>;

/** What is stored, for how long, who sees it, and what is left after a no: said wherever consent is asked for. */
export function storageInWords(policy: Policy, language: Language): StorageTerm[] {
  const evidence = durationInWords(policy.retention.evidence, language);
  const tombstone = durationInWords(policy.retention.tombstone, language);
  return language === 'ja'
    ? [
        {
          term: 'お預かりする情報',
          text: '会社の人事システムにある、お名前とふりがな、メールアドレス、社員番号、お使いの言語、在籍期間、部署、職務、雇用形態、退職理由の区分、勤務していた国。これに、お選びの項目とお送りしたメールの記録が加わります。',
        },
        {
          term: '保管する期間',
          text: `登録をおやめになるまでです。おやめになると、すぐに消去します。同意の記録だけは、最後のメールから${evidence}保管します。`,
        },
        {
          term: '情報を見る人',
          text: 'この制度を担当する当社の者だけです。名簿の掲載内容は、名簿に載っている方も見られます。情報は当社のAWS環境に置き、メールの配信のほかには社外に出しません。',
        },
        {
          term: '登録しない場合',
          text: `情報をすぐに消去し、あらためてお尋ねすることはありません。そのために照合用の値、在籍期間、ご回答だけを${tombstone}残します。お名前や連絡先は残りません。`,
        },
      ]
    : [
        {
          term: 'What we store',
          text: 'From our HR system: your name, mail addresses, employee number, language, dates of employment, department, role, kind of contract, category of reason for leaving, and country. Added to that: what you choose here, and a record of the mails we send you.',
        },
        {
          term: 'For how long',
          text: `Until you leave the programme; then we delete it at once. Only the record of your consent is kept for ${evidence} after the last mail.`,
        },
        {
          term: 'Who sees it',
          text: 'Only the people at our company who run the programme. Directory entries are also seen by the others listed there. The data is kept in our own AWS account and goes nowhere else, except to deliver mail.',
        },
        {
          term: 'If you say no',
          text: `We delete your data at once and won’t ask again. To make sure of that we keep a check value, the dates of employment and your answer for ${tombstone}, but not your name or address.`,
        },
      ];
}
