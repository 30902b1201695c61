import { isReachable } from '../../domain/alumnus.ts';
import { dateOfGathering } from '../../domain/gathering.ts';
import { datesOf } from '../../domain/gathering-plan.ts';
import { detailsLetter } from '../mails/details.tsx';
import { type GuestMail, writeToGuest } from '../write-to-guest.ts';
import { type Bulk, each, roomOf, type Told, toMany } from './to-many.ts';

/** The day before: all that somebody who comes needs. */
export async function sendDetails({ gathering, given, run }: Bulk): Promise<Told> {
  const { number, plan } = gathering;
  const { places } = await roomOf(number);
  const attending = Object.entries(places).filter(([, { status }]) => status === 'attending');
  const parties = new Map(attending.map(([person, { party }]) => [person, party]));
  const { details } = datesOf(plan, given.policy);
  const isToday = dateOfGathering(gathering, given) > details;
  return toMany(each(parties.keys()), { gathering, given, run }, (person, pace) => {
    const mail: GuestMail = {
      purpose: 'gathering-details',
      occasion: `${number}-${details}`,
      mayGet: (file) => isReachable(file.person),
      letter: (to) => ({ letter: detailsLetter({ ...to, party: parties.get(person) ?? 1, today: isToday }) }),
    };
    return writeToGuest(person, mail, gathering, given, pace);
  });
}
