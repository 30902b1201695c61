import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  applyAsCandidate,
  isSelfReferral,
  lapsesOn,
  type Submitted,
  submitContribution,
} from '../domain/contribution-submission.ts';
import { type Candidate, type ContributionWords, companyKey } from '../domain/contribution-words.ts';
import type { Given } from '../domain/decision.ts';
import type { PlainDate } from '../domain/time.ts';
import { wordsOf } from './contribution-words.ts';
import { readContribution, readContributions, writeContribution } from './contributions.ts';
import { identify } from './identity.ts';
import { loadPerson } from './people.ts';
import { keys, programme, shardOf, table, tableName } from './table.ts';
import { type Item, put, untilWritten } from './write.ts';

/** How a contribution and a candidate come in: once for each form, company and candidate, for whoever came first. */

/** What was sent with a form: `form` is its own id, by which it is known when it comes again. */
export type Sent = Submitted & { form: string } & Pick<ContributionWords, 'company' | 'text'>;
type Taken = { outcome: 'submitted'; number: number } | { outcome: 'too often' | 'no alumnus' | 'no such topic' };

/**
 * Takes in what an alumnus contributes. All contributions take the next number, one after the other, so that a cap
 * holds for who sends many at once.
 */
export async function takeContribution(person: string, sent: Sent, given: Given): Promise<Taken> {
  const { form, company, text, ...submitted } = sent;
  const formKey = keys.taken('form', `${person}-${form}`);
  const companyTaken = company && keys.taken('company', (await identify()).company(companyKey(company)));
  return untilWritten<Taken>(async () => {
    const before = await takenBy(formKey);
    if (before !== undefined) return { done: { outcome: 'submitted', number: before } };
    const [newest] = await readContributions(1);
    const number = (newest?.number ?? 0) + 1;
    const isKnown = companyTaken !== undefined && companyTaken !== '' && (await takenBy(companyTaken)) !== undefined;
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
      taking(formKey, number),
      ...(companyTaken && !isKnown ? [taking(companyTaken, number, keptUntil)] : []),
    ];
    const isWritten = await writeContribution(undefined, { ...write, items });
    return isWritten ? { done: { outcome, number } } : undefined;
  }, 'many');
}

type Applied = 'applied' | 'known' | 'already so' | 'over' | 'unknown';

/** Takes in what a candidate enters about themselves, where they are the first and only one of an invitation. */
export async function takeCandidate(
  number: number,
  entered: Omit<Candidate, 'contribution' | 'consentedAt'>,
  given: Given,
): Promise<Applied> {
  const key = keys.taken('candidate', (await identify()).address(entered.email));
  return untilWritten<Applied>(async () => {
    const contribution = await readContribution(number);
    if (!contribution) return { done: 'unknown' };
    const { profile } = await loadPerson(contribution.person);
    // Erased, they introduce nobody any more.
    if (!profile) return { done: 'over' };
    const before = await takenBy(key);
    const isKnown = before !== undefined && before !== number;
    const isSelf = isSelfReferral(entered.email, profile);
    const { outcome, write } = applyAsCandidate(contribution, { isKnown, isSelf }, given);
    if (!write) return { done: outcome };
    const keptUntil = lapsesOn(contribution, given);
    const data: Candidate = { contribution: number, ...entered, consentedAt: given.now };
    const items =
      outcome === 'applied'
        ? [
            put({ ...keys.candidate(number), data, ...dueOn(keptUntil) }),
            ...(before === undefined ? [taking(key, number, keptUntil)] : []),
          ]
        : [];
    return (await writeContribution(contribution, { ...write, items })) ? { done: outcome } : undefined;
  });
}

/** Which contribution took it first. */
async function takenBy(key: { pk: string; sk: string }): Promise<number | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item && Number(Item.contribution);
}

/** Takes a form, a company or a candidate, where nobody has. Without personal data, a form is remembered for good. */
function taking(key: { pk: string; sk: string }, contribution: number, until?: PlainDate): Item {
  return put({ ...key, contribution, ...(until && dueOn(until)) }, { ConditionExpression: 'attribute_not_exists(pk)' });
}

function dueOn(due: PlainDate, about: string = programme) {
  return { due, dueShard: shardOf(about) };
}

/** Nothing is written of somebody who has been erased. */
function isThere(person: string): Item {
  return {
    ConditionCheck: { TableName: tableName(), Key: keys.profile(person), ConditionExpression: 'attribute_exists(pk)' },
  };
}
