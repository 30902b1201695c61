import { expect } from 'vitest';
import type { Given } from '../../functions/domain/decision.ts';
import { dateOfGathering, type Gathering, isAnnounced } from '../../functions/domain/gathering.ts';
import { datesOf } from '../../functions/domain/gathering-plan.ts';
import type { NextStep } from '../../functions/domain/gathering-steps.ts';
import { planReviewBy } from '../../functions/domain/plan-review.ts';
import { dateAfter } from '../../functions/domain/time.ts';

/** What must hold whenever a gathering's execution begins a step, or waits. */

const dayAfter = (day: string) => dateAfter(day, 'P1D');

/** A step begins only where it is due. */
export function checkStart(step: NextStep, gathering: Gathering, given: Given): void {
  const { status, done, draft, decided, restUntil, revision } = gathering;
  const date = dateOfGathering(gathering, given);
  expect(restUntil === undefined || restUntil <= date, `${step}: nobody is written to while it rests`).toBe(true);
  if (step === 'ask for the review') {
    expect((draft?.asked.at(-1) ?? '') < date, 'once a day').toBe(true);
    return expect(date <= (planReviewBy(gathering, given) ?? ''), 'while the answer counts').toBe(true);
  }
  if (step === 'tell the admin') return expect(decided?.told).toBe(false);
  if (!isAnnounced(gathering)) throw new Error(`${step} before an approval`);
  const { deadline, details, end, survey, reminders } = datesOf(gathering.plan, given.policy);
  if (step === 'tell of the cancellation')
    return expect([status, done.cancellation, date <= end]).toEqual(['cancelled', undefined, true]);
  expect(status, step).toBe('announced');
  const isClosed = done.closed === true || date <= deadline;
  const isStaffTold = done.hosts === revision || date > end;
  const isTold = (isStaffTold && done.told === revision) || date > end;
  const rules: Partial<Record<NextStep, boolean>> = {
    'tell the hosts': date <= end && !isStaffTold && isClosed,
    'tell of the change': date <= end && !isTold && isStaffTold && isClosed,
    invite: date <= deadline && done.invited !== revision && isTold,
    remind:
      date <= deadline &&
      done.invited === revision &&
      reminders.some((day) => day <= date && day > (done.reminded ?? '')),
    'close the answers': date > deadline && !done.closed,
    'send the details': details <= date && date <= end && !done.details && isClosed && isTold,
    thank: date > end && !done.thanked && isClosed,
    'book the cost': date > survey && done.thanked === true && !done.booked,
  };
  expect(rules[step], `${step} on ${date}`).toBe(true);
}

/** It waits only where nothing is due, and no longer than until something is. */
export function checkWait(gathering: Gathering, given: Given): void {
  const { status, done, draft, decided, restUntil, revision, due = '' } = gathering;
  const date = dateOfGathering(gathering, given);
  expect(due > date, 'waits for a date ahead').toBe(true);
  if (restUntil && restUntil > date) return expect(due <= restUntil).toBe(true);
  expect(['in review', 'announced']).toContain(status);
  expect(decided?.told ?? true).toBe(true);
  if (draft) expect(draft.asked.length).toBeGreaterThan(0);
  if (!isAnnounced(gathering)) return;
  const { deadline, details, end, survey, reminders } = datesOf(gathering.plan, given.policy);
  expect((done.told === revision && done.hosts === revision) || date > end, 'everybody is told').toBe(true);
  expect(done.invited === revision || date > deadline, 'everybody is invited').toBe(true);
  expect(done.closed === true, 'closed after the deadline, and only then').toBe(date > deadline);
  expect(done.details === true || date < details || date > end, 'the details are out').toBe(true);
  expect(done.thanked === true, 'thanked after the end, and only then').toBe(date > end);
  expect(date <= survey, 'booked after the survey').toBe(true);
  const ahead = [...reminders, dayAfter(deadline), details, dayAfter(end), dayAfter(survey)];
  expect(
    ahead.filter((day) => day > date && day < due),
    'sleeps through nothing',
  ).toEqual([]);
}
