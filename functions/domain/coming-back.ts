import { stintOfAlumnus } from './alumnus.ts';
import { closeQuestions, type Decision, entry, type Given, ofStint, type PersonFile } from './decision.ts';
import { scheduledOutreach } from './outreach.ts';
import { rehiredStint, withoutStatus, withStint } from './person.ts';
import { closed } from './question.ts';
import type { PlainDate } from './time.ts';

/** An alumnus is here again, and what that means for their own record; their history stays. */

/** Outreach, invitations and the directory stop: they are for alumni. */
export function comeBack(
  file: PersonFile,
  { rehire, stint: number, on }: { rehire: number; stint: number; on: PlainDate },
  given: Given,
): Decision<'rehired' | 'already so' | 'no alumnus'> {
  if (rehiredStint(file.person)?.rehire === rehire) return { outcome: 'already so' };
  const stint = stintOfAlumnus(file.person);
  const enrolledAt = stint?.enrolledAt;
  if (stint?.number !== number || !enrolledAt) return { outcome: 'no alumnus' };
  const person = withStint(file.person, {
    ...withoutStatus(stint),
    status: 'rehired',
    enrolledAt,
    rehiredOn: on,
    rehire,
  });
  // A new address may wait for its confirmation.
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), closed('came back', given.now));
  return {
    outcome: 'rehired',
    write: {
      person: { ...person, nextOutreach: undefined },
      questions,
      consequences,
      entries: [entry('rehired', stint, 'rule', given)],
    },
  };
}

/** The start was called off: an alumnus again, with what they had agreed to. */
export function becomeAlumnusAgain(
  file: PersonFile,
  rehire: number,
  given: Given,
): Decision<'alumnus again' | 'already so'> {
  // Whatever was reported since, such as that they do not come after all.
  const stint = file.person.stints.find((each) => each.status === 'rehired' && each.rehire === rehire);
  if (stint?.status !== 'rehired') return { outcome: 'already so' };
  const { rehiredOn: _, rehire: __, ...rest } = stint;
  const person = withStint(file.person, { ...rest, status: 'enrolled' });
  return {
    outcome: 'alumnus again',
    write: {
      person: { ...person, nextOutreach: scheduledOutreach(person, given) },
      entries: [entry('alumnus again', stint, 'rule', given)],
    },
  };
}
