import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';

/** Whether the informal talk was held: nothing else of it is recorded. */

const texts = {
  title: { ja: 'カジュアル面談は行われましたか', en: 'Was the informal talk held?' },
  note: {
    ja: '行われたかどうかだけを記録します。話の内容は、どこにも記録しません。お答えのあと、条件を示すかどうかの判断へ進みます。',
    en: 'Only whether it was held is recorded; what was talked about is recorded nowhere. After your answer, the decision on an offer is asked for.',
  },
  held: { ja: '行いました', en: 'It was held' },
  notHeld: { ja: '行いませんでした', en: 'It wasn’t held' },
} as const satisfies Record<string, Bilingual>;

const noAnswer: Bilingual = {
  ja: 'お答えを受け取れませんでした。どちらかを押してください。',
  en: 'No answer arrived. Press one of the two.',
};

/** Posts `talk=held` or `talk=not held`. */
export const TalkForm: FC<{ language: Language; isUnanswered: boolean }> = ({ language, isUnanswered }) => {
  const ids = isUnanswered ? 'talk-problem talk-note' : 'talk-note';
  return (
    <form method="post">
      <h2>{texts.title[language]}</h2>
      <p id="talk-note">{texts.note[language]}</p>
      {isUnanswered ? (
        <p class="problem" id="talk-problem">
          {noAnswer[language]}
        </p>
      ) : null}
      <div class="actions">
        <button type="submit" name="talk" value="held" aria-describedby={ids}>
          {texts.held[language]}
        </button>
        <button
          type="submit"
          name="talk"
          value="not held"
          class="other"
          autofocus={isUnanswered}
          aria-describedby={ids}
        >
          {texts.notHeld[language]}
        </button>
      </div>
    </form>
  );
};
