import type { FC } from 'hono/jsx';
import { gatheringName } from '../../domain/gathering-name.ts';
import type { Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { whenInWords, whereInWords } from '../../domain/plan-wording.ts';
import { asStart, durationInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, TallLink } from '../../web/layout.tsx';
import { type Attendee, attendeesWith } from '../door/attendee.ts';
import { CameForm, headsInWords, UndoForm } from './came-form.tsx';
import { DoorSheet, unreachableWords } from './door-sheet.tsx';
import { tell } from './told.ts';

const texts = {
  early: {
    ja: '来場の記録は、交流会の前日から始められます。',
    en: 'Check-in opens the day before the gathering.',
  },
  came: { ja: '来場', en: 'Came' },
  expected: { ja: '予定', en: 'Expected' },
  walkIns: { ja: '当日参加', en: 'Walk-ins' },
  people: { ja: '名', en: '' },
  attending: { ja: '参加される方', en: 'Coming' },
  nobody: { ja: 'まだどなたもいらっしゃいません。', en: 'Nobody yet.' },
  needs: { ja: 'ご希望', en: 'Needs' },
  reply: { ja: '回答', en: 'Reply' },
  question: { ja: '質問', en: 'Question' },
  offered: { ja: 'お席のお返事を待っている方', en: 'Offered a place, no answer yet' },
  waiting: { ja: 'キャンセル待ちの方', en: 'Waiting, in order' },
  left: { ja: '参加されない方', en: 'Not coming after all' },
  walkInsLead: {
    ja: '名簿にない方がお入りになったら、一人ずつ数えてください。',
    en: 'Count everybody who comes in and isn’t on the list.',
  },
  more: { ja: '一名増やす', en: 'One more' },
  fewer: { ja: '一名減らす', en: 'One fewer' },
  take: { ja: '名簿を印刷・保存する', en: 'Take the list with you' },
  print: {
    ja: 'このページを印刷すると、書き込める名簿になります。',
    en: 'Print this page for a list on paper, with boxes to tick.',
  },
  csv: { ja: '名簿をCSVで保存する', en: 'Save the list as CSV' },
} as const satisfies Record<string, Bilingual>;

/** What kept a check-in from being taken. */
export type DoorProblem = 'not attending' | 'heads' | 'too early';

const problems: Readonly<Record<DoorProblem, Bilingual>> = {
  'not attending': {
    ja: 'この方は、参加を取り消されています。お入りになる場合は、当日参加として数えてください。',
    en: 'This person isn’t on the list any more. If they come in, count them as a walk-in.',
  },
  heads: {
    ja: '人数がお席の数を超えています。増えた方は、当日参加として数えてください。',
    en: 'That’s more people than have a place. Count the others as walk-ins.',
  },
  'too early': {
    ja: '来場の記録は、交流会の前日から始められます。今の入力は記録していません。',
    en: 'Check-in opens the day before the gathering. What you just entered wasn’t noted.',
  },
};

export type Door = PageContext &
  Readonly<{
    number: number;
    plan: Plan;
    attendees: readonly Attendee[];
    /** Heads that were not on the list. */
    walkIns: number;
    /** Of those on the list. */
    heads: { expected: number; came: number };
    csvUrl: string;
    problem?: DoorProblem | undefined;
    /** Check-in has not opened yet. */
    early?: boolean;
  }>;

function keptNote({ policy, language }: PageContext): string {
  const kept = durationInWords(policy.retention.needs, language);
  return language === 'ja'
    ? `名簿には個人情報が含まれます。ご希望と質問への回答は、交流会の${kept}後に消去します。印刷したものやCSVも、それまでに処分してください。`
    : `The list is personal data. Needs and replies are deleted here ${kept} after the gathering; please destroy paper and CSV by then, too.`;
}

const Figures: FC<Pick<Door, 'language' | 'heads' | 'walkIns'>> = ({ language, heads, walkIns }) => (
  <dl class="figures">
    {[
      { term: texts.came, number: heads.came },
      { term: texts.expected, number: heads.expected },
      { term: texts.walkIns, number: walkIns },
    ].map(({ term, number }) => (
      <div>
        <dt>{term[language]}</dt>
        <dd>
          {number}
          <small>{texts.people[language]}</small>
        </dd>
      </div>
    ))}
  </dl>
);

const Name: FC<{ language: Language; attendee: Attendee; id?: string }> = ({ language, attendee, id }) => {
  const { name, nameKana, unreachable } = attendee;
  return (
    <p class="who">
      <strong id={id}>{name}</strong> {nameKana ? <small>{nameKana}</small> : null}
      {unreachable ? (
        <>
          <br />
          <small>{unreachableWords[language]}</small>
        </>
      ) : null}
    </p>
  );
};

/** Somebody who attends; pressing the button leads back to their place in the list. */
const Row: FC<{ language: Language; attendee: Attendee; early: boolean }> = ({ language, attendee, early }) => {
  const { person, party, needs, reply, came = 0 } = attendee;
  const id = `p-${person}`;
  const nameId = `name-${person}`;
  const form = { language, person, action: `#${id}`, nameId };
  const words = [
    { term: texts.needs[language], text: needs },
    { term: texts.reply[language], text: reply },
  ];
  return (
    <li id={id}>
      <Name language={language} attendee={attendee} id={nameId} />
      {words.map(({ term, text }) =>
        text ? (
          <p>
            <small>{term}</small> {text}
          </p>
        ) : null,
      )}
      {came > 0 ? <UndoForm {...form} party={party} came={came} /> : null}
      {came > 0 || early ? null : <CameForm {...form} party={party} />}
    </li>
  );
};

const Rows: FC<{ language: Language; attendees: readonly Attendee[]; early: boolean }> = ({
  language,
  attendees,
  early,
}) =>
  attendees.length === 0 ? (
    <p>{texts.nobody[language]}</p>
  ) : (
    <ul class="people">
      {attendees.map((attendee) => (
        <Row language={language} attendee={attendee} early={early} />
      ))}
    </ul>
  );

/** 2番目、1名; no. 2, 1 person. */
function placeInLine({ position, party }: Attendee, language: Language): string {
  const heads = headsInWords(party, language);
  if (position === undefined) return heads;
  return language === 'ja' ? `${position}番目、${heads}` : `no. ${position}, ${heads}`;
}

/** People who have no place, by name and number. */
const Others: FC<{ language: Language; title: Bilingual; attendees: readonly Attendee[] }> = ({
  language,
  title,
  attendees,
}) =>
  attendees.length === 0 ? null : (
    <>
      <h2>{title[language]}</h2>
      <ul class="people">
        {attendees.map((attendee) => (
          <li class="beside-it">
            <Name language={language} attendee={attendee} />
            <span>{placeInLine(attendee, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );

const WalkIns: FC<{ language: Language; walkIns: number }> = ({ language, walkIns }) => (
  <section id="walk-ins">
    <h2>
      {texts.walkIns[language]}: {headsInWords(walkIns, language)}
    </h2>
    <p>{texts.walkInsLead[language]}</p>
    <form method="post" action="#walk-ins" class="side">
      <button type="submit" name="walkIns" value="1" class="other">
        {texts.more[language]}
      </button>
      {walkIns > 0 ? (
        <button type="submit" name="walkIns" value="-1" class="other">
          {texts.fewer[language]}
        </button>
      ) : null}
    </form>
  </section>
);

/** The organiser's list: who comes, who is there, and who waits; on paper, a table to tick. */
export function doorPage(door: Door): string {
  const { language, policy, number, attendees, walkIns, heads, csvUrl, problem, early = false } = door;
  const { plan, text } = tell(door.plan, language);
  const attending = attendeesWith(attendees, 'attending');
  return renderPage({
    language,
    policy,
    title: language === 'ja' ? `受付: ${text.title}` : `At the door: ${text.title}`,
    invalid: problem !== undefined,
    children: (
      <>
        <p class="quiet">
          {asStart(gatheringName(number, language))}
          <br />
          {whenInWords(plan, language)}
          <br />
          {whereInWords(plan, language, { comes: true })}
        </p>
        <div class="screen">
          {problem ? (
            <p class="problem" role="alert">
              {problems[problem][language]}
            </p>
          ) : null}
          <Figures language={language} heads={heads} walkIns={walkIns} />
          <h2>{texts.attending[language]}</h2>
          {text.question ? (
            <p class="quiet">
              {texts.question[language]}: {text.question.text}
            </p>
          ) : null}
          {early && !problem ? <p class="note">{texts.early[language]}</p> : null}
          <Rows language={language} attendees={attending} early={early} />
          {early ? null : <WalkIns language={language} walkIns={walkIns} />}
          <Others language={language} title={texts.offered} attendees={attendeesWith(attendees, 'offered')} />
          <Others language={language} title={texts.waiting} attendees={attendeesWith(attendees, 'waiting')} />
          <Others language={language} title={texts.left} attendees={attendeesWith(attendees, 'lapsed', 'left')} />
          <h2>{texts.take[language]}</h2>
          <p>{texts.print[language]}</p>
          <TallLink href={csvUrl}>{texts.csv[language]}</TallLink>
        </div>
        <DoorSheet
          language={language}
          question={text.question?.text}
          attending={attending}
          others={attendeesWith(attendees, 'offered', 'waiting')}
        />
        <p class="quiet">{keptNote(door)}</p>
      </>
    ),
  });
}
