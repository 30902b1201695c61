import type { Bilingual, Language } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import type { changesSince, RehireTask } from '../../domain/rehire-tasks.ts';
import { rehireName, taskDetails, taskNames } from '../../domain/rehire-wording.ts';
import { asStart, dateInWords } from '../../domain/wording.ts';
import { OneButton, type PageContext, renderPage, Terms } from '../../web/layout.tsx';
import { cultureNote, cultureTitle } from '../culture-note.ts';
import { changesInWords, ofTheTeam, whoComes } from '../task-facts.ts';
import { Written } from './written.tsx';

const texts = {
  forWhom: { ja: 'お迎えする方', en: 'Who comes back' },
  due: { ja: '期限', en: 'To be done by' },
  introduction: { ja: 'ご本人からの紹介', en: 'In their own words' },
  onlyThis: {
    ja: 'お迎えに要ることのほかは、お伝えしていません。',
    en: 'You see what’s needed to receive them, and nothing else.',
  },
  finish: { ja: '済んだら', en: 'When it’s done' },
  once: {
    ja: '押すと完了と記録され、お知らせが止まります。取り消しはできません。',
    en: 'This puts it on record as done and stops the reminders. It can’t be undone.',
  },
  done: { ja: '完了を知らせる', en: 'It’s done' },
} as const satisfies Record<string, Bilingual>;

type TaskPage = PageContext &
  Readonly<{
    rehire: Rehire;
    task: RehireTask;
    name: string;
    /** What the alumnus lets their new team read. */
    introduction?: string | undefined;
    changes: ReturnType<typeof changesSince>;
  }>;

function termsOf({ rehire, task, name }: TaskPage, language: Language) {
  return [...whoComes(rehire, name, language), { term: texts.due[language], text: dateInWords(task.due, language) }];
}

/** What the owner of a task is to do, for whom and by when, with a button that says it is done. */
export function taskPage(page: TaskPage): string {
  const { language, policy, rehire, task, introduction, changes } = page;
  const { kind } = task;
  return renderPage({
    language,
    policy,
    title: taskNames[kind][language],
    children: (
      <>
        <p class="quiet">{asStart(rehireName(rehire.number, language))}</p>
        <p>{taskDetails[kind][language]}</p>
        <h2>{texts.forWhom[language]}</h2>
        <Terms terms={termsOf(page, language)} />
        <p class="quiet">{texts.onlyThis[language]}</p>
        {introduction && ofTheTeam.has(kind) ? (
          <>
            <h2>{texts.introduction[language]}</h2>
            <Written text={introduction} />
          </>
        ) : null}
        {kind === 'orientation'
          ? changesInWords(changes, language).map(({ name, changes: list }) => (
              <>
                <h2>{name}</h2>
                <ul>
                  {list.map((change) => (
                    <li>{change}</li>
                  ))}
                </ul>
              </>
            ))
          : null}
        {kind === 'culture' ? (
          <>
            <h2>{cultureTitle[language]}</h2>
            <ul>
              {cultureNote(language).map((saying) => (
                <li>{saying}</li>
              ))}
            </ul>
          </>
        ) : null}
        <h2>{texts.finish[language]}</h2>
        <p>{texts.once[language]}</p>
        <form method="post">
          <input type="hidden" name="done" value="yes" />
          <OneButton>{texts.done[language]}</OneButton>
        </form>
      </>
    ),
  });
}
