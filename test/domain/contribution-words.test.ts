import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Candidate, ContributionWords, companyKey } from '../../functions/domain/contribution-words.ts';
import { candidateFor, submitted, wordsFor } from './contribution-samples.ts';

describe('a company is known by its name', () => {
  it.each([
    [
      '株式会社ひかり',
      'ひかり(株)',
      'ひかり（株）',
      '㈱ひかり',
      'ひかり㈱',
      ' ひかり 株式会社',
      '有限会社ひかり',
      'ひかりInc.',
    ],
    [
      'HIKARI K.K.',
      'Hikari KK',
      'K.K. Hikari',
      'Hikari K.K',
      'hikari',
      'ＨＩＫＡＲＩ　株式会社',
      'Kabushiki Kaisha Hikari',
    ],
    [
      'Hikari, Inc.',
      'HIKARI INC',
      'Hikari Co., Ltd.',
      'Hikari Co.,Ltd',
      'Hikari Pte. Ltd.',
      'Hikari L.L.C.',
      'Hikari S.A.',
    ],
    ['ﾋｶﾘ電機', 'ヒカリ電機', 'ヒカリ・電機', '株式会社ヒカリ電機'],
    ['Nestlé S.A.', 'NESTLÉ', 'Nestlé, Ltd.'],
    ['ベーカリー がん', 'ﾍﾞｰｶﾘｰがん'],
  ])('however it is written: %s', (name, ...others) => {
    for (const other of others) expect(companyKey(other), other).toBe(companyKey(name));
  });

  it.each([
    ['日本電気', '日本電気硝子'],
    ['Incline', 'Line'],
    ['Co-op', 'Op'],
    ['Limited Brands', 'Brands'],
    ['AG Insurance', 'Insurance'],
    ['Résa', 'Ré'],
    ['Visa', 'Vi'],
    ['Costco', 'Cost'],
    ['Corporate Sans', 'Sans'],
    ['C++', 'C'],
    ['मेला', 'माला'],
    ['がん', 'かん'],
    ['ハート', 'ハト'],
    ['Company', 'Inc.'],
    ['株式会社', '有限会社'],
    ['ひかり1', 'ひかり2'],
  ])('and another is another: %s, %s', (one, other) => {
    expect(companyKey(one)).not.toBe(companyKey(other));
  });

  it('of which something is left always', () => {
    const parts = fc.constantFrom(
      '株式会社',
      '(株)',
      'Inc.',
      'Co.',
      ', ',
      'Ltd',
      ' ',
      'K.K.',
      'ひかり',
      'a',
      '.',
      '!',
      '+',
    );
    const names = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(parts).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(
        names.filter((name) => name.normalize('NFKC').trim() !== ''),
        (name) => {
          expect(companyKey(name)).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('and a legal form more or less makes no other', () => {
    const name = fc
      .stringMatching(/^[a-z0-9ひかりデンキ]{4,12}$/)
      .filter((text) => /^[a-z0-9]+$|^[ひかりデンキ]+$/.test(text));
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('Inc.', 'Co., Ltd.', 'LLC', 'GmbH', '(株)', '株式会社', 'K.K.'),
        (plain, form) => {
          expect(companyKey(`${plain} ${form}`)).toBe(companyKey(plain));
        },
      ),
    );
  });
});

it('what is written lies apart, in shapes of its own', () => {
  expect(ContributionWords.parse(wordsFor(submitted('lead'))).company).toBe('株式会社あさひ');
  expect(ContributionWords.safeParse({ ...wordsFor(submitted('lead')), candidate: 'ken' }).success).toBe(false);
  expect(Candidate.parse(candidateFor(submitted('referral'))).name).toBe('高橋 健');
});
