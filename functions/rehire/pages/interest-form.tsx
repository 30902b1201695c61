import type { FC } from 'hono/jsx';
import type { Bilingual } from '../../domain/language.ts';
import { allowedKinds } from '../../domain/return-conditions.ts';
import { kindInWords, returnConditionsInWords } from '../../domain/return-conditions-wording.ts';
import { dateAfter, type PlainDate } from '../../domain/time.ts';
import { asStart, durationInWords } from '../../domain/wording.ts';
import { Choice, TextField } from '../../web/fields.tsx';
import { OneButton, type PageContext, renderPage } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';
import { NotMailed, PastCases, type PastCasesOf } from './interest-parts.tsx';
import { formTexts } from './texts.ts';

const texts = {
  title: { ja: '復帰のご相談', en: 'Talk about coming back' },
  lead: {
    ja: 'また一緒に働くことをお考えでしたら、お聞かせください。どの契約でも、同じように歓迎します。お送りいただいても、まだ何も決まりません。初日の前日までは、いつでも取り下げられます。',
    en: 'If you’re thinking of working with us again, tell us here. Whatever the kind of contract, you’re equally welcome. Sending this decides nothing yet, and you can take it back until the day before you start.',
  },
  conditions: { ja: '復帰の条件', en: 'The conditions for coming back' },
  unmet: {
    ja: '合わないところがあっても、ご相談いただけます。人事担当が拝見してから、お返事します。',
    en: 'If one of them isn’t met, you can still ask. Somebody from HR looks at it before we answer.',
  },
  kind: { ja: 'ご希望の契約', en: 'Kind of contract you’d like' },
  from: { ja: 'いつから', en: 'From when' },
  talk: { ja: 'カジュアル面談', en: 'An informal talk' },
  wanted: { ja: 'まず、気軽に話してみたいです', en: 'I’d like to talk first' },
  talkNote: {
    ja: '採用担当と、仕事や近況をざっくばらんにお話しする場です。選考ではありません。記録に残すのは、面談をしたかどうかだけです。',
    en: 'A relaxed conversation with our recruiting team about the work and about you. It isn’t an interview; all that we record is whether it took place.',
  },
  since: { ja: '退職されてからのこと', en: 'What you’ve done since' },
  sinceNote: {
    ja: 'これからのお仕事に関わりそうなことがあれば、お書きください。退職の理由やいきさつをうかがうことはありません。空欄でも、ご不利にはなりません。今の勤務先などの秘密は、書かないでください。',
    en: 'Anything that may matter for the work ahead. Nobody will ask you to justify having left, and leaving this empty doesn’t count against you. Please leave out secrets of your present employer or others.',
  },
  'too often': {
    ja: '短いあいだに、何度かご相談をいただいています。続きは、お問い合わせ先へ直接ご連絡ください。',
    en: 'You’ve asked several times within a short while. Please write to us directly to talk about it.',
  },
  again: {
    ja: 'お手数ですが、もう一度ボタンを押してください。入力内容は残っています。',
    en: 'Please press the button once more. What you entered is still here.',
  },
  send: { ja: '復帰を相談する', en: 'Send my request' },
} as const satisfies Record<string, Bilingual>;

/** In the order in which they are shown. */
const fields = ['kind', 'from', 'since'] as const;
type InterestField = (typeof fields)[number];
type InterestProblem = 'missing' | 'unreadable' | 'past' | 'too long';

export type InterestForm = PageContext &
  PastCasesOf &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    /** Today. */
    date: PlainDate;
    /** By which a form that comes twice is known. */
    form: string;
    /** News of it can be mailed. */
    isMailed: boolean;
    typed?: Readonly<Partial<Record<InterestField | 'talk', string>>>;
    wrong?: Readonly<Partial<Record<InterestField, InterestProblem>>>;
    /** Nothing was taken, though nothing is wrong with a field. */
    refused?: 'again' | 'too often';
  }>;

/** A day in half a year, as it is to be written. */
function exampleOf(date: PlainDate): string {
  return `${dateAfter(date, 'P6M').slice(0, 8)}01`;
}

