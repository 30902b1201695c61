import { describe, expect, it } from 'vitest';
import { dayToSweep, dueInWords, endInWords, outreachInWords } from '../../cli/commands/sweep.ts';
import { isEmulated } from '../../cli/target.ts';

const today = '2026-11-22';
const onAws = isEmulated({ AWS_REGION: 'ap-northeast-1' });
const onEmulator = isEmulated({ AWS_ENDPOINT_URL: 'https://localhost:4566' });

describe('the day to sweep', () => {
  it('is today, or a day before', () => {
    expect(dayToSweep(undefined, today, onAws)).toBe(today);
    expect(dayToSweep(today, today, onAws)).toBe(today);
    expect(dayToSweep('2026-10-01', today, onAws)).toBe('2026-10-01');
  });

  it('to come is refused on AWS, and can be played on an emulator', () => {
    expect(() => dayToSweep('2026-11-23', today, onAws)).toThrow('2026-11-23 is still to come');
    expect(dayToSweep('2027-11-23', today, onEmulator)).toBe('2027-11-23');
  });
});

describe('what a sweep came to', () => {
  it('is said in a sentence, with what became of who was due', () => {
    expect(endInWords('Swept', today)).toBe('Swept 2026-11-22.');
    expect(endInWords('Stopped by the breaker', today)).toContain('outreach status');
    expect(outreachInWords({ sent: 3, 'no news': 2 })).toBe('Outreach: 3 sent, 2 no news.');
    expect(outreachInWords({})).toBe('Nobody was due for outreach.');
    expect([0, 1, 3].map(dueInWords)).toEqual([
      'Nothing else was due.',
      '1 other thing was due.',
      '3 other things were due.',
    ]);
  });
});
