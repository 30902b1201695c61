import type { Bilingual, Language } from './language.ts';
import { mostDaysToPay, type Offer, type OfferFault, termNames } from './offer.ts';
import { termHints, termTitles } from './offer-terms-wording.ts';
import type { Policy } from './policy.ts';
import { kindInWords } from './return-conditions-wording.ts';
import type { PlainDate } from './time.ts';
import { dateInWords, oneLine } from './wording.ts';

/** An offer as the alumnus reads it, and what keeps one from being sent, as the recruiter reads it. */

export { termHints, termTitles } from './offer-terms-wording.ts';

export type OfferTerm = { term: string; text: string };

/** Between whom it is; `on`: the day on which it is made. */
export type OfferMaking = Readonly<{ name: string; policy: Policy; on: PlainDate }>;

/** All that an offer says, in order: what follows from its kind, then the terms that were written for it. */
export function offerTerms(offer: Offer, { name, policy, on }: OfferMaking, language: Language): OfferTerm[] {
  const { kind, startsOn, until, daysToPay, terms } = offer;
  const isFreelance = kind === 'freelance';
  const fact = (ja: string, en: string, text: Bilingual) => ({
    term: language === 'ja' ? ja : en,
    text: text[language],
  });
  const day = (date: PlainDate): Bilingual => ({ ja: dateInWords(date, 'ja'), en: dateInWords(date, 'en') });
  const [first, last] = [day(startsOn), until === undefined ? undefined : day(until)];
  const period = last && { ja: `${first.ja}から${last.ja}まで`, en: `${first.en} to ${last.en}` };
  const who = oneLine(name);
  return [
    fact('契約の種類', 'Kind of contract', { ja: kindInWords(kind, 'ja'), en: kindInWords(kind, 'en') }),
    ...(isFreelance
      ? [
          fact('委託する会社', 'Commissioned by', policy.company.name),
          fact('受託される方', 'Commissioned to', { ja: `${who} 様`, en: who }),
          fact('業務委託をする日', 'Day of commission', day(on)),
          fact('開始日', 'First day', first),
          ...(period ? [fact('契約期間', 'Period', period)] : []),
        ]
      : [
          fact('復帰の初日', 'First day', first),
          fact('契約期間', 'Period', period ?? { ja: '期間の定めなし', en: 'no fixed end' }),
        ]),
    ...termNames.flatMap((term) => {
      const text = terms[term]?.trim();
      const said = text ? [{ term: termTitles[term][language], text }] : [];
      if (term !== 'payment day' || !isFreelance || daysToPay === undefined) return said;
      return [...said, fact('受領から支払いまで', 'From receipt to payment', daysInWords(daysToPay))];
    }),
  ];
}

function daysInWords(daysToPay: number): Bilingual {
  return {
    ja: `受領日を1日目と数えて${daysToPay}日以内(法律の定める上限は${mostDaysToPay}日)`,
    en: `within ${daysToPay} day${daysToPay === 1 ? '' : 's'}, the day of receipt counted (by law ${mostDaysToPay} at most)`,
  };
}

const faults: Readonly<Record<Exclude<OfferFault['fault'], 'missing' | 'not of this kind'>, Bilingual>> = {
  'kind not allowed': {
    ja: 'この契約の種類(kind)での復帰は、運用規程で認めていません。',
    en: 'kind: the policy does not allow returns on this kind of contract.',
  },
  'starts too soon': {
    ja: '初日(startsOn)は、明日以降の日付にしてください。',
    en: 'startsOn: the first day is tomorrow at the earliest.',
  },
  'no end': {
    ja: '契約社員の契約には、終わりの日(until)が必要です。',
    en: 'until: a fixed-term contract needs a last day.',
  },
  'ends before it starts': {
    ja: '終わりの日(until)が、初日(startsOn)より前になっています。',
    en: 'until: the last day is before the first day, startsOn.',
  },
  'no days to pay': {
    ja: '受領日から支払いまでの日数の上限(daysToPay)を、受領日を1日目と数えて書いてください。',
    en: 'daysToPay: say within how many days of receipt it is paid, the day of receipt counted.',
  },
  'pays too late': {
    ja: `受領日から支払いまでの日数(daysToPay)は、受領日を1日目と数えて${mostDaysToPay}日以内にしてください(フリーランス・事業者間取引適正化等法4条1項)。`,
    en: `daysToPay: it must be paid within ${mostDaysToPay} days of receipt, the day of receipt counted (Freelance Act, article 4).`,
  },
};

/** What keeps an offer from being sent, and what to do about it. */
export function faultInWords(fault: OfferFault, language: Language): string {
  switch (fault.fault) {
    case 'missing': {
      const { term } = fault;
      return language === 'ja'
        ? `termsに「${term}」(${termTitles[term].ja})を書いてください: ${termHints[term].ja}。`
        : `terms: “${term}” (${termTitles[term].en}) is missing. Say ${termHints[term].en}.`;
    }
    case 'not of this kind': {
      const { term } = fault;
      return language === 'ja'
        ? `termsの「${term}」(${termTitles[term].ja})は、この条件では使わない項目です。消してください。`
        : `terms: “${term}” (${termTitles[term].en}) has no place in this offer. Remove it.`;
    }
    default:
      return faults[fault.fault][language];
  }
}
