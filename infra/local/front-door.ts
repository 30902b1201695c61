import { createServer, type IncomingMessage, request as plain, type ServerResponse } from 'node:http';
import { Agent, request as secure } from 'node:https';

export type FrontDoor = {
  /** From now on requests go to this address, such as `https://localhost:4566/_aws/execute-api/<id>/$default`. */
  leadTo(address: string, certificate?: Buffer): void;
  stop(): Promise<void>;
};

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'proxy-connection',
  'te',
  'trailer',
]);

/**
 * Plain HTTP for people, before the emulator's HTTPS with its home-made certificate. Bodies pass
 * untouched in both directions: a webhook's signature covers their very bytes.
 */
export async function openFrontDoor(port: number): Promise<FrontDoor> {
  let address: string | undefined;
  let agent: Agent | undefined;

  const server = createServer((incoming, outgoing) => {
    if (!address) return away(outgoing, 503, 'Okaeri is still being set up here. Try again in a moment.');
    const url = `${address}${incoming.url ?? '/'}`;
    const send = url.startsWith('https:') ? secure : plain;
    const options = { method: incoming.method, headers: passed(incoming), ...(agent ? { agent } : {}) };
    const onward = send(url, options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, kept(answer.rawHeaders));
      answer.pipe(outgoing);
    });
    onward.on('error', () =>
      away(outgoing, 502, 'The AWS behind this front door does not answer. Is it still running?'),
    );
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    leadTo(target, certificate) {
      agent = target.startsWith('https:')
        ? new Agent({ keepAlive: true, ...(certificate ? { ca: certificate } : {}) })
        : undefined;
      address = target;
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      agent?.destroy();
      await closed;
    },
  };
}

function passed(incoming: IncomingMessage) {
  const headers = Object.entries(incoming.headers).filter(([name]) => !hopByHop.has(name) && name !== 'host');
  return Object.fromEntries(headers);
}

/** Header lines as they came, in their order and each of several `set-cookie`, but for those of one connection. */
function kept(raw: string[]): string[] {
  return raw.filter((_, index) => !hopByHop.has((raw[index - (index % 2)] ?? '').toLowerCase()));
}

function away(outgoing: ServerResponse, status: number, sentence: string) {
  if (outgoing.headersSent) return outgoing.destroy();
  return outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}
