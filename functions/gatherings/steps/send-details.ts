import { mayBeAnswered } from '../../domain/alumnus.ts';
import { dateOfGathering } from '../../domain/gathering.ts';
import { datesOf } from '../../domain/gathering-plan.ts';
import { type Bulk, each, roomOf, type StepOutcome, toMany } from '../letters/to-many.ts';
import { type InviteeMail, writeToInvitee } from '../letters/write-to-invitee.ts';
import { detailsLetter } from '../mails/details.tsx';
import { stillWaitingLetter } from '../mails/still-waiting.tsx';

/** The day before: all that somebody who comes needs; and to who still waits, that it is full. */
export async function sendDetails({ gathering, given, run }: Bulk): Promise<StepOutcome> {
  const { number, plan } = gathering;
  const { places } = await roomOf(number);
  const { details } = datesOf(plan, given.policy);
  const today = dateOfGathering(gathering, given) > details;
  const people = Object.keys(places).filter((person) =>
    ['attending', 'waiting'].includes(places[person]?.status ?? ''),
  );
  return toMany(each(people), { given, run }, (person, pace) => {
    const { status, party = 1, revision } = places[person] ?? {};
    const mail: InviteeMail = {
      purpose: 'gathering-details',
      occasion: `${number}-${details}`,
      mayGet: (file) => mayBeAnswered(file.person),
      // Whose place has changed since is told of that.
      isWanted: async () => (await roomOf(number)).places[person]?.revision === revision,
      letter: (to) => ({
        letter: status === 'waiting' ? stillWaitingLetter({ ...to, today }) : detailsLetter({ ...to, party, today }),
      }),
    };
    return writeToInvitee(person, mail, gathering, given, pace);
  });
}
