import { decideOnGathering } from '../../adapters/gatherings.ts';
import { book, correctCost } from '../../adapters/ledger.ts';
import { attendanceIn } from '../../domain/attendance.ts';
import type { Given } from '../../domain/decision.ts';
import type { Announced } from '../../domain/gathering.ts';
import { gatheringEntries } from '../../domain/gathering-ledger.ts';
import { costBooked } from '../../domain/gathering-notes.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { roomOf } from '../letters/to-many.ts';
import { costLetter } from '../mails/cost.tsx';

/** Books what a gathering cost, and the fees; where nobody has said what it cost, its budget, and the admin is asked. */
export async function bookCost(gathering: Announced, given: Given): Promise<'done'> {
  const { number, plan, cost } = gathering;
  const { heads } = attendanceIn(await roomOf(number));
  for (const entry of gatheringEntries(gathering, heads, given)) await book(entry);
  // Called again after a cost became known, it books the difference.
  await correctCost(number, given);
  if (cost === undefined) {
    const command = `npm run okaeri -- gathering cost ${number} AMOUNT`;
    const letter = costLetter({ policy: given.policy, number, plan, heads, booked: plan.budget, command });
    await tellStaff('gathering-cost', String(number), given.policy.company.admin, letter, given);
  }
  await decideOnGathering(number, (now) => costBooked(now, cost, given));
  return 'done';
}
