import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { readGathering } from '../adapters/gatherings.ts';
import { policy } from '../adapters/policy.ts';
import { tidyRoom } from '../adapters/room-item.ts';
import { offerPlaces, readRoom } from '../adapters/rooms.ts';
import { personOf } from '../adapters/table.ts';
import type { Given } from '../domain/decision.ts';
import { isAnnounced } from '../domain/gathering.ts';
import { startOf } from '../domain/gathering-plan.ts';
import { offeredUntil } from '../domain/gathering-steps.ts';
import { untold } from '../domain/room.ts';
import { tellOfPlace } from './tell-of-place.ts';

/**
 * After every change of a room: whoever waits longest gets what has become free, and everybody whose place changed is told.
 * The table says what is open, so that a change seen twice, or late, does nothing twice.
 */

const logger = new Logger();
const processor = new BatchProcessor(EventType.DynamoDBStreams);

export const handler = (event: DynamoDBStreamEvent, context: Context) =>
  processPartialResponse(event, seat, processor, { context });

async function seat({ dynamodb }: DynamoDBRecord): Promise<void> {
  const number = Number(personOf(dynamodb?.Keys?.pk?.S ?? ''));
  const given = { now: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString(), policy };
  const outcome = await seatIn(number, given);
  logger.info('seated', { gathering: number, ...outcome });
}

async function seatIn(number: number, given: Given): Promise<{ offered: number; told: number }> {
  const gathering = await readGathering(number);
  if (!gathering || !isAnnounced(gathering)) return { offered: 0, told: 0 };
  const isAhead = gathering.status === 'announced' && !gathering.done.thanked && given.now < startOf(gathering.plan);
  const offered = isAhead ? (await offerPlaces(number, offeredUntil(gathering.plan, given))).length : 0;
  const found = await readRoom(number);
  const people = found ? untold(found.room) : [];
  // Whoever was called off, or is over, is told of that and not of places.
  if (people.length === 0) await tidyRoom(number);
  for (const person of people) await tellOfPlace(person, gathering, { silent: !isAhead }, given);
  return { offered, told: people.length };
}
