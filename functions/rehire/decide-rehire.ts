import * as z from 'zod/mini';
import { policy } from '../adapters/policy.ts';
import { typedInConsole } from '../approvals/console.ts';
import type { Rehire } from '../domain/rehire.ts';
import { type RehireDecisionOutcome, rehireDecisionInWords } from '../domain/rehire-approval-wording.ts';
import { decideRehireByCode, spendElsewhere } from './decide.ts';

/** The word of who decides about a rehire from the Step Functions console; the code proves whose it is. */

const Event = z.object({ input: z.unknown(), execution: z.string(), now: z.iso.datetime({ offset: true }) });

/** `sentence`: in Japanese and English, what the approver reads in the console. */
type Decided = { outcome: RehireDecisionOutcome; sentence: string };

export async function handler(event: unknown): Promise<Decided> {
  const { input, execution: attempt, now } = Event.parse(event);
  const typed = typedInConsole(input, 'rehire');
  if (!typed) return said('incomplete', undefined);
  const { number, code, decision, note } = typed;
  const given = { now, policy };
  if (number === undefined) {
    await spendElsewhere(code, given);
    return said('incomplete', undefined);
  }
  const word = { decision, by: 'console' as const, note, attempt };
  const { outcome, rehire } = await decideRehireByCode(number, code, word, given);
  return said(outcome, rehire);
}

function said(outcome: RehireDecisionOutcome, rehire: Rehire | undefined): Decided {
  const sentence = (['ja', 'en'] as const).map((language) => rehireDecisionInWords(outcome, rehire, policy, language));
  return { outcome, sentence: sentence.join(' / ') };
}
