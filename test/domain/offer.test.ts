import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import {
  faultsOfOffer,
  mostDaysToPay,
  Offer,
  type OfferFault,
  requiredTerms,
  type TermName,
  termNames,
} from '../../functions/domain/offer.ts';
import { faultInWords, offerTerms, termHints, termTitles } from '../../functions/domain/offer-wording.ts';
import { type ReturnKind, returnKinds } from '../../functions/domain/return-conditions.ts';
import { policy } from './samples.ts';

const today = '2027-01-15';

/** A complete offer; each term says its own name. */
function offerOf(kind: ReturnKind, change: Partial<Omit<Offer, 'kind'>> = {}): Offer {
  const offer: Offer = {
    kind,
    startsOn: '2027-04-01',
    manager: 'manager@hikari.example.com',
    ...(kind === 'fixed-term' && { until: '2028-03-31' }),
    ...(kind === 'freelance' && { daysToPay: 30 }),
    terms: {},
    ...change,
  };
  const terms = Object.fromEntries(requiredTerms(offer).map((name) => [name, `about ${name}`]));
  return { ...offer, terms: { ...terms, ...change.terms } };
}

function faults(offer: Offer, allowed: readonly ReturnKind[] = returnKinds): OfferFault[] {
  return faultsOfOffer(offer, today, allowed);
}

const employment: readonly TermName[] = [
  'work',
  'range of work',
  'place',
  'range of places',
  'hours',
  'days off',
  'leave',
  'wage',
  'payment of wages',
  'pay rises',
  'leaving',
  'earlier service',
];
const fixed: readonly TermName[] = ['renewal', 'limit of renewals', 'conversion'];
const partTimeOrFixed: readonly TermName[] = ['retirement allowance', 'bonus', 'whom to ask'];
const freelance: readonly TermName[] = ['task', 'delivery', 'place of delivery', 'fee', 'payment day'];

describe('an offer must say', () => {
  test.each([
    ['permanent', {}, employment],
    ['permanent', { until: '2028-03-31' }, [...employment, ...fixed, ...partTimeOrFixed]],
    ['fixed-term', {}, [...employment, ...fixed, ...partTimeOrFixed]],
    ['part-time', {}, [...employment, ...partTimeOrFixed]],
    ['part-time', { until: '2027-09-30' }, [...employment, ...fixed, ...partTimeOrFixed]],
    ['freelance', {}, freelance],
    ['freelance', { isInspected: true }, [...freelance, 'inspection']],
    ['freelance', { isPaidOtherwise: true }, [...freelance, 'payment other than in cash']],
    [
      'freelance',
      { isInspected: true, isPaidOtherwise: true },
      [...freelance, 'inspection', 'payment other than in cash'],
    ],
  ] as const)('%s, %j', (kind, change, terms) => {
    const offer = offerOf(kind, change);
    expect(requiredTerms(offer)).toEqual(terms);
    expect(faults(offer)).toEqual([]);
    for (const term of terms) {
      const missing: OfferFault[] = [{ fault: 'missing', term }];
      const { [term]: _, ...others } = offer.terms;
      expect(faults({ ...offer, terms: others })).toEqual(missing);
      expect(faults({ ...offer, terms: { ...offer.terms, [term]: ' \n' } })).toEqual(missing);
    }
  });

  it('nothing that its kind has no place for', () => {
    const of = (offer: Offer, ...terms: TermName[]) =>
      expect(faults(offer)).toEqual(terms.map((term) => ({ fault: 'not of this kind', term })));
    of(offerOf('permanent', { terms: { fee: 'x', renewal: 'x' } }), 'renewal', 'fee');
    of(offerOf('freelance', { terms: { wage: 'x', bonus: 'x' } }), 'wage', 'bonus');
    of(offerOf('freelance', { terms: { inspection: 'x' } }), 'inspection');
    of(
      offerOf('freelance', { isPaidOtherwise: false, terms: { 'payment other than in cash': 'x' } }),
      'payment other than in cash',
    );
    // A permanent employee may be told of a bonus.
    of(offerOf('permanent', { terms: { bonus: 'x', 'retirement allowance': 'x' } }));
  });
});

describe('dates', () => {
  test.each([
    ['2027-01-14', ['starts too soon']],
    ['2027-01-15', ['starts too soon']],
    ['2027-01-16', []],
  ])('first day %s', (startsOn, named) => {
    expect(faults(offerOf('permanent', { startsOn })).map(({ fault }) => fault)).toEqual(named);
  });

  it('a fixed period ends, and not before it starts', () => {
    const { until: _, ...endless } = offerOf('fixed-term');
    expect(faults(endless)).toEqual([{ fault: 'no end' }]);
    for (const kind of returnKinds) {
      expect(faults(offerOf(kind, { until: '2027-03-31' }))).toEqual([{ fault: 'ends before it starts' }]);
      expect(faults(offerOf(kind, { until: '2027-04-01' }))).toEqual([]);
    }
  });
});

describe('payment to a freelancer', () => {
  it('within 60 days of receipt', () => {
    expect(mostDaysToPay).toBe(60);
    expect(faults(offerOf('freelance', { daysToPay: 60 }))).toEqual([]);
    expect(faults(offerOf('freelance', { daysToPay: 61 }))).toEqual([{ fault: 'pays too late' }]);
    const { daysToPay: _, ...unsaid } = offerOf('freelance');
    expect(faults(unsaid)).toEqual([{ fault: 'no days to pay' }]);
    expect(faults(offerOf('permanent', { daysToPay: 90 }))).toEqual([]);
  });

  test.each([0, -1, 1.5])('not within %s days', (daysToPay) => {
    expect(Offer.safeParse(offerOf('freelance', { daysToPay })).success).toBe(false);
  });
});

