import { Hono } from 'hono';
import * as z from 'zod/mini';
import { identify } from '../adapters/identity.ts';
import { linkPath, openLink } from '../adapters/links.ts';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { type Proof, Purpose, Wish } from '../domain/consent.ts';
import type { PersonFile } from '../domain/decision.ts';
import { protectedReasons } from '../domain/employment.ts';
import {
  changeConsent,
  confirmAddress,
  consentedStint,
  declineConsent,
  giveConsent,
  leaveProgramme,
  stopMail,
} from '../domain/leaver.ts';
import type { LinkPurpose, LinkSubject } from '../domain/link.ts';
import { isLive, type LiveStint, type Stint } from '../domain/person.ts';
import { needsConfirmation } from '../domain/profile.ts';
import { answerBy } from '../domain/question.ts';
import { dateOf } from '../domain/time.ts';
import { maskAddress } from '../domain/wording.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../web/context.ts';
import { wordingVersion } from './consent-wording.ts';
import { addressConfirmedPage, confirmAddressPage } from './pages/confirm-address.tsx';
import {
  alreadyDeclinedPage,
  alreadyJoinedPage,
  consentDeclinedPage,
  consentPage,
  consentThanksPage,
} from './pages/consent.tsx';
import { leavePage, leftPage, preferencesPage, preferencesSavedPage } from './pages/preferences.tsx';
import { stopPage, stoppedPage } from './pages/stop.tsx';

/** The pages behind the links of this stage's mails. */

export const offboardingRoutes = new Hono<Env>();

/** Opens a link of one purpose, or answers with the page that says why not. */
function withLink(
  purpose: LinkPurpose,
  show: (request: Request, subject: LinkSubject, file: PersonFile) => Promise<Response>,
) {
  return async (request: Request): Promise<Response> => {
    const link = await openLink(purpose, request.req.param('token') ?? '', Date.parse(givenOf(request).now));
    if (!link.ok) return problem(request, link.why === 'expired' ? 'expired' : 'refused');
    return show(request, link.subject, await loadPerson(link.subject.person));
  };
}

const Chosen = z.array(Purpose);

async function formOf(request: Request) {
  const form = await request.req.parseBody({ all: true });
  const wish = Wish.safeParse(form.wish);
  const purposes = Chosen.safeParse([form.purpose ?? []].flat());
  return {
    answer: form.answer,
    purposes: purposes.success ? purposes.data : [],
    wish: wish.success ? wish.data : undefined,
  };
}

/** What proves a decision made through a link. */
async function proofOf(request: Request, { profile }: PersonFile, method: Proof['method']): Promise<Proof> {
  return {
    wording: wordingVersion,
    language: languageFor(request, profile),
    method,
    address: (await identify()).address(profile?.address ?? ''),
  };
}

/** What every page of somebody is given; a forwarded link reveals no more than the masked address. */
function pageOf(request: Request, { profile }: PersonFile) {
  return { language: languageFor(request, profile), policy, address: maskAddress(profile?.address ?? '') };
}

const preferencesOf = (request: Request, { person }: LinkSubject) =>
  linkPath('preferences', { person, matter: 'all' }, Date.parse(givenOf(request).now));

function stintOf({ person }: PersonFile, { matter }: LinkSubject): Stint | undefined {
  return person.stints.find(({ number }) => String(number) === matter);
}

offboardingRoutes.get(
  '/consent/:token',
  withLink('consent', async (request, subject, file) => {
    const stint = stintOf(file, subject);
    const page = pageOf(request, file);
    if (stint?.status === 'declined') return request.html(alreadyDeclinedPage(page));
    if (!stint || !isLive(stint)) return problem(request, 'closed');
    if (stint.consentedAt) {
      const preferencesUrl = await preferencesOf(request, subject);
      return request.html(alreadyJoinedPage({ ...page, purposes: file.person.consents, preferencesUrl }));
    }
    return request.html(consentPage({ ...page, ...asking(file, stint, givenOf(request).now) }));
  }),
);

offboardingRoutes.post(
  '/consent/:token',
  withLink('consent', async (request, subject, file) => {
    const form = await formOf(request);
    const page = pageOf(request, file);
    const given = givenOf(request);
    const stint = Number(subject.matter);
    if (form.answer === 'no') {
      const outcome = await decideAndWrite(subject.person, (now) =>
        declineConsent(now, { stint, wish: form.wish }, given),
      );
      return outcome === 'over' ? problem(request, 'closed') : request.html(consentDeclinedPage(page));
    }
    const current = stintOf(file, subject);
    if (form.purposes.length === 0) {
      if (!current || !isLive(current)) return problem(request, 'closed');
      const again = { ...asking(file, current, given.now), wish: form.wish, noneChosen: true };
      return request.html(consentPage({ ...page, ...again }), 422);
    }
    const { purposes, wish } = form;
    const proof = await proofOf(request, file, 'link');
    const outcome = await decideAndWrite(subject.person, (now) =>
      giveConsent(now, { stint, purposes, wish, proof }, given),
    );
    if (outcome === 'over') return problem(request, 'closed');
    return request.html(
      consentThanksPage({ ...page, purposes, preferencesUrl: await preferencesOf(request, subject) }),
    );
  }),
);

