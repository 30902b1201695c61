import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readGathering } from '../../adapters/gatherings.ts';
import { addInvitee } from '../../adapters/invitees.ts';
import { linkUrl } from '../../adapters/links.ts';
import { policy } from '../../adapters/policy.ts';
import { decideOnRoom, readRoom } from '../../adapters/rooms.ts';
import { readRsvp, writeRsvp } from '../../adapters/rsvps.ts';
import { isAlumnus } from '../../domain/alumnus.ts';
import { attendanceIn } from '../../domain/attendance.ts';
import type { PersonFile } from '../../domain/decision.ts';
import { type Announced, dateOfGathering, isAnnounced } from '../../domain/gathering.ts';
import { datesOf, endOfPlan, largestParty, needsUntil } from '../../domain/gathering-plan.ts';
import { hasDoor } from '../../domain/plan-wording.ts';
import { answer, emptyRoom, type Place, positionOf, type Room } from '../../domain/room.ts';
import { longestWords, type Rsvp } from '../../domain/rsvp.ts';
import { type Env, givenOf, problem, type Request } from '../../web/context.ts';
import { pageOf } from '../../web/person-request.ts';
import { fieldsOf, textOrNone, typedText } from '../../web/typed.ts';
import { withPerson } from '../../web/with-link.ts';
import { gatheringPage } from '../pages/gathering.tsx';
import type { RsvpProblem } from '../pages/rsvp-fields.tsx';
import { gatheringOverPage, surveyDonePage, surveyPage } from '../pages/survey.tsx';

/** An alumnus's page of a gathering: the answer before it, the survey after it. */

export const inviteeRoutes = new Hono<Env>();

const Kept = z.enum(['needs', 'reply']);
/** Not every form asks for everything: the one that accepts a place leaves the rest as it was. */
const Answer = z.object({
  answer: z.optional(z.enum(['yes', 'no'])),
  guests: z.optional(typedText),
  needs: z.optional(typedText),
  reply: z.optional(typedText),
  /** What is deleted of what is kept. */
  forget: z.pipe(
    z.optional(z.union([Kept, z.array(Kept)])),
    z.transform((kept) => [kept ?? []].flat()),
  ),
});
const Survey = z.object({ rating: textOrNone, comment: textOrNone });

/** What the page of somebody is made from. */
type Invitee = { file: PersonFile; gathering: Announced; room: Room; said?: Rsvp | undefined };

inviteeRoutes.get(
  '/gathering/:token',
  withInvitee(async (request, invitee) => request.html(await page(request, invitee))),
);

inviteeRoutes.post(
  '/gathering/:token',
  withInvitee(async (request, invitee) => {
    switch (stageOf(request, invitee)) {
      case 'cancelled':
      case 'over':
        return request.html(await page(request, invitee), 410);
      case 'survey':
        return takeSurvey(request, invitee);
      case 'ahead':
        return takeAnswer(request, invitee);
    }
  }),
);

/** Opens the link of somebody who is an alumnus still. */
function withInvitee(show: (request: Request, invitee: Invitee) => Promise<Response>) {
  return withPerson('gathering', async (request, { subject }, file) => {
    const gathering = await readGathering(Number(subject.matter));
    if (!gathering || !isAnnounced(gathering) || !isAlumnus(file.person)) return problem(request, 'closed');
    return show(request, { gathering, ...(await freshly(file, gathering.number)) });
  });
}

async function freshly(file: PersonFile, number: number): Promise<Omit<Invitee, 'gathering'>> {
  const [room, said] = await Promise.all([readRoom(number), readRsvp(file.person.id, number)]);
  return { file, room: room ?? emptyRoom(0), said };
}

/** Which page it is now. */
function stageOf(request: Request, { gathering, room, file }: Invitee): 'ahead' | 'survey' | 'over' | 'cancelled' {
  const given = givenOf(request);
  const { status, plan, done } = gathering;
  if (status === 'cancelled') return 'cancelled';
  if (Date.parse(given.now) < Date.parse(endOfPlan(plan)) && !done.thanked) return 'ahead';
  const isAsked = dateOfGathering(gathering, given) <= datesOf(plan, policy).survey && status === 'announced';
  return isAsked && attendanceIn(room).came.includes(file.person.id) ? 'survey' : 'over';
}

type Again = {
  problem?: RsvpProblem;
  typed?: z.infer<typeof Answer>;
  saved?: boolean;
};

