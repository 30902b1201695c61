import type { Letter } from '../domain/dispatch.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { countInWords, dateInWords } from '../domain/wording.ts';
import { letterToStaff, type Sayings } from './letter-to-staff.tsx';

/** What the news that outreach has stopped is made of. */
type OutreachStopped = Readonly<{
  policy: Policy;
  counts: Readonly<{ sent: number; bounced: number; complained: number }>;
  because: 'bounces' | 'complaints';
  /** The date from which the mails are counted. */
  since: string;
  /** The page on which a human says that it goes on. */
  resumeUrl: string;
  /** What says so in a terminal. */
  command: string;
}>;

/** At these rates SES puts the account under review. */
const sesLimits = { bounces: 0.05, complaints: 0.001 } as const;

const topic: Bilingual = { ja: 'お便りの配信を止めました', en: 'Outreach has stopped' };

const stop: Bilingual = {
  ja: 'このお知らせは、配信が止まったときと、再開されるまで週に一度お送りします。',
  en: 'This mail comes when outreach stops, and then once a week until somebody decides.',
};

const label: Bilingual = { ja: '再開のページを開く', en: 'Open the page' };

function percent(rate: number): string {
  return `${Number((rate * 100).toFixed(2))}%`;
}

function sayings({ policy, counts, because, since, command }: OutreachStopped, language: Language): Sayings {
  const { breaker } = policy;
  const rates = [
    { what: 'bounces', count: counts.bounced, limit: breaker.bounceRate },
    { what: 'complaints', count: counts.complained, limit: breaker.complaintRate },
  ] as const;
  const figures = rates.map(({ what, count, limit }) => ({
    count: countInWords(count),
    rate: percent(counts.sent > 0 ? count / counts.sent : 0),
    limit: percent(limit),
    ses: percent(sesLimits[what]),
    name: {
      bounces: { ja: '届かなかったメール', en: 'Came back' },
      complaints: { ja: '迷惑メールの報告', en: 'Complaints' },
    }[what],
  }));
  const day = dateInWords(since, language);
  return language === 'ja'
    ? [
        {
          words: `アルムナイへのお便りの配信を止めました。${because === 'bounces' ? '届かなかったメール' : '迷惑メールの報告'}の割合が、運用規程の上限を超えたためです。このまま続けると、Amazon SESに送信を止められるおそれがあります。`,
        },
        {
          words: `${day}からお送りした${countInWords(counts.sent)}通の内訳は、次のとおりです。`,
          terms: figures.map(({ name, count, rate, limit, ses }) => ({
            term: name.ja,
            text: `${count}通、${rate}。運用規程の上限は${limit}、SESの上限は${ses}です。`,
          })),
        },
        {
          words: '再開の前に確かめること',
          named: true,
          list:
            because === 'bounces'
              ? [
                  '最近取り込んだ名簿に、列のずれや書き間違いがないか。',
                  '長く連絡していなかった方の古いアドレスを、まとめて取り込んでいないか。',
                ]
              : [
                  '同意をいただいていない方の名簿を取り込んでいないか。',
                  '最近の通信の内容や回数が、お約束したものと違っていないか。',
                ],
        },
        {
          words:
            '原因がわかり、続けてよいと判断されたら、次のページかコマンドで再開してください。それまでお便りは送られません。',
          command,
        },
      ]
    : [
        {
          words: `Mail to alumni has stopped, because the rate of ${because === 'bounces' ? 'mails that came back' : 'complaints'} is above the limit in your policy. If it went on, Amazon SES might stop the account from sending.`,
        },
        {
          words: `Of the ${countInWords(counts.sent)} mails sent since ${day}:`,
          terms: figures.map(({ name, count, rate, limit, ses }) => ({
            term: name.en,
            text: `${count}, which is ${rate}. The limit in your policy is ${limit}, SES’s is ${ses}.`,
          })),
        },
        {
          words: 'What to look at before it goes on',
          named: true,
          list:
            because === 'bounces'
              ? [
                  'Does a list that was imported lately have shifted columns or misspelt addresses?',
                  'Were old addresses, of people you hadn’t written to for long, imported all at once?',
                ]
              : [
                  'Was a list imported of people who hadn’t consented?',
                  'Are the latest editions something else, or more of it, than people were promised?',
                ],
        },
        {
          words:
            'It goes on only when somebody says so. Once you know the cause and it’s safe to go on, use the page or this command:',
          command,
        },
      ];
}

/** Tells the admin that outreach has stopped before SES would stop it, in Japanese and English. */
export function mailStopped(news: OutreachStopped): Letter {
  return letterToStaff({
    policy: news.policy,
    to: 'admin',
    topic,
    stop,
    say: (language) => sayings(news, language),
    action: { label, url: news.resumeUrl },
  });
}
