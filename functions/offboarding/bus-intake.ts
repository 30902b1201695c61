import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { parseReport } from '../domain/departure-report.ts';
import { receiveReport } from './receive-report.ts';

/** Departures from the event bus: the event's detail is a report, as the webhook takes it. */

const logger = new Logger();
const processor = new BatchProcessor(EventType.SQS);
const BusEvent = z.object({ detail: z.unknown() });

export const handler = (event: SQSEvent, context: Context) =>
  processPartialResponse(event, receive, processor, { context });

async function receive(record: SQSRecord): Promise<void> {
  const now = new Date(Number(record.attributes.SentTimestamp)).toISOString();
  const parsed = parseReport(BusEvent.parse(JSON.parse(record.body)).detail, now);
  if (!parsed.ok) {
    // After its retries the message waits in the failure queue, where nothing is lost.
    throw new Error(`the report has wrong fields: ${parsed.faults.map(({ field }) => field).join(', ')}`);
  }
  const receipt = await receiveReport(parsed.report, { now });
  logger.info('report received', { ...receipt, type: parsed.report.type });
}
