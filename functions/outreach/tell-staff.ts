import type { Given } from '../domain/decision.ts';
import type { PlainDate } from '../domain/time.ts';
import { tellStaff } from '../mail/tell-staff.ts';
import { editionsMissing } from './mails/editions-missing.tsx';

/** Once a month at most: people were due, and there was nothing to tell them. */
export async function tellEditionsMissing(date: PlainDate, people: number, given: Given): Promise<void> {
  const { policy } = given;
  const letter = editionsMissing({ policy, date, people, command: 'npm run okaeri -- edition submit FILE' });
  await tellStaff('editions-missing', date.slice(0, 7), policy.company.admin, letter, given);
}
