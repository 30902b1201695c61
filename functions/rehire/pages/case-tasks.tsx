import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { CheckIn } from '../../domain/rehire.ts';
import { ownerOf, type RehireTask } from '../../domain/rehire-tasks.ts';
import { taskNames } from '../../domain/rehire-wording.ts';
import type { PlainDate } from '../../domain/time.ts';
import { dateInWords } from '../../domain/wording.ts';
import { Terms } from '../../web/layout.tsx';

/** How the tasks and the check-ins of a return stand; what was answered is for HR alone, by mail. */

const manager: Bilingual = { ja: '受け入れ先の上長', en: 'the receiving manager' };

type State = Readonly<{ sign: string; words: string; isOverdue?: boolean }>;

function stateOf({ status, due, doneOn }: RehireTask, today: PlainDate, language: Language): State {
  const ja = language === 'ja';
  switch (status) {
    case 'done': {
      const on = doneOn && dateInWords(doneOn, language);
      if (ja) return { sign: '✓', words: on ? `${on}に完了` : '完了' };
      return { sign: '✓', words: on ? `Done on ${on}` : 'Done' };
    }
    case 'closed':
      return { sign: '–', words: ja ? '不要になりました' : 'Not needed any more' };
    case 'open':
      if (due < today) return { sign: '▲', words: ja ? '期限を過ぎています' : 'Overdue', isOverdue: true };
      return { sign: '○', words: ja ? 'これから' : 'Still to do' };
  }
}

/** Each task with how it stands, in a sign and in words, who does it, and by when. */
export const Tasks: FC<
  Readonly<{
    language: Language;
    policy: Policy;
    tasks: readonly RehireTask[];
    /** As long as the offer is kept. */
    manager: string | undefined;
    today: PlainDate;
  }>
> = ({ language, policy, tasks, manager: named, today }) => (
  <ul class="people">
    {tasks.map((task) => {
      const { sign, words, isOverdue } = stateOf(task, today, language);
      const owner = ownerOf(task.kind, named ?? manager[language], policy);
      const due = dateInWords(task.due, language);
      return (
        <li>
          <p>
            <strong>{taskNames[task.kind][language]}</strong>
          </p>
          <p class={isOverdue ? 'problem' : undefined}>
            <span aria-hidden="true">{sign}</span> {words}
          </p>
          <p>
            <small>{language === 'ja' ? `期限 ${due}、担当 ${owner}` : `By ${due}, ${owner}`}</small>
          </p>
        </li>
      );
    })}
  </ul>
);

const standings: Readonly<Record<CheckIn['status'], Bilingual>> = {
  planned: { ja: '予定', en: 'planned' },
  asked: { ja: 'お尋ねしました', en: 'asked, no answer yet' },
  answered: { ja: 'お答えがありました', en: 'answered' },
  closed: { ja: 'お答えなしで終了', en: 'over, without an answer' },
};

/** Each check-in with its day and whether it was answered. */
export const CheckIns: FC<{ language: Language; checkIns: readonly CheckIn[] }> = ({ language, checkIns }) => (
  <Terms
    terms={checkIns.map(({ on, status }, index) => {
      const [day, standing] = [dateInWords(on, language), standings[status][language]];
      return language === 'ja'
        ? { term: `${index + 1}回目`, text: `${day}: ${standing}` }
        : { term: `Check-in ${index + 1}`, text: `${day}: ${standing}` };
    })}
  />
);
