import { type Contribution, isWaiting } from '../../domain/contribution.ts';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { ContributionWords } from '../../domain/contribution-words.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { standingInWords } from '../../domain/standing-wording.ts';
import type { ToAlumnus } from '../../mail/letter-to-alumnus.tsx';
import { aboutContribution, letterAboutContribution } from './letter-about-contribution.ts';

type Outcome = ToAlumnus & Readonly<{ contribution: Contribution; words?: ContributionWords | undefined }>;

const sentences = {
  answer: { ja: '担当者からのお返事', en: 'What they answered' },
  noWish: {
    ja: '謝礼はご希望でないとうかがっていますので、お礼の気持ちだけをお伝えします。ほかになさることはありません。',
    en: 'You told us that you’d like no reward, so all we give is our thanks. There’s nothing else for you to do.',
  },
  rewardNext: {
    ja: '決まりましたら、メールでお知らせします。辞退されるときは、支払いの手配が始まるまで、次のページでお申し出になれます。',
    en: 'We’ll write to you when it’s decided. If you’d rather have none, you can say so on the page below until the payout is arranged.',
  },
  over: {
    ja: 'ほかになさることはありません。またお気づきのことがありましたら、いつでもお寄せください。',
    en: 'There’s nothing else for you to do. If something comes to mind again, we’d be glad to hear it.',
  },
  under: { ja: 'それまで、なさることはありません。', en: 'Until then there’s nothing for you to do.' },
} as const satisfies Record<string, Bilingual>;

function topicOf({ contribution, words }: Outcome, language: Language): string {
  const name = contributionName(contribution.number, language);
  if (words?.answer) return language === 'ja' ? `ご意見へのお返事(${name})` : `an answer to your feedback (${name})`;
  return language === 'ja' ? `${name}のその後のお知らせ` : `what came of ${name}`;
}

/** What is to be expected, and what of the reward. */
function nextOf({ contribution, policy, language }: Outcome): string[] {
  const { status, wantsReward } = contribution;
  if (isWaiting(contribution))
    return [...standingInWords(contribution, policy, language).slice(1), sentences.under[language]];
  if (status !== 'qualified') return [sentences.over[language]];
  if (!wantsReward) return [sentences.noWish[language]];
  return [...standingInWords(contribution, policy, language).slice(1), sentences.rewardNext[language]];
}

/** Tells an alumnus what came of a contribution, and what happens next. */
export function outcomeLetter(given: Outcome): Letter {
  const { contribution, policy, language, words } = given;
  const [standing = ''] = standingInWords(contribution, policy, language);
  return letterAboutContribution(given, {
    topic: topicOf(given, language),
    preview: standing,
    parts: [
      { kind: 'words', words: aboutContribution(contribution, words, language) },
      { kind: 'words', words: standing },
      ...(words?.answer ? [{ kind: 'quoted' as const, label: sentences.answer[language], text: words.answer }] : []),
      { kind: 'words', words: nextOf(given).join(language === 'ja' ? '' : ' ') },
    ],
  });
}
