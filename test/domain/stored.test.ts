import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Breaker } from '../../functions/domain/breaker.ts';
import { Budget } from '../../functions/domain/budget.ts';
import { Evidence } from '../../functions/domain/consent.ts';
import { Contribution } from '../../functions/domain/contribution.ts';
import { Candidate, ContributionWords } from '../../functions/domain/contribution-words.ts';
import { Consequence, Entry } from '../../functions/domain/decision.ts';
import { Dispatch } from '../../functions/domain/dispatch.ts';
import { Edition } from '../../functions/domain/edition.ts';
import { Gathering } from '../../functions/domain/gathering.ts';
import { Plan } from '../../functions/domain/gathering-plan.ts';
import { LedgerEntry } from '../../functions/domain/ledger.ts';
import { Person } from '../../functions/domain/person.ts';
import { Profile } from '../../functions/domain/profile.ts';
import { Question } from '../../functions/domain/question.ts';
import { Rehire } from '../../functions/domain/rehire.ts';
import { RehireWords } from '../../functions/domain/rehire-words.ts';
import { Reward } from '../../functions/domain/reward.ts';
import { Place, Room } from '../../functions/domain/room.ts';
import { Rsvp } from '../../functions/domain/rsvp.ts';

/** What lies in a company's table was written by earlier releases, and must be read by this one. */

const shapes = {
  Person: [Person, 'c14b91d8a207'],
  Profile: [Profile, '4e3b2a132ba0'],
  Question: [Question, '072e4b1aff13'],
  Consequence: [Consequence, '56e656ec27bb'],
  Dispatch: [Dispatch, '362a2fd91782'],
  Entry: [Entry, 'a9d2fd3952f0'],
  Evidence: [Evidence, '8bc1d1ae6216'],
  Edition: [Edition, '7e338085575b'],
  Breaker: [Breaker, 'abc037f3c541'],
  Plan: [Plan, '0f84ce246e2b'],
  Gathering: [Gathering, '250f32adb3d0'],
  Place: [Place, '7543f6a7dd19'],
  Room: [Room, '55985f77ed8e'],
  Rsvp: [Rsvp, 'cb6354060a1f'],
  LedgerEntry: [LedgerEntry, '6b12783f1fd2'],
  Contribution: [Contribution, '828c1a832276'],
  Reward: [Reward, '3c7090792afa'],
  ContributionWords: [ContributionWords, 'ba679e3c7342'],
  Candidate: [Candidate, 'c219e1339a57'],
  Budget: [Budget, '5f5dee99b654'],
  Rehire: [Rehire, 'e0b0b6439cfd'],
  RehireWords: [RehireWords, '4083d250b493'],
} as const;

const advice =
  'What is stored has changed its shape. Keep reading what is stored already (new fields optional, none renamed or removed), then put the new hash here.';

test.each(Object.entries(shapes))('%s is stored as in earlier releases', (_, [schema, known]) => {
  const shape = JSON.stringify(z.toJSONSchema(schema));
  expect(createHash('sha256').update(shape).digest('hex').slice(0, 12), advice).toBe(known);
});
