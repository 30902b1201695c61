import * as z from 'zod/mini';
import { type CompanySystem, openCompanySystem } from './company-system.ts';

/** Plays the company's HR system where returns are written back to it: it records each once, and confirms. */

const Message = z.object({
  type: z.enum(['rehire.accepted', 'rehire.called-off']),
  data: z.object({ rehire: z.string(), contract: z.optional(z.string()), startsOn: z.optional(z.string()) }),
});

/** Opens the HR system; what it was told is JSON at `/`. */
export function openHris(at: { port: number; confirmTo: string; pause?: number }): Promise<CompanySystem> {
  return openCompanySystem({
    ...at,
    read: (message) => {
      const understood = Message.safeParse(message).data;
      if (!understood) return undefined;
      const { type, data } = understood;
      const told = { type, ...data };
      if (type === 'rehire.called-off') return { told };
      const report = { type: 'rehire.recorded', data: { rehire: data.rehire } };
      return { told, confirmation: { id: `recorded-${data.rehire}`, report } };
    },
    show: (returns) => ({ returns }),
  });
}
