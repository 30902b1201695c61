import * as z from 'zod/mini';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { type RemindOutcome, remind } from '../domain/asking.ts';
import { mailQuestion } from './question-mail.ts';
import { given, Step } from './step.ts';

const Reminding = z.extend(Step, { question: z.string(), round: z.int() });

/** Reads a question again after a wait, and reminds of it where that is due. */
export async function handler(event: unknown): Promise<{ outcome: RemindOutcome }> {
  const step = Reminding.parse(event);
  const { person, question: id, round, now } = step;
  const outcome = await decideAndWrite(person, (file) => remind(file, id, round, given(step)));
  if (outcome === 'reminded') {
    const file = await loadPerson(person);
    const question = file.questions.find((other) => other.id === id);
    if (question?.status === 'open') await mailQuestion(file, question, { round, now });
  }
  return { outcome };
}