it('is for a kind that the policy allows', () => {
  expect(faults(offerOf('permanent'), ['freelance'])).toEqual([{ fault: 'kind not allowed' }]);
  expect(faults(offerOf('freelance'), ['freelance'])).toEqual([]);
});

const anyOffer = fc
  .record({
    kind: fc.constantFrom(...returnKinds),
    until: fc.constantFrom(undefined, '2027-03-31', '2027-09-30'),
    isInspected: fc.boolean(),
    isPaidOtherwise: fc.boolean(),
    daysToPay: fc.constantFrom(undefined, 1, 60, 61),
    said: fc.subarray([...termNames]),
  })
  .map(
    ({ kind, said, until, daysToPay, ...rest }): Offer => ({
      kind,
      startsOn: '2027-04-01',
      manager: 'manager@hikari.example.com',
      ...rest,
      ...(until && { until }),
      ...(daysToPay && { daysToPay }),
      terms: Object.fromEntries(said.map((name) => [name, `about ${name}`])),
    }),
  );

test('whatever an offer says, one without a fault says all that it must, and all of it is read', () => {
  fc.assert(
    fc.property(anyOffer, (partial) => {
      const found = faults(partial);
      const missing = found.flatMap((fault) => (fault.fault === 'missing' ? [fault.term] : []));
      expect(missing).toEqual(requiredTerms(partial).filter((term) => partial.terms[term] === undefined));
      for (const language of languages) {
        const lines = offerTerms(partial, { name: '佐藤 花子', policy, on: today }, language);
        const texts = lines.map(({ text }) => text);
        for (const term of termNames) {
          expect(texts.includes(`about ${term}`)).toBe(partial.terms[term] !== undefined);
        }
        expect(lines.every(({ term, text }) => term !== '' && text !== '')).toBe(true);
        expect(new Set(lines.map(({ term }) => term)).size).toBe(lines.length);
        expect(texts.join('\n')).not.toMatch(/undefined|NaN/);
      }
    }),
  );
});

describe('in words', () => {
  const making = { name: '佐藤 花子', policy, on: today };

  test('every term has a title and a hint, of its own', () => {
    for (const language of languages) {
      for (const table of [termTitles, termHints]) {
        const words = termNames.map((name) => table[name][language]);
        expect(words.every((word) => word.length > 1)).toBe(true);
      }
      expect(new Set(termNames.map((name) => termTitles[name][language])).size).toBe(termNames.length);
    }
    expect(Object.keys(termTitles)).toEqual([...termNames]);
  });

  test('an employment without an end', () => {
    expect(offerTerms(offerOf('permanent'), making, 'ja').slice(0, 4)).toEqual([
      { term: '契約の種類', text: '正社員' },
      { term: '復帰の初日', text: '2027年4月1日(木)' },
      { term: '契約期間', text: '期間の定めなし' },
      { term: '従事する業務', text: 'about work' },
    ]);
  });

  test('a fixed period', () => {
    expect(offerTerms(offerOf('fixed-term'), making, 'en')[2]).toEqual({
      term: 'Period',
      text: '1 April 2027 to 31 March 2028',
    });
  });

  test('a commission names the parties, its day, and the days to payment beside the day of payment', () => {
    expect(offerTerms(offerOf('freelance'), making, 'ja')).toEqual([
      { term: '契約の種類', text: '業務委託' },
      { term: '委託する会社', text: '株式会社ひかり' },
      { term: '受託される方', text: '佐藤 花子 様' },
      { term: '業務委託をする日', text: '2027年1月15日(金)' },
      { term: '開始日', text: '2027年4月1日(木)' },
      { term: '業務の内容', text: 'about task' },
      { term: '納期または役務を提供する期間', text: 'about delivery' },
      { term: '納品または役務を提供する場所', text: 'about place of delivery' },
      { term: '報酬の額', text: 'about fee' },
      { term: '報酬の支払期日', text: 'about payment day' },
      { term: '受領から支払いまで', text: '受領日を1日目と数えて30日以内(法律の定める上限は60日)' },
    ]);
  });

  test('each fault is a sentence of its own', () => {
    const simple = [
      'no end',
      'ends before it starts',
      'starts too soon',
      'no days to pay',
      'pays too late',
      'kind not allowed',
    ] as const;
    const all: OfferFault[] = [
      ...simple.map((fault) => ({ fault })),
      ...termNames.flatMap((term) => [
        { fault: 'missing', term } as const,
        { fault: 'not of this kind', term } as const,
      ]),
    ];
    for (const language of languages) {
      const words = all.map((fault) => faultInWords(fault, language));
      expect(new Set(words).size).toBe(all.length);
      expect(words.every((word) => /[。.]$/.test(word) && !/undefined/.test(word))).toBe(true);
    }
    expect(faultInWords({ fault: 'missing', term: 'place' }, 'en')).toBe(
      'terms: “place” (Place of work) is missing. Say where the work is done to begin with, at home too where that is allowed.',
    );
  });
});
