import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readBreaker, releaseBreaker } from '../adapters/breaker.ts';
import { decideOnEdition, readEdition } from '../adapters/editions.ts';
import { policy } from '../adapters/policy.ts';
import { countedFrom } from '../domain/breaker.ts';
import { type Edition, reviewEdition } from '../domain/edition.ts';
import { scan } from '../domain/leak-scan.ts';
import { longestNote, reviewBy } from '../domain/review.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../web/context.ts';
import { withLink } from '../web/with-link.ts';
import { breakerClosedPage, breakerPage, breakerReleasedPage } from './pages/breaker.tsx';
import { reviewPage } from './pages/review.tsx';
import { reviewedPage } from './pages/reviewed.tsx';

/** The pages behind the mails to who looks after the programme. */

export const outreachRoutes = new Hono<Env>();

const Answer = z.object({
  decision: z.enum(['approve', 'refuse']),
  note: z._default(z.string(), ''),
});

const pageOf = (request: Request) => ({ language: languageFor(request), policy });

function pageOfEdition(
  request: Request,
  edition: Edition,
  again: { problem?: 'note too long' | 'leak' | 'not shareable'; note?: string } = {},
): string {
  const { number, status, content } = edition;
  if (status !== 'in review') return reviewedPage({ ...pageOf(request), number, outcome: status });
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
    const form = Answer.safeParse(await request.req.parseBody());
    if (!form.success) return request.html(pageOfEdition(request, edition), 422);
    const { decision, note } = form.data;
    if (note.length > longestNote)
      return request.html(pageOfEdition(request, edition, { problem: 'note too long', note }), 422);
    const answer = { decision, by: 'link' as const, note: note.trim() || undefined };
    const outcome = await decideOnEdition(number, (found) => reviewEdition(found, answer, givenOf(request)));
    if (outcome === 'leak' || outcome === 'not shareable')
      return request.html(pageOfEdition(request, edition, { problem: outcome, note }), 422);
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
