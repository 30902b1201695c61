import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { readGathering } from '../adapters/gatherings.ts';
import { sendQuota } from '../adapters/mail.ts';
import { policy } from '../adapters/policy.ts';
import { tidyRoom } from '../adapters/room-item.ts';
import { offerPlaces, readRoom } from '../adapters/rooms.ts';
import { numberIn } from '../adapters/table.ts';
import type { Given } from '../domain/decision.ts';
import { isAnnounced, offeredUntil, takesPlaces } from '../domain/gathering.ts';
import { untold } from '../domain/room.ts';
import { Pace } from '../mail/pace.ts';
import { tellOfPlace } from './letters/tell-of-place.ts';

/**
 * After every change of a room: whoever waits longest gets what has become free, and everybody whose place changed is told.
 * The table says what is open, so that a change seen twice, or late, does nothing twice.
 */

const logger = new Logger();

/** Stop in time to answer. */
const leastMillisecondsLeft = 20_000;

export async function handler(
  { Records }: DynamoDBStreamEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> {
  // A record may be hours old when it is tried again, and an offer counts from when it is made.
  const given = { now: new Date().toISOString(), policy };
  const hasTime = () => context.getRemainingTimeInMillis() > leastMillisecondsLeft;
  const batchItemFailures: DynamoDBBatchResponse['batchItemFailures'] = [];
  // Each room once, one after the other: two at once would tell the same people.
  for (const [number, first] of firstOfEach(Records)) {
    try {
      const outcome = await seatIn(number, given, hasTime);
      logger.info('seated', { gathering: number, ...outcome });
      if (outcome.left > 0) batchItemFailures.push({ itemIdentifier: first });
    } catch (error) {
      logger.error('not seated', { gathering: number, error: error instanceof Error ? error.name : 'unknown' });
      batchItemFailures.push({ itemIdentifier: first });
    }
  }
  return { batchItemFailures };
}

/** The rooms that changed, each with the record that came first. */
function firstOfEach(records: readonly DynamoDBRecord[]): Map<number, string> {
  const first = new Map<number, string>();
  for (const { dynamodb } of records) {
    const number = numberIn(dynamodb?.Keys?.pk?.S ?? '');
    if (!first.has(number)) first.set(number, dynamodb?.SequenceNumber ?? '');
  }
  return first;
}

type Seated = {
  offered: number;
  told: number;
  /** Not told yet: time ran out, or they could not be. */
  left: number;
};

async function seatIn(number: number, given: Given, hasTime: () => boolean): Promise<Seated> {
  const gathering = await readGathering(number);
  if (!gathering || !isAnnounced(gathering)) return { offered: 0, told: 0, left: 0 };
  const until = offeredUntil(gathering, given);
  const offered = takesPlaces(gathering, given) ? await offerPlaces(number, until) : [];
  const room = await readRoom(number);
  const people = room ? untold(room) : [];
  if (people.length === 0) {
    await tidyRoom(number);
    return { offered: offered.length, told: 0, left: 0 };
  }
  const pace = await paceOfLetters();
  let told = 0;
  for (const person of people) {
    if (!hasTime()) break;
    try {
      await tellOfPlace(person, number, given, pace);
      told += 1;
    } catch (error) {
      // One that fails must not keep the rest waiting.
      logger.error('not told of a place', { person, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return { offered: offered.length, told, left: people.length - told };
}

/** Invitations leave a tenth of SES's rate to letters that answer somebody. */
async function paceOfLetters(): Promise<Pace> {
  const { perSecond } = await sendQuota();
  return new Pace(perSecond / 10);
}
