import { describe, expect, test } from 'vitest';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { enrol } from '../../functions/domain/enrolment.ts';
import { declineConsent } from '../../functions/domain/leaver.ts';
import { after, asked, decide, on, proof, refOf, report, run, today } from './samples.ts';

/** People who left before the programme began. */

const left = report({ lastWorkingDay: '2025-03-31' });
const consent = {
  purposes: ['outreach'] as const,
  proof: { ...proof, method: 'import' as const, source: 'letters/1042' },
  at: '2025-04-10T00:00:00Z',
};

describe('a former employee', () => {
  test('whose consent the company holds is enrolled with its evidence', () => {
    const { write } = decide(unknownPerson('p'), left, today, { consent });
    expect(write?.evidence).toMatchObject([
      { at: consent.at, purposes: ['outreach'], method: 'import', source: 'letters/1042' },
    ]);
    const { file, stock } = run(after(unknownPerson('p'), write));
    expect(stock).toBe('left');
    expect(enrol(file, refOf(file), today).write?.person).toMatchObject({
      nextOutreach: '2026-12-31',
      consents: ['outreach'],
    });
  });

  test('imported twice is a duplicate', () => {
    const file = after(unknownPerson('p'), decide(unknownPerson('p'), left, today, { consent }).write);
    expect(decide(file, left, today, { consent })).toEqual({ outcome: 'duplicate' });
  });

  test('without consent is asked, and the window counts from the request', () => {
    const file = asked(left);
    expect(run(file, on('2026-11-23')).question?.kind).toBe('consent');
  });

  test('who refused since is not enrolled by older evidence', () => {
    const gone = after(asked(), declineConsent(asked(), { stint: 1 }, today).write);
    expect(decide(gone, report({ hireDate: '2012-04-01', lastWorkingDay: '2015-03-31' }), today, { consent })).toEqual({
      outcome: 'remembered',
    });
  });

  test('who is not eligible is not enrolled, whatever was consented to', () => {
    const { write } = decide(
      unknownPerson('p'),
      report({ lastWorkingDay: '2025-03-31', reason: 'misconduct' }),
      today,
      { consent },
    );
    expect(run(after(unknownPerson('p'), write)).stock).toBe('not eligible');
  });
});
