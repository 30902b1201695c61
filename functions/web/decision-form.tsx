import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../domain/language.ts';
import { longestNote } from '../domain/review.ts';
import { TextField } from './fields.tsx';

/** A decision by somebody of the company: a note, if they like, and two buttons of the same size. */

const aside: Bilingual = { ja: `任意、${longestNote}文字まで`, en: `optional, up to ${longestNote} characters` };
const tooLong: Bilingual = {
  ja: `ひとことが${longestNote}文字を超えています。短くしてから、もう一度お決めください。`,
  en: `The note is longer than ${longestNote} characters. Shorten it and decide again.`,
};

type DecisionForm = Readonly<{
  language: Language;
  /** What the note is called, and what becomes of it. */
  label: Bilingual;
  kept: Bilingual;
  note?: string | undefined;
  isNoteTooLong: boolean;
  /** What the decision means. */
  final?: Bilingual;
  /** What kept the decision from being taken. */
  problem?: Bilingual | undefined;
  answers: readonly [yes: Answer, no: Answer];
}>;
type Answer = Readonly<{ value: string; label: Bilingual }>;

export const DecisionForm: FC<DecisionForm> = ({
  language,
  label,
  kept,
  note,
  isNoteTooLong,
  final,
  problem,
  answers,
}) => {
  const ids = [...(problem ? ['problem'] : []), ...(final ? ['final'] : [])].join(' ') || undefined;
  return (
    <form method="post">
      <TextField
        language={language}
        name="note"
        label={label}
        aside={aside}
        note={kept[language]}
        problem={isNoteTooLong ? tooLong : undefined}
        isFirst={isNoteTooLong}
        value={note}
        rows={4}
      />
      {final ? <p id="final">{final[language]}</p> : null}
      {problem ? (
        <p class="field">
          <span class="problem" id="problem">
            {problem[language]}
          </span>
        </p>
      ) : null}
      <div class="actions">
        {answers.map(({ value, label }, index) => (
          <button
            type="submit"
            name="decision"
            value={value}
            class={index === 0 ? undefined : 'other'}
            autofocus={problem !== undefined && index === 1}
            aria-describedby={ids}
          >
            {label[language]}
          </button>
        ))}
      </div>
    </form>
  );
};
