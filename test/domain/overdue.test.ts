import { describe, expect, test } from 'vitest';
import { questionDue } from '../../functions/domain/due.ts';
import { exclude } from '../../functions/domain/hr.ts';
import { canAnswer, giveConsent } from '../../functions/domain/leaver.ts';
import { mailComplained } from '../../functions/domain/mail-report.ts';
import { answerBy, windowEnd } from '../../functions/domain/question.ts';
import { after, asked, decide, on, openQuestion, policy, proof, report, run, stintOf, today } from './samples.ts';

/** A later report with another last day, and perhaps another address. */
const changed = (lastWorkingDay: string, personalEmail = 'hanako@example.com') =>
  report({ lastWorkingDay, personalEmail }, '2026-11-22T00:00:00Z');

describe('a question whose execution has failed', () => {
  const file = asked();
  const { id, due = '' } = openQuestion(file);

  test('is looked at by the sweep two weeks after its window, and not before', () => {
    expect(due > answerBy(openQuestion(file), stintOf(file), policy)).toBe(true);
    expect(questionDue(file, id, '2026-12-01', on('2026-12-01'))).toEqual({ outcome: 'settled' });
  });

  test('is closed then, as its execution would have: silence deletes the data', () => {
    const { outcome, write } = questionDue(file, id, due, on(due));
    expect(outcome).toBe('closed');
    expect(write).toMatchObject({ profile: 'delete', person: { stints: [{ status: 'silent' }] } });
  });

  test('waits on where the last day has moved in the meantime', () => {
    const moved = after(file, decide(file, changed('2027-06-30')).write);
    expect(questionDue(moved, id, due, on(due))).toEqual({ outcome: 'settled' });
  });
});

test('the last date on which an answer counts is the day before a window that ends at midnight', () => {
  const file = asked();
  const question = openQuestion(file);
  expect(windowEnd(question, stintOf(file), policy)).toMatch(/T15:00:00Z$/);
  expect(answerBy(question, stintOf(file), policy)).toBe('2027-01-14');
});

describe('a consent link', () => {
  const file = asked();
  const { id } = openQuestion(file);

  test('answers its question while that is open, and changes the answer later', () => {
    expect(canAnswer(file, id)).toBe(true);
    const given = after(file, giveConsent(file, { stint: 1, purposes: ['outreach'], proof }, today).write);
    expect(canAnswer(given, id)).toBe(true);
  });

  test('in an old mailbox answers nothing, once another address is asked', () => {
    const readdressed = run(after(file, decide(file, changed('2026-12-31', 'new@example.com')).write)).file;
    expect(canAnswer(readdressed, id)).toBe(false);
  });
});

test('HR excludes a departure: nobody is asked any more, and the data expires', () => {
  const { outcome, write } = exclude(asked(), today);
  expect(outcome).toBe('done');
  expect(write).toMatchObject({
    person: { stints: [{ status: 'not eligible', rule: 'excluded-by-hr' }], expires: '2026-12-22' },
    questions: [{ status: 'closed' }],
    entries: [{ by: 'hr', rule: 'excluded-by-hr' }],
  });
});

test('a complaint about a confirmation drops the new address, and takes no consent away', () => {
  const file = asked();
  const readdressed = run(after(file, decide(file, changed('2026-12-31', 'new@example.com')).write)).file;
  const { write } = mailComplained(readdressed, { wasConfirmation: true }, today);
  expect(write?.person.stopped).toBe(false);
  expect(write?.profile).toMatchObject({ reportedAddress: 'hanako@example.com' });
});
