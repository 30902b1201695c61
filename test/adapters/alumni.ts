import { addEdition } from '../../functions/adapters/editions.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import type { Person, Stint } from '../../functions/domain/person.ts';
import type { Profile } from '../../functions/domain/profile.ts';
import type { Question } from '../../functions/domain/question.ts';
import { approvedEdition } from '../domain/editions.ts';
import { edition as realistic } from '../mail/edition-samples.ts';
import { someId, stint } from './people-samples.ts';

/** Alumni as an enrolment leaves them, and editions to send them. */

/** Nine months after this last day comes a touch, and three months later the anniversary. */
const lastDay = '2026-03-03';
export const firstDay = '2026-12-03';
export const anniversary = '2027-03-03';

/** Somebody who is due on `firstDay`. @returns the id */
export async function alumnus(
  particulars: { person?: Partial<Person>; profile?: Partial<Profile>; id?: string } = {},
): Promise<string> {
  const id = particulars.id ?? someId();
  const at = `${lastDay}T15:00:00.000Z`;
  const settled = (kind: Question['kind'], outcome: string): Question => ({
    id: `1-1-1-${kind.replace(' ', '-')}`,
    kind,
    stint: 1,
    generation: 1,
    askedAt: at,
    reminders: 0,
    status: 'answered',
    outcome,
    settledAt: at,
    taken: true,
  });
  const enrolled = { ...stint, lastDay, status: 'enrolled', consentedAt: at, enrolledAt: at } as Stint;
  await decideAndWrite(id, ({ person }) => ({
    outcome: 'written',
    write: {
      person: {
        ...person,
        stints: [enrolled],
        consents: ['outreach', 'gatherings'],
        nextOutreach: firstDay,
        ...particulars.person,
      },
      profile: {
        employeeId: `E${id.slice(0, 6)}`,
        name: '長谷川 千晴',
        nameKana: 'ハセガワ チハル',
        language: 'ja',
        address: addressOf(id),
        reportedAddress: addressOf(id),
        workEmail: `${id.slice(0, 6)}@hikari.example.com`,
        department: 'カスタマーサポート部',
        role: 'リーダー',
        ...particulars.profile,
      },
      questions: [settled('consent', 'yes'), settled('last day', 'over')],
    },
  }));
  return id;
}

export const addressOf = (id: string): string => `alumnus-${id}@example.com`;

/** An edition as long as a real one, approved on a date. @returns its number */
export async function approve(date: string): Promise<number> {
  const { write } = await addEdition(([newest]) => {
    const edition = { ...approvedEdition((newest?.number ?? 0) + 1, date), version: 0, content: realistic };
    return { outcome: 'approved', write: { edition } };
  });
  return write?.edition.number ?? 0;
}
