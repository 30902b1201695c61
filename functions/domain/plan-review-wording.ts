import { type Plan, placesIn } from './gathering-plan.ts';
import type { Language } from './language.ts';
import { moneyInWords } from './money.ts';
import { factsInWords, whenInWords } from './plan-wording.ts';
import type { Policy } from './policy.ts';
import { conditionsInWords } from './review-wording.ts';
import { languagesOf } from './variants.ts';
import { countInWords, dateInWords, oneLine } from './wording.ts';

/** A plan as its reviewer and the admin read of it. */

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
      ? [{ term: spoken === 'ja' ? '幹事からの質問' : 'The organiser asks', text: oneLine(question.text) }]
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
    fact('ご案内する方', 'Who is invited', planAudienceInWords(plan, language)),
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
    fact('幹事', 'Organiser', oneLine(organiser)),
  ];
}

function peopleInWords(count: number): string {
  return count === 1 ? 'one person' : `${countInWords(count)} people`;
}

/** Whom a gathering is for, of those who chose gatherings. */
export function planAudienceInWords(plan: Plan, language: Language): string {
  const { audience } = plan;
  const spoken = languagesOf(plan.variants).filter((each) => audience.languages?.includes(each) ?? true);
  const departments = audience.departments?.map(oneLine).join(language === 'ja' ? '、' : ' or ');
  const conditions = [
    ...conditionsInWords(audience, spoken, language),
    ...(departments
      ? [language === 'ja' ? `所属していた部署が${departments}` : `worked in department ${departments}`]
      : []),
  ];
  if (conditions.length === 0)
    return language === 'ja' ? '交流会のご案内を選んだ方すべて' : 'everybody who chose invitations to gatherings';
  return language === 'ja'
    ? `交流会のご案内を選んだ方のうち、次のすべてに当たる方: ${conditions.join(' / ')}`
    : `those who chose invitations to gatherings and are all of this: ${conditions.join('; ')}`;
}
