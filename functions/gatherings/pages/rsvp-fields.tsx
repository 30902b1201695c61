import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Place } from '../../domain/room.ts';
import { longestWords, type Rsvp } from '../../domain/rsvp.ts';
import { durationInWords } from '../../domain/wording.ts';
import type { Told } from './told.ts';

const texts = {
  guests: { ja: 'お連れの方', en: 'Guests' },
  together: {
    ja: '全員分の席がないときは、皆さまご一緒にキャンセル待ちでお受けします。',
    en: 'If there isn’t room for all of you, you join the waiting list together.',
  },
  alone: { ja: 'なし(お一人)', en: 'None, just me' },
  needs: { ja: 'お食事や会場についてのご希望', en: 'Food and access' },
  optional: { ja: `(任意、${longestWords}文字まで)`, en: `(optional, up to ${longestWords} characters)` },
  kept: {
    ja: '前にお書きいただいた内容をお預かりしています。差し替えるときだけ、お書きください。',
    en: 'We have your note; write here only to replace it.',
  },
  forget: {
    needs: { ja: 'お預かりしているご希望を消去する', en: 'Delete the note on food and access' },
    reply: { ja: 'お預かりしている回答を消去する', en: 'Delete the reply' },
  },
} as const satisfies Record<string, Bilingual | Record<'needs' | 'reply', Bilingual>>;

/** What kept an answer from being taken. */
export type RsvpProblem = 'choose' | 'too many' | 'too long' | 'no room for more' | 'closed' | 'too often';

const problems: Readonly<Record<Exclude<RsvpProblem, 'choose' | 'closed' | 'too often'>, Bilingual>> = {
  'too many': {
    ja: 'この人数ではお受けできません。人数を選び直してください。',
    en: 'That’s more than you can bring. Choose again.',
  },
  'too long': {
    ja: `${longestWords}文字を超えています。短くしてから、もう一度お送りください。`,
    en: `This is longer than ${longestWords} characters. Shorten it and send it again.`,
  },
  'no room for more': {
    ja: 'お連れの方を増やせるだけの空席がありません。これまでのお席は、そのまま残っています。',
    en: 'There’s no room for more guests. The place you had is still yours.',
  },
};

const Problem: FC<{ language: Language; problem: keyof typeof problems; id: string }> = ({ language, problem, id }) => (
  <span class="problem" id={id}>
    {problems[problem][language]}
  </span>
);

/** As it was typed. */
type TypedRsvp = {
  answer?: string | undefined;
  guests?: string | undefined;
  needs?: string | undefined;
  reply?: string | undefined;
  /** What is to be deleted of what is kept. */
  forget?: readonly ('needs' | 'reply')[] | undefined;
};

export type RsvpForm = Readonly<{
  language: Language;
  policy: Policy;
  /** As `maskAddress` gives it. */
  address: string;
  told: Told;
  place?: Place | undefined;
  said?: Rsvp | undefined;
  /** New answers are taken. */
  open: boolean;
  /** Somebody who answers now would wait. */
  full: boolean;
  problem?: RsvpProblem | undefined;
  typed?: TypedRsvp | undefined;
}>;

function needsNote(policy: Policy, language: Language): string {
  const kept = durationInWords(policy.retention.needs, language);
  return language === 'ja'
    ? `アレルギーや食べられないもの、車いすや通訳のことなど。お連れの方の分は、お名前を書かずにお書きください。見るのは幹事だけで、交流会の${kept}後に消去します。`
    : `Allergies, what you don’t eat, a wheelchair, an interpreter. For your guests too, but please leave out their names. Only the organiser sees this, and it’s deleted ${kept} after the gathering.`;
}

function replyNote(policy: Policy, language: Language): string {
  const kept = durationInWords(policy.retention.needs, language);
  return language === 'ja'
    ? `幹事からの質問です。見るのは幹事だけで、交流会の${kept}後に消去します。`
    : `The organiser would like to know. Nobody else sees this, and it’s deleted ${kept} after the gathering.`;
}

