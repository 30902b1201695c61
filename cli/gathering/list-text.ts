import type { Gathering } from '../../functions/domain/gathering.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { languages } from '../../functions/domain/language.ts';
import { whenInWords } from '../../functions/domain/plan-wording.ts';
import { titlesOf } from '../../functions/domain/variants.ts';
import { dateInWords, oneLine } from '../../functions/domain/wording.ts';
import { deciders } from '../submission/review.ts';
import { localTime } from '../time.ts';

/** How gatherings are listed. */

type Review = NonNullable<Gathering['decided']>;
type ListedReview = Pick<Review, 'outcome' | 'at' | 'by' | 'note'>;

/** One gathering in the list; of one that was refused at once, no plan is left. */
export type ListedGathering = Pick<Gathering, 'number' | 'status' | 'cost'> &
  Partial<Pick<Plan, 'classification' | 'start' | 'end' | 'timeZone' | 'deadline' | 'capacity'>> & {
    titles: Review['titles'];
    /** Of a plan that waits for its reviewer. */
    submittedOn?: string;
    decided?: ListedReview;
  };

/** What of a gathering is listed; its text and the key of its execution stay where they are. */
export function listedGathering(gathering: Gathering): ListedGathering {
  const { number, status, cost, draft, decided } = gathering;
  return {
    number,
    status,
    titles: titlesIn(gathering),
    ...listedPlan(planOf(gathering)),
    ...(cost !== undefined && { cost }),
    ...(draft && { submittedOn: draft.submittedOn }),
    ...(decided && { decided: listedReview(decided) }),
  };
}

function listedPlan(plan: Plan | undefined): Partial<ListedGathering> {
  if (!plan) return {};
  const { classification, start, end, timeZone, deadline, capacity } = plan;
  return { classification, start, end, timeZone, deadline, capacity };
}

function listedReview({ outcome, at, by, note }: Review): ListedReview {
  return { outcome, at, by, ...(note && { note }) };
}

/** The plan in force, or else the one that is to be. */
function planOf({ plan, draft }: Gathering): Plan | undefined {
  return plan ?? draft?.plan;
}

/** Of one that was refused at once, the review knows them still. */
function titlesIn(gathering: Gathering): ListedGathering['titles'] {
  const plan = planOf(gathering);
  return plan ? titlesOf(plan.variants) : (gathering.decided?.titles ?? {});
}

/** The gatherings for people, in the order given. */
export function gatheringsText(gatherings: readonly Gathering[], timeZone: string): string {
  if (gatherings.length === 0) return 'There is no gathering yet; "gathering publish FILE" submits one.';
  return gatherings.flatMap((gathering) => linesOf(gathering, timeZone)).join('\n');
}

function linesOf(gathering: Gathering, timeZone: string): string[] {
  const { number, status, done, decided, draft } = gathering;
  const plan = planOf(gathering);
  const titles = titlesIn(gathering);
  const note = decided?.note ? `: ${oneLine(decided.note)}` : '';
  return [
    `${number}  ${status}${done.closed ? ', answers closed' : ''}${plan ? `, class ${plan.classification}` : ''}`,
    ...languages.flatMap((language) => (titles[language] ? [`   ${language}: ${oneLine(titles[language])}`] : [])),
    ...(plan ? [`   ${whenInWords(plan, 'en')}; answers until ${dateInWords(plan.deadline, 'en')}`] : []),
    ...(decided ? [`   ${decided.outcome} ${localTime(decided.at, timeZone)} ${deciders[decided.by]}${note}`] : []),
    ...(draft
      ? [`   ${gathering.plan ? 'a changed plan, ' : ''}submitted on ${draft.submittedOn}, waits for its reviewer`]
      : []),
  ];
}
