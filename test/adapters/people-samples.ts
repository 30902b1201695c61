import { randomBytes } from 'node:crypto';
import { policy } from '../../functions/adapters/policy.ts';
import type { Entry, Given, PersonFile, Write } from '../../functions/domain/decision.ts';
import type { Stint } from '../../functions/domain/person.ts';
import type { Profile } from '../../functions/domain/profile.ts';
import type { Question } from '../../functions/domain/question.ts';

/** A person's id, as a keyed hash gives it. */
export const someId = (): string => randomBytes(12).toString('hex');

export const given = (now = new Date().toISOString()): Given => ({ now, policy });

export const stint: Stint = {
  number: 1,
  generation: 1,
  revision: 1,
  hireDate: '2018-04-01',
  lastDay: '2026-12-31',
  report: { order: 1, digest: 'd1', at: '2026-11-01T00:00:00Z' },
  facts: { contract: 'permanent', reason: 'career', country: 'JP' },
  status: 'asking',
};

export const profile: Profile = {
  employeeId: 'E1',
  name: '青木 遥',
  nameKana: 'アオキ ハルカ',
  language: 'ja',
  address: 'sample@example.com',
  reportedAddress: 'sample@example.com',
};

export const question: Question = {
  id: '1-1-1-consent',
  kind: 'consent',
  stint: 1,
  generation: 1,
  askedAt: '2026-11-01T00:00:00Z',
  reminders: 0,
  status: 'open',
};

/** What a decision writes of somebody who is being asked. */
export function asking({ person }: PersonFile): Write {
  return { person: { ...person, stints: [stint] }, profile, questions: [question] };
}

/** The same person, with one revision more, and a line of the timeline. */
export function revisedWithEntry(file: PersonFile): Write {
  const entry: Entry = { at: '2026-11-02T00:00:00Z', what: 'revised', by: 'hr', policyVersion: 'test' };
  return { ...revised(file), entries: [entry] };
}

/** The same person, with one revision more: a single item. */
export function revised({ person }: PersonFile): Write {
  return { person: { ...person, stints: person.stints.map((one) => ({ ...one, revision: one.revision + 1 })) } };
}
