import type { Contribution } from '../../domain/contribution.ts';
import { contributionName, topicName } from '../../domain/contribution-wording.ts';
import type { ContributionWords } from '../../domain/contribution-words.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords, durationInWords, oneLine, titleInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { quotedBelow } from '../../mail/quoted-below.tsx';

type ToOwner = Readonly<{
  policy: Policy;
  contribution: Contribution;
  words: ContributionWords;
  /** Of feedback: where it is answered. */
  answerUrl?: string | undefined;
  reminder: boolean;
}>;

const label: Bilingual = { ja: 'お返事のページを開く', en: 'Open the page and answer' };

const stops = {
  feedback: {
    ja: 'お返事をいただくと、お知らせは止まります。',
    en: 'Reminders stop once it’s answered.',
  },
  lead: {
    ja: 'このお知らせは、ご紹介ごとに一度だけお送りします。',
    en: 'This mail comes once for each lead.',
  },
} as const satisfies Record<string, Bilingual>;

function feedback({ policy, contribution, reminder }: ToOwner, language: Language): Sayings {
  const { topic = '', number, submittedOn } = contribution;
  const name = contributionName(number, language);
  const day = dateInWords(submittedOn, language);
  const about = titleInWords(topicName(topic, policy, language), language);
  const every = durationInWords(policy.contributions.remindEvery, language);
  const { reviewer } = policy.company;
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}${day}に、アルムナイからご意見が届きました。テーマは${about}(${name})です。本文はこのメールの下にあります。次のページで、お返事と、役に立ったかどうかをお知らせください。`,
        },
        {
          words: `お返事は、そのままご本人に届きます。アルムナイは社外の方ですので、社外に出せないことは書かないようお願いします。迷うときは、先に${reviewer}へお尋ねください。`,
        },
        {
          words:
            '役に立ったご意見には、運用規程に沿って謝礼を確認します。短いお返事でも、読んだことが伝わるだけで励みになります。',
        },
        {
          words: `お書きになった方のお名前は、お伝えしていません。お返事があるまで、${every}ごとにお知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: feedback' : 'Feedback'} from an alumnus came on ${day} and waits for your answer: ${about} (${name}). The text is below. Please answer on the page, and say there whether it was of use.`,
        },
        {
          words: `What you write goes to the alumnus as it stands. Alumni are outsiders, so please leave out what may not leave the company. If in doubt, ask ${reviewer} first.`,
        },
        {
          words:
            'For feedback that was of use, a reward is looked at by the programme’s rules. A short answer is fine: that somebody read it means a lot.',
        },
        { words: `We don’t say who wrote it. Until it’s answered we’ll remind you every ${every}.`, quiet: true },
      ];
}

function lead({ policy, contribution, words }: ToOwner, language: Language): Sayings {
  const { number, ownCompany = false, submittedOn } = contribution;
  const { contact, currency } = policy.company;
  const company = oneLine(words.company ?? '');
  const name = contributionName(number, language);
  const day = dateInWords(submittedOn, language);
  const won = `npm run okaeri -- contribution won ${number} --on YYYY-MM-DD --revenue AMOUNT`;
  const lost = `npm run okaeri -- contribution lost ${number}`;
  const hasText = Boolean(words.text);
  const isDuplicate = contribution.status === 'duplicate';
  return language === 'ja'
    ? [
        {
          words: `${day}に、アルムナイから、取引先や協業先になりそうな会社のご紹介がありました(${name})。${hasText ? '書き添えられた内容は、このメールの下にあります。' : ''}`,
          terms: [
            { term: '会社', text: company },
            {
              term: '紹介した方との関係',
              text: ownCompany ? 'ご本人の会社、または勤務先です' : 'ご本人の会社ではありません',
            },
          ],
        },
        {
          words: `紹介した方のお名前は、お伝えしていません。お話しになりたいときは、${contact}がご本人との間をおつなぎします。`,
        },
        ...(isDuplicate
          ? [
              {
                words:
                  '同じ会社のご紹介を、先にいただいています。結果の報告は、先のご紹介の番号でお願いします。ご参考までにお知らせします。',
              },
            ]
          : [
              {
                words: `取引が決まったら、次のコマンドでお知らせください。YYYY-MM-DDは決まった日、AMOUNTは売上の額(${currency}、桁区切りなし)です。謝礼は、そのあとで確認します。`,
                command: won,
              },
              {
                words: '取引に至らなかったときは、次のコマンドです。ご本人へ、お礼とともにお知らせします。',
                command: lost,
              },
            ]),
      ]
    : [
        {
          words: `On ${day} an alumnus told us of a company that might become a customer or partner (${name}).${hasText ? ' What they wrote is below.' : ''}`,
          terms: [
            { term: 'Company', text: company },
            {
              term: 'Whose it is',
              text: ownCompany ? 'the alumnus’s own, or their employer' : 'not the alumnus’s own',
            },
          ],
        },
        { words: `We don’t say who it was. If you’d like to talk with them, ${contact} can put you in touch.` },
        ...(isDuplicate
          ? [
              {
                words:
                  'The same company was named before, so please report its end by the number of that contribution. We tell you so that you know of this one too.',
              },
            ]
          : [
              {
                words: `When the deal is won, report it with this command: YYYY-MM-DD is the day, AMOUNT the revenue in ${currency}, without separators. A reward is looked at after that.`,
                command: won,
              },
              {
                words: 'If nothing comes of it, use this one. We’ll tell the alumnus, with our thanks.',
                command: lost,
              },
            ]),
      ];
}

/** Tells who owns a topic of feedback, for an answer, and of a lead who follows it up, in Japanese and English. */
export function ownerLetter(given: ToOwner): Letter {
  const { policy, contribution, words, answerUrl, reminder } = given;
  const { number, kind, topic = '' } = contribution;
  const isLead = kind === 'lead';
  const more = quotedBelow(words.text);
  return letterToStaff({
    policy,
    to: 'owner',
    topic: isLead
      ? {
          ja: `取引先のご紹介がありました(${contributionName(number, 'ja')})`,
          en: `A business lead from an alumnus (${contributionName(number, 'en')})`,
        }
      : {
          ja: `ご意見へのお返事のお願い${titleInWords(topicName(topic, policy, 'ja'), 'ja')}${reminder ? '(再)' : ''}`,
          en: `Please answer an alumnus: ${topicName(topic, policy, 'en')}${reminder ? ' (reminder)' : ''}`,
        },
    stop: isLead ? stops.lead : stops.feedback,
    say: (language) => (isLead ? lead(given, language) : feedback(given, language)),
    ...(answerUrl && { action: { label, url: answerUrl } }),
    ...(more && { more }),
  });
}