function asking(file: PersonFile, stint: LiveStint, now: string) {
  const { timeZone } = policy.company;
  const question = file.questions.find(
    (open) => open.kind === 'consent' && open.status === 'open' && open.stint === stint.number,
  );
  return {
    closesOn: question ? answerBy(question, stint, policy) : stint.lastDay,
    askWish: protectedReasons.has(stint.facts.reason),
    former: stint.lastDay < dateOf(question?.askedAt ?? now, timeZone),
  };
}

offboardingRoutes.get(
  '/preferences/:token',
  withLink('preferences', async (request, subject, file) => {
    if (!consentedStint(file)) return problem(request, 'closed');
    const leaveUrl = `${await preferencesOf(request, subject)}/leave`;
    return request.html(preferencesPage({ ...pageOf(request, file), purposes: file.person.consents, leaveUrl }));
  }),
);

offboardingRoutes.post(
  '/preferences/:token',
  withLink('preferences', async (request, subject, file) => {
    const { purposes } = await formOf(request);
    const page = pageOf(request, file);
    const preferencesUrl = await preferencesOf(request, subject);
    const proof = await proofOf(request, file, 'link');
    const outcome = await decideAndWrite(subject.person, (now) =>
      changeConsent(now, { purposes, proof }, givenOf(request)),
    );
    if (outcome === 'over') return problem(request, 'closed');
    return request.html(preferencesSavedPage({ ...page, purposes, preferencesUrl }));
  }),
);

offboardingRoutes.get(
  '/preferences/:token/leave',
  withLink('preferences', async (request, subject, file) => {
    if (!consentedStint(file)) return problem(request, 'closed');
    return request.html(leavePage({ ...pageOf(request, file), preferencesUrl: await preferencesOf(request, subject) }));
  }),
);

offboardingRoutes.post(
  '/preferences/:token/leave',
  withLink('preferences', async (request, subject, file) => {
    const outcome = await decideAndWrite(subject.person, (now) => leaveProgramme(now, givenOf(request)));
    return outcome === 'over' ? problem(request, 'closed') : request.html(leftPage(pageOf(request, file)));
  }),
);

offboardingRoutes.get(
  '/stop/:token',
  withLink('stop', async (request, subject, file) => {
    if (!consentedStint(file)) return problem(request, 'closed');
    return request.html(stopPage({ ...pageOf(request, file), preferencesUrl: await preferencesOf(request, subject) }));
  }),
);

/** Also what a mailbox provider posts for its own unsubscribe button: a form body, and neither Origin nor cookies (RFC 8058). */
offboardingRoutes.post(
  '/stop/:token',
  withLink('stop', async (request, subject, file) => {
    const form = await request.req.parseBody();
    const method = form['List-Unsubscribe'] === 'One-Click' ? 'one-click' : 'link';
    const proof = await proofOf(request, file, method);
    const outcome = await decideAndWrite(subject.person, (now) => stopMail(now, proof, givenOf(request)));
    if (outcome === 'over') return problem(request, 'closed');
    return request.html(
      stoppedPage({ ...pageOf(request, file), preferencesUrl: await preferencesOf(request, subject) }),
    );
  }),
);

offboardingRoutes.get(
  '/confirm/:token',
  withLink('confirm', async (request, subject, file) => {
    const question = file.questions.find(({ id }) => id === subject.matter);
    if (question?.outcome === 'confirmed') return request.html(await confirmedPage(request, file, question.stint));
    if (question?.status !== 'open' || !file.profile || !needsConfirmation(file.profile))
      return problem(request, 'closed');
    const address = maskAddress(file.profile.reportedAddress ?? '');
    return request.html(confirmAddressPage({ ...pageOf(request, file), address }));
  }),
);

offboardingRoutes.post(
  '/confirm/:token',
  withLink('confirm', async (request, subject) => {
    const outcome = await decideAndWrite(subject.person, (now) =>
      confirmAddress(now, subject.matter, givenOf(request)),
    );
    if (outcome === 'over') return problem(request, 'closed');
    const file = await loadPerson(subject.person);
    const question = file.questions.find(({ id }) => id === subject.matter);
    return request.html(await confirmedPage(request, file, question?.stint));
  }),
);

/** Leads on to the consent page where the answer is still missing. */
async function confirmedPage(request: Request, file: PersonFile, number: number | undefined): Promise<string> {
  const stint = file.person.stints.find((other) => other.number === number);
  const isOpen = stint !== undefined && isLive(stint) && !consentedStint(file);
  const subject = { person: file.person.id, matter: String(number) };
  const nextUrl = isOpen ? await linkPath('consent', subject, Date.parse(givenOf(request).now)) : undefined;
  return addressConfirmedPage({ ...pageOf(request, file), nextUrl });
}
