import type { Proof, Purpose, Wish } from './consent.ts';
import { closeQuestions, type Decision, entry, type Given, ofStint, type PersonFile } from './decision.ts';
import { erase } from './erasure.ts';
import { isLive, type Stint, withStint } from './person.ts';
import { type ConsentOutcome, changeConsent, inOrder, reachableAgain, withPurposes } from './preferences.ts';
import { answered } from './question.ts';

/** What a leaver answers when asked for consent. */

/**
 * A link answers the question it was mailed for: one asked anew, at another address or after a reopening, has a link of
 * its own, and an old mailbox gives no consent.
 */
export function canAnswer({ questions }: PersonFile, questionId: string): boolean {
  const question = questions.find(({ id }) => id === questionId);
  return question?.kind === 'consent' && (question.status === 'open' || question.outcome === 'given');
}

/** Gives consent for the purposes chosen, at least one. A second yes changes the first. */
export function giveConsent(
  file: PersonFile,
  answer: { stint: number; purposes: readonly Purpose[]; wish?: Wish | undefined; proof: Proof },
  given: Given,
): Decision<ConsentOutcome> {
  const stint = stintOf(file, answer.stint);
  if (!stint || !isLive(stint)) return { outcome: 'over' };
  if (stint.consentedAt) return changeConsent(file, answer, given);
  const agreed: Stint = {
    ...stint,
    ...(stint.status === 'asking' && { status: 'consented' as const }),
    consentedAt: given.now,
    ...(answer.wish && { wish: answer.wish }),
  };
  const belongs = ofStint(stint);
  const person = withPurposes(withStint(file.person, agreed), answer.purposes, given);
  const { questions, consequences } = closeQuestions(
    file.questions,
    (question) => belongs(question) && (question.kind === 'consent' || question.kind === 'address'),
    answered('given', given.now),
  );
  return {
    outcome: 'given',
    write: {
      person,
      entries: [entry(`consent given: ${answer.purposes.join(', ')}`, stint, 'leaver', given)],
      evidence: [{ at: given.now, purposes: inOrder(answer.purposes), ...answer.proof }],
      questions,
      consequences: [...consequences, ...reachableAgain(file, person)],
    },
  };
}

/** Says no: personal data is deleted at once, and nobody asks again. */
export function declineConsent(
  file: PersonFile,
  answer: { stint: number; wish?: Wish | undefined },
  given: Given,
): Decision<ConsentOutcome> {
  const stint = stintOf(file, answer.stint);
  if (stint?.status === 'declined') return { outcome: 'declined' };
  if (!stint || !isLive(stint)) return { outcome: 'over' };
  // After a yes, leaving is asked once more, on a page of its own.
  if (stint.consentedAt) return { outcome: 'changed' };
  return { outcome: 'declined', write: erase(file, { ...answer, ending: 'declined' }, given) };
}

function stintOf({ person }: PersonFile, number: number): Stint | undefined {
  return person.stints.find((stint) => stint.number === number);
}
