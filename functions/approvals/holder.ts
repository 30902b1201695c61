import { codeFits } from '../adapters/links.ts';
import { approvalMatter, type Holder } from '../domain/approval.ts';
import type { Approver } from '../domain/policy-approval.ts';

/** Whose code it is. */

type ApprovalKind = 'reward' | 'rehire';

/** What an approver's code is about. */
export function approverCode(kind: ApprovalKind, matter: string): string {
  return `${kind}-${matter}`;
}

/** More codes than somebody spends of one approval. */
const mostRounds = 20;

/** Any code that was sent for the matter has a holder, so that one that is spent is told from one that is none. */
export async function holderOf(
  kind: ApprovalKind,
  {
    number,
    generation: newest,
    approvers,
  }: { number: number; generation: number; approvers: readonly Pick<Approver, 'id'>[] },
  code: string,
): Promise<Holder | undefined> {
  for (let generation = newest; generation >= 1; generation -= 1) {
    for (const { id: approver } of approvers) {
      for (let round = 1; round <= mostRounds; round += 1) {
        const holder: Holder = { approver, round, generation };
        if (await codeFits(approverCode(kind, approvalMatter(number, holder)), code)) return holder;
      }
    }
  }
  return undefined;
}
