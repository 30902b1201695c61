import { decideAndWrite } from '../adapters/people.ts';
import { type Stock, takeStock } from '../domain/stock.ts';
import { given, Step } from './step.ts';

/** Where does the departure stand? */
export async function handler(event: unknown): Promise<{ outcome: Stock }> {
  const step = Step.parse(event);
  return { outcome: await decideAndWrite(step.person, (file) => takeStock(file, step, given(step))) };
}
