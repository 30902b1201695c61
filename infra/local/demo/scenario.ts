import { Temporal } from 'temporal-polyfill';
import type { Departure } from '../play/hr-system.ts';
import { said, temporary } from '../play/operator.ts';
import type { Programme } from '../play/programme.ts';
import type { LocalSettings } from '../settings.ts';

/** What the scenarios of the demo share. */

type Scene = { settings: LocalSettings; programme: Programme };

/** A story that is played through the real front door; it ends in a sentence that says how, or throws why not. */
export type Scenario = { name: string; play: (scene: Scene) => Promise<string> };

/** Throws where something is not as it should be. */
export function expect<T>(actual: T, expected: T): void {
  if (actual !== expected) throw new Error(`expected ${String(expected)}, but it was ${String(actual)}`);
}

/** Where somebody reads their mail. */
export function mailbox({ personalEmail = '' }: Departure): string {
  return personalEmail;
}

/** Somebody who left before the programme began, and consented on paper. */
type Former = {
  employeeId: string;
  name: string;
  address: string;
  language?: 'ja' | 'en';
  country?: string;
  hireDate: string;
  lastWorkingDay: string;
  consent: 'outreach' | 'gatherings' | 'outreach rehire';
};

const columns =
  'employee_id,name,personal_email,language,hire_date,last_working_day,contract,reason,country,consent_purposes,consent_date,consent_source';

/** Imports former employees. */
export async function importFormer(settings: LocalSettings, people: readonly Former[]): Promise<void> {
  const yesterday = Temporal.Now.plainDateISO('Asia/Tokyo').subtract({ days: 1 }).toString();
  const rows = people.map(
    ({ employeeId, name, address, language = 'ja', country = 'JP', hireDate, lastWorkingDay, consent }) =>
      `${employeeId},${name},${address},${language},${hireDate},${lastWorkingDay},permanent,career,${country},${consent},${yesterday},人事部 書庫B-3`,
  );
  await said(settings, 'import', await temporary('former.csv', `${[columns, ...rows].join('\n')}\n`));
}
