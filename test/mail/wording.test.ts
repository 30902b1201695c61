import { describe, expect, test } from 'vitest';
import { dateInWords, durationInWords, maskAddress } from '../../functions/domain/wording.ts';

test('dates', () => {
  expect(dateInWords('2026-12-31', 'ja')).toBe('2026年12月31日(木)');
  expect(dateInWords('2026-12-31', 'en')).toBe('31 December 2026');
  expect(dateInWords('2024-02-29', 'ja')).toBe('2024年2月29日(木)');
});

test.each([
  ['P14D', '14日', '14 days'],
  ['P1D', '1日', '1 day'],
  ['P6M', '6か月', '6 months'],
  ['P1Y', '1年', '1 year'],
  ['P1Y6M', '1年6か月', '1 year and 6 months'],
  ['P2W', '2週間', '2 weeks'],
  ['PT20S', '20秒', '20 seconds'],
  ['PT1H30M', '1時間30分', '1 hour and 30 minutes'],
])('%s', (duration, ja, en) => {
  expect(durationInWords(duration, 'ja')).toBe(ja);
  expect(durationInWords(duration, 'en')).toBe(en);
});

describe('a masked address', () => {
  test.each([
    ['taro@example.com', 't***@example.com'],
    ['a@example.com', 'a***@example.com'],
    ['"odd@one"@example.com', '"***@example.com'],
    ['花子@example.com', '花***@example.com'],
    ['none', '***'],
  ])('%s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});
