import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { type CompanySystem, openCompanySystem } from './company-system.ts';

/** Plays the company's payroll system: it takes payout instructions, pays each once, and confirms. */

const Instruction = z.object({
  type: z.literal('payout.instructed'),
  data: z.object({ payout: z.string(), amount: z.int(), currency: z.string() }),
});

/** Opens the payroll system; what it was told is JSON at `/`. */
export function openPayroll(at: { port: number; confirmTo: string; pause?: number }): Promise<CompanySystem> {
  return openCompanySystem({
    ...at,
    read: (message, id) => {
      const { data } = Instruction.safeParse(message).data ?? {};
      if (data?.payout !== id) return undefined;
      const { payout, amount, currency } = data;
      const on = Temporal.Now.plainDateISO('Asia/Tokyo').toString();
      const report = { type: 'payout.confirmed', data: { payout, on } };
      return { told: { payout, amount, currency }, confirmation: { id: `confirmed-${payout}`, report } };
    },
    show: (payouts) => ({ payouts }),
  });
}
