import * as z from 'zod/mini';
import { decideAndWrite } from '../adapters/people.ts';
import { close } from '../domain/asking.ts';
import { given, Step } from './step.ts';

const Closing = z.extend(Step, { question: z.string() });

/** Closes a question that nobody answered, unless an answer came first. */
export async function handler(event: unknown): Promise<{ outcome: 'closed' | 'settled' }> {
  const step = Closing.parse(event);
  return { outcome: await decideAndWrite(step.person, (file) => close(file, step.question, given(step))) };
}
