import type { Letter } from '../../domain/dispatch.ts';
import type { Finding } from '../../domain/edition-content.ts';
import { gatheringInWords, gatheringName, submissionName } from '../../domain/gathering-name.ts';
import type { Plan, PlanChange } from '../../domain/gathering-plan.ts';
import type { Language } from '../../domain/language.ts';
import { planInWords, toldFacts } from '../../domain/plan-review-wording.ts';
import { changesInWords } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateAfter, type PlainDate } from '../../domain/time.ts';
import { languagesOf, titlesOf } from '../../domain/variants.ts';
import { asStart, dateInWords, durationInWords } from '../../domain/wording.ts';
import { Terms } from '../../mail/layout.tsx';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { classInWords, type OtherWays, otherWaysToDecide, reviewWords } from '../../mail/review-parts.tsx';
import { terms } from '../../mail/text.ts';
import { ToldArticle, toldParagraphs } from '../../mail/told-text.tsx';

/** What the question to the reviewer is made of. */
type PlanReview = Readonly<{
  policy: Policy;
  number: number;
  submission: number;
  plan: Plan;
  findings: readonly Finding[];
  /** How many would be invited, where they were counted. */
  invited?: number | undefined;
  reviewUrl: string;
  reminder: boolean;
  /** The last date on which a decision counts. */
  closesOn: PlainDate;
  /** Whether an earlier plan is in force. */
  isChange: boolean;
  /** What is different from it; empty where readers are told nothing of that. */
  changed: readonly PlanChange[];
}> &
  Omit<OtherWays, 'stateMachine'>;

/** How often the reviewer is reminded: once a day at most, however short the policy's wait. */
function reminding({ policy, closesOn }: PlanReview, language: Language): string {
  const { remindEvery } = policy.review;
  if (dateAfter(closesOn, remindEvery) <= dateAfter(closesOn, 'P1D')) return language === 'ja' ? '毎日' : 'every day';
  const every = durationInWords(remindEvery, language);
  return language === 'ja' ? `${every}ごとに` : `every ${every}`;
}

function sayings(question: PlanReview, language: Language): Sayings {
  const { policy, number, plan, findings, invited, reminder, closesOn, isChange, changed } = question;
  const gathering = gatheringInWords(number, titlesOf(plan.variants), language);
  const matter = isChange
    ? { ja: `${gathering}の変更が、社外へ伝えて`, en: `a change of ${gathering}` }
    : { ja: `${gathering}が、社外へ案内して`, en: gathering };
  const until = dateInWords(closesOn, language);
  const often = reminding(question, language);
  const what = changesInWords(changed, language);
  const classification = classInWords({ policy, classification: plan.classification, findings }, language);
  const facts = planInWords(plan, { policy, invited }, language);
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}${matter.ja}よいかどうかのご判断を待っています。本文はこのメールの下にあります。${until}までにお決めください。`,
        },
        ...(isChange ? [{ words: `変更になるのは、${what}です。` }] : []),
        { words: isChange ? '変更後の内容' : '開催の内容', terms: facts },
        ...classification,
        {
          words: `ご判断がなければ、${isChange ? 'これまでの内容のまま進みます' : 'どなたにもご案内しません'}。期限まで、${often}お知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? `A reminder: ${matter.en}` : asStart(matter.en)}, waits for your decision on whether outsiders may be told. The text is below. Please decide by ${until}.`,
        },
        ...(isChange ? [{ words: `What would change: ${what}.` }] : []),
        { words: isChange ? 'The gathering as it would be after the change:' : 'The gathering:', terms: facts },
        ...classification,
        {
          words: `If nobody decides, ${isChange ? 'it goes on as it was' : 'nobody is invited'}. Until then we’ll remind you ${often}.`,
          quiet: true,
        },
      ];
}

/** The plan in each of its languages, with what its readers are told beside the text. */
function articlesOf({ plan, policy, number, submission }: PlanReview) {
  return languagesOf(plan.variants).flatMap((language) => {
    const text = plan.variants[language];
    if (!text) return [];
    const { title, blocks } = text;
    const label = submissionName(number, submission, language);
    return [{ language, label, title, blocks, facts: toldFacts(plan, policy, language) }];
  });
}

/** Asks the reviewer whether a gathering may be announced or changed, in Japanese and English, with its whole text. */
export function planReviewLetter(question: PlanReview): Letter {
  const { policy, number, reminder, reviewUrl, isChange } = question;
  const articles = articlesOf(question);
  const ways = otherWaysToDecide({ ...question, stateMachine: 'okaeri-decide-gathering' });
  return letterToStaff({
    policy,
    to: 'reviewer',
    topic: {
      ja: `${gatheringName(number, 'ja')}${isChange ? 'の変更' : ''}のご確認${reminder ? '(再)' : ''}`,
      en: `Please review ${isChange ? 'a change of ' : ''}${gatheringName(number, 'en')}${reminder ? ' (reminder)' : ''}`,
    },
    stop: reviewWords.stop,
    say: (language) => sayings(question, language),
    action: { label: reviewWords.label, url: reviewUrl },
    more: {
      html: (
        <>
          {articles.map(({ facts, ...article }) => (
            <ToldArticle {...article}>
              <Terms terms={facts} />
            </ToldArticle>
          ))}
          {ways.html}
        </>
      ),
      paragraphs: [
        ...articles.flatMap(({ facts, language, ...article }) => [
          ...toldParagraphs(article, language),
          terms(facts, language),
        ]),
        ...ways.paragraphs,
      ],
    },
  });
}
