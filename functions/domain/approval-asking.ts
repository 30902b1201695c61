import { type Approval, type Asked, undecided } from './approval.ts';
import type { Given } from './decision.ts';
import type { ApprovalRules } from './policy-approval.ts';
import { hasPassed, timesPassed } from './time.ts';

/** Who is asked for an approval, and when: reminders, deputies, another code for one that was spent. */

/** The approval with the mail that is due next; nothing while nobody is asked anything. */
export function nextAsking(approval: Approval, rules: ApprovalRules, { now, policy }: Given): Approval | undefined {
  const { remindEvery, escalateAfter, approvers } = rules;
  const { askedAt = now } = approval;
  const { timeZone } = policy.company;
  const open = undecided(approval);
  const unlisted = open.filter(({ approver }) => !approvers.some(({ id }) => id === approver));
  if (unlisted.length > 0) return { ...approval, asked: withoutUnlisted(approval, unlisted, rules), mail: 'ask' };
  const spent = open.filter(({ isSpent }) => isSpent);
  if (spent.length > 0) {
    const asked = approval.asked.map((each) =>
      spent.includes(each) ? { ...each, round: each.round + 1, isSpent: false } : each,
    );
    return { ...approval, asked, mail: 'new code' };
  }
  if (!approval.isEscalated && hasPassed(askedAt, escalateAfter, now, timeZone)) {
    return { ...approval, asked: withDeputies(approval, rules), isEscalated: true, mail: 'escalate' };
  }
  // Whoever looks late reminds once, not once for each time that was missed.
  const reminders = timesPassed(askedAt, remindEvery, now, timeZone);
  return reminders > approval.reminders ? { ...approval, reminders, mail: 'remind' } : undefined;
}

/** In the place of people whom the policy has taken off its list, the next ones of it are asked. */
function withoutUnlisted(
  { asked: before, barred }: Approval,
  unlisted: readonly Asked[],
  { approvers }: ApprovalRules,
): Asked[] {
  const asked = before.filter((each) => !unlisted.includes(each));
  const next = approvers.filter(({ id }) => !barred.includes(id) && !asked.some(({ approver }) => approver === id));
  const taken = next.slice(0, unlisted.length);
  return [...asked, ...taken.map(({ id }): Asked => ({ approver: id, round: 1, isSpent: false }))];
}

/**
 * Asks the deputies of those who have not answered, each person once; for a deputy who was asked before, or whose own
 * matter it is, their own.
 */
function withDeputies(approval: Approval, { approvers }: ApprovalRules): Asked[] {
  const asked = [...approval.asked];
  const deputyOf = (approver: string) => approvers.find(({ id }) => id === approver)?.deputy;
  const mayAsk = (approver: string) =>
    !approval.barred.includes(approver) && !asked.some((each) => each.approver === approver);
  for (const { approver } of undecided(approval)) {
    let deputy = deputyOf(approver);
    // Deputies may be each other's, so this goes on no longer than there are people.
    for (let step = 0; step < approvers.length && deputy && !mayAsk(deputy); step += 1) deputy = deputyOf(deputy);
    if (deputy && mayAsk(deputy)) asked.push({ approver: deputy, round: 1, isSpent: false, deputyOf: approver });
  }
  return asked;
}
