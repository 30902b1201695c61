import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { bodyOf, listen } from './ses-stand-in.ts';

/** Stands in for the payroll system of a test file: what it was told, and may fail to hear or to answer. */
export type Payroll = {
  /** The messages about each payout, by its id, in their order. */
  told: Map<string, string[]>;
  /** What becomes of the next message; then all is well again. */
  next: 'is taken' | 'is lost' | 'is taken, and the answer lost' | 'is refused';
};

/** Leads what this process instructs, or writes back to the HR system, to the stand-in. */
export function usePayroll(url: 'PAYOUT_URL' | 'HRIS_URL' = 'PAYOUT_URL'): Payroll {
  const payroll: Payroll = { told: new Map(), next: 'is taken' };
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      const { next } = payroll;
      payroll.next = 'is taken';
      if (next === 'is lost') return incoming.socket.destroy();
      if (next === 'is refused') return outgoing.writeHead(503).end();
      const id = String(incoming.headers['webhook-id']);
      payroll.told.set(id, [...(payroll.told.get(id) ?? []), body.toString()]);
      return next === 'is taken' ? outgoing.writeHead(202).end() : incoming.socket.destroy();
    });
  });
  let deployed: string | undefined;
  beforeAll(async () => {
    deployed = process.env[url];
    process.env[url] = await listen(server);
  });
  afterAll(() => {
    process.env[url] = deployed;
    server.closeAllConnections();
    server.close();
  });
  return payroll;
}
