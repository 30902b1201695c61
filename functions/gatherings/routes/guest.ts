import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readGathering } from '../../adapters/gatherings.ts';
import { addGuest } from '../../adapters/guests.ts';
import { linkUrl } from '../../adapters/links.ts';
import { policy } from '../../adapters/policy.ts';
import { decideOnRoom, readRoom } from '../../adapters/rooms.ts';
import { readRsvp, writeRsvp } from '../../adapters/rsvps.ts';
import { isAlumnus } from '../../domain/alumnus.ts';
import { attendanceIn } from '../../domain/attendance.ts';
import type { PersonFile } from '../../domain/decision.ts';
import { type Announced, dateOfGathering, isAnnounced } from '../../domain/gathering.ts';
import { datesOf, endOfPlan, largestParty } from '../../domain/gathering-plan.ts';
import { needsUntil } from '../../domain/gathering-steps.ts';
import { hasDoor } from '../../domain/gathering-wording.ts';
import { answer, emptyRoom, positionOf, type Room } from '../../domain/room.ts';
import { longestWords, type Rsvp } from '../../domain/rsvp.ts';
import { type Env, givenOf, problem, type Request } from '../../web/context.ts';
import { pageOf } from '../../web/person-request.ts';
import { withPerson } from '../../web/with-link.ts';
import { gatheringPage } from '../pages/gathering.tsx';
import type { RsvpProblem } from '../pages/rsvp-form.tsx';
import { gatheringOverPage, surveyDonePage, surveyPage } from '../pages/survey.tsx';

/** An alumnus's page of a gathering: the answer before it, the survey after it. */

export const guestRoutes = new Hono<Env>();

/** Not every form asks for everything: the one that accepts a place leaves the rest as it was. */
const words = z.optional(z.string());
const Answer = z.object({ answer: z.optional(z.enum(['yes', 'no'])), guests: words, needs: words, reply: words });
const Survey = z.object({ rating: words, comment: words });

/** What the page of somebody is made from. */
type Guest = { file: PersonFile; gathering: Announced; room: Room; said?: Rsvp | undefined };

guestRoutes.get(
  '/gathering/:token',
  withGuest(async (request, guest) => request.html(await page(request, guest))),
);

guestRoutes.post(
  '/gathering/:token',
  withGuest(async (request, guest) => {
    switch (stageOf(request, guest)) {
      case 'cancelled':
      case 'over':
        return request.html(await page(request, guest), 410);
      case 'survey':
        return takeSurvey(request, guest);
      case 'ahead':
        return takeAnswer(request, guest);
    }
  }),
);

/** Opens the link of somebody who is an alumnus still. */
function withGuest(show: (request: Request, guest: Guest) => Promise<Response>) {
  return withPerson('gathering', async (request, { subject }, file) => {
    const gathering = await readGathering(Number(subject.matter));
    if (!gathering || !isAnnounced(gathering) || !isAlumnus(file.person)) return problem(request, 'closed');
    return show(request, { gathering, ...(await freshly(file, gathering.number)) });
  });
}

async function freshly(file: PersonFile, number: number): Promise<Omit<Guest, 'gathering'>> {
  const [found, said] = await Promise.all([readRoom(number), readRsvp(file.person.id, number)]);
  return { file, room: found?.room ?? emptyRoom(0), said };
}

/** Which page it is now. */
function stageOf(request: Request, { gathering, room, file }: Guest): 'ahead' | 'survey' | 'over' | 'cancelled' {
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

async function page(request: Request, guest: Guest, again: Again = {}): Promise<string> {
  const { file, gathering, room, said } = guest;
  const { id } = file.person;
  const { number, plan } = gathering;
  const shown = { ...pageOf(request, file), plan };
  const stage = stageOf(request, guest);
  if (stage === 'survey') {
    const { rating, comment } = said?.survey ?? {};
    return surveyPage({ ...shown, rating, comment, closesOn: datesOf(plan, policy).survey });
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

async function takeAnswer(request: Request, guest: Guest): Promise<Response> {
  const { file, gathering, room } = guest;
  const { number, plan } = gathering;
  const { id } = file.person;
  const form = Answer.safeParse(await request.req.parseBody());
  if (!form.success) return request.html(await page(request, guest, { problem: 'choose' }), 422);
  const typed = form.data;
  const again = async (what: RsvpProblem) => request.html(await page(request, guest, { problem: what, typed }), 422);
  const { guests, needs = '', reply = '' } = typed;
  if (!typed.answer) return again('choose');
  if (needs.length > longestWords || reply.length > longestWords) return again('too long');
  const party = guests === undefined ? (room.places[id]?.party ?? 1) : 1 + Number(guests);
  if (guests !== undefined && !(/^\d{1,2}$/.test(guests) && party <= largestParty(plan))) return again('too many');
  const heads = typed.answer === 'yes' ? party : 0;
  // Before anything is written: a no to new answers keeps what was said.
  const before = answer(room, id, heads).outcome;
  if (before === 'closed' || before === 'no room for more') return again(before);
  if (!(await writeRsvp(id, rsvpOf(request, guest, typed), needsUntil(gathering, policy) ?? plan.deadline)))
    return problem(request, 'closed');
  // Whoever learnt of it otherwise, as from a mail of outreach, is told of its changes from now on.
  await addGuest(number, { person: id, told: gathering.revision });
  const outcome = await decideOnRoom(number, (now) => answer(now, id, heads));
  if (outcome === 'unknown') return problem(request, 'closed');
  if (outcome === 'closed' || outcome === 'no room for more') return again(outcome);
  const after = { gathering, ...(await freshly(file, number)) };
  return request.html(await page(request, after, { saved: true }));
}

function rsvpOf(request: Request, { gathering, said }: Guest, typed: z.infer<typeof Answer>): Rsvp {
  const { answer = 'no', needs = said?.needs, reply = said?.reply } = typed;
  return {
    gathering: gathering.number,
    answer,
    at: givenOf(request).now,
    ...(answer === 'yes' && needs?.trim() && { needs: needs.trim() }),
    ...(answer === 'yes' && reply?.trim() && { reply: reply.trim() }),
    ...(said?.survey && { survey: said.survey }),
  };
}

async function takeSurvey(request: Request, guest: Guest): Promise<Response> {
  const { file, gathering, said } = guest;
  const { plan, number } = gathering;
  const form = Survey.safeParse(await request.req.parseBody());
  const { rating = '', comment = '' } = form.success ? form.data : {};
  const shown = { ...pageOf(request, file), plan };
  const value = /^[1-5]$/.test(rating) ? Number(rating) : undefined;
  const what = value === undefined ? 'choose' : comment.length > longestWords ? 'too long' : undefined;
  const closesOn = datesOf(plan, policy).survey;
  if (what || value === undefined)
    return request.html(surveyPage({ ...shown, rating: value, comment, closesOn, problem: what }), 422);
  const at = givenOf(request).now;
  const survey = { rating: value, at, ...(comment.trim() && { comment: comment.trim() }) };
  const rsvp: Rsvp = { gathering: number, answer: 'yes', at, ...said, survey };
  const isKept = await writeRsvp(file.person.id, rsvp, needsUntil(gathering, policy) ?? closesOn);
  return isKept ? request.html(surveyDonePage(shown)) : problem(request, 'closed');
}
