import { type Plan, placesIn } from '../domain/gathering-plan.ts';
import { factsInWords, titleInWords, whenInWords } from '../domain/gathering-wording.ts';
import { type Language, languages } from '../domain/language.ts';
import { moneyInWords } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { countInWords, dateInWords, oneLine } from '../domain/wording.ts';
import { gatheringAudienceInWords } from './audience-wording.ts';

/** A plan as its reviewer and the admin read of it. */

/** A gathering by its number: 交流会 No. 3, gathering no. 3. */
export function gatheringName(number: number, language: Language): string {
  return language === 'ja' ? `交流会 No. ${number}` : `gathering no. ${number}`;
}

/** A name as a sentence or line begins: Gathering no. 3. */
export function asStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A plan by the number of its gathering, and how often one was submitted for it, where it is not the first. */
export function submissionName(number: number, submission: number, language: Language): string {
  const name = asStart(gatheringName(number, language));
  if (submission === 1) return name;
  return language === 'ja' ? `${name}(${submission}回目の提出)` : `${name}, submission ${submission}`;
}

/**
 * A gathering by its number and title: 交流会 No. 3「…」, gathering no. 3, “…”.
 * @param titles in the languages that it speaks
 */
export function gatheringInWords(
  number: number,
  titles: Readonly<Partial<Record<Language, string | undefined>>>,
  language: Language,
): string {
  const [other = ''] = languages.flatMap((each) => titles[each] ?? []);
  const title = titleInWords(titles[language] ?? other, language);
  return `${gatheringName(number, language)}${language === 'ja' ? '' : ', '}${title}`;
}

/** Its titles, in the languages that it speaks. */
export function titlesOf({ variants: { ja, en } }: Plan): Partial<Record<Language, string>> {
  return { ...(ja && { ja: ja.title }), ...(en && { en: en.title }) };
}

/** What a reader of a plan's text is told beside it, with the lines of the file on which that stands. */
export type ToldFact = Readonly<{ term: string; text: string; lines: readonly number[] }>;

/**
 * When, where, what it costs and who of the company is there, as who comes reads it, and what the organiser asks.
 * @param spoken one of the languages of the plan
 */
export function toldFacts(plan: Plan, policy: Policy, spoken: Language): ToldFact[] {
  const { place, question } = plan.variants[spoken] ?? {};
  const hosts = plan.hosts.map(({ name, line }) => ({ text: name, line }));
  const said = [place, plan.url, question, ...hosts].filter((words) => words !== undefined);
  return [
    ...factsInWords(plan, policy, spoken, { comes: true }),
    ...(question
      ? [{ term: spoken === 'ja' ? '主催者からの質問' : 'The organiser asks', text: oneLine(question.text) }]
      : []),
  ].map(({ term, text }) => ({
    term,
    text,
    lines: said.flatMap((words) => (text.includes(oneLine(words.text)) ? [words.line] : [])),
  }));
}

/**
 * What the company decides about a gathering beside what readers are told.
 * @param invited how many would be invited, where they were counted
 */
export function planInWords(
  plan: Plan,
  { policy, invited }: Readonly<{ policy: Policy; invited?: number | undefined }>,
  language: Language,
): { term: string; text: string }[] {
  const { capacity, hosts, guests, budget, deadline, organiser } = plan;
  const fact = (ja: string, en: string, text: string) => ({ term: language === 'ja' ? ja : en, text });
  const places = countInWords(placesIn(plan));
  const room = countInWords(capacity);
  const ja = language === 'ja';
  return [
    fact('日時', 'When', whenInWords(plan, language)),
    fact('ご案内する方', 'Who is invited', gatheringAudienceInWords(plan, language)),
    ...(invited === undefined
      ? []
      : [
          fact(
            'ご案内する人数',
            'Invitations',
            ja ? `今日の時点で${countInWords(invited)}名` : `${peopleInWords(invited)}, as of today`,
          ),
        ]),
    fact('回答の締切', 'Answers by', dateInWords(deadline, language)),
    fact(
      '定員',
      'Capacity',
      ja
        ? `${room}名(${hosts.length > 0 ? `社内から${hosts.length}名、アルムナイと同伴の方で${places}名` : 'アルムナイと同伴の方'})`
        : `${room} (${hosts.length > 0 ? `${hosts.length} from the company, ${places} ` : ''}alumni and their guests)`,
    ),
    fact(
      '同伴',
      'Guests',
      ja
        ? guests > 0
          ? `お一人につき${guests}名まで`
          : 'なし'
        : guests > 0
          ? `up to ${guests} for each alumnus`
          : 'none',
    ),
    ...(budget === undefined ? [] : [fact('予算', 'Budget', moneyInWords(budget, policy.company.currency, language))]),
    fact('担当', 'Organiser', oneLine(organiser)),
  ];
}

function peopleInWords(count: number): string {
  return count === 1 ? 'one person' : `${countInWords(count)} people`;
}
