import { Hono } from 'hono';
import { decideOnGathering, readGathering } from '../../adapters/gatherings.ts';
import { policy } from '../../adapters/policy.ts';
import type { Gathering } from '../../domain/gathering.ts';
import { changesOf } from '../../domain/gathering-plan.ts';
import { judge, planReviewBy, readPlanMatter, reviewPlan } from '../../domain/plan-review.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../../web/context.ts';
import { type Again, takeAnswer } from '../../web/review-answer.ts';
import { type Opened, withLink } from '../../web/with-link.ts';
import { planReviewPage } from '../pages/plan-review.tsx';
import { planReviewedPage } from '../pages/plan-reviewed.ts';

/** The reviewer's page of one submission. */

export const planRoutes = new Hono<Env>();

planRoutes.get(
  '/plan/:token',
  withSubmission((request, gathering, submission) => request.html(pageOf(request, gathering, submission))),
);

planRoutes.post(
  '/plan/:token',
  withSubmission(async (request, gathering, submission) => {
    const again = await takeAnswer(request, (answer) =>
      decideOnGathering(gathering.number, (found) => reviewPlan(found, submission, answer, givenOf(request))),
    );
    if (again) return request.html(pageOf(request, gathering, submission, again), 422);
    const decided = await readGathering(gathering.number);
    return decided ? request.html(pageOf(request, decided, submission)) : problem(request, 'closed');
  }),
);

/** Opens a link about one submission of a plan. */
function withSubmission(
  show: (request: Request, gathering: Gathering, submission: number) => Response | Promise<Response>,
) {
  return withLink('plan', async (request: Request, { subject }: Opened) => {
    const { number, submission } = readPlanMatter(subject.matter);
    const gathering = await readGathering(number);
    return gathering ? show(request, gathering, submission) : problem(request, 'closed');
  });
}

function pageOf(request: Request, gathering: Gathering, submission: number, again: Again = {}): string {
  const page = { language: languageFor(request), policy, number: gathering.number };
  const { draft, status, submissions, decided, plan } = gathering;
  const given = givenOf(request);
  const closesOn = planReviewBy(gathering, given);
  if (submission === submissions && draft && closesOn) {
    const { findings } = judge(draft.plan, given);
    return planReviewPage({
      ...page,
      submission,
      plan: draft.plan,
      findings,
      closesOn,
      isChange: plan !== undefined,
      changed: plan ? changesOf(plan, draft.plan) : [],
      ...again,
    });
  }
  if (decided?.submission === submission) return planReviewedPage({ ...page, outcome: decided.outcome });
  if (status === 'cancelled' || status === 'withdrawn') return planReviewedPage({ ...page, outcome: status });
  return planReviewedPage({ ...page, outcome: 'replaced' });
}