async function page(request: Request, invitee: Invitee, again: Again = {}): Promise<string> {
  const { file, gathering, room, said } = invitee;
  const { id } = file.person;
  const { number, plan } = gathering;
  const shown = { ...pageOf(request, file), plan };
  const stage = stageOf(request, invitee);
  if (stage === 'survey') {
    // What was said before is not shown: a link may have been forwarded. Another answer takes its place.
    return surveyPage({ ...shown, closesOn: datesOf(plan, policy).survey });
  }
  if (stage !== 'ahead') return gatheringOverPage({ ...shown, because: stage });
  const place = room.places[id];
  const matter = String(number);
  return gatheringPage({
    ...shown,
    place,
    position: positionOf(room, id),
    said,
    open: room.open,
    full: room.taken >= room.capacity || room.waiting > 0,
    ...(place?.status === 'attending' &&
      hasDoor(plan, shown.language) && {
        checkInUrl: await linkUrl('check-in', { person: id, matter }, Date.parse(givenOf(request).now)),
      }),
    ...again,
  });
}

async function takeAnswer(request: Request, invitee: Invitee): Promise<Response> {
  const { file, gathering, room } = invitee;
  const { number, plan } = gathering;
  const { id } = file.person;
  const form = Answer.safeParse(await request.req.parseBody({ all: true }));
  if (!form.success) return request.html(await page(request, invitee, { problem: 'choose' }), 422);
  const typed = form.data;
  const again = async (what: RsvpProblem) => request.html(await page(request, invitee, { problem: what, typed }), 422);
  const { guests, needs = '', reply = '' } = typed;
  if (!typed.answer) return again('choose');
  if (needs.length > longestWords || reply.length > longestWords) return again('too long');
  const party = guests === undefined ? partyBefore(room.places[id]) : 1 + Number(guests);
  if (guests !== undefined && !(/^\d{1,2}$/.test(guests) && party <= largestParty(plan))) return again('too many');
  const heads = typed.answer === 'yes' ? party : 0;
  // Before anything is written: a no to new answers keeps what was said.
  const before = answer(room, id, heads).outcome;
  if (isRefused(before)) return again(before);
  if (!(await writeRsvp(id, rsvpOf(request, invitee, typed), needsUntil(plan, policy))))
    return problem(request, 'closed');
  // Whoever learnt of it otherwise, as from a mail of outreach, is told of its changes from now on.
  await addInvitee(number, { person: id, told: gathering.revision });
  const outcome = await decideOnRoom(number, (now) => answer(now, id, heads));
  if (outcome === 'unknown') return problem(request, 'closed');
  if (isRefused(outcome)) return again(outcome);
  const after = { gathering, ...(await freshly(file, number)) };
  return request.html(await page(request, after, { saved: true }));
}

/** How many come with somebody whose form did not ask: as many as they have a place for. */
function partyBefore(place: Place | undefined): number {
  return place?.status === 'attending' || place?.status === 'offered' || place?.status === 'waiting' ? place.party : 1;
}

/** Nothing comes of an answer. */
function isRefused<Outcome extends string>(
  outcome: Outcome,
): outcome is Extract<Outcome, 'closed' | 'no room for more' | 'too often'> {
  return outcome === 'closed' || outcome === 'no room for more' || outcome === 'too often';
}

/** Typed words replace what is kept, which stays where nothing is typed, unless it is to be deleted. A no deletes it. */
function rsvpOf(request: Request, { gathering, said }: Invitee, typed: z.infer<typeof Answer>): Rsvp {
  const { answer = 'no', forget } = typed;
  const wordsOf = (name: z.infer<typeof Kept>) =>
    typed[name]?.trim() || (forget.includes(name) ? undefined : said?.[name]);
  const [needs, reply] = answer === 'yes' ? [wordsOf('needs'), wordsOf('reply')] : [];
  return {
    gathering: gathering.number,
    answer,
    at: givenOf(request).now,
    ...(needs && { needs }),
    ...(reply && { reply }),
    ...(said?.survey && { survey: said.survey }),
  };
}

async function takeSurvey(request: Request, invitee: Invitee): Promise<Response> {
  const { file, gathering, said } = invitee;
  const { plan, number } = gathering;
  const { rating, comment } = Survey.parse(await fieldsOf(request));
  const shown = { ...pageOf(request, file), plan };
  const value = /^[1-5]$/.test(rating) ? Number(rating) : undefined;
  const what = value === undefined ? 'choose' : comment.length > longestWords ? 'too long' : undefined;
  const closesOn = datesOf(plan, policy).survey;
  if (what || value === undefined)
    return request.html(surveyPage({ ...shown, rating: value, comment, closesOn, problem: what }), 422);
  const at = givenOf(request).now;
  const survey = { rating: value, at, ...(comment.trim() && { comment: comment.trim() }) };
  const rsvp: Rsvp = { gathering: number, answer: 'yes', at, ...said, survey };
  const isKept = await writeRsvp(file.person.id, rsvp, needsUntil(plan, policy));
  return isKept ? request.html(surveyDonePage(shown)) : problem(request, 'closed');
}