/** Words that may be left out, with who sees them. What is kept is not shown: the link may have been passed on. */
const Words: FC<{
  language: Language;
  name: 'needs' | 'reply';
  label: string;
  note: string;
  spoken?: Language;
  kept: boolean;
  typed: TypedRsvp | undefined;
  tooLong: boolean;
}> = ({ language, name, label, note, spoken = language, kept, typed, tooLong }) => {
  const notes = [...(tooLong ? ['problem'] : []), 'note', ...(kept ? ['kept'] : [])];
  return (
    <>
      <p class="field">
        <label for={name}>
          <span lang={spoken === language ? undefined : spoken}>{label}</span> <small>{texts.optional[language]}</small>
        </label>
        <small id={`${name}-note`}>{note}</small>
        {kept ? <strong id={`${name}-kept`}>{texts.kept[language]}</strong> : null}
        {tooLong ? <Problem language={language} problem="too long" id={`${name}-problem`} /> : null}
        <textarea
          id={name}
          name={name}
          rows={name === 'needs' ? 3 : 2}
          autofocus={tooLong}
          aria-invalid={tooLong ? 'true' : undefined}
          aria-describedby={notes.map((each) => `${name}-${each}`).join(' ')}
        >
          {typed?.[name]}
        </textarea>
      </p>
      {kept ? (
        <label class="choice">
          <input type="checkbox" name="forget" value={name} checked={typed?.forget?.includes(name)} />
          <span>{texts.forget[name][language]}</span>
        </label>
      ) : null}
    </>
  );
};

/** Needs, and an answer to the organiser's question where there is one. */
export const AllWords: FC<RsvpForm> = ({ language, policy, told, said, problem, typed }) => {
  const replyTooLong = problem === 'too long' && (typed?.reply ?? '').length > longestWords;
  const needsTooLong = problem === 'too long' && (!replyTooLong || (typed?.needs ?? '').length > longestWords);
  const { question } = told.text;
  return (
    <>
      <Words
        language={language}
        name="needs"
        label={texts.needs[language]}
        note={needsNote(policy, language)}
        kept={said?.needs !== undefined}
        typed={typed}
        tooLong={needsTooLong}
      />
      {question ? (
        <Words
          language={language}
          name="reply"
          label={question.text}
          spoken={told.spoken}
          note={replyNote(policy, language)}
          kept={said?.reply !== undefined}
          typed={typed}
          tooLong={replyTooLong}
        />
      ) : null}
    </>
  );
};

/** How many come along, up to a number. */
export const Guests: FC<RsvpForm & { most: number }> = ({ language, place, problem, typed, most }) => {
  const wrong = problem === 'too many' || problem === 'no room for more' ? problem : undefined;
  const comes = place?.status === 'attending' || place?.status === 'offered' || place?.status === 'waiting';
  const chosen = typed?.guests ?? String(comes ? place.party - 1 : 0);
  const notes = [...(wrong ? ['guests-problem'] : []), ...(place ? [] : ['guests-note'])].join(' ');
  return (
    <p class="field">
      <label for="guests">{texts.guests[language]}</label>
      {place ? null : <small id="guests-note">{texts.together[language]}</small>}
      {wrong ? <Problem language={language} problem={wrong} id="guests-problem" /> : null}
      <select
        id="guests"
        name="guests"
        autofocus={wrong !== undefined}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={notes || undefined}
      >
        {Array.from({ length: most + 1 }, (_, guests) => (
          <option value={guests} selected={chosen === String(guests)}>
            {guests === 0 ? texts.alone[language] : guestsInWords(guests, language)}
          </option>
        ))}
      </select>
    </p>
  );
};

function guestsInWords(guests: number, language: Language): string {
  if (language === 'ja') return `${guests}名`;
  return guests === 1 ? '1 guest' : `${guests} guests`;
}
