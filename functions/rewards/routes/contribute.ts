import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { takeContribution } from '../../adapters/contributing.ts';
import { wordsOf } from '../../adapters/contribution-words.ts';
import { decideOnReward, readContribution } from '../../adapters/contributions.ts';
import { linkUrl } from '../../adapters/links.ts';
import { policy } from '../../adapters/policy.ts';
import { programme } from '../../adapters/table.ts';
import { isAlumnus, mayBeAnswered, stintOfAlumnus } from '../../domain/alumnus.ts';
import { type Contribution, ContributionKind, isWaiting } from '../../domain/contribution.ts';
import { longestName, longestText } from '../../domain/contribution-words.ts';
import { type Given, type PersonFile, today } from '../../domain/decision.ts';
import { declineReward } from '../../domain/reward-payout.ts';
import { promisedAmount } from '../../domain/reward-rules.ts';
import { oneLine } from '../../domain/wording.ts';
import { type Env, givenOf, problem, type Request } from '../../web/context.ts';
import { addressHash, pageOf } from '../../web/person-request.ts';
import { fieldsOf, textOrNone } from '../../web/typed.ts';
import { withPerson } from '../../web/with-link.ts';
import { earnedInWords } from '../pages/contribute-earned.ts';
import type { Wrong } from '../pages/contribute-fields.ts';
import { type ContributeField, type ContributeForm, contributeFormPage } from '../pages/contribute-form.tsx';
import { contributeHomePage } from '../pages/contribute-home.tsx';
import { contributionStandingPage } from '../pages/contribution-standing.tsx';

/** An alumnus's pages: what they can contribute, and where their contributions stand. */

export const contributeRoutes = new Hono<Env>();

const Form = z.object({
  form: textOrNone,
  topic: textOrNone,
  company: textOrNone,
  own: textOrNone,
  text: textOrNone,
  reward: textOrNone,
});
type Form = z.infer<typeof Form>;
const FormId = z.uuidv4();
const Decline = z.object({ action: z.literal('decline') });

/** A link belongs to the address that it was mailed to: an old mailbox sees nothing any more. */
function withContributor(show: (request: Request, file: PersonFile) => Promise<Response>) {
  return withPerson('contribute', async (request, { subject }, file) => {
    if (!isAlumnus(file.person)) return problem(request, 'closed');
    return subject.matter === (await addressHash(file)) ? show(request, file) : problem(request, 'moved');
  });
}

/** Where a page of the same link is, in the language that was chosen. */
function urlOf(request: Request, page?: ContributionKind | number): string {
  const home = request.req.path.split('/').slice(0, 3).join('/');
  const lang = request.req.query('lang');
  const query = lang === undefined ? '' : `?lang=${encodeURIComponent(lang)}`;
  return `${home}${page === undefined ? '' : `/${page}`}${query}`;
}

contributeRoutes.get(
  '/contribute/:token',
  withContributor(async (request, file) => {
    const shown = pageOf(request, file);
    const kept = await wordsOf(file.person.id);
    const found = await Promise.all(kept.map(({ contribution }) => readContribution(contribution)));
    const about = {
      ...shown,
      country: stintOfAlumnus(file.person)?.facts.country ?? '',
      date: today(givenOf(request)),
    };
    return request.html(
      contributeHomePage({
        ...shown,
        earned: {
          referral: earnedInWords('referral', about),
          lead: earnedInWords('lead', about),
          feedback: earnedInWords('feedback', about),
        },
        contributions: found.filter((contribution) => contribution !== undefined),
        urlOf: (page) => urlOf(request, page),
      }),
    );
  }),
);

const formPath = '/contribute/:token/:kind{referral|lead|feedback}';

contributeRoutes.get(
  formPath,
  withContributor(async (request, file) => request.html(contributeFormPage(formOf(request, file, randomUUID())))),
);

contributeRoutes.post(
  formPath,
  withContributor(async (request, file) => {
    const fields = Form.parse(await fieldsOf(request));
    const id = FormId.safeParse(fields.form);
    const page = formOf(request, file, id.success ? id.data : randomUUID());
    const again = (what: Partial<ContributeForm>, status: 422 | 429 = 422) =>
      request.html(contributeFormPage({ ...page, typed: fields, ...what }), status);
    const wrong = wrongIn(fields, page);
    if (Object.keys(wrong).length > 0) return again({ wrong });
    if (!id.success) return again({ refused: 'again' });
    const sent = {
      ...contentOf(fields, page.kind),
      form: page.form,
      wantsReward: page.isPromised && fields.reward === 'yes',
    };
    const taken = await takeContribution(file.person.id, sent, givenOf(request));
    switch (taken.outcome) {
      case 'submitted':
        // So that loading the page again sends nothing.
        return request.redirect(urlOf(request, taken.number), 303);
      case 'too often':
        return again({ refused: 'too often' }, 429);
      case 'no such topic':
        return again({ wrong: { topic: 'missing' } });
      case 'no alumnus':
        return problem(request, 'closed');
    }
  }),
);

