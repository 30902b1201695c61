import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { linkUrl } from '../../adapters/links.ts';
import { policy } from '../../adapters/policy.ts';
import { casesOf, decideOnRehire, readRehire, takeRehire } from '../../adapters/rehires.ts';
import { isAlumnus, isKnown, mayBeAnswered } from '../../domain/alumnus.ts';
import { type PersonFile, today } from '../../domain/decision.ts';
import { isOpen, type Rehire } from '../../domain/rehire.ts';
import { mayAnswer, withdrawRehire } from '../../domain/rehire-offer.ts';
import { longestText } from '../../domain/rehire-words.ts';
import { allowedKinds } from '../../domain/return-conditions.ts';
import type { PlainDate } from '../../domain/time.ts';
import { type Env, givenOf, problem, type Request } from '../../web/context.ts';
import { addressHash, pageOf } from '../../web/person-request.ts';
import { fieldsOf, textOrNone } from '../../web/typed.ts';
import { withPerson } from '../../web/with-link.ts';
import { type InterestForm, interestFormPage } from '../pages/interest-form.tsx';
import { interestStandingPage } from '../pages/interest-standing.tsx';
import { writtenDate } from '../written-date.ts';

/** Where an alumnus asks to come back, sees how that stands, and takes it back. */

export const interestRoutes = new Hono<Env>();

const Form = z.object({ form: textOrNone, kind: textOrNone, from: textOrNone, talk: textOrNone, since: textOrNone });
const FormId = z.uuidv4();
const Withdraw = z.object({ action: z.literal('withdraw'), number: z.coerce.number() });

/** What somebody's page is made from: their cases, newest first. */
type Own = { file: PersonFile; cases: readonly Rehire[] };

/** A link belongs to the address that it was mailed to: an old mailbox sees nothing any more. */
function withCases(show: (request: Request, own: Own) => Response | Promise<Response>) {
  return withPerson('rehire', async (request, { subject }, file) => {
    if (!isKnown(file.person)) return problem(request, 'closed');
    if (subject.matter !== (await addressHash(file))) return problem(request, 'moved');
    return show(request, { file, cases: await casesOf(file.person.id) });
  });
}

interestRoutes.get(
  '/rehire/:token',
  withCases((request, own) => {
    // Who is here again sees how it stands, and asks for nothing.
    const shown = own.cases.find(isOpen) ?? (isAlumnus(own.file.person) ? undefined : own.cases[0]);
    return shown ? standing(request, own, shown) : request.html(interestFormPage(formOf(request, own, randomUUID())));
  }),
);

interestRoutes.post(
  '/rehire/:token',
  withCases(async (request, own) => {
    const fields = await fieldsOf(request);
    const withdrawn = Withdraw.safeParse(fields);
    return withdrawn.success ? withdraw(request, own, withdrawn.data.number) : ask(request, own, Form.parse(fields));
  }),
);

/** What the form is made from before anything is typed. */
function formOf(request: Request, { file, cases }: Own, form: string): InterestForm {
  const isMailed = mayBeAnswered(file.person);
  return { ...pageOf(request, file), date: today(givenOf(request)), form, past: cases, isMailed };
}

/** Opens a case; whoever has an open one is shown that. */
async function ask(request: Request, own: Own, typed: z.infer<typeof Form>): Promise<Response> {
  const id = FormId.safeParse(typed.form);
  const page = formOf(request, own, id.success ? id.data : randomUUID());
  const again = (what: Partial<InterestForm>) => request.html(interestFormPage({ ...page, typed, ...what }), 422);
  const kind = allowedKinds(policy).find((each) => each === typed.kind);
  const wrong = wrongIn(typed, page.date);
  if (!kind || Object.keys(wrong).length > 0) return again({ wrong: { ...(!kind && { kind: 'missing' }), ...wrong } });
  if (!id.success) return again({ refused: 'again' });
  const [from, sinceThen] = [writtenDate(typed.from), typed.since.trim()];
  const taken = await takeRehire(
    own.file.person.id,
    {
      kind,
      ...(from && { from }),
      wantsTalk: typed.talk === 'yes',
      openedBy: 'alumnus',
      ...(sinceThen && { sinceThen }),
      form: page.form,
    },
    givenOf(request),
  );
  switch (taken.outcome) {
    case 'opened':
    case 'already open':
      // So that loading the page again sends nothing.
      return request.redirect(homeOf(request), 303);
    case 'too often':
      return request.html(interestFormPage({ ...page, typed, refused: 'too often' }), 429);
    case 'no alumnus':
    case 'no consent':
      return problem(request, 'closed');
  }
}

function wrongIn({ from, since }: z.infer<typeof Form>, date: PlainDate): NonNullable<InterestForm['wrong']> {
  const day = writtenDate(from);
  return {
    ...(from.trim() !== '' && !day && { from: 'unreadable' }),
    ...(day && day < date && { from: 'past' }),
    ...(since.trim().length > longestText && { since: 'too long' }),
  };
}

/** Takes one of their cases back; the page says which, since another may have been opened meanwhile. */
async function withdraw(request: Request, own: Own, number: number): Promise<Response> {
  const before = own.cases.find((each) => each.number === number);
  if (!before) return problem(request, 'not-found');
  const given = givenOf(request);
  const outcome = await decideOnRehire(number, (rehire) => withdrawRehire(rehire, given), given);
  const after = (await readRehire(number)) ?? before;
  if (outcome !== 'over') return standing(request, own, after, { said: 'withdrawn' });
  // One that has ended in another way needs no word about that.
  return standing(request, own, after, { ...(isOpen(after) && { said: 'too late' }), status: 409 });
}

async function standing(
  request: Request,
  { file, cases }: Own,
  rehire: Rehire,
  { said, status = 200 }: { said?: 'withdrawn' | 'too late'; status?: 200 | 409 } = {},
): Promise<Response> {
  const given = givenOf(request);
  const matter = `${rehire.number}-${rehire.offer?.revision}-${await addressHash(file)}`;
  const subject = { person: file.person.id, matter };
  const isMailed = mayBeAnswered(file.person);
  const page = interestStandingPage({
    ...pageOf(request, file),
    rehire,
    past: cases.filter((each) => each.number !== rehire.number && !isOpen(each)),
    // Every mail leads here, and mails are passed on: the offer is read by its own mail, where there can be one.
    offerUrl:
      mayAnswer(rehire, given) && !isMailed ? await linkUrl('offer', subject, Date.parse(given.now)) : undefined,
    homeUrl: homeOf(request),
    isMailed,
    said,
  });
  return request.html(page, status);
}

/** The same page, in the language that was chosen. */
function homeOf(request: Request): string {
  const lang = request.req.query('lang');
  return `${request.req.path}${lang === undefined ? '' : `?lang=${encodeURIComponent(lang)}`}`;
}
