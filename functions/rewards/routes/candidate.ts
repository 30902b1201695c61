import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readCandidate, removeCandidate, takeCandidate, takeConfirmation } from '../../adapters/candidates.ts';
import { decideOnContribution, readContribution } from '../../adapters/contributions.ts';
import { loadPerson } from '../../adapters/people.ts';
import { policy } from '../../adapters/policy.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { withdrawCandidate } from '../../domain/contribution-outcome.ts';
import { lapsesOn } from '../../domain/contribution-submission.ts';
import { candidateWording, longestName, longestText } from '../../domain/contribution-words.ts';
import { oneLine } from '../../domain/wording.ts';
import { type Env, givenOf, languageFor, type Request } from '../../web/context.ts';
import { fieldsOf, textOrNone } from '../../web/typed.ts';
import { type Opened, withLink } from '../../web/with-link.ts';
import { candidacyPage, withdrawnPage } from '../pages/candidacy.tsx';
import { type CandidateField, candidatePage } from '../pages/candidate.tsx';
import { type InvitationEnd, invitationEndPage } from '../pages/candidate-done.tsx';
import type { Wrong } from '../pages/contribute-fields.ts';

/** A candidate's pages: they enter their own data on an invitation, and confirm or delete it by the link of their mail. */

export const candidateRoutes = new Hono<Env>();

const Form = z.object({ name: textOrNone, email: textOrNone, text: textOrNone, consent: textOrNone });
/** Deleting is what a form means that cannot be read: whoever holds the link may always do that. */
const Action = z.object({ action: textOrNone });
const Email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));

/** A candidate's pages know nobody: neither who invites, nor what was entered before. */
function pageFor(request: Request) {
  return { language: languageFor(request), policy };
}

/** Opens an invitation that can be used still. */
function withInvitation(show: (request: Request, contribution: Contribution) => Promise<Response>) {
  return withLink('candidate', async (request, { subject }) => {
    const contribution = await readContribution(Number(subject.matter));
    const end = endOf(contribution) ?? ((await isInviterGone(contribution)) ? 'closed' : undefined);
    return end || !contribution ? ended(request, end ?? 'closed') : show(request, contribution);
  });
}

/** Erased, they introduce nobody any more. */
async function isInviterGone(contribution: Contribution | undefined): Promise<boolean> {
  return !contribution || (await loadPerson(contribution.person)).profile === undefined;
}

/** Why an invitation cannot be used any more, where it cannot. */
function endOf(contribution: Contribution | undefined): Extract<InvitationEnd, 'used' | 'closed'> | undefined {
  switch (contribution?.status) {
    case 'waits for the candidate':
      return undefined;
    case 'waits for the confirmation':
    case 'waits for the hire':
      return 'used';
    default:
      return 'closed';
  }
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
    return ended(request, outcome === 'entered' ? 'entered' : 'closed');
  }),
);

/** The link of one entry; whoever enters after it has a link of their own. */
function withCandidacy(act: (request: Request, at: { number: number; entry: number }) => Promise<Response>) {
  return withLink('candidacy', (request, { subject }: Opened) => {
    const [number = 0, entry = 0] = subject.matter.split('-').map(Number);
    return act(request, { number, entry });
  });
}

candidateRoutes.get(
  '/candidacy/:token',
  withCandidacy(async (request, { number, entry }) => {
    const [contribution, candidate] = await Promise.all([readContribution(number), readCandidate(number)]);
    const page = pageFor(request);
    if (!contribution || candidate?.entry !== entry) return request.html(withdrawnPage(page));
    const keptUntil = contribution.due ?? lapsesOn(contribution, givenOf(request));
    const isConfirmed = candidate.confirmedAt !== undefined;
    return request.html(candidacyPage({ ...page, keptUntil, isConfirmed }));
  }),
);

candidateRoutes.post(
  '/candidacy/:token',
  withCandidacy(async (request, { number, entry }) => {
    const given = givenOf(request);
    const { action } = Action.parse(await fieldsOf(request));
    if (action === 'confirm') {
      const outcome = await takeConfirmation(number, entry, given);
      const isOver = outcome === 'over' || outcome === 'unknown';
      return isOver
        ? request.html(withdrawnPage(pageFor(request)), 410)
        : ended(request, outcome === 'known' ? 'known' : 'confirmed');
    }
    // The data goes last: where this stops half-way, the page still offers the button.
    await decideOnContribution(number, (contribution) => withdrawCandidate(contribution, entry, given));
    await removeCandidate(number, entry);
    return request.html(withdrawnPage(pageFor(request)));
  }),
);
