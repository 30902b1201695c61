import { Hono } from 'hono';
import { readBreaker, releaseBreaker } from '../adapters/breaker.ts';
import { decideOnEdition, readEdition } from '../adapters/editions.ts';
import { policy } from '../adapters/policy.ts';
import { countedFrom } from '../domain/breaker.ts';
import { type Edition, reviewBy, reviewEdition } from '../domain/edition.ts';
import { scan } from '../domain/leak-scan.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../web/context.ts';
import { type Again, takeAnswer } from '../web/review-answer.ts';
import { withLink } from '../web/with-link.ts';
import { breakerClosedPage, breakerPage, breakerReleasedPage } from './pages/breaker.tsx';
import { reviewPage } from './pages/review.tsx';
import { editionReviewedPage } from './pages/reviewed.ts';

/** The pages behind the mails to who looks after the programme. */

export const outreachRoutes = new Hono<Env>();

const pageOf = (request: Request) => ({ language: languageFor(request), policy });

function pageOfEdition(request: Request, edition: Edition, again: Again = {}): string {
  const { number, status, content } = edition;
  if (status !== 'in review') return editionReviewedPage({ ...pageOf(request), number, outcome: status });
  // By the rules of today, whatever the submission was told.
  const findings = scan(content, policy);
  const closesOn = reviewBy(edition, givenOf(request));
  return reviewPage({ ...pageOf(request), number, content, findings, closesOn, ...again });
}

outreachRoutes.get(
  '/review/:token',
  withLink('review', async (request, { subject }) => {
    const edition = await readEdition(Number(subject.matter));
    return edition ? request.html(pageOfEdition(request, edition)) : problem(request, 'closed');
  }),
);

outreachRoutes.post(
  '/review/:token',
  withLink('review', async (request, { subject }) => {
    const number = Number(subject.matter);
    const edition = await readEdition(number);
    if (!edition) return problem(request, 'closed');
    const again = await takeAnswer(request, (answer) =>
      decideOnEdition(number, (found) => reviewEdition(found, answer, givenOf(request))),
    );
    if (again) return request.html(pageOfEdition(request, edition, again), 422);
    const decided = await readEdition(number);
    return decided ? request.html(pageOfEdition(request, decided)) : problem(request, 'closed');
  }),
);

outreachRoutes.get(
  '/breaker/:token',
  withLink('breaker', async (request, { subject }) => {
    const { round, open } = await readBreaker();
    if (!open || round !== Number(subject.matter)) return request.html(breakerClosedPage(pageOf(request)));
    const since = countedFrom({ now: open.at, policy });
    return request.html(breakerPage({ ...pageOf(request), counts: open.counts, because: open.because, since }));
  }),
);

outreachRoutes.post(
  '/breaker/:token',
  withLink('breaker', async (request, { subject }) => {
    const isReleased = await releaseBreaker(Number(subject.matter));
    return request.html(isReleased ? breakerReleasedPage(pageOf(request)) : breakerClosedPage(pageOf(request)));
  }),
);
