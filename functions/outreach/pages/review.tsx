import type { FC } from 'hono/jsx';
import { type EditionContent, type Finding, languagesOf } from '../../domain/edition-content.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage } from '../../web/layout.tsx';
import { audienceInWords, findingInWords } from '../wording.ts';
import { EditionText, partId, partOf } from '../../web/told-text.tsx';

const texts = {
  lead: {
    ja: 'このアルムナイ通信が社外に出してよい内容かどうか、お決めください。承認されるまで、どなたにもお送りしません。',
    en: 'Please decide whether this edition may go outside the company. Until it’s approved, it isn’t sent to anybody.',
  },
  audience: { ja: 'お届け先', en: 'Who gets it' },
  classification: { ja: '分類', en: 'Classification' },
  maySay: { ja: '書いてよいこと(例)', en: 'May be said, for example' },
  mayNotSay: { ja: '書けないこと(例)', en: 'May not be said, for example' },
  ask: { ja: '先に確かめること(例)', en: 'To be asked about first, for example' },
  unknownClass: {
    ja: 'この分類は、今の運用規程にありません。',
    en: 'The programme’s rules don’t have this class any more.',
  },
  notShareable: {
    ja: '今の運用規程では、この分類のものは社外に出せません。',
    en: 'By the programme’s rules, nothing of this class may go out.',
  },
  scan: { ja: '自動の点検の結果', en: 'What the scan found' },
  nothing: {
    ja: '自動の点検では、何も見つかりませんでした。意味までは点検できないため、本文をお読みになってご判断ください。',
    en: 'The scan found nothing. It can’t judge meaning, so please read the text all the same.',
  },
  read: { ja: 'お届けする内容', en: 'As it will read' },
  decide: { ja: 'ご判断', en: 'Your decision' },
  note: { ja: '担当者へのひとこと', en: 'A note to the programme’s people' },
  optional: { ja: '(任意、500文字まで)', en: '(optional, up to 500 characters)' },
  kept: {
    ja: 'ご判断と一緒に記録し、担当者にもメールで伝えます。承認しない場合も、理由を書く必要はありません。',
    en: 'It’s kept with your decision and mailed to them. You don’t need to give a reason, whatever you decide.',
  },
  approve: { ja: '承認する', en: 'Approve' },
  refuse: { ja: '承認しない', en: 'Don’t approve' },
} as const satisfies Record<string, Bilingual>;

/** What kept a decision from being taken. */
type ReviewProblem = 'note too long' | 'leak' | 'not shareable';

const problems: Readonly<Record<ReviewProblem, Bilingual>> = {
  'note too long': {
    ja: 'ひとことが500文字を超えています。短くしてから、もう一度お決めください。',
    en: 'The note is longer than 500 characters. Shorten it and decide again.',
  },
  leak: {
    ja: '社外に出せない箇所があるため、承認できません。上の「自動の点検の結果」をご覧ください。',
    en: 'This can’t be approved, since the scan found something in it that must not leave the company. See above.',
  },
  'not shareable': {
    ja: '今の運用規程では、この分類のものを社外に出せないため、承認できません。',
    en: 'This can’t be approved: by the programme’s rules, nothing of its class may go out.',
  },
};

const variantNames: Readonly<Record<Language, Bilingual>> = {
  ja: { ja: '日本語版', en: 'In Japanese' },
  en: { ja: '英語版', en: 'In English' },
};

const Examples: FC<{ title: Bilingual; language: Language; examples: readonly Bilingual[] | undefined }> = ({
  title,
  language,
  examples = [],
}) =>
  examples.length > 0 ? (
    <>
      <h3 class="minor-heading">{title[language]}</h3>
      <ul>
        {examples.map((example) => (
          <li>{example[language]}</li>
        ))}
      </ul>
    </>
  ) : null;

/** A class with what the policy says of it. */
const Classification: FC<{ language: Language; policy: Policy; name: string }> = ({ language, policy, name }) => {
  const { classes } = policy.disclosure;
  const rules = Object.hasOwn(classes, name) ? classes[name] : undefined;
  return (
    <>
      <h2>
        {texts.classification[language]}: {name}
      </h2>
      {rules ? null : <p class="problem">{texts.unknownClass[language]}</p>}
      {rules?.shareable === false ? <p class="problem">{texts.notShareable[language]}</p> : null}
      <Examples title={texts.maySay} language={language} examples={rules?.maySay} />
      <Examples title={texts.mayNotSay} language={language} examples={rules?.mayNotSay} />
      <Examples title={texts.ask} language={language} examples={rules?.ask} />
    </>
  );
};

