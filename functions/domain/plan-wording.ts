import { isAllDay, type Plan, type PlanChange } from './gathering-plan.ts';
import type { Bilingual, Language } from './language.ts';
import { moneyInWords } from './money.ts';
import type { Policy } from './policy.ts';
import { variantFor } from './variants.ts';
import { asStart, dateInWords, oneLine, titleInWords } from './wording.ts';

/** A plan as its readers see it: when, where, what it costs, who is there. */

/** Time zones by the name that people give them; others by their own. */
export const zoneNames: Readonly<Record<string, Bilingual>> = {
  'Asia/Tokyo': { ja: '日本時間', en: 'Japan time' },
  'Asia/Singapore': { ja: 'シンガポール時間', en: 'Singapore time' },
  'Europe/London': { ja: 'ロンドン時間', en: 'London time' },
  'Europe/Berlin': { ja: 'ベルリン時間', en: 'Berlin time' },
  'America/New_York': { ja: 'ニューヨーク時間', en: 'New York time' },
  'America/Los_Angeles': { ja: 'ロサンゼルス時間', en: 'Los Angeles time' },
};

/** Whether people meet somewhere, with a door at which they are checked in. */
export function hasDoor(plan: Plan, language: Language): boolean {
  return variantFor(plan.variants, language)?.place !== undefined;
}

/** When it is: 2027年3月12日(金) 18:30から20:30まで(日本時間); 12 March 2027, 18:30 to 20:30 (Japan time). */
export function whenInWords(plan: Plan, language: Language): string {
  const [from = '', starts] = plan.start.split('T');
  const [to = '', ends] = plan.end.split('T');
  const first = dateInWords(from, language);
  const last = dateInWords(to, language);
  if (isAllDay(plan) || !starts || !ends) {
    if (from === to) return first;
    return language === 'ja' ? `${first}から${last}まで` : `${first} to ${last}`;
  }
  const zone = zoneNames[plan.timeZone]?.[language] ?? plan.timeZone;
  const until = from === to ? ends : `${last}${language === 'ja' ? ' ' : ', '}${ends}`;
  return language === 'ja'
    ? `${first} ${starts}から${until}まで(${zone})`
    : `${first}, ${starts} to ${until} (${zone})`;
}

/**
 * Where it is.
 * @param comes whether it is somebody who comes, and may know the address of an online gathering
 */
export function whereInWords(plan: Plan, language: Language, { comes }: { comes: boolean }): string {
  const place = variantFor(plan.variants, language)?.place?.text;
  const online = plan.url
    ? comes
      ? oneLine(plan.url.text)
      : language === 'ja'
        ? 'オンライン(ご参加の方にアドレスをお知らせします)'
        : 'Online (the address goes to those who come)'
    : undefined;
  return [place && oneLine(place), online].filter(Boolean).join(' / ');
}

/** What each person pays at the door: お一人 5,000円; JPY 5,000 a person. */
function feeInWords({ fee }: Plan, policy: Policy, language: Language): string {
  if (!fee) return language === 'ja' ? 'なし' : 'None';
  const amount = moneyInWords(fee, policy.company.currency, language);
  return language === 'ja' ? `お一人 ${amount}` : `${amount} a person`;
}

/** How many come: お一人, ご本人とお連れの方2名; you alone, you and 2 guests. */
export function partyInWords(party: number, language: Language): string {
  const guests = party - 1;
  if (guests === 0) return language === 'ja' ? 'お一人' : 'you alone';
  if (language === 'ja') return `ご本人とお連れの方${guests}名`;
  return `you and ${guests} guest${guests === 1 ? '' : 's'}`;
}

/** A plan by its title, in quotes. */
export function titleOf(plan: Plan, language: Language): string {
  return titleInWords(variantFor(plan.variants, language)?.title ?? '', language);
}

/** A fact of a gathering by its name; those that a change may concern have a key. */
export type Fact = { key?: 'when' | 'where' | 'fee' | 'deadline'; term: string; text: string };

/** When, where and what it costs, and who of the company is there, as every mail and page lists them. */
export function factsInWords(plan: Plan, policy: Policy, language: Language, { comes }: { comes: boolean }): Fact[] {
  const names = plan.hosts.map(({ name }) => oneLine(name));
  const ja = language === 'ja';
  const where = whereInWords(plan, language, { comes });
  return [
    { key: 'when', term: ja ? '日時' : 'When', text: whenInWords(plan, language) },
    ...(where ? [{ key: 'where', term: ja ? '場所' : 'Where', text: where } as const] : []),
    { key: 'fee', term: ja ? '会費' : 'Fee', text: feeInWords(plan, policy, language) },
    ...(names.length > 0
      ? [{ term: ja ? '社内からの参加者' : 'From the company', text: names.join(ja ? '、' : ', ') }]
      : []),
  ];
}

/** Who comes with an answer, beside the other facts. */
export function partyFact(party: number, language: Language): Fact {
  const words = partyInWords(party, language);
  return language === 'ja' ? { term: '人数', text: words } : { term: 'For', text: asStart(words) };
}

const changes: Readonly<Record<PlanChange | 'inside', Bilingual>> = {
  when: { ja: '日時', en: 'the time' },
  where: { ja: '場所', en: 'the place' },
  fee: { ja: '会費', en: 'the fee' },
  deadline: { ja: 'お返事の期限', en: 'the last day to answer' },
  other: { ja: 'ご案内の内容', en: 'the details' },
  inside: {
    ja: '定員・予算・対象・再案内・担当・分類のいずれか',
    en: 'capacity, budget, audience, reminders, staff or classification',
  },
};

/** What is different in a later plan; where its readers hear of nothing, what else that may be. */
export function changesInWords(changed: readonly PlanChange[], language: Language): string {
  const words = (changed.length > 0 ? changed : (['inside'] as const)).map((what) => changes[what][language]);
  if (language === 'ja') return words.join(words.length === 2 ? 'と' : '、');
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');
}
