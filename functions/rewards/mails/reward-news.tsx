import { contributionName } from '../../domain/contribution-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import { moneyInWords } from '../../domain/money.ts';
import { decidingRule } from '../../domain/reward-rules.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { standingInWords } from '../../domain/standing-wording.ts';
import { dateInWords } from '../../domain/wording.ts';
import type { ToAlumnus } from '../../mail/letter-to-alumnus.tsx';
import { aboutContribution, letterAboutContribution } from './letter-about-contribution.ts';

/** What an alumnus hears of their reward. */
export type RewardNews = 'thanks' | 'granted' | 'paid' | 'not granted';
type Told = ToAlumnus & Readonly<{ contribution: Rewarded; news: RewardNews }>;

/** The subject, and paragraph by paragraph what there is to say. */
type Said = Readonly<{ topic: string; paragraphs: readonly [string, ...string[]] }>;

function japanese({ policy, contribution, news }: Told): Said {
  const { number, reward } = contribution;
  const name = contributionName(number, 'ja');
  const money = moneyInWords(reward.amount, reward.currency, 'ja');
  const { contact } = policy.company;
  switch (news) {
    case 'thanks': {
      const [came = '', why] = standingInWords(contribution, policy, 'ja');
      const byLaw = decidingRule(reward.rules)?.rule === 'hiring-reward-in-japan';
      return {
        topic: `${name}へのお礼`,
        paragraphs: [
          came,
          ...(why ? [why] : []),
          ...(byLaw ? ['お金のほか、品物、ギフト券、ポイントなども、同じ定めの対象です。'] : []),
          '退職されたあとも当社を思い出し、力を貸してくださったことを、何よりうれしく思っています。',
        ],
      };
    }
    case 'granted':
      return {
        topic: `謝礼のご案内(${name})`,
        paragraphs: [
          `ご協力が実を結びましたので、謝礼として${money}をお渡しします。社内の承認が済み、支払いの手配を始めました。ありがとうございます。`,
          '振込先など、お受け取りに必要なことは、会社の支払い窓口(給与またはギフトの担当)から直接うかがいます。',
          'アルムナイ制度のメールやページで、口座番号や暗証番号をお尋ねすることは決してありません。そのようなメールが届いたときは、お答えにならず、下記の連絡先へお知らせください。',
          'お支払いが済みましたら、もう一度お知らせします。手配が始まっているため、このあとのご辞退はお受けできません。',
        ],
      };
    case 'paid': {
      const day = reward.payout?.paidOn && dateInWords(reward.payout.paidOn, 'ja');
      return {
        topic: `謝礼のお支払いのお知らせ(${name})`,
        paragraphs: [
          `謝礼${money}を${day ? `${day}に` : ''}お支払いしました。あらためて、ご協力にお礼を申し上げます。`,
          `届いていないときは、${contact}へお知らせください。ほかになさることはありません。`,
        ],
      };
    }
    case 'not granted':
      return {
        topic: `謝礼についてのお知らせ(${name})`,
        paragraphs: [
          '謝礼について社内で検討しましたが、今回はお渡ししないことになりました。ご期待に沿えず、申し訳ありません。',
          'ご協力が役に立ったことに変わりはありません。心よりお礼を申し上げます。',
          `ご不明な点は、${contact}へお問い合わせください。ほかになさることはありません。`,
        ],
      };
  }
}

function english({ policy, contribution, news }: Told): Said {
  const { number, reward } = contribution;
  const name = contributionName(number, 'en');
  const money = moneyInWords(reward.amount, reward.currency, 'en');
  const { contact } = policy.company;
  switch (news) {
    case 'thanks': {
      const [came = '', why] = standingInWords(contribution, policy, 'en');
      const byLaw = decidingRule(reward.rules)?.rule === 'hiring-reward-in-japan';
      return {
        topic: `thank you for ${name}`,
        paragraphs: [
          came,
          ...(why ? [why] : []),
          ...(byLaw ? ['That covers gifts, gift cards and points as much as money.'] : []),
          'That you still think of us and lend a hand means a great deal to us.',
        ],
      };
    }
    case 'granted':
      return {
        topic: `your reward (${name})`,
        paragraphs: [
          `Your contribution came to what it was for, so you get a reward of ${money}. It’s approved, and its payout is being arranged. Thank you.`,
          'The company’s payments office (payroll or gifts) asks you itself for bank details or whatever else it needs.',
          'Mails and pages of the alumni programme never ask for an account number or a password. If one seems to, please don’t answer it, and tell the contact below.',
          'We’ll write once more when it’s paid. Since the payout is under way, the reward can’t be declined any more.',
        ],
      };
    case 'paid': {
      const day = reward.payout?.paidOn && dateInWords(reward.payout.paidOn, 'en');
      return {
        topic: `your reward was paid (${name})`,
        paragraphs: [
          `Your reward of ${money} was paid${day ? ` on ${day}` : ''}. Thank you once more for what you did.`,
          `If it hasn’t reached you, write to ${contact}. There’s nothing else for you to do.`,
        ],
      };
    }
    case 'not granted':
      return {
        topic: `about the reward (${name})`,
        paragraphs: [
          'The company looked at the reward and decided not to pay one this time. We’re sorry to disappoint you.',
          'That doesn’t change the good your contribution did. Thank you very much for it.',
          `If you have questions, write to ${contact}. There’s nothing else for you to do.`,
        ],
      };
  }
}

/** Tells an alumnus what became of the reward: thanks alone, what they get, that it was paid, or that there is none. */
export function rewardNewsLetter(given: Told): Letter {
  const { contribution, language } = given;
  const { topic, paragraphs } = language === 'ja' ? japanese(given) : english(given);
  return letterAboutContribution(given, {
    topic,
    preview: paragraphs[0],
    parts: [aboutContribution(contribution, undefined, language), ...paragraphs].map((words) => ({
      kind: 'words',
      words,
    })),
  });
}
