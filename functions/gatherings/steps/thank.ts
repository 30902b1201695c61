import { attendanceIn } from '../../domain/attendance.ts';
import { dateOfGathering } from '../../domain/gathering.ts';
import { datesOf } from '../../domain/gathering-plan.ts';
import { mayHear } from '../../domain/invitation.ts';
import { type Bulk, each, roomOf, type StepOutcome, toMany } from '../letters/to-many.ts';
import { type InviteeMail, writeToInvitee } from '../letters/write-to-invitee.ts';
import { thanksLetter } from '../mails/thanks.tsx';
import { noteAttendance } from './note-attendance.ts';

/** Afterwards: thanks to who came, and the question how it was; who came stands on their timeline. */
export async function thank({ gathering, given, run }: Bulk): Promise<StepOutcome> {
  const { number, plan } = gathering;
  const room = await roomOf(number);
  const { came, missed } = attendanceIn(room);
  for (const person of missed) await noteAttendance(person, gathering, 'missed', given);
  const mail: InviteeMail = {
    purpose: 'gathering-thanks',
    occasion: String(number),
    mayGet: (file) => mayHear(file, given),
    letter: (to) => ({ letter: thanksLetter({ ...to, closesOn: datesOf(plan, given.policy).survey }) }),
  };
  // When the survey is over, thanks would come too late, but who came stands on their timeline all the same.
  if (dateOfGathering(gathering, given) > datesOf(plan, given.policy).survey) {
    for (const person of came) await noteAttendance(person, gathering, 'came', given);
    return 'done';
  }
  return toMany(each(came), { given, run }, async (person, pace) => {
    await noteAttendance(person, gathering, 'came', given);
    return writeToInvitee(person, mail, gathering, given, pace);
  });
}
