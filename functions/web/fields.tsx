import type { Child, FC } from 'hono/jsx';
import type { Bilingual, Language } from '../domain/language.ts';

/** Fields of a form, each with its note and with what is wrong with it beside it. */

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

const Aside: FC<{ language: Language; aside: Bilingual | undefined }> = ({ language, aside }) =>
  aside ? <small>{` (${aside[language]})`}</small> : null;

const Head: FC<Field> = ({ language, name, label, aside, note, problem }) => (
  <>
    <label for={name}>
      {label[language]}
      <Aside language={language} aside={aside} />
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
  /** Beside the legend. */
  aside?: Bilingual;
  note?: string;
  problem?: Bilingual | undefined;
  isFirst: boolean;
  value?: string | undefined;
  required?: boolean;
  choices: readonly { value: string; label: Child }[];
}>;

/** One of several, and none of them chosen beforehand. */
export const Choice: FC<Choices> = ({
  language,
  name,
  legend,
  aside,
  note,
  problem,
  isFirst,
  required,
  value,
  choices,
}) => {
  const ids = [...(problem ? [`${name}-problem`] : []), ...(note ? [`${name}-note`] : [])].join(' ') || undefined;
  return (
    <fieldset aria-describedby={ids}>
      <legend>
        {legend[language]}
        <Aside language={language} aside={aside} />
      </legend>
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
            required={required}
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
