import * as z from 'zod/mini';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { type AskOutcome, ask } from '../domain/asking.ts';
import { QuestionKind, questionId } from '../domain/question.ts';
import { currentStint } from '../domain/stock.ts';
import { mailQuestion } from './question-mail.ts';
import { given, Step } from './step.ts';

const Asking = z.extend(Step, { kind: QuestionKind });

/** Asks a question once, and sends its mail once. The question's id is what the execution then parks on. */
export async function handler(event: unknown): Promise<{ outcome: AskOutcome; question: string }> {
  const step = Asking.parse(event);
  const outcome = await decideAndWrite(step.person, (file) => ask(file, step, step.kind, given(step)));
  const file = await loadPerson(step.person);
  const stint = currentStint(file, step);
  const question = stint && file.questions.find(({ id }) => id === questionId(stint, step.kind));
  if (outcome === 'asked' && question?.status === 'open')
    await mailQuestion(file, question, { round: 0, now: step.now });
  // Without a question the execution parks on nothing, is refused, and takes stock again.
  return { outcome, question: question?.id ?? 'none' };
}
