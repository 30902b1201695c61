import { createServer, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { afterAll, beforeAll } from 'vitest';

/** Between this process and AWS: dies at the call it is told to, and everything after it is as dead. */
export type Line = {
  /** From now on, the how-manieth call to die at, and whether AWS still gets it. */
  dieAt(call: number, when: 'before' | 'after'): void;
  /** Restarted: everything passes. */
  heal(): void;
  /** Calls since it was told to die. */
  calls: number;
  /** Mails that reached SES. */
  mails: number;
};

/** Leads every SDK client of a test file through such a line; a call is tried once. */
export function useCrashingLine(): Line {
  let death: { call: number; when: 'before' | 'after' } | undefined;
  let endpoint = '';
  const line: Line = {
    calls: 0,
    mails: 0,
    dieAt(call, when) {
      death = { call, when };
      line.calls = 0;
    },
    heal() {
      death = undefined;
    },
  };
  const server = createServer((incoming, outgoing) => {
    line.calls += 1;
    const isDead = death !== undefined && line.calls > death.call;
    const dies = death?.call === line.calls && death.when;
    const cut = () => incoming.socket.destroy();
    void bodyOf(incoming).then((body) => {
      if (isDead || dies === 'before') return cut();
      if (body.includes('Action=SendRawEmail')) line.mails += 1;
      const { method, url, headers } = incoming;
      const onward = request(`${endpoint}${url}`, { method, headers }, (answer) => {
        if (dies) return answer.resume().on('end', cut);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        return answer.pipe(outgoing);
      });
      return onward.end(body);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    endpoint = process.env['AWS_ENDPOINT_URL'] ?? '';
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
      AWS_MAX_ATTEMPTS: '1',
    });
  });
  afterAll(() => {
    process.env['AWS_ENDPOINT_URL'] = endpoint;
    server.closeAllConnections();
    server.close();
  });
  return line;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
