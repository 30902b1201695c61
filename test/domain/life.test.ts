import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmAddress } from '../../functions/domain/address-change.ts';
import { type Purpose, purposes } from '../../functions/domain/consent.ts';
import { erasePerson, giveAddress, hold, release } from '../../functions/domain/hr.ts';
import { declineConsent, giveConsent } from '../../functions/domain/leaver.ts';
import { mailBounced } from '../../functions/domain/mail-report.ts';
import { isRunning } from '../../functions/domain/person.ts';
import { changeConsent, leaveProgramme, stopMail } from '../../functions/domain/preferences.ts';
import { Life } from './life.ts';
import { cancellation, decide, proof, report } from './samples.ts';

/** Whole lives, in any order of what can happen to somebody. */

type Happening = (life: Life) => void;

/** Something that can happen, named so that a counterexample reads as a story. */
function can<T>(name: string, from: fc.Arbitrary<T>, act: (life: Life, value: T) => void): fc.Arbitrary<Happening> {
  return from.map((value) =>
    Object.assign((life: Life) => act(life, value), { [fc.toStringMethod]: () => `${name} ${fc.stringify(value)}` }),
  );
}

const addresses = ['a@example.com', 'b@example.com', 'c@example.com'];
const employments = [
  { hireDate: '2014-04-01', lastDays: ['2018-03-31', '2018-06-30'] },
  { hireDate: '2020-04-01', lastDays: ['2026-11-20', '2026-12-31', '2027-03-31', '2028-12-31'] },
];

const reported = fc.record({
  employment: fc.integer({ min: 0, max: 9 }).map((n) => employments[n === 0 ? 0 : 1] ?? fail()),
  lastDay: fc.nat({ max: 3 }),
  personalEmail: fc.option(fc.constantFrom(...addresses), { nil: undefined }),
  reason: fc.constantFrom('career', 'career', 'unknown', 'childcare', 'misconduct', 'transfer'),
  contract: fc.constantFrom('permanent', 'permanent', 'agency'),
  role: fc.constantFrom('Manager', 'Engineer'),
  age: fc.integer({ min: -2, max: 9 }),
  reopen: fc.nat({ max: 9 }).map((n) => n === 0),
});

function fail(): never {
  throw new Error('unreachable');
}

let clock = 0;

const reports = can('report', reported, (life, { employment, lastDay, age, reopen, ...data }) => {
  clock += 1;
  const { hireDate, lastDays } = employment;
  const said = report({ ...data, hireDate, lastWorkingDay: lastDays[lastDay % lastDays.length] });
  life.apply(decide(life.file, { ...said, sequence: clock + Math.min(age, 0) * 2 }, life.given, { reopen }), reopen);
});

const cancel = can('cancel', fc.constantFrom(...employments), (life, { hireDate }) => {
  clock += 1;
  life.apply(decide(life.file, { ...cancellation(undefined, { hireDate }), sequence: clock }, life.given));
});

const someStint = fc.integer({ min: 1, max: 2 });
const somePurposes = fc.subarray<Purpose>([...purposes], { minLength: 1 });
const wish = fc.option(fc.constantFrom('yes', 'undecided', 'no'), { nil: undefined });

const yes = can('yes', fc.record({ stint: someStint, purposes: somePurposes, wish }), (life, answer) => {
  const decision = giveConsent(life.file, { ...answer, proof }, life.given);
  if (decision.outcome === 'given') {
    life.agreed.add(answer.stint);
    expect(decision.write?.evidence).toHaveLength(1);
  }
  life.apply(decision);
});
const no = can('no', fc.record({ stint: someStint, wish }), (life, answer) => {
  life.apply(declineConsent(life.file, answer, life.given));
});
const change = can('change', fc.subarray<Purpose>([...purposes]), (life, chosen) => {
  life.apply(changeConsent(life.file, { purposes: chosen, proof }, life.given));
});
const confirm = can('confirm', fc.nat({ max: 3 }), (life, index) => {
  const asked = life.file.questions.filter(({ kind }) => kind === 'confirmation');
  life.apply(confirmAddress(life.file, asked.at(-1 - (index % Math.max(1, asked.length)))?.id ?? 'none', life.given));
});
const bounce = can('bounce', fc.boolean(), (life, wasConfirmation) => {
  // Only an address that is written to can bounce.
  if (!wasConfirmation && !life.file.profile?.address) return;
  life.apply(mailBounced(life.file, { wasConfirmation }, life.given));
});
const address = can(
  'address',
  fc.constantFrom(...addresses),
  (life, given) => void life.apply(giveAddress(life.file, given, life.given)),
);
const hrHolds = can('hrHolds', fc.constant('hold'), (life) => void life.apply(hold(life.file, life.given)));
const hrReleases = can(
  'hrReleases',
  fc.constantFrom(undefined, 'career', 'misconduct'),
  (life, reason) => void life.apply(release(life.file, reason as 'career', life.given)),
);
const endings = can('endings', fc.nat({ max: 5 }), (life, which) => {
  if (which === 0) life.apply(erasePerson(life.file, life.given));
  if (which === 1) life.apply(leaveProgramme(life.file, life.given));
  if (which >= 2) life.apply(stopMail(life.file, proof, life.given));
});

const step = can('step', fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), (life, [index, luck]) => {
  const execution = life.executions.at(-1 - (index % Math.max(1, life.executions.length)));
  if (execution) life.step(execution, luck === 0);
});
const relay = can('relay', fc.nat({ max: 3 }), (life, index) => life.relay(index));
const timeOut = can('timeOut', fc.nat({ max: 5 }), (life, index) => {
  const execution = life.executions.at(-1 - (index % Math.max(1, life.executions.length)));
  if (execution) life.timeOut(execution);
});
const pass = can('pass', fc.constantFrom(0, 1, 3, 10, 40), (life, days) => life.pass(days));
const sweep = can('sweep', fc.constantFrom(0, 0, 1, 30), (life, ahead) => life.sweep(ahead));
const settle = can('settle', fc.constant('settle'), (life) => life.settle());

const happening = fc.oneof(
  { weight: 5, arbitrary: reports },
  { weight: 1, arbitrary: cancel },
  { weight: 3, arbitrary: yes },
  { weight: 1, arbitrary: no },
  { weight: 1, arbitrary: change },
  { weight: 2, arbitrary: confirm },
  { weight: 2, arbitrary: bounce },
  { weight: 2, arbitrary: address },
  { weight: 1, arbitrary: hrHolds },
  { weight: 2, arbitrary: hrReleases },
  { weight: 1, arbitrary: endings },
  { weight: 9, arbitrary: step },
  { weight: 5, arbitrary: relay },
  { weight: 3, arbitrary: timeOut },
  { weight: 2, arbitrary: pass },
  { weight: 2, arbitrary: sweep },
  { weight: 6, arbitrary: settle },
);

describe('a whole life in the programme', () => {
  test('enrols nobody without consent, forgets nobody, keeps nothing of who is gone, and never loops', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (happenings) => {
        clock = 10;
        const life = new Life();
        for (const happen of happenings) happen(life);
        life.settle();
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('comes to an end by itself when nobody does anything more', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30, size: 'max' }), (happenings) => {
        clock = 10;
        const life = new Life();
        for (const happen of happenings) happen(life);
        life.settle();
        for (let month = 0; month < 40; month += 1) {
          life.pass(30);
          life.sweep();
          for (const execution of life.executions) life.timeOut(execution);
          life.settle();
        }
        expect(life.file.person.stints.filter(isRunning)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
