import type { ContributionKind } from '../../domain/contribution.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { durationInWords } from '../../domain/wording.ts';

/** What is stored, for how long, and who sees it. */
export function keptInWords(kind: ContributionKind, { contributions }: Policy, language: Language): string {
  const until = durationInWords(contributions.keep, language);
  const says: Readonly<Record<ContributionKind, Bilingual>> = {
    referral: {
      ja: `残すのは、ご紹介の日付と結果、謝礼の記録です。候補者の入力内容は採用担当者が見るもので、こちらのページには出ません。${until}のあいだに入力がなければ、ご紹介は終了します。`,
      en: `We keep the date, the outcome and any reward. What the candidate enters goes to our recruiting team and isn’t shown to you. If nobody enters anything within ${until}, the invitation ends.`,
    },
    lead: {
      ja: `内容は、担当部署とアルムナイ制度の担当者が、お名前を伏せて拝見します。${until}で消去します。残るのは日付と結果、謝礼の記録です。`,
      en: `The people in charge of new business and those who run the alumni programme see it, without your name. It’s deleted after ${until}; the date, the outcome and any reward stay on record.`,
    },
    feedback: {
      ja: `内容は、テーマの担当者とアルムナイ制度の担当者が、お名前を伏せて拝見します。${until}で消去します。残るのはテーマと日付、結果、謝礼の記録です。`,
      en: `Whoever looks after the topic and those who run the alumni programme see it, without your name. It’s deleted after ${until}; the topic, the date, the outcome and any reward stay on record.`,
    },
  };
  return says[kind][language];
}

/** That the cap is reached, and what it is. */
export function tooOftenInWords({ contributions: { cap } }: Policy, language: Language): string {
  const within = durationInWords(cap.within, language);
  return language === 'ja'
    ? `お送りいただけるのは、${within}のあいだに${cap.most}件までです。お気持ちに感謝します。日をおいて、またお聞かせください。`
    : `You can send ${cap.most} contributions within ${within}, and you have. Thank you; please try again in a while.`;
}
