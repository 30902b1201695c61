import type { Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { longestWords } from '../../domain/rsvp.ts';
import { dateInWords, titleInWords } from '../../domain/wording.ts';
import { Choice, TextField } from '../../web/fields.tsx';
import { OneButton, type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';
import { tell } from './told.ts';

const texts = {
  title: { ja: '交流会はいかがでしたか', en: 'How was it?' },
  rating: { ja: 'ご感想', en: 'How did you like it?' },
  choose: { ja: '五つのうち、お気持ちに近いものを一つお選びください。', en: 'Choose the one that comes closest.' },
  comment: { ja: 'よかったことや、次回へのご要望', en: 'What was good, and what would you change?' },
  optional: { ja: `任意、${longestWords}文字まで`, en: `optional, up to ${longestWords} characters` },
  seen: {
    ja: 'お答えは、お名前を伏せて、アルムナイ制度の担当者が拝見します。次の交流会に活かし、ご登録の間は記録として残します。',
    en: 'Those who run the alumni programme see your answers, without names, to make the next gathering better. They stay on record while you’re registered.',
  },
  tooLong: {
    ja: `${longestWords}文字を超えています。短くしてから、もう一度お送りください。`,
    en: `This is longer than ${longestWords} characters. Shorten it and send it again.`,
  },
  send: { ja: '感想を送る', en: 'Send' },
  doneTitle: { ja: 'ご感想をありがとうございました', en: 'Thank you for telling us' },
  doneLead: {
    ja: '次の交流会に活かします。またお会いできるのを楽しみにしています。',
    en: 'It helps us to make the next gathering better. We hope to see you again.',
  },
  cancelledTitle: { ja: '交流会は中止になりました', en: 'This gathering was cancelled' },
  cancelledNext: {
    ja: '楽しみにしてくださっていた方には、申し訳ありません。お手続きは必要ありません。',
    en: 'We’re sorry if you were looking forward to it. There’s nothing you need to do.',
  },
  overTitle: { ja: '交流会は終わりました', en: 'This gathering is over' },
  overNext: {
    ja: '次の交流会が決まりましたら、またメールでご案内します。',
    en: 'We’ll write to you when the next one is planned.',
  },
  questions: { ja: 'ご質問があれば、こちらへご連絡ください。', en: 'If you have a question, write to' },
} as const satisfies Record<string, Bilingual>;

/** In the order in which they are shown. */
const ratings: readonly { value: number; label: Bilingual }[] = [
  { value: 5, label: { ja: 'とてもよかった', en: 'Very good' } },
  { value: 4, label: { ja: 'よかった', en: 'Good' } },
  { value: 3, label: { ja: 'どちらともいえない', en: 'All right' } },
  { value: 2, label: { ja: 'あまりよくなかった', en: 'Not so good' } },
  { value: 1, label: { ja: 'よくなかった', en: 'Not good' } },
];

/** Which gathering, and when it was: 「春の夕食会」(2027年3月12日(金)). */
function whichOne(plan: Plan, language: Language): string {
  const title = titleInWords(tell(plan, language).text.title, language);
  const day = dateInWords(plan.start.split('T')[0] ?? '', language);
  return language === 'ja' ? `${day}の${title}` : `${title}, ${day}`;
}

type SurveyPage = PageContext &
  Readonly<{
    plan: Plan;
    /** As typed, or as answered before. */
    rating?: number | undefined;
    comment?: string | undefined;
    problem?: 'choose' | 'too long' | undefined;
    /** The last date on which an answer counts. */
    closesOn: string;
  }>;

/** Who came may say how it was. */
export function surveyPage({ language, policy, plan, rating, comment, problem, closesOn }: SurveyPage): string {
  const until = dateInWords(closesOn, language);
  const which = whichOne(plan, language);
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: problem !== undefined,
    children: (
      <>
        <p>
          {language === 'ja'
            ? `${which}にお越しくださり、ありがとうございました。一つお選びいただくだけで結構です。${until}まで受け付けます。`
            : `Thank you for coming to ${which}. One choice is enough. You can answer until ${until}.`}
        </p>
        <form method="post">
          <Choice
            language={language}
            name="rating"
            legend={texts.rating}
            problem={problem === 'choose' ? texts.choose : undefined}
            isFirst={problem === 'choose'}
            value={rating?.toString()}
            choices={ratings.map(({ value, label }) => ({ value: String(value), label: label[language] }))}
          />
          <TextField
            language={language}
            name="comment"
            label={texts.comment}
            aside={texts.optional}
            note={texts.seen[language]}
            problem={problem === 'too long' ? texts.tooLong : undefined}
            isFirst={problem === 'too long'}
            value={comment}
            rows={4}
          />
          <OneButton>{texts.send[language]}</OneButton>
        </form>
      </>
    ),
  });
}

/** After an answer to the survey. */
export function surveyDonePage({ language, policy, plan }: PageContext & Readonly<{ plan: Plan }>): string {
  return renderPage({
    language,
    policy,
    title: texts.doneTitle[language],
    children: (
      <>
        <Tick />
        <p class="quiet">{whichOne(plan, language)}</p>
        <p>{texts.doneLead[language]}</p>
      </>
    ),
  });
}

type Over = PageContext & Readonly<{ plan: Plan; because: 'cancelled' | 'over' }>;

/** A gathering about which nothing can be answered any more. */
export function gatheringOverPage({ language, policy, plan, because }: Over): string {
  const isCancelled = because === 'cancelled';
  return renderPage({
    language,
    policy,
    title: isCancelled ? texts.cancelledTitle[language] : texts.overTitle[language],
    children: (
      <>
        <p>
          <strong>{whichOne(plan, language)}</strong>
        </p>
        <p>{isCancelled ? texts.cancelledNext[language] : texts.overNext[language]}</p>
        <WriteTo policy={policy} quiet>
          {texts.questions[language]}
        </WriteTo>
      </>
    ),
  });
}
