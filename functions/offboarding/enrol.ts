import { decideAndWrite } from '../adapters/people.ts';
import { type EnrolOutcome, enrol } from '../domain/enrolment.ts';
import { given, Step } from './step.ts';

/** Makes a leaver an alumnus, once the last day is over. */
export async function handler(event: unknown): Promise<{ outcome: EnrolOutcome }> {
  const step = Step.parse(event);
  return { outcome: await decideAndWrite(step.person, (file) => enrol(file, step, given(step))) };
}
