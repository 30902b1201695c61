import type { Context } from 'hono';
import type { LambdaEvent } from 'hono/aws-lambda';
import { policy } from '../adapters/policy.ts';
import type { Given } from '../domain/decision.ts';
import { Language, languageOf } from '../domain/language.ts';
import type { Profile } from '../domain/profile.ts';

import { type Problem, problemPage } from './problem-page.tsx';

/** What every route needs of a request. */

export type Env = { Bindings: { event: LambdaEvent } };
export type Request = Context<Env>;

/** The time of the request, as API Gateway took it in. */
export function givenOf(request: Request): Given {
  const { requestContext } = request.env.event;
  const epoch = 'timeEpoch' in requestContext ? requestContext.timeEpoch : Date.now();
  return { now: new Date(epoch).toISOString(), policy };
}

/** The language chosen on the page, the person's own, or the browser's. */
export function languageFor(request: Request, profile?: Profile): Language {
  const chosen = Language.safeParse(request.req.query('lang'));
  if (chosen.success) return chosen.data;
  return profile?.language ?? languageOf(request.req.header('accept-language') ?? '');
}

const statusOf = {
  refused: 403,
  expired: 410,
  closed: 410,
  'list-closed': 410,
  moved: 410,
  'not-found': 404,
  failed: 500,
} as const satisfies Record<Problem, number>;

/** A page that says what is wrong and what to do. */
export function problem(request: Request, what: Problem): Response | Promise<Response> {
  return request.html(problemPage({ language: languageFor(request), policy, problem: what }), statusOf[what]);
}
