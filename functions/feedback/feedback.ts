import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { dispatchAddress, reportDispatch } from '../adapters/dispatches.ts';
import { identify } from '../adapters/identity.ts';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { purposeOf } from '../domain/dispatch.ts';
import { mailBounced, mailComplained } from '../domain/mail-report.ts';

/** SES's reports of what became of a mail: delivered, bounced, complained about, rejected. */

const logger = new Logger();
const processor = new BatchProcessor(EventType.SQS);

export const handler = (event: SQSEvent, context: Context) =>
  processPartialResponse(event, record, processor, { context });

const Tags = z.object({ person: z.tuple([z.string()]), dispatch: z.tuple([z.string()]) });
const Report = z.object({
  detail: z.object({
    eventType: z.enum(['Delivery', 'Bounce', 'Complaint', 'Reject']),
    mail: z.object({ tags: Tags }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
});

async function record(message: SQSRecord): Promise<void> {
  const { detail } = Report.parse(JSON.parse(message.body));
  const [person] = detail.mail.tags.person;
  const [dispatch] = detail.mail.tags.dispatch;
  const now = new Date(Number(message.attributes.SentTimestamp)).toISOString();
  switch (detail.eventType) {
    case 'Delivery':
      await reportDispatch(person, dispatch, 'delivered');
      return;
    case 'Complaint':
      await complained(person, dispatch, now);
      return;
    case 'Bounce':
    case 'Reject': {
      const isHard = detail.eventType === 'Reject' || detail.bounce?.bounceType === 'Permanent';
      if (isHard) await bounced(person, dispatch, now);
    }
  }
}

async function bounced(person: string, dispatch: string, now: string): Promise<void> {
  const purpose = purposeOf(dispatch);
  if (await wentToLeaver(person, dispatch, purpose)) {
    const outcome = await decideAndWrite(person, (file) =>
      mailBounced(file, { wasConfirmation: purpose === 'confirm-address' }, { now, policy }),
    );
    logger.warn('bounced', { person, dispatch, outcome });
  }
  // Last, so that a crash before it has the report handled again.
  await reportDispatch(person, dispatch, 'bounced');
}

async function complained(person: string, dispatch: string, now: string): Promise<void> {
  if (await wentToLeaver(person, dispatch, purposeOf(dispatch))) {
    const outcome = await decideAndWrite(person, (file) =>
      mailComplained(file, { wasConfirmation: purposeOf(dispatch) === 'confirm-address' }, { now, policy }),
    );
    logger.warn('complained', { person, dispatch, outcome });
  }
  await reportDispatch(person, dispatch, 'complained');
}

/** Mail to HR says nothing about the leaver's address, nor does mail to an address no longer in use. */
async function wentToLeaver(person: string, dispatch: string, purpose: string | undefined): Promise<boolean> {
  if (purpose === 'ask-for-address' || purpose === 'ask-about-reason') return false;
  const { profile } = await loadPerson(person);
  const current = purpose === 'confirm-address' ? profile?.reportedAddress : profile?.address;
  if (!current) return false;
  return (await identify()).address(current) === (await dispatchAddress(person, dispatch));
}
