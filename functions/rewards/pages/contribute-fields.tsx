import type { FC } from 'hono/jsx';
import { longestName, longestText } from '../../domain/contribution-words.ts';
import type { Bilingual, Language } from '../../domain/language.ts';

/** What is wrong with what was entered. */
export type FieldProblem = 'missing' | 'too long' | 'unreadable';

/** What is wrong with each field of a form, by its name; nothing where all is well. */
export type Wrong<Name extends string> = Readonly<Partial<Record<Name, FieldProblem>>>;

/** How long each field may be. */
export const upTo = {
  text: { ja: `${longestText}文字まで`, en: `up to ${longestText} characters` },
  optionalText: { ja: `任意、${longestText}文字まで`, en: `optional, up to ${longestText} characters` },
} as const satisfies Record<string, Bilingual>;

/** What to do about a text or a name that is too long. */
export const tooLong = {
  text: {
    ja: `${longestText}文字を超えています。短くしてから、もう一度お送りください。`,
    en: `This is longer than ${longestText} characters. Shorten it and send it again.`,
  },
  name: {
    ja: `${longestName}文字までで入力してください。`,
    en: `Please keep this to ${longestName} characters.`,
  },
} as const satisfies Record<string, Bilingual>;

type Field = Readonly<{
  language: Language;
  name: string;
  label: Bilingual;
  /** Beside the label: how long, and whether it may be left out. */
  aside?: Bilingual;
  note?: string;
  /** What to do about it. */
  problem?: Bilingual | undefined;
  /** The first that is wrong. */
  isFirst: boolean;
  value?: string | undefined;
}>;

type Described = Pick<Field, 'name' | 'note' | 'problem' | 'isFirst'>;

/** What ties an input to its note and to what is wrong with it. */
function described({ name, note, problem, isFirst }: Described) {
  const ids = [...(problem ? [`${name}-problem`] : []), ...(note ? [`${name}-note`] : [])];
  return {
    id: name,
    name,
    autofocus: isFirst,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': ids.join(' ') || undefined,
  };
}

const Head: FC<Field> = ({ language, name, label, aside, note, problem }) => (
  <>
    <label for={name}>
      {label[language]}
      {aside ? <small>{language === 'ja' ? ` (${aside.ja})` : ` (${aside.en})`}</small> : null}
    </label>
    {note ? <small id={`${name}-note`}>{note}</small> : null}
    {problem ? (
      <span class="problem" id={`${name}-problem`}>
        {problem[language]}
      </span>
    ) : null}
  </>
);

/** A line of text. The browser's own check is off: its words are in its own language, and not beside the field. */
export const LineField: FC<Field & Readonly<{ type?: 'text' | 'email'; autocomplete: string }>> = ({
  type = 'text',
  autocomplete,
  ...field
}) => (
  <p class="field">
    <Head {...field} />
    <input type={type} required autocomplete={autocomplete} value={field.value} {...described(field)} />
  </p>
);

/** Several lines. */
export const TextField: FC<Field & Readonly<{ rows: number; required?: boolean }>> = ({
  rows,
  required = false,
  ...field
}) => (
  <p class="field">
    <Head {...field} />
    <textarea rows={rows} required={required} {...described(field)}>
      {field.value}
    </textarea>
  </p>
);

type Choices = Readonly<{
  language: Language;
  name: string;
  legend: Bilingual;
  note?: string;
  problem?: Bilingual | undefined;
  isFirst: boolean;
  value?: string | undefined;
  choices: readonly { value: string; label: string }[];
}>;

/** One of several, and none of them chosen beforehand. */
export const Choice: FC<Choices> = ({ language, name, legend, note, problem, isFirst, value, choices }) => {
  const ids = [...(problem ? [`${name}-problem`] : []), ...(note ? [`${name}-note`] : [])].join(' ') || undefined;
  return (
    <fieldset aria-describedby={ids}>
      <legend>{legend[language]}</legend>
      {note ? <p id={`${name}-note`}>{note}</p> : null}
      {problem ? (
        <p class="problem" id={`${name}-problem`}>
          {problem[language]}
        </p>
      ) : null}
      {choices.map((choice, index) => (
        <label class="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            autofocus={isFirst && index === 0}
            aria-describedby={problem ? `${name}-problem` : undefined}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
};
