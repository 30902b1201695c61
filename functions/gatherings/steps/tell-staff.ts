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
import { headsIn, waitingList } from '../../domain/room.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { entryFor } from '../entry.ts';
import { hostLetter } from '../mails/host.tsx';
import { organiserLetter } from '../mails/organiser.tsx';
import { revisionTold } from '../write-to-guest.ts';

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
  const room = (await readRoom(number))?.room;
  const places = Object.values(room?.places ?? {});
  const hash = (await identify()).address(plan.organiser);
  const letter = organiserLetter({
    policy: given.policy,
    number,
    plan,
    doorUrl: await linkUrl('door', { person: programme, matter: doorMatter(number, hash) }, Date.parse(given.now)),
    closed,
    counts: {
      attending: places.reduce((sum, place) => sum + (place.status === 'attending' ? headsIn(place) : 0), 0),
      waiting: room ? waitingList(room).length : 0,
    },
  });
  const occasion = `${number}-${hash}${closed ? `-closed-${plan.deadline}` : ''}`;
  await tell('gathering-organiser', occasion, plan.organiser, letter, given);
}

/** Sends each host the note on what may be said, what has changed since, or that it is called off; with the calendar entry. */
export async function tellHosts(gathering: Announced, given: Given): Promise<void> {
  for (const host of gathering.plan.hosts) await tellHost(host, gathering, given);
}

async function tellHost(host: Host, gathering: Announced, given: Given): Promise<void> {
  const { number, plan, revision, status } = gathering;
  const hash = (await identify()).address(host.email);
  const first = `${number}-${hash}`;
  const known = await revisionTold(programme, { purpose: 'gathering-host', occasion: first });
  if (status === 'cancelled' && known === undefined) return;
  const news = status === 'cancelled' ? 'cancelled' : known === undefined || known === revision ? 'new' : 'changed';
  const occasion = news === 'new' ? first : `${first}-${news === 'cancelled' ? news : revision}`;
  const calendar = entryFor(
    { language: 'ja', name: host.name, address: host.email },
    gathering,
    { revision: 0 },
    news === 'cancelled' ? 'CANCEL' : 'REQUEST',
    given,
  );
  const letter = hostLetter({ policy: given.policy, number, plan, host, news });
  const disclosed = { gatherings: [toldOf(gathering)], classification: plan.classification };
  await tell('gathering-host', occasion, host.email, letter, given, { calendar, disclosed });
}
