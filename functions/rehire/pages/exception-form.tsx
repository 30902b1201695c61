import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import { longestNote } from '../../domain/review.ts';
import { TextField } from '../../web/fields.tsx';

/** Whether HR makes an exception: who approves says why, and who rejects need not. */

const texts = {
  decide: { ja: 'ご判断', en: 'Your decision' },
  reason: { ja: '例外を認める理由', en: 'Why an exception is made' },
  aside: {
    ja: `承認するときは必須、${longestNote}文字まで`,
    en: `required to approve, up to ${longestNote} characters`,
  },
  kept: {
    ja: 'ご判断と一緒に記録し、このあと条件を示すかどうかを判断する方にも見せます。個人のお名前や、退職の事情は書かないでください。否認するときは、書く必要はありません。',
    en: 'It’s kept with your decision, and whoever decides on the offer reads it. Please name nobody in it, and leave out how they came to leave. To reject, you don’t need to give a reason.',
  },
  final: { ja: 'ご判断は、あとから変えられません。', en: 'Your decision can’t be changed afterwards.' },
  approve: { ja: '承認する', en: 'Approve' },
  reject: { ja: '否認する', en: 'Reject' },
} as const satisfies Record<string, Bilingual>;

/** What kept the decision from being taken; the link still works. */
export type ExceptionProblem = 'no reason' | 'note too long' | 'no decision';

const problems: Readonly<Record<ExceptionProblem, Bilingual>> = {
  'no reason': {
    ja: '承認するときは、理由を書いてから、もう一度押してください。',
    en: 'To approve, write the reason here and press again.',
  },
  'note too long': {
    ja: `${longestNote}文字を超えています。短くしてから、もう一度お決めください。`,
    en: `This is longer than ${longestNote} characters. Shorten it and decide again.`,
  },
  'no decision': {
    ja: 'ご判断を受け取れませんでした。「承認する」か「否認する」を押してください。',
    en: 'No decision arrived. Press “Approve” or “Reject”.',
  },
};

type ExceptionForm = Readonly<{
  language: Language;
  problem?: ExceptionProblem | undefined;
  /** Kept when something is wrong with it. */
  note?: string | undefined;
}>;

export const ExceptionForm: FC<ExceptionForm> = ({ language, problem, note }) => (
  <>
    <h2>{texts.decide[language]}</h2>
    <form method="post">
      <TextField
        language={language}
        name="note"
        label={texts.reason}
        aside={texts.aside}
        note={texts.kept[language]}
        problem={problem && problems[problem]}
        isFirst={problem !== undefined}
        value={note}
        rows={4}
      />
      <p id="final">{texts.final[language]}</p>
      <div class="actions">
        <button type="submit" name="decision" value="approve" aria-describedby="final">
          {texts.approve[language]}
        </button>
        <button type="submit" name="decision" value="reject" class="other" aria-describedby="final">
          {texts.reject[language]}
        </button>
      </div>
    </form>
  </>
);