function problemWithDate(problem: InterestProblem | undefined, date: PlainDate): Bilingual | undefined {
  if (!problem) return undefined;
  if (problem === 'past') {
    return {
      ja: '過ぎた日付です。今日以降の日付にするか、空欄にしてください。',
      en: 'This date is in the past. Enter today or a later one, or leave it empty.',
    };
  }
  return {
    ja: `日付として読み取れません。${exampleOf(date)} のように、年月日をお書きください。`,
    en: `This can’t be read as a date. Write year, month and day, like ${exampleOf(date)}.`,
  };
}

/** A day, as text: what a browser's own field cannot read, it would not keep. */
const FromField: FC<InterestForm & { isFirst: boolean }> = ({ language, date, typed, wrong, isFirst }) => {
  const problem = problemWithDate(wrong?.from, date);
  return (
    <p class="field">
      <label for="from">
        {texts.from[language]}
        <small>{` (${formTexts.optional[language]})`}</small>
      </label>
      <small id="from-note">
        {language === 'ja'
          ? `${exampleOf(date)} のように、年月日をお書きください。まだ決まっていなければ、空欄でかまいません。`
          : `Year, month and day, like ${exampleOf(date)}. Leave it empty if you don’t know yet.`}
      </small>
      {problem ? (
        <span class="problem" id="from-problem">
          {problem[language]}
        </span>
      ) : null}
      <input
        type="text"
        id="from"
        name="from"
        autocomplete="off"
        value={typed?.from}
        autofocus={isFirst}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'from-problem from-note' : 'from-note'}
      />
    </p>
  );
};

const TalkField: FC<InterestForm> = ({ language, typed }) => (
  <fieldset>
    <legend>
      {texts.talk[language]}
      <small>{` (${formTexts.optional[language]})`}</small>
    </legend>
    <label class="choice">
      <input type="checkbox" name="talk" value="yes" checked={typed?.talk === 'yes'} />
      <span>
        <strong>{texts.wanted[language]}</strong> {texts.talkNote[language]}
      </span>
    </label>
  </fieldset>
);

/** Who sees it, how long it is kept, and what stays. */
function keptInWords({ policy, language }: PageContext): string {
  const until = durationInWords(policy.retention.returns, language);
  return language === 'ja'
    ? `ご覧になるのは、人事と採用の担当者、復帰について判断する担当者だけです。お書きいただいたことは、ご相談が終わってから${until}で消去します。日付と契約の種類、結果は、記録として残ります。`
    : `It’s seen by HR, by our recruiting team and by those who decide about returns, and by nobody else. What you write is deleted ${until} after your request is over; the dates, the kind of contract and the outcome stay on record.`;
}

/** A short form for who thinks of coming back, with the conditions. */
export function interestFormPage(page: InterestForm): string {
  const { language, policy, address, form, past, isMailed, typed, wrong = {}, refused } = page;
  const first = fields.find((field) => wrong[field]);
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: first !== undefined || refused !== undefined,
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <ForAddress language={language} address={address} />
        {isMailed ? null : <NotMailed language={language} />}
        {refused ? (
          <p class="problem" role="alert">
            {texts[refused][language]}
          </p>
        ) : null}
        {/* Percent-encoded, a long Japanese text would be three times its size. */}
        <form method="post" enctype="multipart/form-data" novalidate>
          <input type="hidden" name="form" value={form} autocomplete="off" />
          <Choice
            language={language}
            name="kind"
            legend={texts.kind}
            problem={wrong.kind && formTexts.chooseOne}
            isFirst={first === 'kind'}
            value={typed?.kind}
            choices={allowedKinds(policy).map((kind) => ({ value: kind, label: asStart(kindInWords(kind, language)) }))}
          />
          <FromField {...page} isFirst={first === 'from'} />
          <TalkField {...page} />
          <TextField
            language={language}
            name="since"
            label={texts.since}
            aside={formTexts.optionalText}
            note={texts.sinceNote[language]}
            problem={wrong.since && formTexts.tooLong}
            isFirst={first === 'since'}
            value={typed?.since}
            rows={5}
          />
          <h2>{texts.conditions[language]}</h2>
          <ul>
            {returnConditionsInWords(policy, language).map((condition) => (
              <li>{condition}</li>
            ))}
          </ul>
          <p>{texts.unmet[language]}</p>
          <p class="quiet">{keptInWords(page)}</p>
          <OneButton>{texts.send[language]}</OneButton>
        </form>
        <PastCases language={language} policy={policy} past={past} />
      </>
    ),
  });
}
