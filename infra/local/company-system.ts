import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSigned, signedHeaders } from '../../functions/domain/webhook-signature.ts';

/** Plays one of the company's systems: it takes signed messages, heeds each once, and confirms. */

type Open<Told> = {
  port: number;
  /** Where it confirms. */
  confirmTo: string;
  /** How long it takes, and before it confirms again where nobody took that, in milliseconds. */
  pause?: number | undefined;
  /** Reads a message; nothing for one that it does not understand. */
  read: (message: unknown, id: string) => { told: Told; confirmation?: { id: string; report: object } } | undefined;
  /** What it shows at `/` of all that it was told, each with how often. */
  show: (told: readonly (Told & { times: number })[]) => object;
};

export type CompanySystem = {
  /** From now on it has the key that it shares with Okaeri. */
  share(key: () => Promise<string>): void;
  stop(): Promise<void>;
};

/** Opens the system; what it was told is JSON at `/`. */
export async function openCompanySystem<Told extends object>({
  port,
  confirmTo,
  pause = 1000,
  read,
  show,
}: Open<Told>): Promise<CompanySystem> {
  const messages = new Map<string, Told & { times: number }>();
  const stopping = new AbortController();
  let key: (() => Promise<string>) | undefined;

  const take = async (incoming: IncomingMessage): Promise<number> => {
    const body = await textOf(incoming);
    if (!key) return 503;
    const id = headerOf(incoming, 'webhook-id');
    const message = {
      id,
      timestamp: headerOf(incoming, 'webhook-timestamp'),
      signatures: headerOf(incoming, 'webhook-signature'),
      body,
    };
    if (!id || !isSigned(message, [await key()], Date.now())) return 401;
    const understood = read(jsonOf(body), id);
    if (!understood) return 422;
    const known = messages.get(id);
    messages.set(id, { ...understood.told, times: (known?.times ?? 0) + 1 });
    if (!known && understood.confirmation) confirm(understood.confirmation, await key()).catch(() => undefined);
    return 202;
  };

  const confirm = async ({ id, report }: { id: string; report: object }, secret: string) => {
    const body = JSON.stringify({ ...report, timestamp: new Date().toISOString() });
    const wait = () => sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    for (await wait(); !stopping.signal.aborted; await wait()) {
      const headers = signedHeaders(id, body, Date.now(), secret);
      const answer = await fetch(confirmTo, { method: 'POST', body, headers, signal: stopping.signal }).catch(
        () => undefined,
      );
      await answer?.body?.cancel();
      // Taken, or refused for good.
      if (answer?.ok || answer?.status === 409) return;
    }
  };

  const answerTo = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.method === 'POST') return outgoing.writeHead(await take(incoming)).end();
    const shown = JSON.stringify(show([...messages.values()]));
    return outgoing.writeHead(200, { 'content-type': 'application/json' }).end(shown);
  };
  const server = createServer((incoming, outgoing) => {
    answerTo(incoming, outgoing).catch(() => outgoing.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    share(own) {
      key = own;
    },
    async stop() {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
