import type { Bilingual } from '../domain/language.ts';
import { type PageContext, renderPage, WriteTo } from './layout.tsx';

/** Why a page cannot show what was asked for. */
export type Problem = 'refused' | 'expired' | 'closed' | 'list-closed' | 'moved' | 'not-found' | 'failed';

type ProblemText = Readonly<{ title: Bilingual; what: Bilingual; next: Bilingual }>;

const problems: Readonly<Record<Problem, ProblemText>> = {
  refused: {
    title: { ja: 'このリンクは使えません', en: 'This link doesn’t work' },
    what: {
      ja: 'リンクの一部が欠けているか、変わっています。メールソフトがリンクを途中で折り返すと、こうなることがあります。',
      en: 'Part of the link is missing or has changed. That can happen when a mail program breaks a link over two lines.',
    },
    next: {
      ja: 'メールのボタンをもう一度押すか、リンク全体をコピーして開いてください。それでも開けないときは、新しいリンクをお送りします。こちらへご連絡ください。',
      en: 'Press the button in the mail again, or copy the whole link. If that doesn’t help, write to us and we’ll send you a new one:',
    },
  },
  expired: {
    title: { ja: 'このリンクは期限が切れています', en: 'This link has expired' },
    what: {
      ja: '安全のため、リンクは一定の期間だけ使えるようにしています。',
      en: 'Links work for a limited time, to keep your data safe.',
    },
    next: {
      ja: '新しいリンクをお送りできます。こちらへご連絡ください。',
      en: 'We can send you a new one. Write to us at',
    },
  },
  closed: {
    title: { ja: '受け付けは終わっています', en: 'This is closed now' },
    what: {
      ja: '回答の期限が過ぎたか、お預かりしていた情報がすでに消去されています。お手続きは必要ありません。',
      en: 'The time to answer is over, or the data has already been deleted. There’s nothing left for you to do.',
    },
    next: {
      ja: '参加をご希望の方には、あらためてご案内をお送りできます。こちらへご連絡ください。',
      en: 'If you’d like to join after all, we can write to you again. Write to us at',
    },
  },
  'list-closed': {
    title: { ja: 'この名簿は開けません', en: 'This list is closed' },
    what: {
      ja: '幹事が替わったか、交流会の名簿を保管する期間が過ぎています。',
      en: 'Somebody else is the organiser now, or the time to keep the list is over.',
    },
    next: {
      ja: 'お心当たりのないときは、こちらへご連絡ください。',
      en: 'If that surprises you, please write to us at',
    },
  },
  moved: {
    title: { ja: 'これは以前のアドレスのリンクです', en: 'This link belongs to an earlier address' },
    what: {
      ja: '登録のアドレスが変わったため、このリンクは使えません。新しいアドレスへのメールに、新しいリンクがあります。',
      en: 'The registration has another address now, so this link no longer works. The mails to the new address have a new one.',
    },
    next: {
      ja: 'お心当たりのないときは、こちらへご連絡ください。',
      en: 'If you didn’t change it, please write to us at',
    },
  },
  'not-found': {
    title: { ja: 'ページが見つかりません', en: 'There’s no page here' },
    what: {
      ja: 'このアドレスにはページがありません。',
      en: 'Nothing is kept at this address.',
    },
    next: {
      ja: 'メールのリンクから来られた方は、リンク全体が開かれているかお確かめください。お困りのときは、こちらへご連絡ください。',
      en: 'If you came by a link in a mail, please check that all of it was opened. If you’re stuck, write to us at',
    },
  },
  failed: {
    title: { ja: 'ただいま表示できません', en: 'Something went wrong on our side' },
    what: {
      ja: '当社側で問題が起きました。送信の途中だった場合、内容が届いていないことがあります。',
      en: 'The fault is ours. If you were sending something, it may not have arrived.',
    },
    next: {
      ja: '数分おいて、もう一度開いてみてください。続くようでしたら、こちらへご連絡ください。',
      en: 'Please try again in a few minutes. If it keeps happening, write to us at',
    },
  },
};

/** A page that says what is wrong with a link or address, and what to do next. Reveals nothing about anybody. */
export function problemPage({ language, policy, problem }: PageContext & Readonly<{ problem: Problem }>): string {
  const { title, what, next } = problems[problem];
  return renderPage({
    language,
    policy,
    title: title[language],
    children: (
      <>
        <p>{what[language]}</p>
        <WriteTo policy={policy}>{next[language]}</WriteTo>
      </>
    ),
  });
}
