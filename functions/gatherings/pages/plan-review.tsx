import type { FC } from 'hono/jsx';
import type { Finding } from '../../domain/edition-content.ts';
import { gatheringInWords, submissionName } from '../../domain/gathering-name.ts';
import type { Plan, PlanChange } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { planInWords, type ToldFact, toldFacts } from '../../domain/plan-review-wording.ts';
import { changesInWords } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import type { PlainDate } from '../../domain/time.ts';
import { languagesOf, titlesOf } from '../../domain/variants.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, Terms } from '../../web/layout.tsx';
import { Classification, Decision, Findings, type ReviewProblem, Spoken } from '../../web/review-parts.tsx';
import { partId, partOf, ToldText } from '../../web/told-text.tsx';

const texts = {
  lead: {
    ja: 'この交流会を社外に案内してよいかどうか、お決めください。承認されるまで、どなたにもご案内しません。',
    en: 'Please decide whether people outside the company may be invited to this gathering. Until it’s approved, nobody is.',
  },
  leadOfChange: {
    ja: 'すでに承認された交流会の変更です。社外に伝えてよいかどうか、お決めください。',
    en: 'This changes a gathering that was approved before. Please decide whether outsiders may be told.',
  },
  toldOfChange: {
    ja: '承認されると、ご案内した方に変更をお知らせします。',
    en: 'Once it’s approved, those who had been invited hear of it.',
  },
  plan: { ja: '開催の内容', en: 'The gathering' },
  planOfChange: { ja: '変更後の内容', en: 'The gathering after the change' },
  read: { ja: 'ご案内する内容', en: 'As it will read' },
} as const satisfies Record<string, Bilingual>;

function untilInWords(closesOn: PlainDate, isChange: boolean, language: Language): string {
  const until = dateInWords(closesOn, language);
  if (language === 'ja')
    return `${until}まで受け付けます。それまでに承認されなければ、${isChange ? 'これまでの内容のまま進みます' : 'ご案内しません'}。`;
  return `You can decide until ${until}. Without an approval by then, ${isChange ? 'the gathering goes on as it was' : 'nobody is invited'}.`;
}

function changedInWords(changed: readonly PlanChange[], language: Language): string {
  const what = changesInWords(changed, language);
  const words = language === 'ja' ? [`変更になるのは、${what}です。`] : [`What would change: ${what}.`];
  // Of some changes those who were invited are told nothing.
  return [...words, ...(changed.length > 0 ? [texts.toldOfChange[language]] : [])].join(language === 'ja' ? '' : ' ');
}

type Reviewed = Readonly<{ policy: Policy; plan: Plan }>;

function factId(language: Language, index: number): string {
  return `${language}-fact-${index}`;
}

/** The id of the part, or of the fact beside the text, in which something was found. */
function partFoundIn({ policy, plan }: Reviewed, { language, line }: Finding): string | undefined {
  const text = plan.variants[language];
  if (!text) return undefined;
  const fact = toldFacts(plan, policy, language).findIndex(({ lines }) => lines.includes(line));
  return fact < 0 ? partId(language, partOf(text, line)) : factId(language, fact);
}

/** Each fact with a mark where something was found in it. */
const Facts: FC<{ language: Language; facts: readonly ToldFact[]; marked: ReadonlySet<string> }> = ({
  language,
  facts,
  marked,
}) => (
  <dl>
    {facts.map(({ term, text }, index) => {
      const id = factId(language, index);
      return (
        <div id={id} class={marked.has(id) ? 'marked' : undefined}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      );
    })}
  </dl>
);

/** The plan in each of its languages, with the parts marked in which the scan found something. */
const Texts: FC<Reviewed & Readonly<{ language: Language; findings: readonly Finding[] }>> = ({
  language,
  policy,
  plan,
  findings,
}) => {
  const marked = new Set(findings.flatMap((finding) => partFoundIn({ policy, plan }, finding) ?? []));
  return (
    <>
      {languagesOf(plan.variants).map((spoken) => {
        const text = plan.variants[spoken];
        return text ? (
          <section>
            <Spoken language={language} spoken={spoken} />
            <ToldText language={spoken} variant={text} marked={marked}>
              <Facts language={spoken} facts={toldFacts(plan, policy, spoken)} marked={marked} />
            </ToldText>
          </section>
        ) : null;
      })}
    </>
  );
};

/** What the review page of a plan shows. */
type PlanReviewPage = PageContext &
  Readonly<{
    number: number;
    submission: number;
    plan: Plan;
    findings: readonly Finding[];
    /** How many would be invited, where they were counted. */
    invited?: number | undefined;
    /** The last date on which a decision counts. */
    closesOn: PlainDate;
    /** Whether an earlier plan is in force. */
    isChange: boolean;
    /** What is different from it; empty where readers are told nothing of that. */
    changed: readonly PlanChange[];
    problem?: ReviewProblem | undefined;
    /** Kept when something is wrong with it. */
    note?: string | undefined;
  }>;

/** A plan before anybody hears of it, with all that a reviewer needs to decide, and two buttons of the same size. */
export function planReviewPage({
  language,
  policy,
  number,
  submission,
  plan,
  findings,
  invited,
  closesOn,
  isChange,
  changed,
  problem,
  note,
}: PlanReviewPage): string {
  const gathering = gatheringInWords(number, titlesOf(plan.variants), language);
  return renderPage({
    language,
    policy,
    title:
      language === 'ja'
        ? `${gathering}${isChange ? 'の変更' : ''}のご確認`
        : `Please review ${isChange ? 'a change of ' : ''}${gathering}`,
    invalid: problem !== undefined,
    children: (
      <>
        {submission > 1 ? <p class="quiet">{submissionName(number, submission, language)}</p> : null}
        <p>{(isChange ? texts.leadOfChange : texts.lead)[language]}</p>
        {isChange ? <p>{changedInWords(changed, language)}</p> : null}
        <p>{untilInWords(closesOn, isChange, language)}</p>
        <h2>{(isChange ? texts.planOfChange : texts.plan)[language]}</h2>
        <Terms terms={planInWords(plan, { policy, invited }, language)} />
        <Classification language={language} policy={policy} name={plan.classification} />
        <Findings
          language={language}
          findings={findings}
          partOf={(finding) => partFoundIn({ policy, plan }, finding)}
        />
        <h2>{texts.read[language]}</h2>
        <Texts language={language} policy={policy} plan={plan} findings={findings} />
        <Decision language={language} problem={problem} note={note} />
      </>
    ),
  });
}
