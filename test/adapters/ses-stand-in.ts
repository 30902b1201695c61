import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** Stands in for SES where its rate and its quota matter, or where thousands of mails would be too many for an inbox. */

export type Mail = {
  person: string;
  dispatch: string;
  to: string;
  subject: string;
  /** The whole message. */
  raw: string;
  at: number;
};
type Refusal = readonly [status: number, code: string, message: string];

export const throttled: Refusal = [400, 'Throttling', 'Maximum sending rate exceeded.'];
export const usedUp: Refusal = [400, 'Throttling', 'Daily message quota exceeded.'];
export const broken: Refusal = [500, 'InternalFailure', 'Internal failure.'];
export const rejected: Refusal = [400, 'MessageRejected', 'Address blacklisted.'];

export class Ses {
  perSecond = 500;
  leftToday = 50_000;
  /** What it took, in order. */
  mails: Mail[] = [];
  /** Refuses a mail, or takes it. */
  refuse: (mail: Mail) => Refusal | undefined = () => undefined;

  /** How many mails it took of a dispatch. */
  count({ person, dispatch }: Pick<Mail, 'person' | 'dispatch'>): number {
    return this.mails.filter((mail) => mail.person === person && mail.dispatch === dispatch).length;
  }

  to(person: string): Mail[] {
    return this.mails.filter((mail) => mail.person === person);
  }

  /** @param form the body of a request */
  answer(form: string): { status: number; body: string } {
    const fields = new URLSearchParams(form);
    if (fields.get('Action') === 'GetSendQuota') {
      const quota = `<Max24HourSend>50000</Max24HourSend><SentLast24Hours>${50_000 - this.leftToday}</SentLast24Hours><MaxSendRate>${this.perSecond}</MaxSendRate>`;
      return { status: 200, body: answered('GetSendQuota', quota) };
    }
    const mail = mailOf(fields);
    const refusal = this.refuse(mail);
    if (refusal) {
      const [status, code, message] = refusal;
      const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
      return { status, body: `<ErrorResponse ${namespace}>${error}</ErrorResponse>` };
    }
    this.mails.push(mail);
    return { status: 200, body: answered('SendRawEmail', `<MessageId>m${this.mails.length}</MessageId>`) };
  }
}

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

function answered(action: string, result: string): string {
  const metadata = '<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>';
  return `<${action}Response ${namespace}><${action}Result>${result}</${action}Result>${metadata}</${action}Response>`;
}

/** Who gets the mail of a SendRawEmail, and which dispatch it is. */
export function mailOf(fields: URLSearchParams): Mail {
  const raw = Buffer.from(fields.get('RawMessage.Data') ?? '', 'base64').toString();
  const [head = ''] = raw.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n\r\n');
  const found = (pattern: RegExp) => pattern.exec(head)?.[1] ?? '';
  return {
    person: found(/person=([^,\s]+)/),
    dispatch: found(/dispatch=(\S+)/),
    to: found(/^To: .*?([^\s<>]+@[^\s<>]+)/m),
    subject: found(/^Subject: (.*)$/m),
    raw,
    at: performance.now(),
  };
}

/** Leads the SES client of a test file to the stand-in, and everything else to the emulator. */
export function useSes(): Ses {
  const ses = new Ses();
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((form) => {
      const { status, body } = ses.answer(form.toString());
      outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(body);
    });
  });
  beforeAll(async () => {
    process.env['AWS_ENDPOINT_URL_SES'] = await listen(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return ses;
}

/** @returns the address of a server of this process */
export async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

export async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
