import { Hono } from 'hono';
import * as z from 'zod/mini';
import { takeCandidate } from '../../adapters/contributing.ts';
import { readCandidate, removeCandidate } from '../../adapters/contribution-words.ts';
import { decideOnContribution, readContribution } from '../../adapters/contributions.ts';
import { policy } from '../../adapters/policy.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { withdrawCandidate } from '../../domain/contribution-outcome.ts';
import { lapsesOn } from '../../domain/contribution-submission.ts';
import { candidateWording, longestName, longestText } from '../../domain/contribution-words.ts';
import type { PersonFile } from '../../domain/decision.ts';
import { oneLine } from '../../domain/wording.ts';
import { type Env, givenOf, languageFor, type Request } from '../../web/context.ts';
import { fieldsOf, textOrNone } from '../../web/typed.ts';
import { withLink, withPerson } from '../../web/with-link.ts';
import { type CandidateField, candidatePage } from '../pages/candidate.tsx';
import { type InvitationEnd, invitationEndPage } from '../pages/candidate-done.tsx';
import type { Wrong } from '../pages/contribute-fields.ts';
import { withdrawnPage, withdrawPage } from '../pages/withdraw.tsx';

/** A candidate's pages: they enter their own data on an invitation, and delete it by the link of their receipt. */

export const candidateRoutes = new Hono<Env>();

const Form = z.object({ name: textOrNone, email: textOrNone, text: textOrNone, consent: textOrNone });
const Email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));

/** A candidate's pages know nobody: neither who invites, nor what was entered before. */
function pageFor(request: Request) {
  return { language: languageFor(request), policy };
}

/** Opens an invitation that can be used still. */
function withInvitation(show: (request: Request, contribution: Contribution) => Promise<Response>) {
  return withPerson('candidate', async (request, { subject }, file) => {
    const contribution = await readContribution(Number(subject.matter));
    const end = endOf(contribution, file);
    return end || !contribution ? ended(request, end ?? 'closed') : show(request, contribution);
  });
}

/** Why an invitation cannot be used any more, where it cannot. */
function endOf(
  contribution: Contribution | undefined,
  { person, profile }: PersonFile,
): Extract<InvitationEnd, 'used' | 'closed'> | undefined {
  // Erased, they introduce nobody any more.
  if (contribution?.person !== person.id || !profile) return 'closed';
  if (contribution.status === 'waits for the hire') return 'used';
  return contribution.status === 'waits for the candidate' ? undefined : 'closed';
}

function ended(request: Request, end: InvitationEnd) {
  const isOver = end === 'used' || end === 'closed';
  return request.html(invitationEndPage({ ...pageFor(request), end }), isOver ? 410 : 200);
}

candidateRoutes.get(
  '/candidate/:token',
  withInvitation(async (request, contribution) => {
    const keptUntil = lapsesOn(contribution, givenOf(request));
    return request.html(candidatePage({ ...pageFor(request), keptUntil }));
  }),
);

candidateRoutes.post(
  '/candidate/:token',
  withInvitation(async (request, contribution) => {
    const given = givenOf(request);
    const page = pageFor(request);
    const fields = Form.parse(await fieldsOf(request));
    const email = Email.safeParse(fields.email);
    const name = oneLine(fields.name);
    const wrong: Wrong<CandidateField> = {
      ...(name === '' && { name: 'missing' }),
      ...(name.length > longestName && { name: 'too long' }),
      ...(!email.success && { email: 'unreadable' }),
      ...(fields.text.length > longestText && { text: 'too long' }),
      ...(fields.consent !== 'yes' && { consent: 'missing' }),
    };
    if (!email.success || Object.keys(wrong).length > 0) {
      const keptUntil = lapsesOn(contribution, given);
      return request.html(candidatePage({ ...page, keptUntil, typed: fields, wrong }), 422);
    }
    const text = fields.text.trim();
    const entered = {
      name,
      email: email.data,
      language: page.language,
      wording: candidateWording,
      ...(text && { text }),
    };
    const outcome = await takeCandidate(contribution.number, entered, given);
    switch (outcome) {
      case 'applied':
      case 'known':
        return ended(request, outcome);
      case 'already so':
        return ended(request, 'used');
      case 'over':
      case 'unknown':
        return ended(request, 'closed');
    }
  }),
);

candidateRoutes.get(
  '/withdraw/:token',
  withLink('withdraw', async (request, { subject }) => {
    const number = Number(subject.matter);
    const [contribution, candidate] = await Promise.all([readContribution(number), readCandidate(number)]);
    if (!contribution || !candidate) return request.html(withdrawnPage(pageFor(request)));
    const keptUntil = lapsesOn(contribution, givenOf(request));
    return request.html(withdrawPage({ ...pageFor(request), keptUntil }));
  }),
);

candidateRoutes.post(
  '/withdraw/:token',
  withLink('withdraw', async (request, { subject }) => {
    const number = Number(subject.matter);
    const given = givenOf(request);
    // The data goes last: where this stops half-way, the page still offers the button.
    await decideOnContribution(number, (contribution) => withdrawCandidate(contribution, given));
    await removeCandidate(number);
    return request.html(withdrawnPage(pageFor(request)));
  }),
);
