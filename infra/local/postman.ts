import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { type LocalSettings, localClient } from './settings.ts';

const account = '000000000000';

const mailSchema = z.object({
  id: z.string(),
  time: z.string(),
  headers: z.record(z.string(), z.unknown()),
  envelope: z.object({
    from: z.object({ address: z.string() }),
    to: z.array(z.object({ address: z.string() })),
  }),
});
export type InboxMail = z.infer<typeof mailSchema>;
const pageSchema = z.object({ items: z.array(z.object({ id: z.string() })) });

const details = {
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
} as const;
type Kind = keyof typeof details;

/**
 * What SES would publish about a mail through EventBridge: delivered, but for the mailbox
 * simulator's `bounce`, and for its `complaint` a complaint as well. A mail sent without a
 * configuration set is not reported, as on AWS.
 */
export function reportsOf(mail: InboxMail, region: string) {
  const set = text(mail.headers['x-ses-configuration-set']);
  if (!set) return [];
  const to = mail.envelope.to.map(({ address }) => address);
  const bounced = to.filter((address) => simulates('bounce', address));
  const complained = to.filter((address) => simulates('complaint', address));
  const delivered = to.filter((address) => !bounced.includes(address));
  const time = new Date(mail.time).toISOString();
  const messageId = text(mail.headers['message-id']).replace(/^<|>$/g, '');
  const tags = { 'ses:configuration-set': [set], ...tagsOf(text(mail.headers['x-ses-message-tags'])) };
  const about = {
    timestamp: time,
    messageId,
    source: mail.envelope.from.address,
    sendingAccountId: account,
    destination: to,
    tags,
  };

  const report = (eventType: Kind, particulars: object) => ({
    version: '0',
    id: idOf(`${mail.id} ${eventType}`),
    'detail-type': details[eventType],
    source: 'aws.ses',
    account,
    time: `${time.slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:ses:${region}:${account}:configuration-set/${set}`],
    detail: { eventType, mail: about, ...particulars },
  });
  const emailAddress = (address: string) => ({ emailAddress: address });
  const bounce = {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: bounced.map((address) => ({
      ...emailAddress(address),
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp: time,
    feedbackId: idOf(`${mail.id} bounce`),
  };
  const complaint = {
    complainedRecipients: complained.map(emailAddress),
    complaintFeedbackType: 'abuse',
    timestamp: time,
    feedbackId: idOf(`${mail.id} complaint`),
  };
  const delivery = { timestamp: time, processingTimeMillis: 100, recipients: delivered, smtpResponse: '250 OK' };
  return [
    ...(delivered.length > 0 ? [report('Delivery', { delivery })] : []),
    ...(bounced.length > 0 ? [report('Bounce', { bounce })] : []),
    ...(complained.length > 0 ? [report('Complaint', { complaint })] : []),
  ];
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function simulates(what: string, address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  return domain === 'simulator.amazonses.com' && local.split('+')[0] === what;
}

/** `person=p1, dispatch=d1` as SES writes it into its events: a list for each name. */
function tagsOf(header: string): Record<string, string[]> {
  const pairs = header.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value ? [[name, [value]]] : [])));
}

/** An id that stays the same for the same report, so that a repeat can be told. */
function idOf(about: string): string {
  const hex = createHash('sha256').update(about).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Watches the inbox and reports each mail once to the feedback queue, in SES's place. */
export async function startPostman(settings: LocalSettings): Promise<{ stop(): Promise<void> }> {
  const sqs = new SQSClient(await localClient(settings));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: settings.queues.Feedback }));
  const reported = new Set<string>();
  const walking = new AbortController();

  const newIds = async () => {
    const found: string[] = [];
    for (let skip = 0; ; skip += 100) {
      // Summaries, newest first, until a page brings nothing new: the whole inbox may be large.
      const response = await fetch(`${settings.inbox}/api/email/summary?limit=100&skip=${skip}`);
      const ids = pageSchema.parse(await response.json()).items.map(({ id }) => id);
      const fresh = ids.filter((id) => !reported.has(id) && !found.includes(id));
      found.push(...fresh);
      if (fresh.length < 100) return found.reverse();
    }
  };
  const round = async () => {
    for (const id of await newIds()) {
      // Asked for by filter and not by its own address, which would mark it as read.
      const [found] = z.array(z.unknown()).parse(await (await fetch(`${settings.inbox}/api/email?id=${id}`)).json());
      const mail = mailSchema.safeParse(found); // What is not a mail of SES's making must not stop the others.
      for (const report of mail.success ? reportsOf(mail.data, settings.aws.region) : []) {
        if (reported.has(report.id)) continue;
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(report) }));
        reported.add(report.id);
      }
      reported.add(id);
    }
  };
  const walk = async () => {
    while (!walking.signal.aborted) {
      await round().catch(() => undefined); // Inbox or AWS away for a moment: what was not reported is next time.
      await sleep(300, undefined, { signal: walking.signal }).catch(() => undefined);
    }
  };
  const done = walk();
  return {
    async stop() {
      walking.abort();
      await done;
      sqs.destroy();
    },
  };
}
