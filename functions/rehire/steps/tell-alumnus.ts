import { linkUrl } from '../../adapters/links.ts';
import type { RehireFile } from '../../adapters/rehires.ts';
import type { Given } from '../../domain/decision.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { changesSince } from '../../domain/rehire-tasks.ts';
import { writeToAlumnus } from '../../mail/write-to-alumnus.ts';
import { checkInLetter } from '../mails/check-in.tsx';
import { endLetter } from '../mails/end.tsx';
import { offerLetter } from '../mails/offer.tsx';
import { receiptLetter } from '../mails/receipt.tsx';
import { welcomeLetter } from '../mails/welcome.tsx';
import { stintOfRehire } from './stint.ts';

/** What the alumnus hears of their return, each thing once. */

/** A link to a page of their own, which belongs to the address that it is mailed to. */
function ownLink(purpose: 'offer' | 'settling', person: string, matter: string, { now }: Given): Promise<string> {
  return linkUrl(purpose, { person, matter }, Date.parse(now));
}

export async function sendReceipt(rehire: Rehire, given: Given): Promise<void> {
  const { number, person } = rehire;
  await writeToAlumnus(person, 'rehire-receipt', String(number), (to) => receiptLetter({ ...to, rehire }), given);
}

/** Sent again with each reminder, while it waits for an answer. */
export async function sendOffer(rehire: Rehire, { words }: RehireFile, given: Given): Promise<void> {
  const { number, person, offer: summary, reminded, status } = rehire;
  const { offer } = words;
  if (!offer || !summary || status !== 'waits for the answer') return;
  const matter = `${number}-${summary.revision}`;
  const reminder = reminded.length > 0;
  await writeToAlumnus(
    person,
    'rehire-offer',
    `${matter}-${reminded.length}`,
    async (to, addressHash) => {
      const offerUrl = await ownLink('offer', person, `${matter}-${addressHash}`, given);
      return offerLetter({ ...to, rehire, offer, offerUrl, reminder });
    },
    given,
  );
}

export async function sendWelcome(rehire: Rehire, { file, words }: RehireFile, given: Given): Promise<void> {
  const { number, person } = rehire;
  const { offer } = words;
  const stint = stintOfRehire(rehire, file.person);
  if (!offer || !stint) return;
  const changes = changesSince(stint.lastDay, given.policy);
  const letter = welcomeLetter;
  await writeToAlumnus(
    person,
    'rehire-welcome',
    String(number),
    (to) => letter({ ...to, rehire, offer, changes }),
    given,
  );
}

/** Asks for the newest check-in, of somebody who is here again. */
export async function sendCheckIn(rehire: Rehire, given: Given): Promise<void> {
  const { number, person, checkIns } = rehire;
  const checkIn = checkIns.findLastIndex(({ status }) => status === 'asked') + 1;
  if (checkIn === 0) return;
  const matter = `${number}-${checkIn}`;
  await writeToAlumnus(
    person,
    'rehire-check-in',
    matter,
    async (to, addressHash) => {
      const checkInUrl = await ownLink('settling', person, `${matter}-${addressHash}`, given);
      return checkInLetter({ ...to, rehire, checkIn, checkInUrl });
    },
    given,
  );
}

export async function sendEnd(rehire: Rehire, given: Given): Promise<void> {
  const { number, person } = rehire;
  await writeToAlumnus(person, 'rehire-end', String(number), (to) => endLetter({ ...to, rehire }), given);
}
