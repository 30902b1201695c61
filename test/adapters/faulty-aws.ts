import { createServer, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { afterAll, beforeAll } from 'vitest';
import { bodyOf, listen, mailOf, Ses } from './ses-stand-in.ts';

/** Between this process and AWS, where any call may fail; SES is stood in for. */

export type Fault = {
  /** The name of the call, or the how-manieth it is. */
  at: string | number;
  /** Whether AWS still gets it, and only the answer is lost. */
  when: 'before' | 'after';
  /** Whether the process dies of it, so that everything after it fails too. */
  dies: boolean;
};

export class FaultyAws {
  readonly ses = new Ses();
  /** Names of the calls since `begin`, in order. */
  calls: string[] = [];
  /** Whether the fault has come about. */
  struck = false;
  /** Comes between this process and a call, named with ids. */
  meanwhile: (name: string) => Promise<unknown> = () => Promise.resolve();
  private fault: Fault | undefined;
  private seen = new Map<string, number>();
  private roles: ReadonlyMap<string, string> = new Map();

  /** From now on this fault, or none. @param people ids, which are A, B, C … in the names of calls */
  begin(fault?: Fault, people: readonly string[] = []): void {
    this.fault = fault;
    this.struck = false;
    this.calls = [];
    this.seen = new Map();
    this.roles = new Map(people.map((id, index) => [id, String.fromCharCode(65 + index)]));
  }

  /** @returns what becomes of a call */
  meet(plainName: string): 'passes' | Fault['when'] {
    const name = [...this.roles].reduce((text, [id, role]) => text.replaceAll(id, role), plainName);
    const times = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, times);
    this.calls.push(times > 1 ? `${name} #${times}` : name);
    const { fault } = this;
    if (!fault) return 'passes';
    if (this.struck) return fault.dies ? 'before' : 'passes';
    this.struck = fault.at === this.calls.at(-1) || fault.at === this.calls.length;
    return this.struck ? fault.when : 'passes';
  }
}

/**
 * Leads every SDK client of a test file through it.
 * @param attempts how often the SDK tries a call, but for a mail
 */
export function useFaultyAws({ attempts = 1 } = {}): FaultyAws {
  const aws = new FaultyAws();
  let endpoint = '';
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then(async (body) => {
      const cut = () => incoming.socket.destroy();
      const name = nameOf(incoming, body.toString());
      await aws.meanwhile(name);
      const fate = aws.meet(name);
      if (fate === 'before') return cut();
      if (isSes(incoming)) {
        const { status, body: answer } = aws.ses.answer(body.toString());
        if (fate === 'after') return cut();
        return outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(answer);
      }
      const { method, url, headers } = incoming;
      const onward = request(`${endpoint}${url}`, { method, headers }, (answer) => {
        if (fate === 'after') return answer.resume().on('end', cut);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        return answer.pipe(outgoing);
      });
      return onward.end(body);
    });
  });
  beforeAll(async () => {
    endpoint = process.env['AWS_ENDPOINT_URL'] ?? '';
    Object.assign(process.env, { AWS_ENDPOINT_URL: await listen(server), AWS_MAX_ATTEMPTS: String(attempts) });
  });
  afterAll(() => {
    process.env['AWS_ENDPOINT_URL'] = endpoint;
    server.closeAllConnections();
    server.close();
  });
  return aws;
}

const isSes = ({ headers }: IncomingMessage): boolean => headers['x-amz-target'] === undefined;

type Key = Partial<Record<'pk' | 'sk', { S: string }>>;
type Body = {
  Key?: Key;
  Item?: Key;
  SecretId?: string;
  IndexName?: string;
  TransactItems?: { Put?: { Item: Key } }[];
  ExpressionAttributeValues?: Record<string, { S?: string }>;
};

/** What a call is and what it is about, the same in every run. */
function nameOf(incoming: IncomingMessage, body: string): string {
  if (isSes(incoming)) {
    const fields = new URLSearchParams(body);
    const { person, dispatch } = mailOf(fields);
    return `${fields.get('Action')} ${person} ${dispatch}`.trim();
  }
  const [, action] = String(incoming.headers['x-amz-target']).split('.');
  const { Key, Item, SecretId, IndexName, TransactItems, ExpressionAttributeValues = {} } = JSON.parse(body) as Body;
  const { pk, sk } = Key ?? Item ?? TransactItems?.[0]?.Put?.Item ?? {};
  const asked = [':pk', ':shard'].map((name) => ExpressionAttributeValues[name]?.S ?? '');
  // A keyed hash of an address tells nobody whose it is.
  const partition = pk?.S?.replace(/^(SUPPRESSED)#.*/, '$1');
  return [action, partition, sk?.S, SecretId, IndexName, ...(pk ? [] : asked)].filter(Boolean).join(' ');
}
