import { describe, expect, it } from 'vitest';
import { typedInConsole } from '../../functions/approvals/console.ts';
import { longestNote } from '../../functions/domain/review.ts';

describe('what somebody typed into the console', () => {
  it('is a number, a code, a decision and a note', () => {
    const input = { reward: '7', decision: 'approve', code: 'c', note: ' fine ' };
    expect(typedInConsole(input, 'reward')).toEqual({ number: 7, code: 'c', decision: 'approve', note: 'fine' });
    expect(typedInConsole({ ...input, rehire: 3 }, 'rehire')?.number).toBe(3);
  });

  it.each([
    {},
    { reward: 'seven', decision: 'yes', note: 7 },
    { reward: 0, decision: null, note: ' ' },
    { reward: 1.5, decision: ['approve'], note: 'x'.repeat(longestNote + 1) },
  ])('has a code that is to be spent, whatever else is missing or wrong: %o', (rest) => {
    expect(typedInConsole({ ...rest, code: 'c' }, 'reward')).toEqual({ code: 'c' });
  });

  it.each([{}, { reward: '7', decision: 'approve' }, { code: 7 }, '[]', [], null, undefined])(
    'is nothing without a code: %o',
    (input) => {
      expect(typedInConsole(input, 'reward')).toBeUndefined();
    },
  );
});
