import { createHmac } from 'node:crypto';
import type { DepartureReport } from '../domain/departure-report.ts';
import { setting } from './environment.ts';
import { readKeys } from './secrets.ts';

/**
 * Keyed hashes: what Okaeri knows people by. Without the key nobody can tell whose they are.
 * The key is permanent, since a refuser must be recognised after years.
 */
export type Identify = {
  /** The id of a person, from their employee id: 24 hex digits. */
  person: (employeeId: string) => string;
  /** An address, for evidence and dispatches, which must not hold it. */
  address: (address: string) => string;
  /** A company, from its name as it is compared. */
  company: (key: string) => string;
  /** A form that somebody sent, by its own id. */
  form: (person: string, form: string) => string;
  /** What a report says, to recognise it when it comes again. */
  report: (report: DepartureReport) => string;
};

export async function identify(): Promise<Identify> {
  const { current, keys } = await readKeys(setting('IDENTITY_SECRET'));
  const key = keys[current];
  if (!key) throw new Error('the identity secret holds no key');
  const hash = (kind: string, text: string) =>
    createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex').slice(0, 24);
  return {
    person: (employeeId) => hash('person', employeeId.trim()),
    address: (address) => hash('address', address.toLowerCase()),
    company: (key) => hash('company', key),
    form: (person, form) => hash('form', `${person}\n${form}`),
    report: ({ type, data }) =>
      hash('report', type === 'departure.cancelled' ? 'cancelled' : JSON.stringify(Object.entries(data).sort())),
  };
}
