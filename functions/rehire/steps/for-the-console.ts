import { approvalEnds } from '../../domain/approval.ts';
import type { Given } from '../../domain/decision.ts';
import { openApproval, type Rehire } from '../../domain/rehire.ts';
import { rulesFor } from '../../domain/rehire-waits.ts';

/** What an execution that waits shows in the console, without personal data; whose case it is stands in the mail. */
export type Waiting = {
  decide: string;
  contract: string;
  conditions: string[];
  talk: string;
  approvalsNeeded: number;
  approvedBy: string[];
  due: string;
  /** The input with which who decides starts decide-rehire. */
  decideRehire: { rehire: string; decision: string; code: string; note: string };
};

export function forTheConsole(rehire: Rehire, given: Given): Waiting | undefined {
  const open = openApproval(rehire);
  if (!open) return undefined;
  const { about, needed, said } = open.approval;
  return {
    decide: about === 'override' ? 'whether HR overrides a condition' : 'whether an offer is made',
    contract: rehire.kind,
    conditions: [
      `policy ${given.policy.version}`,
      // Whether the reason for leaving matters is for HR alone to see.
      ...rehire.conditions
        .filter(({ condition }) => about === 'override' || condition !== 'reason')
        .map(({ condition, holds }) => `${condition}: ${holds ? 'holds' : 'does not hold'}`),
    ],
    talk: rehire.talk ?? 'not asked for',
    approvalsNeeded: needed,
    approvedBy: said.map(({ approver }) => approver),
    due: approvalEnds(open.approval, rulesFor(about, given.policy), given),
    decideRehire: { rehire: String(rehire.number), decision: 'approve', code: 'the code in your mail', note: '' },
  };
}
