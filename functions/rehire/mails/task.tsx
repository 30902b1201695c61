import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rehire } from '../../domain/rehire.ts';
import type { changesSince, RehireTask, TaskMail } from '../../domain/rehire-tasks.ts';
import { rehireName, taskDetails, taskNames } from '../../domain/rehire-wording.ts';
import { dateInWords, durationInWords, oneLine, titleInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { quotedBelow } from '../../mail/quoted-below.tsx';
import { cultureNote, cultureTitle } from '../culture-note.ts';
import { changesInWords, ofTheTeam, whoComes } from '../task-facts.ts';
import { caseLabel } from './case-label.ts';

type ToOwner = Readonly<{
  policy: Policy;
  rehire: Rehire;
  task: RehireTask;
  /** Of who was erased there is none. */
  name: string | undefined;
  /** What the alumnus lets their new team read. */
  introduction?: string | undefined;
  changes: ReturnType<typeof changesSince>;
  taskUrl: string;
}>;

type AboutTask = ToOwner & Readonly<{ to: 'owner' } | { to: 'HR'; caseUrl: string }>;

const label: Bilingual = { ja: '完了を知らせるページを開く', en: 'Open the page and tick it off' };

const stops = {
  reminded: { ja: '完了をお知らせいただくと、止まります。', en: 'Reminders stop once it’s ticked off.' },
  once: { ja: 'このお知らせは、一度だけお送りします。', en: 'This mail comes once.' },
} as const satisfies Record<string, Bilingual>;

const marks: Readonly<Record<TaskMail, (task: Bilingual) => Bilingual>> = {
  'hand over': ({ ja, en }) => ({ ja: `復帰の準備のお願い: ${ja}`, en: `Please prepare for a return: ${en}` }),
  remind: ({ ja, en }) => ({
    ja: `復帰の準備のお願い: ${ja}(再)`,
    en: `Please prepare for a return: ${en} (reminder)`,
  }),
  escalate: ({ ja, en }) => ({ ja: `復帰の準備が遅れています: ${ja}`, en: `Overdue, for a return: ${en}` }),
  off: ({ ja, en }) => ({ ja: `復帰の準備は不要になりました: ${ja}`, en: `Not needed any more, for a return: ${en}` }),
};

function asked(about: AboutTask, language: Language): Sayings {
  const { policy, task, introduction } = about;
  const { kind, mail } = task;
  const name = titleInWords(taskNames[kind][language], language);
  const due = dateInWords(task.due, language);
  const every = durationInWords(policy.rehire.remindEvery, language);
  const isAgain = mail === 'remind' || mail === 'escalate';
  const isTold = mail === 'escalate';
  const hasWords = Boolean(introduction) && ofTheTeam.has(kind);
  const ja = language === 'ja';
  return [
    {
      words: ja
        ? `${isAgain ? '再度のお願いです。' : ''}復帰される方をお迎えする準備のうち、${name}をお願いします。期限は${due}です。${isTold ? '期限を過ぎていますので、人事担当にもお知らせしました。' : ''}`
        : `${isAgain ? 'A reminder: somebody' : 'Somebody'} comes back to us, and ${name} is yours to prepare, by ${due}.${isTold ? ' It’s overdue, so HR has been told too.' : ''}`,
      terms: whoComes(about.rehire, about.name, language),
    },
    { words: taskDetails[kind][language] },
    ...(kind === 'orientation'
      ? changesInWords(about.changes, language).map(({ name: words, changes }) => ({
          words,
          list: changes,
          named: true,
        }))
      : []),
    ...(kind === 'culture' ? [{ words: cultureTitle[language], list: cultureNote(language), named: true }] : []),
    ...(hasWords
      ? [
          {
            words: ja
              ? 'ご本人が皆さんに向けて書かれた紹介は、このメールの下にあります。'
              : 'What they wrote about themselves for you is below.',
          },
        ]
      : []),
    {
      words: ja
        ? `済みましたら、次のページでお知らせください。期限を過ぎると、${every}ごとにお知らせします。お迎えに要ることのほかは、お伝えしていません。`
        : `When it’s done, tick it off on this page. Once it’s overdue we’ll remind you every ${every}. We tell you what’s needed to receive them, and nothing else.`,
      quiet: true,
    },
  ];
}

function off({ rehire, task }: AboutTask, language: Language): Sayings {
  const task_ = titleInWords(taskNames[task.kind][language], language);
  const about = rehireName(rehire.number, language);
  return language === 'ja'
    ? [
        { words: `お願いしていた${task_}(${about})は、不要になりました。ご対応をありがとうございました。` },
        {
          words: 'すでに用意されたものがあれば、元に戻してください。以前お送りしたメールと、その写しは消してください。',
        },
      ]
    : [
        { words: `${task_} (${about}) isn’t needed any more. Thank you for looking after it.` },
        {
          words:
            'If you’ve prepared something already, please undo it. Please delete the earlier mails about it, and any copy of them.',
        },
      ];
}

/** To HR: what is overdue, and whose it is. */
function overdue({ policy, rehire, task, name }: AboutTask, language: Language): Sayings {
  const { owner } = policy.rehire.tasks[task.kind];
  const what = titleInWords(taskNames[task.kind][language], language);
  const due = dateInWords(task.due, language);
  const about = rehireName(rehire.number, language);
  const who = name && oneLine(name);
  const first = rehire.offer && dateInWords(rehire.offer.startsOn, language);
  return language === 'ja'
    ? [
        {
          words: `${who ? `${who} 様の` : ''}復帰の準備のうち、${what}が、期限の${due}を過ぎても済んでいません(${about}${first ? `、初日 ${first}` : ''})。`,
        },
        {
          words: `担当は${owner === 'manager' ? '受け入れ先の上長' : owner}です。改めてお願いしましたが、直接のお声がけもお願いします。`,
        },
      ]
    : [
        {
          words: `${what}, to prepare ${who ? `the return of ${who}` : 'a return'}, was due on ${due} and isn’t done (${about}${first ? `, first day ${first}` : ''}).`,
        },
        {
          words: `It’s up to ${owner === 'manager' ? 'the receiving manager' : owner}. We’ve asked again; please have a word with them too.`,
        },
      ];
}

/** Hands a task to its owner, reminds them, says that it is overdue or not needed any more; in Japanese and English. */
export function taskLetter(about: AboutTask): Letter {
  const { policy, task, introduction, taskUrl } = about;
  const { kind, mail = 'remind' } = task;
  const topic = marks[mail](taskNames[kind]);
  if (mail === 'off') {
    return letterToStaff({ policy, to: 'taskOwner', topic, stop: stops.once, say: (language) => off(about, language) });
  }
  if (about.to === 'HR') {
    return letterToStaff({
      policy,
      to: 'hr',
      topic,
      stop: stops.once,
      say: (language) => overdue(about, language),
      action: { label: caseLabel, url: about.caseUrl },
    });
  }
  const more = ofTheTeam.has(kind) ? quotedBelow(introduction) : undefined;
  return letterToStaff({
    policy,
    to: 'taskOwner',
    topic,
    stop: stops.reminded,
    say: (language) => asked(about, language),
    action: { label, url: taskUrl },
    ...(more && { more }),
  });
}
