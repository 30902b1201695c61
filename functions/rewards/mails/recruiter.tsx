import type { Contribution } from '../../domain/contribution.ts';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { Candidate } from '../../domain/contribution-words.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateAfter, dateOf } from '../../domain/time.ts';
import { dateInWords, durationInWords, oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { quotedBelow } from '../../mail/quoted-below.tsx';
import { spoken } from '../../mail/spoken.ts';

type ToRecruiter = Readonly<{ policy: Policy; contribution: Contribution; candidate: Candidate }>;

const stop: Bilingual = {
  ja: 'このお知らせは、候補者お一人につき一度だけお送りします。',
  en: 'This mail comes once for each candidate.',
};

function sayings({ policy, contribution, candidate }: ToRecruiter, language: Language): Sayings {
  const { number, isSelfReferral = false, submittedOn } = contribution;
  const { company, contributions } = policy;
  const name = contributionName(number, language);
  const keptUntil = dateInWords(dateAfter(submittedOn, contributions.keep), language);
  const holding = durationInWords(contributions.referrals.holding, language);
  const consented = dateInWords(dateOf(candidate.consentedAt, company.timeZone), language);
  const hired = `npm run okaeri -- contribution hired ${number} --on YYYY-MM-DD --country JP --employee-id ID`;
  const notHired = `npm run okaeri -- contribution not-hired ${number}`;
  const [who, email] = [oneLine(candidate.name), oneLine(candidate.email)];
  return language === 'ja'
    ? [
        {
          words: `アルムナイのご紹介で、候補者ご本人から連絡先が届きました(${name})。ご本人へ直接ご連絡をお願いします。`,
          terms: [
            { term: 'お名前', text: who },
            { term: 'メールアドレス', text: email },
            { term: 'ご連絡の言語', text: spoken[candidate.language].ja },
            { term: 'ご本人の同意', text: consented },
          ],
        },
        ...(isSelfReferral
          ? [
              {
                words:
                  '【要確認】候補者の連絡先が、紹介した方ご自身のものと同じです。ご本人が復帰を考えておられるのかもしれません。',
              },
            ]
          : []),
        {
          words: `採用の検討のほかには使わないでください。情報は${keptUntil}に消えます。それより前にご本人が消去を望まれたときは、このメールや写しも消す必要があります。`,
        },
        {
          words: `採用したときは、次のコマンドでお知らせください。YYYY-MM-DDは入社日、JPは勤務する国、IDは社員番号です。社員番号を添えると、入社から${holding}のあいだの退職が自動でわかります。`,
          command: hired,
        },
        {
          words: '採用に至らなかったときは、次のコマンドです。紹介した方には、結果だけをお礼とともにお知らせします。',
          command: notHired,
        },
        {
          words: `紹介した方のお名前は、お伝えしていません。必要なときは、${company.contact}へお尋ねください。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `An alumnus introduced a candidate, who has now entered their own details (${name}). Please get in touch with them directly.`,
          terms: [
            { term: 'Name', text: who },
            { term: 'Mail address', text: email },
            { term: 'Write to them in', text: spoken[candidate.language].en },
            { term: 'Consented on', text: consented },
          ],
        },
        ...(isSelfReferral
          ? [
              {
                words:
                  'To look at: the candidate has the same address as whoever introduced them. It may be the alumnus, thinking of coming back.',
              },
            ]
          : []),
        {
          words: `Please use this for recruiting only. It’s deleted on ${keptUntil}. If the candidate wants it deleted sooner, this mail and any copy have to go too.`,
        },
        {
          words: `When they’re hired, report it with this command: YYYY-MM-DD is the first day, JP the country they work in, ID the employee number, by which we notice if they leave within ${holding}.`,
          command: hired,
        },
        {
          words:
            'If it doesn’t lead to a hire, use this one. Whoever introduced them hears only that, with our thanks.',
          command: notHired,
        },
        { words: `We don’t say who introduced them. If you need to know, ask ${company.contact}.`, quiet: true },
      ];
}

/** Brings the recruiter what a candidate entered, in Japanese and English. */
export function recruiterLetter(given: ToRecruiter): Letter {
  const { policy, contribution, candidate } = given;
  const more = quotedBelow(candidate.text);
  return letterToStaff({
    policy,
    to: 'recruiter',
    topic: {
      ja: `候補者のご紹介がありました(${contributionName(contribution.number, 'ja')})`,
      en: `A candidate, introduced by an alumnus (${contributionName(contribution.number, 'en')})`,
    },
    stop,
    say: (language) => sayings(given, language),
    ...(more && { more }),
  });
}
