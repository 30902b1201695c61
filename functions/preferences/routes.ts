import { Hono } from 'hono';
import * as z from 'zod/mini';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { changeAddress } from '../domain/address-change.ts';
import { Purpose } from '../domain/consent.ts';
import { type PersonFile, today } from '../domain/decision.ts';
import type { LinkSubject } from '../domain/link.ts';
import { changeConsent, consentedStint, leaveProgramme, pauseMail, pauses, stopMail } from '../domain/preferences.ts';
import { needsConfirmation } from '../domain/profile.ts';
import { maskAddress } from '../domain/wording.ts';
import { type Env, givenOf, problem, type Request } from '../web/context.ts';
import { addressHash, pageOf, proofOf } from '../web/person-request.ts';
import { withPerson } from '../web/with-link.ts';
import type { AddressProblem } from './pages/change-of-address.tsx';
import {
  addressSentPage,
  leavePage,
  leftPage,
  pausedPage,
  pauseEndedPage,
  preferencesPage,
  preferencesSavedPage,
} from './pages/preferences.tsx';
import { stopPage, stoppedPage } from './pages/stop.tsx';

/** The pages on which an alumnus changes what reaches them, and where. */

export const preferencesRoutes = new Hono<Env>();

const Form = z.discriminatedUnion('action', [
  z.object({ action: z.literal('purposes'), purpose: z.array(Purpose) }),
  z.object({ action: z.literal('pause'), months: z.pipe(z.coerce.number(), z.literal(pauses)) }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('address'), address: z.string() }),
]);
const Email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));

/** A preferences link belongs to the address that it was mailed to: an old mailbox changes nothing any more. */
function withPreferences(show: (request: Request, file: PersonFile, subject: LinkSubject) => Promise<Response>) {
  return withPerson('preferences', async (request, { subject }, file) => {
    if (!consentedStint(file)) return problem(request, 'closed');
    const isTheirs = subject.matter === (await addressHash(file));
    return isTheirs ? show(request, file, subject) : problem(request, 'moved');
  });
}

/** What the preferences page shows of somebody. */
function shown(request: Request, file: PersonFile) {
  const { person, profile } = file;
  const pending = profile && needsConfirmation(profile) ? profile.reportedAddress : undefined;
  return {
    ...pageOf(request, file),
    purposes: person.consents,
    stopped: person.stopped,
    leaveUrl: `${request.req.path}/leave`,
    ...(person.pausedUntil && person.pausedUntil > today(givenOf(request)) && { pausedUntil: person.pausedUntil }),
    ...(pending && { addressPending: maskAddress(pending) }),
  };
}

preferencesRoutes.get(
  '/preferences/:token',
  withPreferences(async (request, file) => request.html(preferencesPage(shown(request, file)))),
);

preferencesRoutes.post(
  '/preferences/:token',
  withPreferences(async (request, file) => {
    const fields = await request.req.parseBody({ all: true });
    const form = Form.safeParse({ ...fields, purpose: [fields.purpose ?? []].flat() });
    if (!form.success) return request.html(preferencesPage(shown(request, file)), 422);
    const done = { ...pageOf(request, file), preferencesUrl: request.req.path };
    const given = givenOf(request);
    const { id } = file.person;
    switch (form.data.action) {
      case 'purposes': {
        const purposes = form.data.purpose;
        const proof = await proofOf(request, file, 'link');
        const outcome = await decideAndWrite(id, (now) => changeConsent(now, { purposes, proof }, given));
        return outcome === 'over'
          ? problem(request, 'closed')
          : request.html(preferencesSavedPage({ ...done, purposes }));
      }
      case 'pause': {
        const { months } = form.data;
        await decideAndWrite(id, (now) => pauseMail(now, months, given));
        const until = (await loadPerson(id)).person.pausedUntil;
        return until ? request.html(pausedPage({ ...done, until })) : problem(request, 'closed');
      }
      case 'resume':
        await decideAndWrite(id, (now) => pauseMail(now, undefined, given));
        return request.html(pauseEndedPage(done));
      case 'address': {
        const typed = form.data.address;
        const again = (addressProblem: AddressProblem) =>
          request.html(preferencesPage({ ...shown(request, file), addressProblem, typedAddress: typed }), 422);
        const email = Email.safeParse(typed);
        if (!email.success) return again('invalid');
        const address = email.data;
        const outcome = await decideAndWrite(id, (now) => changeAddress(now, address, given));
        if (outcome === 'same' || outcome === 'too often') return again(outcome);
        return outcome === 'over'
          ? problem(request, 'closed')
          : request.html(addressSentPage({ ...done, address: maskAddress(address) }));
      }
    }
  }),
);

preferencesRoutes.get(
  '/preferences/:token/leave',
  withPreferences(async (request, file) => {
    const preferencesUrl = request.req.path.replace(/\/leave$/, '');
    return request.html(leavePage({ ...pageOf(request, file), preferencesUrl }));
  }),
);

preferencesRoutes.post(
  '/preferences/:token/leave',
  withPerson('preferences', async (request, { subject }, file) => {
    // Pressed twice, it is done; who else has the link finds nobody any more.
    const isTheirs = !file.profile || subject.matter === (await addressHash(file));
    if (!isTheirs) return problem(request, 'moved');
    const outcome = await decideAndWrite(subject.person, (now) => leaveProgramme(now, givenOf(request)));
    return outcome === 'over' ? problem(request, 'closed') : request.html(leftPage(pageOf(request, file)));
  }),
);

preferencesRoutes.get(
  '/stop/:token',
  withPerson('stop', async (request, _link, file) => {
    if (!consentedStint(file)) return problem(request, 'closed');
    return request.html(file.person.stopped ? stoppedPage(pageOf(request, file)) : stopPage(pageOf(request, file)));
  }),
);

/** Also what a mailbox provider posts for its own unsubscribe button: a form body, and neither Origin nor cookies (RFC 8058). */
preferencesRoutes.post(
  '/stop/:token',
  withPerson('stop', async (request, { subject }, file) => {
    // The link alone decides: a form that cannot be read must not keep anybody's opt-out from counting.
    const form = await request.req.parseBody().catch((): Record<string, unknown> => ({}));
    const method = form['List-Unsubscribe'] === 'One-Click' ? 'one-click' : 'link';
    const proof = await proofOf(request, file, method);
    const outcome = await decideAndWrite(subject.person, (now) => stopMail(now, proof, givenOf(request)));
    if (outcome === 'over') return problem(request, 'closed');
    return request.html(stoppedPage(pageOf(request, file)));
  }),
);
