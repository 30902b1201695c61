import type { FC } from 'hono/jsx';
import type { EditionContent, Finding } from '../../domain/edition-content.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { languagesOf } from '../../domain/variants.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage } from '../../web/layout.tsx';
import { Classification, Decision, Findings, type ReviewProblem, Spoken } from '../../web/review-parts.tsx';
import { partId, partOf, ToldText } from '../../web/told-text.tsx';
import { audienceInWords } from '../wording.ts';

const texts = {
  lead: {
    ja: 'このアルムナイ通信が社外に出してよい内容かどうか、お決めください。承認されるまで、どなたにもお送りしません。',
    en: 'Please decide whether this edition may go outside the company. Until it’s approved, it isn’t sent to anybody.',
  },
  audience: { ja: 'お届け先', en: 'Who gets it' },
  read: { ja: 'お届けする内容', en: 'As it will read' },
} as const satisfies Record<string, Bilingual>;

/** The id of the part in which something was found. */
function partFoundIn({ variants }: EditionContent, { language, line }: Finding): string | undefined {
  const variant = variants[language];
  return variant && partId(language, partOf(variant, line));
}

/** The edition in each of its languages, with the parts marked in which the scan found something. */
const Texts: FC<Readonly<{ language: Language; content: EditionContent; findings: readonly Finding[] }>> = ({
  language,
  content,
  findings,
}) => {
  const marked = new Set(findings.flatMap((finding) => partFoundIn(content, finding) ?? []));
  return (
    <>
      {languagesOf(content.variants).map((spoken) => {
        const variant = content.variants[spoken];
        return variant ? (
          <section>
            <Spoken language={language} spoken={spoken} />
            <ToldText language={spoken} variant={variant} marked={marked} />
          </section>
        ) : null;
      })}
    </>
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
        <Findings language={language} findings={findings} partOf={(finding) => partFoundIn(content, finding)} />
        <h2>{texts.read[language]}</h2>
        <Texts language={language} content={content} findings={findings} />
        <Decision language={language} problem={problem} note={note} />
      </>
    ),
  });
}