type Scanned = Readonly<{ language: Language; content: EditionContent; findings: readonly Finding[] }>;

/** What the scan found, each with its line and a way to the part of the text where it stands. */
const Findings: FC<Scanned> = ({ language, content, findings }) =>
  findings.length === 0 ? (
    <p>{texts.nothing[language]}</p>
  ) : (
    <ul class="found">
      {findings.map((finding) => {
        const words = findingInWords(finding, language);
        const variant = content.variants[finding.language];
        return (
          <li class={finding.severity === 'refuse' ? 'problem' : undefined}>
            {variant ? (
              <a class="tall" href={`#${partId(finding.language, partOf(variant, finding.line))}`}>
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );

/** The edition in each of its languages, with the parts marked in which the scan found something. */
const Texts: FC<Scanned> = ({ language, content, findings }) => (
  <>
    {languagesOf(content).map((spoken) => {
      const variant = content.variants[spoken];
      if (!variant) return null;
      const lines = findings.filter((finding) => finding.language === spoken).map(({ line }) => partOf(variant, line));
      return (
        <section>
          <p class="quiet over">{variantNames[spoken][language]}</p>
          <EditionText language={spoken} variant={variant} marked={new Set(lines)} />
        </section>
      );
    })}
  </>
);

/** What is wrong, as a sentence beside the thing. */
const Problem: FC<{ language: Language; problem: ReviewProblem }> = ({ language, problem }) => (
  <span class="problem" id="problem">
    {problems[problem][language]}
  </span>
);

const Decision: FC<{ language: Language; problem: ReviewProblem | undefined; note: string | undefined }> = ({
  language,
  problem,
  note,
}) => {
  const tooLong = problem === 'note too long';
  const forbidden = problem !== undefined && !tooLong;
  return (
    <form method="post">
      <p class="field">
        <label for="note">
          {texts.note[language]} <small>{texts.optional[language]}</small>
        </label>
        <small id="note-kept">{texts.kept[language]}</small>
        {tooLong ? <Problem language={language} problem={problem} /> : null}
        <textarea
          id="note"
          name="note"
          rows={4}
          autofocus={tooLong}
          aria-invalid={tooLong ? 'true' : undefined}
          aria-describedby={tooLong ? 'problem note-kept' : 'note-kept'}
        >
          {note}
        </textarea>
      </p>
      {forbidden ? (
        <p class="field">
          <Problem language={language} problem={problem} />
        </p>
      ) : null}
      <div class="actions">
        <button type="submit" name="decision" value="approve" aria-describedby={forbidden ? 'problem' : undefined}>
          {texts.approve[language]}
        </button>
        <button type="submit" name="decision" value="refuse" class="other" autofocus={forbidden}>
          {texts.refuse[language]}
        </button>
      </div>
    </form>
  );
};

/** What the review page shows. */
type ReviewPage = PageContext &
  Readonly<{
    number: number;
    content: EditionContent;
    findings: readonly Finding[];
    /** The last date on which a decision counts. */
    closesOn: string;
    problem?: ReviewProblem | undefined;
    /** Kept when something is wrong with it. */
    note?: string | undefined;
  }>;

/** An edition before it goes out, with all that a reviewer needs to decide, and two buttons of the same size. */
export function reviewPage({
  language,
  policy,
  number,
  content,
  findings,
  closesOn,
  problem,
  note,
}: ReviewPage): string {
  const until = dateInWords(closesOn, language);
  return renderPage({
    language,
    policy,
    title: language === 'ja' ? `第${number}号のご確認` : `Please review alumni news no. ${number}`,
    invalid: problem !== undefined,
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <p>
          {language === 'ja'
            ? `${until}まで受け付けます。それまでに承認されなければ、お送りしません。`
            : `You can decide until ${until}. Without an approval by then, this edition isn’t sent.`}
        </p>
        <h2>{texts.audience[language]}</h2>
        <p>{language === 'ja' ? audienceInWords(content, 'ja') : `It goes to ${audienceInWords(content, 'en')}.`}</p>
        <Classification language={language} policy={policy} name={content.classification} />
        <h2>{texts.scan[language]}</h2>
        <Findings language={language} content={content} findings={findings} />
        <h2>{texts.read[language]}</h2>
        <Texts language={language} content={content} findings={findings} />
        <h2>{texts.decide[language]}</h2>
        <Decision language={language} problem={problem} note={note} />
      </>
    ),
  });
}
