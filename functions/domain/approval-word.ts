import { type Approval, type Asked, type Holder, isExpired, type Said } from './approval.ts';
import type { Given } from './decision.ts';
import type { ApprovalRules } from './policy-approval.ts';
import { isOneOf } from './profile.ts';

/** An approver's word: whoever holds a genuine code, or the link that is the same code, says something, and it is spent. */

/** What somebody says; nothing where it could not be understood. */
export type ApprovalWord = Pick<Said, 'by' | 'note' | 'attempt'> & { decision: Said['decision'] | undefined };

/** What a word does to an approval; without one, it changes nothing. */
export type TakenWord =
  /** The code was used before; an alarm hears of it, but not of somebody who only says again what they said. */
  | { outcome: 'spent' | 'said before'; approval: Approval; alarms: boolean }
  | { outcome: 'expired' }
  /** It does not count, and another code is sent. */
  | { outcome: 'own' | 'not understood'; approval: Approval }
  /** It counts: one said no, one of several agreed, or everybody has who must. */
  | { outcome: 'rejected' | 'one of two' | 'agreed'; approval: Approval; spent: Approval };

/**
 * Takes the word of who holds a genuine code. Whatever comes of it, the code is spent.
 * @param addresses of whom it is about: nobody decides on their own matter
 * @param isOver the matter is decided already, and every word comes too late
 * @returns nothing where it comes too late, though the code was fresh
 */
export function takeWord(
  approval: Approval,
  holder: Holder,
  word: ApprovalWord,
  { rules, addresses, isOver }: { rules: ApprovalRules; addresses: readonly (string | undefined)[]; isOver: boolean },
  given: Given,
): TakenWord | undefined {
  const slot = approval.asked.find(({ approver }) => approver === holder.approver);
  const before = approval.said.find(({ approver }) => approver === holder.approver);
  if (!slot || holder.round !== slot.round || slot.isSpent) {
    return {
      outcome: before ? 'said before' : 'spent',
      approval: { ...approval, refused: approval.refused + 1 },
      alarms: !before,
    };
  }
  if (isOver) return undefined;
  if (isExpired(approval, rules, given)) return { outcome: 'expired' };
  const spent = { ...approval, asked: approval.asked.map((each) => (each === slot ? spentCode(slot) : each)) };
  const listed = rules.approvers.find(({ id }) => id === slot.approver);
  if (!listed || isOneOf(listed.email, addresses)) return { outcome: 'own', approval: spent };
  const { decision, by, note, attempt } = word;
  if (!decision) return { outcome: 'not understood', approval: spent };
  const mine: Said = {
    approver: slot.approver,
    decision,
    at: given.now,
    by,
    ...(attempt && { attempt }),
    ...(note && { note }),
  };
  const after = { ...spent, said: [...spent.said, mine] };
  if (decision === 'reject') return { outcome: 'rejected', approval: after, spent };
  return { outcome: after.said.length < after.needed ? 'one of two' : 'agreed', approval: after, spent };
}

/** The same word as before, of which only the answer was lost. */
export function saidBefore({ said }: Approval, { approver }: Holder, { attempt }: ApprovalWord): Said | undefined {
  return said.find((word) => word.approver === approver && attempt !== undefined && word.attempt === attempt);
}

function spentCode(slot: Asked): Asked {
  return { ...slot, isSpent: true };
}
