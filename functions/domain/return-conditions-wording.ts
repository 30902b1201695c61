import { type ContractKind, leavingReasons, protectedReasons } from './employment.ts';
import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import type { Rehire } from './rehire.ts';
import { allowedKinds, type Condition, limitsOf, type ReturnKind, unmet } from './return-conditions.ts';
import { asStart, dateInWords, durationInWords } from './wording.ts';

/** The conditions for coming back in words, made from the policy that is also checked. */

/** What people call each kind of contract. */
export const contractNames: Readonly<Record<ContractKind, Bilingual>> = {
  permanent: { ja: '正社員', en: 'permanent' },
  'fixed-term': { ja: '契約社員', en: 'fixed-term' },
  'part-time': { ja: 'パートタイム', en: 'part-time' },
  agency: { ja: '派遣', en: 'agency' },
  intern: { ja: 'インターン', en: 'internship' },
  freelance: { ja: '業務委託', en: 'freelance' },
};

/** What people call a kind of contract on which somebody may come back. */
export function kindInWords(kind: ReturnKind, language: Language): string {
  return contractNames[kind][language];
}

const conditionNames: Readonly<Record<Condition, Bilingual>> = {
  contract: { ja: '選べる契約の種類', en: 'Kinds of contract to choose from' },
  tenure: { ja: '在籍期間の下限', en: 'Least time employed' },
  'least time away': { ja: '退職から復帰までの期間の下限', en: 'Least time away' },
  'longest time away': { ja: '退職からご相談までの期間の上限', en: 'Longest time away' },
  reason: { ja: '退職の理由', en: 'Reason for leaving' },
  returns: { ja: '復帰の回数', en: 'Number of returns' },
};

/** What staff call a condition. */
export function conditionName(condition: Condition, language: Language): string {
  return conditionNames[condition][language];
}

const reasonNames: Readonly<Record<(typeof leavingReasons)[number], Bilingual>> = {
  career: { ja: '転職', en: 'a career move' },
  founding: { ja: '起業', en: 'founding a company' },
  study: { ja: '進学・留学', en: 'study' },
  relocation: { ja: '転居', en: 'moving elsewhere' },
  pregnancy: { ja: '妊娠', en: 'pregnancy' },
  childbirth: { ja: '出産', en: 'childbirth' },
  childcare: { ja: '育児', en: 'child care' },
  'family-care': { ja: '介護', en: 'family care' },
  health: { ja: '健康上の理由', en: 'health' },
  personal: { ja: '個人の事情', en: 'personal reasons' },
  retirement: { ja: '定年', en: 'retirement' },
  'end-of-contract': { ja: '契約期間の満了', en: 'the end of a contract' },
  redundancy: { ja: '人員整理', en: 'redundancy' },
  dismissal: { ja: '解雇', en: 'dismissal' },
  misconduct: { ja: '懲戒', en: 'misconduct' },
};

const limitNames = ['leastTimeAway', 'longestTimeAway', 'leastTenure'] as const;
type Limit = (typeof limitNames)[number];

/** A limit as a clause, which the general lines, those of a kind and an answer share. */
function limitInWords(limit: Limit, duration: string, language: Language): string {
  const length = durationInWords(duration, language);
  const clauses: Readonly<Record<Limit, Bilingual>> = {
    leastTimeAway: {
      ja: `退職日から復帰の初日までが${length}以上`,
      en: `your first day back is at least ${length} after your last day here`,
    },
    longestTimeAway: {
      ja: `退職日からご相談の日までが${length}以内`,
      en: `you ask at most ${length} after your last day here`,
    },
    leastTenure: {
      ja: `直近の在籍期間が${length}以上`,
      en: `your latest time here lasted at least ${length}`,
    },
  };
  return clauses[limit][language];
}

/** As in a sentence: a, b and c. */
function listed(words: readonly string[], last: 'and' | 'or'): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(` ${last} `);
}

/** What must hold for somebody to come back, a line each. */
export function returnConditionsInWords(policy: Policy, language: Language): string[] {
  const { returnConditions } = policy;
  const kinds = allowedKinds(policy);
  const isOwn = (kind: ReturnKind, limit: Limit) => limitsOf(kind, policy)[limit] !== returnConditions[limit];
  // A general limit that every kind has a rule of its own for holds for nobody.
  const general = limitNames
    .filter((limit) => !kinds.every((kind) => isOwn(kind, limit)))
    .map((limit) => limitInWords(limit, returnConditions[limit], language));
  const own = kinds.flatMap((kind) => {
    const limits = limitsOf(kind, policy);
    const clauses = limitNames
      .filter((limit) => isOwn(kind, limit))
      .map((limit) => limitInWords(limit, limits[limit], language));
    if (clauses.length === 0) return [];
    const name = kindInWords(kind, language);
    return language === 'ja'
      ? [`${name}の場合は、${clauses.join('、')}であること。`]
      : [`On a ${name} contract, ${listed(clauses, 'and')}.`];
  });
  return [
    ...general.map((clause) => (language === 'ja' ? `${clause}であること。` : `${asStart(clause)}.`)),
    ...own,
    ...reasonsInWords(policy, language),
    returnsInWords(policy, language),
    kindsInWords(policy, language),
  ];
}

