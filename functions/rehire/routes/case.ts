import { Hono } from 'hono';
import * as z from 'zod/mini';
import { policy } from '../../adapters/policy.ts';
import { decideOnRehire, readRehire, readRehireFile } from '../../adapters/rehires.ts';
import { today } from '../../domain/decision.ts';
import { noteTalk } from '../../domain/rehire-offer.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../../web/context.ts';
import { fieldsOf, oneOf } from '../../web/typed.ts';
import { withLink } from '../../web/with-link.ts';
import { casePage } from '../pages/case.tsx';

/** The page of a return for HR and the recruiter, who says on it whether the informal talk was held. */

export const caseRoutes = new Hono<Env>();

const Form = z.object({ talk: oneOf('held', 'not held') });

type Said = 'noted' | 'over' | 'no answer';

const statusOf: Readonly<Record<Said, 200 | 409 | 422>> = { noted: 200, over: 409, 'no answer': 422 };

caseRoutes.get(
  '/case/:token',
  withLink('case', (request, { subject }) => show(request, Number(subject.matter))),
);

caseRoutes.post(
  '/case/:token',
  withLink('case', async (request, { subject }) => {
    const number = Number(subject.matter);
    const { talk } = Form.parse(await fieldsOf(request));
    if (!talk) return show(request, number, 'no answer');
    const given = givenOf(request);
    const outcome = await decideOnRehire(
      number,
      (rehire, { file }) => noteTalk(rehire, talk, file.profile, given),
      given,
    );
    return show(request, number, outcome === 'noted' || outcome === 'already so' ? 'noted' : 'over');
  }),
);

async function show(request: Request, number: number, said?: Said): Promise<Response> {
  const rehire = await readRehire(number);
  if (!rehire) return problem(request, 'not-found');
  const { file, words } = await readRehireFile(rehire);
  // Nothing was said, and nothing is asked any more.
  const isOver = said === 'no answer' && rehire.status !== 'waits for the talk';
  const outcome = isOver ? 'over' : said;
  const page = casePage({
    language: languageFor(request),
    policy,
    rehire,
    name: file.profile?.name,
    manager: words.offer?.manager,
    today: today(givenOf(request)),
    said: outcome,
  });
  return request.html(page, outcome ? statusOf[outcome] : 200);
}
