import { contributionName } from '../../domain/contribution-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Policy } from '../../domain/policy.ts';
import { letterToStaff } from '../../mail/letter-to-staff.tsx';

/** Tells the recruiter that a candidate took their data back, without naming them, in Japanese and English. */
export function withdrawalLetter({ policy, number }: Readonly<{ policy: Policy; number: number }>): Letter {
  const name = { ja: contributionName(number, 'ja'), en: contributionName(number, 'en') };
  return letterToStaff({
    policy,
    to: 'recruiter',
    topic: {
      ja: `候補者が情報を消去しました(${name.ja})`,
      en: `A candidate has deleted their data (${name.en})`,
    },
    stop: {
      ja: 'このお知らせは、候補者お一人につき一度だけお送りします。',
      en: 'This mail comes once for each candidate.',
    },
    say: (language) =>
      language === 'ja'
        ? [
            {
              words: `${name.ja}の候補者が、ご自身の情報を消去しました。このご紹介は終わりです。`,
            },
            {
              words:
                '以前お送りした候補者のメールと、その写しを消してください。ご本人と別にお話が進んでいる場合は、ご本人に確かめてください。',
            },
          ]
        : [
            { words: `The candidate of ${name.en} has deleted their data, so this introduction is over.` },
            {
              words:
                'Please delete the mail about them that we sent you before, and any copy of it. If you are talking with them already, ask them what they wish.',
            },
          ],
  });
}