/** What a form is made from before anything is typed. */
function formOf(request: Request, file: PersonFile, form: string): ContributeForm {
  const kind = ContributionKind.parse(request.req.param('kind'));
  const shown = pageOf(request, file);
  const [country, date] = [stintOfAlumnus(file.person)?.facts.country ?? '', today(givenOf(request))];
  return {
    ...shown,
    kind,
    earned: earnedInWords(kind, { ...shown, country, date }),
    isPromised: promisedAmount(kind, country, date, policy) > 0,
    form,
    homeUrl: urlOf(request),
  };
}

function wrongIn(fields: Form, { kind, isPromised }: ContributeForm): Wrong<ContributeField> {
  const company = oneLine(fields.company);
  const hasTopic = policy.contributions.topics.some(({ id }) => id === fields.topic);
  return {
    ...(kind === 'feedback' && !hasTopic && { topic: 'missing' }),
    ...(kind === 'lead' && company === '' && { company: 'missing' }),
    ...(kind === 'lead' && company.length > longestName && { company: 'too long' }),
    ...(kind !== 'referral' && fields.text.trim() === '' && { text: 'missing' }),
    ...(kind !== 'referral' && fields.text.length > longestText && { text: 'too long' }),
    ...(isPromised && fields.reward !== 'yes' && fields.reward !== 'no' && { reward: 'missing' }),
  };
}

/** What a form of a kind asks for; anything else that was sent with it is left out. */
function contentOf({ topic, company, own, text }: Form, kind: ContributionKind) {
  switch (kind) {
    case 'referral':
      return { kind };
    case 'lead':
      return { kind, company: oneLine(company), text: text.trim(), ownCompany: own === 'yes' };
    case 'feedback':
      return { kind, topic, text: text.trim() };
  }
}

const standingPath = '/contribute/:token/:number{[1-9][0-9]{0,8}}';

contributeRoutes.get(
  standingPath,
  withContributor(async (request, file) => {
    const contribution = await ownOf(request, file);
    return contribution ? standing(request, file, contribution) : problem(request, 'not-found');
  }),
);

contributeRoutes.post(
  standingPath,
  withContributor(async (request, file) => {
    const before = await ownOf(request, file);
    if (!before) return problem(request, 'not-found');
    if (!Decline.safeParse(await fieldsOf(request)).success) return standing(request, file, before);
    const given = givenOf(request);
    const outcome = await decideOnReward(
      before.number,
      (contribution, budget) => declineReward(contribution, budget, given),
      given,
    );
    const after = (await readContribution(before.number)) ?? before;
    return standing(request, file, after, outcome === 'over' ? 'too late' : 'declined');
  }),
);

/** The contribution of the address, where it is theirs. */
async function ownOf(request: Request, { person }: PersonFile): Promise<Contribution | undefined> {
  const contribution = await readContribution(Number(request.req.param('number')));
  return contribution?.person === person.id ? contribution : undefined;
}

async function standing(
  request: Request,
  file: PersonFile,
  contribution: Contribution,
  said?: 'declined' | 'too late',
): Promise<Response> {
  const given = givenOf(request);
  const { number, status } = contribution;
  const invitationUrl =
    status === 'waits for the candidate' || status === 'waits for the confirmation'
      ? await linkUrl('candidate', { person: programme, matter: String(number) }, Date.parse(given.now))
      : undefined;
  return request.html(
    contributionStandingPage({
      ...pageOf(request, file),
      contribution,
      homeUrl: urlOf(request),
      invitationUrl,
      isMailed: mayBeAnswered(file.person),
      mayDecline: mayDecline(contribution, given),
      said,
    }),
    said === 'too late' ? 409 : 200,
  );
}

/** Whether declining would change anything for the alumnus; the budget does not matter to that. */
function mayDecline(contribution: Contribution, given: Given): boolean {
  if (!contribution.reward && !isWaiting(contribution)) return false;
  return declineReward(contribution, { period: '', used: 0, version: 0 }, given).outcome === 'declined';
}
