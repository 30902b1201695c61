import { Hono } from 'hono';
import * as z from 'zod/mini';
import { keepAnswer, readWords } from '../../adapters/contribution-words.ts';
import { decideOnContribution, readContribution } from '../../adapters/contributions.ts';
import { policy } from '../../adapters/policy.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { noteOutcome } from '../../domain/contribution-outcome.ts';
import { type ContributionWords, longestText } from '../../domain/contribution-words.ts';
import type { Block, Finding } from '../../domain/edition-content.ts';
import { scan } from '../../domain/leak-scan.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../../web/context.ts';
import { fieldsOf, oneOf, textOrNone } from '../../web/typed.ts';
import { withLink } from '../../web/with-link.ts';
import { type AnswerProblem, answerPage } from '../pages/answer.tsx';
import { answerGivenPage } from '../pages/answer-given.tsx';

/** The page on which the owner of a topic answers what an alumnus wrote, without learning who it was. */

export const answerRoutes = new Hono<Env>();

const Form = z.object({ answer: textOrNone, isOfUse: oneOf('yes', 'no') });
type Typed = z.infer<typeof Form>;

/** Feedback that is kept still. */
type Feedback = { contribution: Contribution; words: ContributionWords };
type Again = Partial<Typed> & { problem?: AnswerProblem; findings?: readonly Finding[] };

answerRoutes.get(
  '/answer/:token',
  withFeedback(async (request, feedback) => request.html(pageOf(request, feedback))),
);

answerRoutes.post(
  '/answer/:token',
  withFeedback(async (request, feedback) => {
    const { contribution } = feedback;
    if (contribution.status !== 'waits for the answer') return request.html(pageOf(request, feedback), 409);
    const form = Form.parse(await fieldsOf(request));
    const { isOfUse } = form;
    const answer = form.answer.trim();
    const findings = leaksIn(answer);
    const what = problemOf({ answer, isOfUse }, findings);
    const again = { answer, isOfUse, problem: what, findings };
    if (what || !isOfUse) return request.html(pageOf(request, feedback, again), 422);
    return take(request, contribution, answer, isOfUse);
  }),
);

/** Opens a link about feedback that may be, or has been, answered. */
function withFeedback(show: (request: Request, feedback: Feedback) => Promise<Response>) {
  return withLink('answer', async (request, { subject }) => {
    const number = Number(subject.matter);
    const contribution = await readContribution(number);
    const words = contribution && (await readWords(contribution.person, number));
    const isOver = contribution?.kind !== 'feedback' || contribution.status === 'lapsed';
    return isOver || !words ? problem(request, 'closed') : show(request, { contribution, words });
  });
}

function pageOf(request: Request, { contribution, words }: Feedback, again: Again = {}): string {
  const page = { language: languageFor(request), policy };
  if (contribution.status !== 'waits for the answer') return answerGivenPage({ ...page, given: 'before' });
  const { topic = '', submittedOn } = contribution;
  // It was kept, but not noted, when the page failed: sent again, the first answer stays.
  return answerPage({
    ...page,
    topic,
    text: words.text ?? '',
    receivedOn: submittedOn,
    answer: words.answer,
    ...again,
  });
}

function problemOf({ answer, isOfUse }: Typed, leaks: readonly Finding[]): AnswerProblem | undefined {
  if (!answer) return 'no answer';
  if (answer.length > longestText) return 'too long';
  if (leaks.length > 0) return 'leak';
  return isOfUse ? undefined : 'choose';
}

/** What must not leave the company; where it stands is told by the line on which its paragraph begins. */
function leaksIn(answer: string): Finding[] {
  const language = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(answer) ? 'ja' : 'en';
  const blocks = [...answer.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: text, index }): Block => {
    const line = answer.slice(0, index).split('\n').length;
    return { kind: 'paragraph', line, spans: [{ text }] };
  });
  const variants = { [language]: { title: '', titleLine: 1, blocks } };
  return scan({ classification: '', audience: {}, variants }, policy).filter(({ severity }) => severity === 'refuse');
}

/** Keeps the answer, then notes it. Whoever comes second learns so. */
async function take(request: Request, contribution: Contribution, answer: string, isOfUse: 'yes' | 'no') {
  const { person, number } = contribution;
  const page = { language: languageFor(request), policy };
  const isKept = await keepAnswer(person, number, answer);
  const kept = isKept ? answer : (await readWords(person, number))?.answer;
  if (kept === undefined) return problem(request, 'closed');
  const word = { what: 'answered', isOfUse: isOfUse === 'yes' } as const;
  const outcome = await decideOnContribution(number, (found) => noteOutcome(found, word, givenOf(request)));
  // What was kept before the page failed is the same answer, sent again.
  if (outcome === 'noted' && kept === answer) return request.html(answerGivenPage({ ...page, given: isOfUse }));
  return request.html(answerGivenPage({ ...page, given: 'before' }), 409);
}
