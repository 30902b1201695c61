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

/** Leads what this process instructs to the stand-in. */
export function usePayroll(): Payroll {
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
    deployed = process.env['PAYOUT_URL'];
    process.env['PAYOUT_URL'] = await listen(server);
  });
  afterAll(() => {
    process.env['PAYOUT_URL'] = deployed;
    server.closeAllConnections();
    server.close();
  });
  return payroll;
}
