import { Hono } from 'hono';
import * as z from 'zod/mini';
import { linkPath } from '../adapters/links.ts';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { confirmAddress } from '../domain/address-change.ts';
import { Purpose, Wish } from '../domain/consent.ts';
import type { Decision, PersonFile } from '../domain/decision.ts';
import { canAnswer, declineConsent, giveConsent } from '../domain/leaver.ts';
import type { LinkSubject } from '../domain/link.ts';
import { isLive, type LiveStint, type Stint } from '../domain/person.ts';
import { type ConsentOutcome, consentedStint } from '../domain/preferences.ts';
import { needsConfirmation } from '../domain/profile.ts';
import { answerBy, questionId } from '../domain/question.ts';
import { dateOf } from '../domain/time.ts';
import { maskAddress } from '../domain/wording.ts';
import { type Env, givenOf, problem, type Request } from '../web/context.ts';
import { addressHash, pageOf, proofOf } from '../web/person-request.ts';
import { type Opened, withPerson } from '../web/with-link.ts';
import { addressConfirmedPage, confirmAddressPage } from './pages/confirm-address.tsx';
import {
  alreadyDeclinedPage,
  alreadyJoinedPage,
  consentDeclinedPage,
  consentPage,
  consentThanksPage,
} from './pages/consent.tsx';

/** The pages behind the links of this stage's mails. */

export const offboardingRoutes = new Hono<Env>();

/** A consent link is about its question; what became of it may be all that is left of the question. */
function stintOf({ person }: PersonFile, { matter }: LinkSubject): Stint | undefined {
  return person.stints.find(({ number }) => matter.startsWith(`${number}-`));
}

/** To change the choice later, as long as the consent link itself works. */
const preferencesOf = async (link: Opened, file: PersonFile) =>
  linkPath('preferences', { person: link.subject.person, matter: await addressHash(file) }, link.expires);

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

const Chosen = z.array(Purpose);

offboardingRoutes.get(
  '/consent/:token',
  withPerson('consent', async (request, link, file) => {
    const stint = stintOf(file, link.subject);
    const page = pageOf(request, file);
    if (stint?.status === 'declined') return request.html(alreadyDeclinedPage(page));
    if (!stint || !isLive(stint) || !canAnswer(file, link.subject.matter)) return problem(request, 'closed');
    if (stint.consentedAt) return request.html(await joinedPage(request, link, file));
    return request.html(consentPage({ ...page, ...asking(file, stint, link.subject) }));
  }),
);

offboardingRoutes.post(
  '/consent/:token',
  withPerson('consent', async (request, link, file) => {
    const { subject } = link;
    const form = await formOf(request);
    const page = pageOf(request, file);
    const given = givenOf(request);
    const stint = stintOf(file, subject);
    if (form.answer === 'no') {
      if (stint?.status === 'declined') return request.html(alreadyDeclinedPage(page));
      const outcome = await answer(link, (now) =>
        declineConsent(now, { stint: Number(stint?.number), wish: form.wish }, given),
      );
      if (outcome === 'changed') return request.html(await joinedPage(request, link, file));
      return outcome === 'over' ? problem(request, 'closed') : request.html(consentDeclinedPage(page));
    }
    if (!stint || !isLive(stint) || !canAnswer(file, subject.matter)) return problem(request, 'closed');
    if (form.purposes.length === 0) {
      const again = { ...asking(file, stint, subject), wish: form.wish, noneChosen: true };
      return request.html(consentPage({ ...page, ...again }), 422);
    }
    const { purposes, wish } = form;
    const proof = await proofOf(request, file, 'link');
    const outcome = await answer(link, (now) =>
      giveConsent(now, { stint: stint.number, purposes, wish, proof }, given),
    );
    if (outcome === 'over') return problem(request, 'closed');
    return request.html(consentThanksPage({ ...page, purposes, preferencesUrl: await preferencesOf(link, file) }));
  }),
);

/** Decides by a consent link, if its question may still be answered when it is written. */
function answer({ subject }: Opened, decide: (file: PersonFile) => Decision<ConsentOutcome>): Promise<ConsentOutcome> {
  return decideAndWrite(subject.person, (now) => (canAnswer(now, subject.matter) ? decide(now) : { outcome: 'over' }));
}

async function joinedPage(request: Request, link: Opened, file: PersonFile): Promise<string> {
  const preferencesUrl = await preferencesOf(link, file);
  return alreadyJoinedPage({ ...pageOf(request, file), purposes: file.person.consents, preferencesUrl });
}

/**
 * Whoever has consented goes on from the new address, whose owner has shown that it is theirs; not from a mailbox that
 * was changed again since.
 */
async function confirmedPage(request: Request, link: Opened, file: PersonFile): Promise<string> {
  const stint = consentedStint(file);
  const isNewest = stint !== undefined && questionId(stint, 'confirmation') === link.subject.matter;
  const preferencesUrl = isNewest ? await preferencesOf(link, file) : undefined;
  return addressConfirmedPage({ ...pageOf(request, file), preferencesUrl });
}

function asking({ questions }: PersonFile, stint: LiveStint, { matter }: LinkSubject) {
  const question = questions.find(({ id }) => id === matter);
  const { timeZone } = policy.company;
  return {
    closesOn: question ? answerBy(question, stint, policy) : stint.lastDay,
    former: question !== undefined && stint.lastDay < dateOf(question.askedAt, timeZone),
  };
}

offboardingRoutes.get(
  '/confirm/:token',
  withPerson('confirm', async (request, link, file) => {
    const { subject } = link;
    const question = file.questions.find(({ id }) => id === subject.matter);
    if (question?.outcome === 'confirmed') return request.html(await confirmedPage(request, link, file));
    if (question?.status !== 'open' || !file.profile || !needsConfirmation(file.profile))
      return problem(request, 'closed');
    const address = maskAddress(file.profile.reportedAddress ?? '');
    return request.html(confirmAddressPage({ ...pageOf(request, file), address }));
  }),
);

offboardingRoutes.post(
  '/confirm/:token',
  withPerson('confirm', async (request, link) => {
    const { subject } = link;
    const outcome = await decideAndWrite(subject.person, (now) =>
      confirmAddress(now, subject.matter, givenOf(request)),
    );
    if (outcome === 'over') return problem(request, 'closed');
    return request.html(await confirmedPage(request, link, await loadPerson(link.subject.person)));
  }),
);
