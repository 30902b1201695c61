import { GetQueueUrlCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SMTPServer } from 'smtp-server';
import { type InboxMail, reportsOf } from '../../../infra/local/postman.ts';
import { type LocalSettings, localClient } from '../../../infra/local/settings.ts';

/** Takes every mail and keeps none: counts them by their dispatch, and makes SES's reports of them. */
export type Sink = {
  port: number;
  /** How many mails came for each dispatch of an alumnus. */
  mails: ReadonlyMap<string, number>;
  /** Puts SES's reports of what came since on the feedback queue. @returns how many */
  report(settings: LocalSettings): Promise<number>;
  stop(): Promise<void>;
};

export async function startSink(): Promise<Sink> {
  const mails = new Map<string, number>();
  let unreported: InboxMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const headers = headersOf(Buffer.concat(chunks).toString('utf8'));
        const tags = headers['x-ses-message-tags'] ?? '';
        mails.set(tags, (mails.get(tags) ?? 0) + 1);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => ({ address }));
        unreported.push({
          id: `${tags} ${mails.get(tags)}`,
          time: new Date().toISOString(),
          headers,
          envelope: { from: { address: from }, to },
        });
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    port,
    mails,
    async report(settings) {
      const reports = unreported.flatMap((mail) => reportsOf(mail, settings.aws.region));
      unreported = [];
      await putOnQueue(settings, reports);
      return reports.length;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function putOnQueue(settings: LocalSettings, reports: readonly object[]): Promise<void> {
  const sqs = new SQSClient(await localClient(settings));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: settings.queues['Feedback'] }));
  for (let first = 0; first < reports.length; first += 10) {
    const batch = reports.slice(first, first + 10);
    const Entries = batch.map((report, index) => ({ Id: String(index), MessageBody: JSON.stringify(report) }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
  sqs.destroy();
}

/** The headers of a mail by their names in lower case, unfolded. */
function headersOf(mail: string): Record<string, string> {
  const [head = ''] = mail.split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
