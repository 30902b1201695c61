import * as z from 'zod/mini';
import { policy } from '../adapters/policy.ts';
import { typedInConsole } from '../approvals/console.ts';
import type { Contribution } from '../domain/contribution.ts';
import { type DecisionOutcome, decisionInWords } from '../domain/reward-approval-wording.ts';
import { decideByCode, spendElsewhere } from './decide.ts';

/** An approver's word from the Step Functions console; the code proves whose it is. */

const Event = z.object({ input: z.unknown(), execution: z.string(), now: z.iso.datetime({ offset: true }) });

/** `sentence`: in Japanese and English, what the approver reads in the console. */
type Decided = { outcome: DecisionOutcome; sentence: string };

export async function handler(event: unknown): Promise<Decided> {
  const { input, execution: attempt, now } = Event.parse(event);
  const typed = typedInConsole(input, 'reward');
  if (!typed) return said('incomplete', undefined);
  const { number, code, decision, note } = typed;
  const given = { now, policy };
  if (number === undefined) {
    await spendElsewhere(code, given);
    return said('incomplete', undefined);
  }
  const word = { decision, by: 'console' as const, note, attempt };
  const { outcome, contribution } = await decideByCode(number, code, word, given);
  return said(outcome, contribution);
}

function said(outcome: DecisionOutcome, contribution: Contribution | undefined): Decided {
  const sentence = (['ja', 'en'] as const).map((language) => decisionInWords(outcome, contribution, policy, language));
  return { outcome, sentence: sentence.join(' / ') };
}