function reasonsInWords({ returnConditions }: Policy, language: Language): string[] {
  const names = returnConditions.excludedReasons
    .filter((reason) => !protectedReasons.has(reason))
    .map((reason) => reasonNames[reason][language]);
  if (names.length === 0) return [];
  return language === 'ja'
    ? [
        `退職の理由が${names.join('、')}${names.length > 1 ? 'のいずれでもない' : 'ではない'}こと。妊娠・出産・育児・介護による退職が、復帰の妨げになることはありません。`,
      ]
    : [
        `You didn’t leave because of ${listed(names, 'or')}. Leaving for pregnancy, childbirth, child care or family care never counts against you.`,
      ];
}

function returnsInWords({ returnConditions }: Policy, language: Language): string {
  const { mostReturns } = returnConditions;
  if (language === 'ja') return `復帰は、お一人につき${mostReturns}回までです。`;
  return `You can come back ${mostReturns === 1 ? 'once' : `up to ${mostReturns} times`}.`;
}

function kindNames(policy: Policy, language: Language): string[] {
  return allowedKinds(policy).map((kind) => kindInWords(kind, language));
}

function kindsInWords(policy: Policy, language: Language): string {
  const names = kindNames(policy, language);
  if (language === 'en') return `Kinds of contract you can return on: ${names.join(', ')}.`;
  return `復帰後の契約は、${names.join('、')}${names.length > 1 ? 'のいずれか' : ''}であること。`;
}

/**
 * To the alumnus: each condition that did not hold, and what would change that. Why they left is not mentioned.
 */
export function unmetInWords(
  { conditions, kind, otherKinds }: Pick<Rehire, 'conditions' | 'kind' | 'otherKinds'>,
  policy: Policy,
  language: Language,
): string[] {
  const limits = limitsOf(kind, policy);
  const isAsked = (limit: Limit): Bilingual => ({
    ja: `${limitInWords(limit, limits[limit], 'ja')}であることを条件としています。`,
    en: `One condition is that ${limitInWords(limit, limits[limit], 'en')}.`,
  });
  const lines = unmet(conditions).map(({ condition, holdsFrom }): Bilingual => {
    switch (condition) {
      case 'contract':
        return {
          ja: `${kindInWords(kind, 'ja')}での復帰は、いまは扱っていません。お選びいただける契約は、${kindNames(policy, 'ja').join('、')}です。`,
          en: `Coming back on a ${kindInWords(kind, 'en')} contract isn’t possible for now. ${kindsInWords(policy, 'en')}`,
        };
      case 'tenure':
        return isAsked('leastTenure');
      case 'least time away': {
        const asked = isAsked('leastTimeAway');
        if (!holdsFrom) return asked;
        return {
          ja: `${asked.ja}復帰の初日が${dateInWords(holdsFrom, 'ja')}以降でしたら、この条件に合います。`,
          en: `${asked.en} With a first day from ${dateInWords(holdsFrom, 'en')} on, it is met.`,
        };
      }
      case 'longest time away':
        return isAsked('longestTimeAway');
      case 'reason':
        return {
          ja: `期間や契約の種類とは別の条件に、合わないものがあります。詳しくは、${policy.company.contact} へお尋ねください。`,
          en: `A condition other than times and kinds of contract isn’t met. If you’d like to know more, write to ${policy.company.contact}.`,
        };
      case 'returns':
        return { ja: returnsInWords(policy, 'ja'), en: returnsInWords(policy, 'en') };
    }
  });
  return [...lines, ...insteadInWords(otherKinds)].map((line) => line[language]);
}

function insteadInWords(otherKinds: readonly ReturnKind[]): Bilingual[] {
  if (otherKinds.length === 0) return [];
  const [ja, en] = (['ja', 'en'] as const).map((language) => otherKinds.map((kind) => kindInWords(kind, language)));
  return [
    {
      ja: `${(ja ?? []).join('、')}でしたら、すべての条件に合います。よろしければ、あらためてご相談ください。`,
      en: `On a ${listed(en ?? [], 'or')} contract all conditions are met. If that would suit you, please ask again.`,
    },
  ];
}
