import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';

const texts = {
  heads: { ja: '来場した人数', en: 'How many came' },
  checkIn: { ja: '来場を記録', en: 'Check in' },
  undo: { ja: '取り消す', en: 'Undo' },
} as const satisfies Record<string, Bilingual>;

/** 2名; 2 people. */
export function headsInWords(heads: number, language: Language): string {
  if (language === 'ja') return `${heads}名`;
  return heads === 1 ? '1 person' : `${heads} people`;
}

/** 2名来場, 3名のうち2名来場; 2 people here, 2 of 3 here. */
function cameInWords(came: number, party: number, language: Language): string {
  const heads = headsInWords(came, language);
  if (language === 'ja') return came < party ? `${party}名のうち${heads}来場` : `${heads}来場`;
  return came < party ? `${came} of ${party} here` : `${heads} here`;
}

type CheckIn = Readonly<{
  language: Language;
  person: string;
  /** Where it posts. */
  action: string;
  /** The element with the name of the person. */
  nameId: string;
  /** The one thing to do on its page. */
  primary?: boolean;
}>;

/** Checks somebody in with as many as came; posts `person` and `came`. */
export const CameForm: FC<CheckIn & { party: number }> = ({ language, person, action, nameId, party, primary }) => (
  <form method="post" action={action} class={primary ? 'actions' : 'side'}>
    <input type="hidden" name="person" value={person} />
    {party > 1 ? (
      <select name="came" aria-label={texts.heads[language]} aria-describedby={nameId}>
        {Array.from({ length: party }, (_, index) => party - index).map((heads) => (
          <option value={heads}>{headsInWords(heads, language)}</option>
        ))}
      </select>
    ) : (
      <input type="hidden" name="came" value="1" />
    )}
    <button type="submit" class={primary ? undefined : 'other'} aria-describedby={nameId}>
      {texts.checkIn[language]}
    </button>
  </form>
);

/** That somebody came, and how to take it back; posts `person` and `came=0`. */
export const UndoForm: FC<CheckIn & { party: number; came: number }> = ({
  language,
  person,
  action,
  nameId,
  party,
  came,
}) => (
  <form method="post" action={action} class="side">
    <input type="hidden" name="person" value={person} />
    <input type="hidden" name="came" value="0" />
    <strong class="done">
      <span aria-hidden="true">✓ </span>
      {cameInWords(came, party, language)}
    </strong>
    <button type="submit" class="slight" aria-describedby={nameId}>
      {texts.undo[language]}
    </button>
  </form>
);
