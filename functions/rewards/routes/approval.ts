import { Hono } from 'hono';
import * as z from 'zod/mini';
import { budgetOf, readContribution } from '../../adapters/contributions.ts';
import { measure } from '../../adapters/metrics.ts';
import { loadPerson } from '../../adapters/people.ts';
import { policy } from '../../adapters/policy.ts';
import type { ApprovalProblem } from '../../approvals/approver-form.tsx';
import { readApprovalMatter } from '../../domain/approval.ts';
import { leftOf } from '../../domain/budget.ts';
import { addressesOf } from '../../domain/profile.ts';
import { longestNote } from '../../domain/review.ts';
import { approvalEnds, decideReward } from '../../domain/reward-approval.ts';
import type { DecisionOutcome } from '../../domain/reward-approval-wording.ts';
import { isRewarded } from '../../domain/reward-screening.ts';
import { type Env, givenOf, languageFor, type Request } from '../../web/context.ts';
import { fieldsOf, oneOf, textOrNone } from '../../web/typed.ts';
import { withLink } from '../../web/with-link.ts';
import { type Decided, decideAs } from '../decide.ts';
import { approvalPage } from '../pages/approval.tsx';
import { approvalDecidedPage } from '../pages/approval-decided.tsx';

/** An approver's page of one reward. Only a decision spends its link. */

export const approvalRoutes = new Hono<Env>();

const Form = z.object({ decision: oneOf('approve', 'reject'), note: textOrNone });

const statusOf: Readonly<Record<DecisionOutcome, 200 | 409 | 410>> = {
  approved: 200,
  'one of two': 200,
  rejected: 200,
  spent: 409,
  'said before': 409,
  decided: 409,
  'own reward': 409,
  'over budget': 409,
  'not understood': 409,
  'wrong code': 409,
  incomplete: 409,
  expired: 410,
  declined: 410,
  blocked: 410,
  'no reward': 410,
  unknown: 410,
};

type Again = { problem?: ApprovalProblem; note?: string };

approvalRoutes.get(
  '/reward/:token',
  withApproval((request, matter) => show(request, matter)),
);

approvalRoutes.post(
  '/reward/:token',
  withApproval(async (request, matter) => {
    const { decision, ...form } = Form.parse(await fieldsOf(request));
    const note = form.note.trim();
    if (note.length > longestNote) return show(request, matter, { problem: 'note too long', note });
    if (!decision) return show(request, matter, { problem: 'no decision', note });
    const { number, ...holder } = readApprovalMatter(matter);
    const word = { decision, by: 'link' as const, note: note || undefined };
    const decided = await decideAs(number, holder, word, givenOf(request));
    return tell(request, number, decided, statusOf[decided.outcome]);
  }),
);

/** Opens an approver's link; a forged one is counted, and an alarm hears of it. */
function withApproval(act: (request: Request, matter: string) => Promise<Response>) {
  return withLink(
    'reward',
    (request, { subject }) => act(request, subject.matter),
    () => measure('RefusedLinks'),
  );
}

/** Shows the form, or why nothing is decided with this link any more. */
async function show(request: Request, matter: string, again: Again = {}): Promise<Response> {
  const given = givenOf(request);
  const { number, ...holder } = readApprovalMatter(matter);
  const contribution = await readContribution(number);
  if (!contribution || !isRewarded(contribution)) {
    return tell(request, number, { outcome: contribution ? 'no reward' : 'unknown', contribution }, 410);
  }
  const budget = await budgetOf(contribution, given);
  const file = await loadPerson(contribution.person);
  // What comes of a word that says nothing tells whether one would count; it is not written.
  const nothing = { decision: undefined, by: 'link' as const };
  const { outcome } = decideReward(
    contribution,
    holder,
    nothing,
    { budget, addresses: addressesOf(file.profile) },
    given,
  );
  if (outcome !== 'not understood') {
    return tell(request, number, { outcome, contribution }, again.problem ? statusOf[outcome] : 200);
  }
  const page = approvalPage({
    language: languageFor(request),
    policy,
    contribution,
    budgetLeft: leftOf(budget, policy),
    closesOn: approvalEnds(contribution.reward, given),
    ...again,
  });
  return request.html(page, again.problem ? 422 : 200);
}

function tell(
  request: Request,
  number: number,
  { outcome, contribution }: Decided,
  status: 200 | 409 | 410,
): Response | Promise<Response> {
  return request.html(
    approvalDecidedPage({ language: languageFor(request), policy, number, outcome, contribution }),
    status,
  );
}
