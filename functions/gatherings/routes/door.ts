import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod/mini';
import { readGathering } from '../../adapters/gatherings.ts';
import { identify } from '../../adapters/identity.ts';
import { openLink } from '../../adapters/links.ts';
import { loadPerson } from '../../adapters/people.ts';
import { policy } from '../../adapters/policy.ts';
import { checkIn, countWalkIns } from '../../adapters/room-door.ts';
import { readRoom } from '../../adapters/rooms.ts';
import { today } from '../../domain/decision.ts';
import { type Announced, dateOfGathering, doorMatter, isAnnounced } from '../../domain/gathering.ts';
import { datesOf, needsUntil } from '../../domain/gathering-plan.ts';
import { countOf, emptyRoom } from '../../domain/room.ts';
import { type Env, givenOf, languageFor, problem, type Request } from '../../web/context.ts';
import { type Opened, withLink } from '../../web/with-link.ts';
import { attendeesOf } from '../door/attendees.ts';
import { attendeesCsv } from '../door/attendees-csv.ts';
import { checkInPage, ticketPage } from '../pages/check-in.tsx';
import { type DoorProblem, doorPage } from '../pages/door.tsx';

/**
 * At the door. Only the organiser's link checks in; a code that is scanned shows the way there on a phone that has opened
 * that link before, and says nothing to anybody else.
 */

export const doorRoutes = new Hono<Env>();

/** Remembers on the organiser's phone, for the pages behind codes only, which link is theirs. */
const cookieOf = (number: number) => `door-${number}`;

const Came = z.object({ person: z.string(), came: z.coerce.number().check(z.int(), z.minimum(0)) });
const WalkIns = z.object({ walkIns: z.enum(['1', '-1']) });

doorRoutes.get(
  '/door/:token',
  withDoor(async (request, gathering) => {
    setCookie(request, cookieOf(gathering.number), tokenOf(request), {
      path: '/check-in',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      maxAge: 30 * 86_400,
    });
    return request.html(await pageOf(request, gathering));
  }),
);

doorRoutes.get(
  '/door/:token/list.csv',
  withDoor(async (request, { number, plan }) => {
    const room = (await readRoom(number)) ?? emptyRoom(0);
    return request.body(attendeesCsv(plan, await attendeesOf(number, room)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="gathering-${number}.csv"`,
    });
  }),
);

doorRoutes.post(
  '/door/:token',
  withDoor(async (request, gathering) => {
    const { number } = gathering;
    if (isEarly(request, gathering)) return request.html(await pageOf(request, gathering, 'too early'), 422);
    const body = await request.req.parseBody();
    const walkIns = WalkIns.safeParse(body);
    if (walkIns.success) {
      await countWalkIns(number, Number(walkIns.data.walkIns));
      return backTo(request);
    }
    const form = Came.safeParse(body);
    if (!form.success) return request.html(await pageOf(request, gathering, 'heads'), 422);
    const { person, came } = form.data;
    const place = (await readRoom(number))?.places[person];
    if (place?.status !== 'attending') return request.html(await pageOf(request, gathering, 'not attending'), 422);
    if (came > place.party) return request.html(await pageOf(request, gathering, 'heads'), 422);
    await checkIn(number, person, came);
    return backTo(request, `p-${person}`);
  }),
);

doorRoutes.get(
  '/check-in/:token',
  withLink('check-in', async (request, { subject }) => {
    const { person, matter } = subject;
    const gathering = await readGathering(Number(matter));
    if (!gathering || !isAnnounced(gathering)) return problem(request, 'closed');
    const { plan, number } = gathering;
    const page = { language: languageFor(request), policy, plan };
    const door = getCookie(request, cookieOf(number));
    const isOrganiser = door !== undefined && (await opensDoor(request, door, gathering));
    const place = isOrganiser ? (await readRoom(number))?.places[person] : undefined;
    const { profile } = place ? await loadPerson(person) : {};
    if (!place || !profile || !door) return request.html(ticketPage(page));
    const attendee = { name: profile.name, party: place.party, status: place.status, came: place.came };
    return request.html(checkInPage({ ...page, attendee, action: `/door/${door}`, person }));
  }),
);

/** Opens the link of who is the organiser now, as long as the list is kept. */
function withDoor(show: (request: Request, gathering: Announced) => Promise<Response>) {
  return withLink('door', async (request: Request, { subject }: Opened) => {
    const gathering = await readGathering(Number.parseInt(subject.matter, 10));
    if (!gathering || !isAnnounced(gathering)) return problem(request, 'closed');
    return (await isOpen(request, subject.matter, gathering))
      ? show(request, gathering)
      : problem(request, 'list-closed');
  });
}

const tokenOf = (request: Request) => request.req.param('token') ?? '';

/** Whether a link is that of who is the organiser now, and the list is still kept. */
async function isOpen(request: Request, matter: string, { number, plan }: Announced): Promise<boolean> {
  const isOrganisers = matter === doorMatter(number, (await identify()).address(plan.organiser));
  return isOrganisers && needsUntil(plan, policy) >= today(givenOf(request));
}

/** Whether a token is the organiser's link to this gathering. */
async function opensDoor(request: Request, token: string, gathering: Announced): Promise<boolean> {
  const link = await openLink('door', token, Date.parse(givenOf(request).now));
  return link.ok && isOpen(request, link.subject.matter, gathering);
}

/** Back to the list, so that loading it again does not count anybody again. */
function backTo(request: Request, fragment = ''): Response {
  return request.redirect(`/door/${tokenOf(request)}${fragment && `#${fragment}`}`, 303);
}

/** Whether it is before the day before. */
function isEarly(request: Request, gathering: Announced): boolean {
  return dateOfGathering(gathering, givenOf(request)) < datesOf(gathering.plan, policy).details;
}

async function pageOf(request: Request, gathering: Announced, problem?: DoorProblem): Promise<string> {
  const { number, plan } = gathering;
  const room = (await readRoom(number)) ?? emptyRoom(0);
  const attendees = await attendeesOf(number, room);
  const came = attendees.reduce((sum, { status, came = 0 }) => sum + (status === 'attending' ? came : 0), 0);
  return doorPage({
    language: languageFor(request),
    policy,
    number,
    plan,
    attendees,
    walkIns: room.walkIns,
    heads: { expected: countOf(room, 'attending').heads, came },
    csvUrl: `/door/${tokenOf(request)}/list.csv`,
    problem,
    early: isEarly(request, gathering),
  });
}
