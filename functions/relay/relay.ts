import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { readConsequence, settleConsequence } from '../adapters/consequences.ts';
import { eraseLeftovers, expireEvidence } from '../adapters/erasing.ts';
import {
  resumeExecution,
  startContribution,
  startGathering,
  startOffboarding,
  startRehire,
  startReview,
  startReward,
} from '../adapters/executions.ts';
import { measure } from '../adapters/metrics.ts';
import { loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { endRehiresOf } from '../adapters/rehires.ts';
import { unlist } from '../adapters/ses-suppression-list.ts';
import { personOf } from '../adapters/table.ts';
import type { Consequence } from '../domain/decision.ts';
import { currentStint } from '../domain/stock.ts';

/** Carries out what the table says must happen next, and only then calls it done. */

const logger = new Logger();
const processor = new BatchProcessor(EventType.DynamoDBStreams);

export const handler = (event: DynamoDBStreamEvent, context: Context) =>
  processPartialResponse(event, relay, processor, { context });

async function relay({ dynamodb }: DynamoDBRecord): Promise<void> {
  const pk = dynamodb?.Keys?.pk?.S;
  const sk = dynamodb?.Keys?.sk?.S;
  if (!pk || !sk) throw new Error('a stream record without its keys');
  const key = { pk, sk };
  const consequence = await readConsequence(key);
  if (!consequence) return;
  const person = personOf(pk);
  const outcome = await carryOut(person, consequence);
  await settleConsequence(key);
  logger.info('carried out', { person, kind: consequence.kind, outcome });
}

async function carryOut(person: string, consequence: Consequence): Promise<string> {
  switch (consequence.kind) {
    case 'start': {
      const isCurrent = currentStint(await loadPerson(person), consequence);
      return isCurrent ? startOffboarding(person, consequence) : 'superseded';
    }
    case 'resume':
      return resumeExecution(consequence.taskToken);
    case 'erase':
      await endRehiresOf(person, { now: consequence.at, policy });
      await eraseLeftovers(person, consequence.at);
      return 'erased';
    case 'start review':
      return startReview(consequence.edition);
    case 'start gathering':
      return startGathering(consequence.gathering);
    case 'start contribution':
      return startContribution(consequence.contribution, consequence.round);
    case 'start reward':
      return startReward(consequence.reward, consequence.generation);
    case 'start rehire':
      return startRehire(consequence.rehire, consequence.round);
    case 'count':
      measure(consequence.what);
      return 'counted';
    case 'unlist':
      await unlist(consequence.address);
      return 'unlisted';
    case 'expire evidence':
      await expireEvidence(person, consequence);
      return 'marked';
  }
}
