import type { Bilingual } from '../../domain/language.ts';
import type { TaskKind } from '../../domain/rehire-tasks.ts';
import { rehireName, taskNames } from '../../domain/rehire-wording.ts';
import { type PageContext, renderPage, Tick } from '../../web/layout.tsx';

/** Why there is nothing to do: it was said just now, or before, or nobody needs it any more. */
export type TaskEnd = 'done' | 'done before' | 'not needed';

const titles: Readonly<Record<TaskEnd, Bilingual>> = {
  done: { ja: 'ご準備をありがとうございました', en: 'Thank you for preparing it' },
  'done before': { ja: 'この準備は完了しています', en: 'This is done already' },
  'not needed': { ja: 'この準備は不要になりました', en: 'This isn’t needed any more' },
};

const details: Readonly<Record<TaskEnd, Bilingual>> = {
  done: {
    ja: '完了を記録しました。この準備についてのお知らせは、もうお送りしません。',
    en: 'It’s on record as done, and we won’t remind you of it again.',
  },
  'done before': {
    ja: 'すでに完了と記録されています。ほかになさることはありません。',
    en: 'It was ticked off before. There’s nothing more for you to do.',
  },
  'not needed': {
    ja: 'すでに用意されたものがあれば、元に戻してください。以前お送りしたメールと、その写しは消してください。',
    en: 'If you’ve prepared something already, please undo it. Please delete the earlier mails about it, and any copy of them.',
  },
};

type TaskOverPage = PageContext & Readonly<{ number: number; kind: TaskKind; end: TaskEnd }>;

/** That a task is done, or not needed any more; nothing of whom it was for. */
export function taskOverPage({ language, policy, number, kind, end }: TaskOverPage): string {
  return renderPage({
    language,
    policy,
    title: titles[end][language],
    children: (
      <>
        {end === 'done' ? <Tick /> : null}
        <p class="quiet">
          {taskNames[kind][language]} ({rehireName(number, language)})
        </p>
        <p>{details[end][language]}</p>
      </>
    ),
  });
}
