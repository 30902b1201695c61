import { lapsesOn, type Submitted, submitContribution } from '../domain/contribution-submission.ts';
import { type ContributionWords, companyKey } from '../domain/contribution-words.ts';
import type { Given } from '../domain/decision.ts';
import { wordsOf } from './contribution-words.ts';
import { readContributions, writeContribution } from './contributions.ts';
import { identify } from './identity.ts';
import { loadPerson } from './people.ts';
import { keys } from './table.ts';
import { dueOn, holdOn, takenBy, taking } from './taken.ts';
import { isThere, put, untilWritten } from './write.ts';

/** How a contribution comes in: once for each form, and of a company for whoever came first. */

/** What was sent with a form: `form` is its own id, by which it is known when it comes again. */
export type Sent = Submitted & { form: string } & Pick<ContributionWords, 'company' | 'text'>;
type Taken = { outcome: 'submitted'; number: number } | { outcome: 'too often' | 'no alumnus' | 'no such topic' };

/**
 * Takes in what an alumnus contributes. All contributions take the next number, one after the other, so that a cap
 * holds for who sends many at once.
 */
export async function takeContribution(person: string, sent: Sent, given: Given): Promise<Taken> {
  const { form, company, text, ...submitted } = sent;
  const identity = await identify();
  const formKey = keys.taken('form', identity.form(person, form));
  const companyTaken = company ? keys.taken('company', identity.company(companyKey(company))) : undefined;
  return untilWritten<Taken>(async () => {
    const before = await takenBy(formKey);
    if (before !== undefined) return { done: { outcome: 'submitted', number: before } };
    const [newest] = await readContributions(1);
    const number = (newest?.number ?? 0) + 1;
    const hold = companyTaken && (await holdOn(companyTaken, number));
    const isKnown = hold?.isKnown ?? false;
    const dates = (await wordsOf(person)).map(({ submittedOn }) => submittedOn);
    const file = await loadPerson(person);
    const { outcome, write } = submitContribution(submitted, { number, person: file.person, dates, isKnown }, given);
    if (outcome !== 'submitted' || !write)
      return { done: { outcome: outcome === 'submitted' ? 'no alumnus' : outcome } };
    const { submittedOn } = write.contribution;
    const keptUntil = lapsesOn(write.contribution, given);
    const words: ContributionWords = {
      contribution: number,
      kind: submitted.kind,
      at: given.now,
      submittedOn,
      ...(company && { company }),
      ...(text && { text }),
    };
    const items = [
      isThere(person),
      put({ ...keys.words(person, number), data: words, ...dueOn(keptUntil, person) }),
      taking(formKey, number, undefined),
      ...(companyTaken && !isKnown ? [taking(companyTaken, number, hold?.before, keptUntil)] : []),
    ];
    const isWritten = await writeContribution(undefined, { ...write, items });
    return isWritten ? { done: { outcome, number } } : undefined;
  }, 'many');
}
