import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { countingOn } from '../adapters/breaker.ts';
import { consumedSince } from '../adapters/consumed.ts';
import { dispatchKey, inDoubt, type Reported, reportDispatch } from '../adapters/dispatch-reports.ts';
import type { DispatchRef } from '../adapters/dispatches.ts';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { programme } from '../adapters/table.ts';
import type { Decision, PersonFile } from '../domain/decision.ts';
import { purposeOf } from '../domain/dispatch.ts';
import { mailBounced, mailComplained, mailDelayed } from '../domain/mail-report.ts';

/** SES's reports of what became of a mail: delivered, bounced, complained about, rejected. */

const logger = new Logger();
const processor = new BatchProcessor(EventType.SQS);

export async function handler(event: SQSEvent, context: Context) {
  consumedSince();
  const unsettled = await inDoubt(event.Records.flatMap((message) => delivered(message) ?? []));
  const answer = await processPartialResponse(event, (message: SQSRecord) => record(message, unsettled), processor, {
    context,
  });
  logger.info('reports', { count: event.Records.length, consumed: consumedSince() });
  return answer;
}

const Report = z.object({
  detail: z.object({
    eventType: z.enum(['Delivery', 'Bounce', 'Complaint', 'Reject']),
    mail: z.object({
      tags: z.object({ person: z.tuple([z.string()]), dispatch: z.tuple([z.string()]) }),
      destination: z.array(z.string()),
    }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
});
type Report = z.infer<typeof Report>;

function refOf({ detail: { mail } }: Report): DispatchRef {
  return { about: mail.tags.person[0], id: mail.tags.dispatch[0] };
}

/** The dispatch that a message says was delivered; a message that cannot be read fails by itself, later. */
function delivered({ body }: SQSRecord): DispatchRef | undefined {
  try {
    const report = Report.parse(JSON.parse(body));
    return report.detail.eventType === 'Delivery' ? refOf(report) : undefined;
  } catch {
    return undefined;
  }
}

async function record(message: SQSRecord, unsettled: ReadonlySet<string>): Promise<void> {
  const report = Report.parse(JSON.parse(message.body));
  const { eventType, bounce } = report.detail;
  const ref = refOf(report);
  const now = new Date(Number(message.attributes.SentTimestamp)).toISOString();
  switch (eventType) {
    case 'Delivery':
      // A delivery only tells where the sending was in doubt.
      if (unsettled.has(dispatchKey(ref))) await reportDispatch(ref, 'delivered');
      return;
    case 'Complaint':
      return handle(report, 'complained', now);
    case 'Bounce':
      return handle(report, bounce?.bounceType === 'Permanent' ? 'bounced' : 'delayed', now);
    case 'Reject':
      // SES objects to what the mail says, not to the address.
      await reportDispatch(ref, 'bounced');
  }
}

async function handle(report: Report, status: Exclude<Reported, 'delivered'>, now: string): Promise<void> {
  const ref = refOf(report);
  const given = { now, policy };
  const confirms = { wasConfirmation: purposeOf(ref.id) === 'confirm-address' };
  const decisions: Record<typeof status, (file: PersonFile) => Decision> = {
    bounced: (file) => mailBounced(file, confirms, given),
    complained: (file) => mailComplained(file, confirms, given),
    delayed: (file) => (confirms.wasConfirmation ? { outcome: 'known' } : mailDelayed(file, ref.id, given)),
  };
  if (await wentToLeaver(ref, report.detail.mail.destination)) {
    const outcome = await decideAndWrite(ref.about, decisions[status]);
    logger.warn(status, { person: ref.about, dispatch: ref.id, outcome });
  }
  // Last, so that a crash before it has the report handled again.
  // The breaker is about outreach, of which it counts what was sent.
  const isCounted = status !== 'delayed' && purposeOf(ref.id) === 'outreach';
  await reportDispatch(ref, status, isCounted ? await countingOn(given) : undefined);
}

/** Mail to staff says nothing about the leaver's address, nor does mail to an address no longer in use. */
async function wentToLeaver({ about, id }: DispatchRef, destination: readonly string[]): Promise<boolean> {
  const purpose = purposeOf(id);
  if (about === programme || purpose === 'ask-for-address' || purpose === 'ask-about-reason') return false;
  const { profile } = await loadPerson(about);
  const current = purpose === 'confirm-address' ? profile?.reportedAddress : profile?.address;
  return current !== undefined && destination.some((address) => address.toLowerCase() === current.toLowerCase());
}
