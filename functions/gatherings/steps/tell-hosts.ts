import { Logger } from '@aws-lambda-powertools/logger';
import { identify } from '../../adapters/identity.ts';
import { linkUrl } from '../../adapters/links.ts';
import { NotSent } from '../../adapters/mail.ts';
import { measure } from '../../adapters/metrics.ts';
import { readRoom } from '../../adapters/rooms.ts';
import { programme } from '../../adapters/table.ts';
import type { Given } from '../../domain/decision.ts';
import { type Announced, doorMatter, toldOf } from '../../domain/gathering.ts';
import type { Host } from '../../domain/gathering-plan.ts';
import { countOf } from '../../domain/room.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { entryFor } from '../letters/calendar-entry.ts';
import { revisionTold } from '../letters/write-to-invitee.ts';
import { type HostNews, hostLetter } from '../mails/host.tsx';
import { organiserLetter } from '../mails/organiser.tsx';

/** What those of the staff are told who organise a gathering, or sit with the alumni. */

const logger = new Logger();

/** An address that SES refuses must not keep everybody else waiting: a human looks at it. */
const tell: typeof tellStaff = async (purpose, ...mail) => {
  try {
    await tellStaff(purpose, ...mail);
  } catch (error) {
    if (!(error instanceof NotSent) || error.why !== 'refused') throw error;
    logger.error('not told', { purpose });
    measure('SweepFailures');
  }
};

/** Sends the organiser the way to the list of who comes: at the start, and when answers are closed. */
export async function tellOrganiser(gathering: Announced, given: Given): Promise<void> {
  const { number, plan, done } = gathering;
  const closed = done.closed === true;
  const room = await readRoom(number);
  const hash = (await identify()).address(plan.organiser);
  const letter = organiserLetter({
    policy: given.policy,
    number,
    plan,
    doorUrl: await linkUrl('door', { person: programme, matter: doorMatter(number, hash) }, Date.parse(given.now)),
    closed,
    counts: { attending: countOf(room, 'attending').heads, waiting: countOf(room, 'waiting').people },
  });
  const occasion = `${number}-${hash}${closed ? `-closed-${plan.deadline}` : ''}`;
  await tell('gathering-organiser', occasion, plan.organiser, letter, given);
}

/**
 * Sends each host the note on what may be said, what has changed since, or that they are not expected any more; with the
 * calendar entry.
 */
export async function tellHosts(gathering: Announced, given: Given): Promise<void> {
  const { plan, formerHosts = [] } = gathering;
  for (const host of plan.hosts) await tellHost(host, gathering, given, true);
  for (const host of formerHosts) await tellHost(host, gathering, given, false);
}

async function tellHost(host: Host, gathering: Announced, given: Given, isExpected: boolean): Promise<void> {
  const { number, plan, revision } = gathering;
  const first = `${number}-${(await identify()).address(host.email)}`;
  const known = await revisionTold(programme, { purpose: 'gathering-host', occasion: first });
  const news = newsFor(known, gathering, isExpected);
  if (!news) return;
  const isOff = news === 'cancelled' || news === 'released';
  const occasion = news === 'new' ? first : `${first}-${isOff ? news : revision}`;
  const calendar = entryFor(
    { language: 'ja', name: host.name, address: host.email },
    gathering,
    { revision: 0 },
    isOff ? 'CANCEL' : 'REQUEST',
    given,
  );
  const letter = hostLetter({ policy: given.policy, number, plan, host, news });
  const disclosed = { gatherings: [toldOf(gathering)], classification: plan.classification };
  await tell('gathering-host', occasion, host.email, letter, given, { calendar, disclosed });
}

/** @param known the revision by which somebody was told first; none for who was never told */
function newsFor(
  known: number | undefined,
  { status, revision, changed = [] }: Announced,
  isExpected: boolean,
): HostNews['news'] | undefined {
  if (status === 'cancelled') return known === undefined ? undefined : 'cancelled';
  if (!isExpected) return known === undefined ? undefined : 'released';
  if (known === undefined || known === revision) return 'new';
  return changed.length > 0 ? 'changed' : undefined;
}
