import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { departureTypes } from '../domain/departure-report.ts';
import { outcomeTypes } from '../domain/outcome-report.ts';
import { rehireTypes } from '../domain/rehire-report.ts';
import { readReport, receiveReport } from './receive.ts';

/** Reports from the event bus: the event's detail is a report, as the webhooks take it. */

const logger = new Logger();
const processor = new BatchProcessor(EventType.SQS);
// Payouts are confirmed by who holds their key alone.
const types = [...departureTypes, ...outcomeTypes, ...rehireTypes];
const BusEvent = z.object({ detail: z.unknown() });

export const handler = (event: SQSEvent, context: Context) =>
  processPartialResponse(event, receive, processor, { context });

async function receive(record: SQSRecord): Promise<void> {
  const now = new Date(Number(record.attributes.SentTimestamp)).toISOString();
  const parsed = readReport(BusEvent.parse(JSON.parse(record.body)).detail, { types, now });
  if (!parsed.ok) {
    // After its retries the message waits in the failure queue, where nothing is lost.
    throw new Error(`the report has wrong fields: ${parsed.faults.map(({ field }) => field).join(', ')}`);
  }
  const receipt = await receiveReport(parsed.report, { now });
  logger.info('report received', { ...receipt, type: parsed.report.type });
}
