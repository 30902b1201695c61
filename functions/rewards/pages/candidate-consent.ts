import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';

/** What a candidate agrees to; `candidateWording` names its version, and changes with it. */
export function candidateConsent(
  { company }: Policy,
  keptUntil: string,
  language: Language,
): { statement: string; terms: { term: string; text: string }[] } {
  if (language === 'ja') {
    return {
      statement: `${company.name.ja}が、採用についてご連絡するために、上のとおり情報を取り扱うことに同意します。`,
      terms: [
        { term: 'お預かりするもの', text: 'このページに入力された内容と、同意の日時です。' },
        {
          term: '使い道と、見る人',
          text: '採用についてご連絡するためだけに使い、採用担当者が見ます。招待を送ってくださった方には、確認が済んだことと採用の結果だけをお知らせし、入力の内容はお見せしません。',
        },
        {
          term: '期間',
          text: `遅くとも${keptUntil}に消去します。照合用の値(お名前やアドレスに戻せないもの)も、同じ日まで残します。`,
        },
        { term: '消去したいとき', text: '確認のメールのリンクから、いつでも消去できます。' },
      ],
    };
  }
  return {
    statement: `I agree that ${company.name.en} handles my data as described above, to talk with me about working there.`,
    terms: [
      { term: 'What is kept', text: 'What you enter on this page, and when you agreed.' },
      {
        term: 'What for, and who sees it',
        text: 'Only our recruiting team, to talk with you about working here. Whoever invited you learns that you have confirmed and whether you were hired, and nothing of what you wrote.',
      },
      {
        term: 'For how long',
        text: `It’s deleted on ${keptUntil} at the latest. Until then we also keep a check value that can’t be turned back into your name or address.`,
      },
      { term: 'How to delete it', text: 'At any time, by the link in the mail that asks you to confirm.' },
    ],
  };
}
