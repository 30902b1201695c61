import { identify } from '../adapters/identity.ts';
import { sendOnce } from '../adapters/mail.ts';
import { loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { mayWelcome } from '../domain/enrolment.ts';
import type { Person } from '../domain/person.ts';
import type { Question } from '../domain/question.ts';
import type { StintRef } from '../domain/stock.ts';
import { waysOut } from '../mail/ways-out.ts';
import { welcome } from './mails/welcome.tsx';
import { Step } from './step.ts';

/** Sends the welcome mail, read consistently to be still wanted. */
export async function handler(event: unknown): Promise<{ outcome: string }> {
  const step = Step.parse(event);
  const { person, profile, questions } = await loadPerson(step.person);
  const address = mayWelcome(person) ? profile?.address : undefined;
  if (!profile || !address) return { outcome: 'not wanted' };
  const addressHash = (await identify()).address(address);
  const ways = await waysOut(person.id, addressHash, step.now);
  const { language, name } = profile;
  const moved = hasMoved(person, questions, step);
  const outcome = await sendOnce({
    about: person.id,
    version: person.version,
    purpose: 'welcome',
    occasion: moved ? `${step.stint}-${step.generation}` : String(step.stint),
    to: address,
    addressHash,
    letter: welcome({
      language,
      policy,
      name,
      purposes: person.consents,
      moved,
      ...ways,
      firstOutreach: person.nextOutreach,
    }),
    unsubscribe: ways.stopUrl,
    now: step.now,
  });
  return { outcome };
}

/** Whether somebody who was an alumnus before has confirmed a new address, whose mailbox has none of our links yet. */
function hasMoved({ stints }: Person, questions: readonly Question[], { stint, generation }: StintRef): boolean {
  const enrolled = stints.find(({ number }) => number === stint);
  if (enrolled?.status !== 'enrolled') return false;
  return questions.some(
    (question) =>
      question.kind === 'confirmation' &&
      question.outcome === 'confirmed' &&
      question.stint === stint &&
      question.generation === generation &&
      Date.parse(question.askedAt) > Date.parse(enrolled.enrolledAt),
  );
}
