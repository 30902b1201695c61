import * as z from 'zod/mini';
import { policy } from '../adapters/policy.ts';
import { type DecisionOutcome, decisionInWords } from '../domain/approval-wording.ts';
import type { Contribution } from '../domain/contribution.ts';
import { longestNote } from '../domain/review.ts';
import { decideByCode, spendElsewhere } from './decide.ts';

/** An approver's word from the Step Functions console; the code proves whose it is. */

const Event = z.object({ input: z.unknown(), execution: z.string(), now: z.iso.datetime({ offset: true }) });

/** What somebody typed into the console. A code that is there is spent, whatever else is wrong. */
const Typed = z.object({
  reward: z.unknown(),
  code: z.string(),
  decision: z.unknown(),
  note: z.unknown(),
});
const Reward = z.coerce.number().check(z.int(), z.minimum(1));
const Decision = z.enum(['approve', 'reject']);
const Note = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestNote));

/** `sentence`: in Japanese and English, what the approver reads in the console. */
type Decided = { outcome: DecisionOutcome; sentence: string };

export async function handler(event: unknown): Promise<Decided> {
  const { input, execution: attempt, now } = Event.parse(event);
  const typed = Typed.safeParse(input);
  if (!typed.success) return said('incomplete', undefined);
  const { code, decision, note } = typed.data;
  const given = { now, policy };
  const reward = Reward.safeParse(typed.data.reward).data;
  if (reward === undefined) {
    await spendElsewhere(code, given);
    return said('incomplete', undefined);
  }
  const word = {
    decision: Decision.safeParse(decision).data,
    by: 'console' as const,
    note: Note.safeParse(note).data,
    attempt,
  };
  const { outcome, contribution } = await decideByCode(reward, code, word, given);
  return said(outcome, contribution);
}

function said(outcome: DecisionOutcome, contribution: Contribution | undefined): Decided {
  const sentence = (['ja', 'en'] as const).map((language) => decisionInWords(outcome, contribution, policy, language));
  return { outcome, sentence: sentence.join(' / ') };
}
