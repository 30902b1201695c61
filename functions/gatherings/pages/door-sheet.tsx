import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Attendee } from '../door/attendee.ts';

const texts = {
  attending: { ja: '参加される方', en: 'Coming' },
  others: { ja: 'お席のない方(お返事待ち、キャンセル待ちの順)', en: 'No place yet: offered, then waiting in order' },
  walkIns: { ja: '当日参加', en: 'Walk-ins' },
  box: { ja: '来場', en: 'Here' },
  name: { ja: 'お名前', en: 'Name' },
  heads: { ja: '人数', en: 'Heads' },
  needs: { ja: 'お食事や会場についてのご希望', en: 'Food and access' },
  reply: { ja: '質問への回答', en: 'Reply' },
} as const satisfies Record<string, Bilingual>;

/** Of somebody whom no mail reaches. */
export const unreachableWords: Bilingual = { ja: 'メールが届きません', en: 'Mail doesn’t reach them' };

/** Lines to write on, for people who were not on the list. */
const blankLines = 5;

/** A box to tick for each head; ticked for who is there already. */
const Boxes: FC<{ heads: number; came?: number | undefined }> = ({ heads, came = 0 }) => (
  <>
    {Array.from({ length: heads }, (_, index) => (
      <span class="box">{index < came ? '✓' : ''}</span>
    ))}
  </>
);

const Lines: FC<{ language: Language; caption: string; attendees: readonly Attendee[]; asks: boolean }> = ({
  language,
  caption,
  attendees,
  asks,
}) => (
  <table>
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{texts.box[language]}</th>
        <th scope="col">{texts.name[language]}</th>
        <th scope="col">{texts.heads[language]}</th>
        <th scope="col">{texts.needs[language]}</th>
        {asks ? <th scope="col">{texts.reply[language]}</th> : null}
      </tr>
    </thead>
    <tbody>
      {attendees.map(({ name, nameKana, party, needs, reply, came, unreachable }) => (
        <tr>
          <td>
            <Boxes heads={party} came={came} />
          </td>
          <th scope="row">
            {name}
            {nameKana ? <small>{nameKana}</small> : null}
            {unreachable ? <small>{unreachableWords[language]}</small> : null}
          </th>
          <td>{party}</td>
          <td>{needs}</td>
          {asks ? <td>{reply}</td> : null}
        </tr>
      ))}
    </tbody>
  </table>
);

type Sheet = Readonly<{
  language: Language;
  question: string | undefined;
  attending: readonly Attendee[];
  others: readonly Attendee[];
}>;

/** The list on paper: boxes to tick, and lines for who comes without a place. */
export const DoorSheet: FC<Sheet> = ({ language, question, attending, others }) => {
  const asks = question !== undefined;
  return (
    <div class="paper">
      {asks ? (
        <p>
          {texts.reply[language]}: {question}
        </p>
      ) : null}
      <Lines language={language} caption={texts.attending[language]} attendees={attending} asks={asks} />
      {others.length > 0 ? (
        <Lines language={language} caption={texts.others[language]} attendees={others} asks={asks} />
      ) : null}
      <table>
        <caption>{texts.walkIns[language]}</caption>
        <tbody>
          {Array.from({ length: blankLines }, () => (
            <tr>
              <td>
                <Boxes heads={1} />
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
