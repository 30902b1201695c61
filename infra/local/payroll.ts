import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { isSigned, signedHeaders } from '../../functions/domain/webhook-signature.ts';

/** Plays the company's payroll system: it takes payout instructions, pays each once, and confirms. */

type Open = {
  port: number;
  /** Where it confirms. */
  confirmTo: string;
  /** How long it takes to pay, and before it confirms again where nobody took that, in milliseconds. */
  pause?: number;
};

export type Payroll = {
  /** From now on it has the key that it shares with Okaeri. */
  share(key: () => Promise<string>): void;
  stop(): Promise<void>;
};

const instructionSchema = z.object({
  type: z.literal('payout.instructed'),
  data: z.object({ payout: z.string(), amount: z.int(), currency: z.string() }),
});
type Payout = z.infer<typeof instructionSchema>['data'] & { /** How often it was told. */ times: number };

/** Opens the payroll system; what it was told is JSON at `/`. */
export async function openPayroll({ port, confirmTo, pause = 1000 }: Open): Promise<Payroll> {
  const payouts = new Map<string, Payout>();
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
    const instruction = instructionSchema.safeParse(jsonOf(body));
    if (!instruction.success || instruction.data.data.payout !== id) return 422;
    const known = payouts.get(id);
    payouts.set(id, { ...instruction.data.data, times: (known?.times ?? 0) + 1 });
    if (!known) confirm(id, await key()).catch(() => undefined);
    return 202;
  };

  const confirm = async (payout: string, secret: string) => {
    const on = Temporal.Now.plainDateISO('Asia/Tokyo').toString();
    const timestamp = new Date().toISOString();
    const body = JSON.stringify({ type: 'payout.confirmed', timestamp, data: { payout, on } });
    const wait = () => sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    for (await wait(); !stopping.signal.aborted; await wait()) {
      const headers = signedHeaders(`confirmed-${payout}`, body, Date.now(), secret);
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
    const told = [...payouts.values()].map(({ payout, amount, currency, times }) => ({
      payout,
      amount,
      currency,
      times,
    }));
    return outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ payouts: told }));
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
