import { Hono } from 'hono';
import * as z from 'zod/mini';
import { measure } from '../../adapters/metrics.ts';
import { policy } from '../../adapters/policy.ts';
import { readRehire, readRehireFile } from '../../adapters/rehires.ts';
import { approvalEnds, readApprovalMatter } from '../../domain/approval.ts';
import { decideRehire } from '../../domain/rehire-approval.ts';
import type { RehireDecisionOutcome } from '../../domain/rehire-approval-wording.ts';
import { rulesFor } from '../../domain/rehire-waits.ts';
import { longestNote } from '../../domain/review.ts';
import { type Env, givenOf, languageFor, type Request } from '../../web/context.ts';
import { fieldsOf, oneOf, textOrNone } from '../../web/typed.ts';
import { withLink } from '../../web/with-link.ts';
import { type Decided, decideRehireAs } from '../decide.ts';
import { decidedPage } from '../pages/decided.tsx';
import { type DecisionProblem, decisionPage } from '../pages/decision.tsx';
import { stintOfRehire } from '../steps/stint.ts';

/** The page of who decides about a return. Only a decision spends its link. */

export const decisionRoutes = new Hono<Env>();

const Form = z.object({ decision: oneOf('approve', 'reject'), note: textOrNone });

const statusOf: Readonly<Record<RehireDecisionOutcome, 200 | 409 | 410>> = {
  approved: 200,
  'one of two': 200,
  rejected: 200,
  spent: 409,
  'said before': 409,
  decided: 409,
  'own return': 409,
  'not understood': 409,
  'no reason': 409,
  'wrong code': 409,
  incomplete: 409,
  expired: 410,
  ended: 410,
  unknown: 410,
};

type Again = { problem?: DecisionProblem; note?: string };

decisionRoutes.get(
  '/decision/:token',
  withDecision((request, matter) => show(request, matter)),
);

decisionRoutes.post(
  '/decision/:token',
  withDecision(async (request, matter) => {
    const { decision, ...form } = Form.parse(await fieldsOf(request));
    const note = form.note.trim();
    if (note.length > longestNote) return show(request, matter, { problem: 'note too long', note });
    if (!decision) return show(request, matter, { problem: 'no decision', note });
    const { number, ...holder } = readApprovalMatter(matter);
    if (decision === 'approve' && !note && (await asksForReason(number, holder.generation))) {
      return show(request, matter, { problem: 'no reason', note });
    }
    const word = { decision, by: 'link' as const, note: note || undefined };
    const decided = await decideRehireAs(number, holder, word, givenOf(request));
    return tell(request, number, decided, statusOf[decided.outcome]);
  }),
);

/** Opens the link of who decides; a forged one is counted, and an alarm hears of it. */
function withDecision(act: (request: Request, matter: string) => Promise<Response>) {
  return withLink(
    'decision',
    (request, { subject }) => act(request, subject.matter),
    () => measure('RefusedLinks'),
  );
}

/** Whether approving it would make an exception. */
async function asksForReason(number: number, generation: number): Promise<boolean> {
  const rehire = await readRehire(number);
  return rehire?.approvals[generation - 1]?.about === 'override';
}

/** Shows the form, or why nothing is decided with this link any more. */
async function show(request: Request, matter: string, again: Again = {}): Promise<Response> {
  const given = givenOf(request);
  const { number, ...holder } = readApprovalMatter(matter);
  const rehire = await readRehire(number);
  if (!rehire) return tell(request, number, { outcome: 'unknown' }, 410);
  const { file, words } = await readRehireFile(rehire);
  const approval = rehire.approvals[holder.generation - 1];
  // Of who was erased there is nothing to decide.
  if (!approval || !file.profile) return tell(request, number, { outcome: 'ended', rehire }, 410);
  // What comes of a word that says nothing tells whether one would count; it is not written.
  const nothing = { decision: undefined, by: 'link' as const };
  const { outcome } = decideRehire(rehire, holder, nothing, file.profile, given);
  if (outcome !== 'not understood') {
    return tell(request, number, { outcome, rehire }, again.problem ? statusOf[outcome] : 200);
  }
  const page = decisionPage({
    language: languageFor(request),
    policy,
    about: approval.about,
    rehire,
    profile: file.profile,
    stint: stintOfRehire(rehire, file.person),
    sinceThen: words.sinceThen,
    closesOn: approvalEnds(approval, rulesFor(approval.about, policy), given),
    ...again,
  });
  return request.html(page, again.problem ? 422 : 200);
}

function tell(
  request: Request,
  number: number,
  { outcome, rehire }: Decided,
  status: 200 | 409 | 410,
): Response | Promise<Response> {
  return request.html(decidedPage({ language: languageFor(request), policy, number, outcome, rehire }), status);
}
