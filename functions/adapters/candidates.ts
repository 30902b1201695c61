import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Contribution, ContributionWrite } from '../domain/contribution.ts';
import { noteOutcome, type OutcomeWord } from '../domain/contribution-outcome.ts';
import { confirmCandidate, enterCandidate, isSelfReferral, lapsesOn } from '../domain/contribution-submission.ts';
import { Candidate } from '../domain/contribution-words.ts';
import type { Given } from '../domain/decision.ts';
import { dispatchId } from '../domain/dispatch.ts';
import { readContribution, writeContribution } from './contributions.ts';
import { remove } from './erasing.ts';
import { identify } from './identity.ts';
import { loadPerson } from './people.ts';
import { keys, programme, table, tableName } from './table.ts';
import { dueOn, holdOn, taking } from './taken.ts';
import { type Item, put, untilWritten } from './write.ts';

/** Candidates: what they enter about themselves, until they confirm or withdraw it, or it is not needed any more. */

/** What a candidate entered about themselves. */
export async function readCandidate(contribution: number): Promise<Candidate | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.candidate(contribution), ConsistentRead: true }),
  );
  return Item && Candidate.parse(Item.data);
}

/** Keeps what a candidate entered, for a few days: until they confirm it, nobody is told. */
export function takeCandidate(
  number: number,
  entered: Omit<Candidate, 'contribution' | 'entry' | 'consentedAt' | 'confirmedAt'>,
  given: Given,
): Promise<'entered' | 'over' | 'unknown'> {
  return untilWritten(async () => {
    const contribution = await readContribution(number);
    if (!contribution) return { done: 'unknown' };
    // Erased, they introduce nobody any more.
    if (!(await loadPerson(contribution.person)).profile) return { done: 'over' };
    const { outcome, write } = enterCandidate(contribution, given);
    if (!write) return { done: outcome };
    const { entries: entry = 1 } = write.contribution;
    const item = candidateItem({ contribution: number, entry, ...entered, consentedAt: given.now }, write);
    return (await writeContribution(contribution, { ...write, items: [item] })) ? { done: outcome } : undefined;
  });
}

/** A candidate confirms what they entered; whom another contribution introduced before is not introduced again. */
export function takeConfirmation(
  number: number,
  entry: number,
  given: Given,
): Promise<'confirmed' | 'known' | 'already so' | 'over' | 'unknown'> {
  return untilWritten(async () => {
    const [contribution, candidate] = [await readContribution(number), await readCandidate(number)];
    if (!contribution) return { done: 'unknown' };
    if (candidate?.entry !== entry) return { done: 'over' };
    const { profile } = await loadPerson(contribution.person);
    const key = keys.taken('candidate', (await identify()).address(candidate.email));
    const { before, isKnown } = await holdOn(key, number);
    const isSelf = profile !== undefined && isSelfReferral(candidate.email, profile);
    const { outcome, write } = confirmCandidate(contribution, { entry, isKnown, isSelf }, given);
    if (!write) return { done: outcome };
    const items: Item[] = isKnown
      ? [{ Delete: { TableName: tableName(), Key: keys.candidate(number) } }]
      : [
          candidateItem({ ...candidate, confirmedAt: given.now }, write),
          taking(key, number, before, lapsesOn(contribution, given)),
        ];
    return (await writeContribution(contribution, { ...write, items })) ? { done: outcome } : undefined;
  });
}

/** Takes down that somebody was hired; whom another contribution introduced before counts for that one. */
export function takeHire(
  number: number,
  word: Extract<OutcomeWord, { what: 'hired' }>,
  given: Given,
): Promise<ReturnType<typeof noteOutcome>['outcome'] | 'unknown'> {
  return untilWritten(async () => {
    const contribution = await readContribution(number);
    if (!contribution) return { done: 'unknown' };
    const key = word.person && keys.taken('hire', word.person);
    const hold = key ? await holdOn(key, number) : undefined;
    const isKnown = hold?.isKnown ?? false;
    const { outcome, write } = noteOutcome(contribution, { ...word, isKnown }, given);
    if (!write) return { done: outcome };
    const items = key && hold && !isKnown ? [taking(key, number, hold.before, lapsesOn(contribution, given))] : [];
    return (await writeContribution(contribution, { ...write, items })) ? { done: outcome } : undefined;
  });
}

function candidateItem(data: Candidate, { contribution }: ContributionWrite): Item {
  return put({ ...keys.candidate(data.contribution), data, ...dueOn(keptUntil(contribution)) });
}

/** As long as the contribution waits for them. */
function keptUntil({ due, submittedOn }: Contribution): string {
  return due ?? submittedOn;
}

/**
 * Deletes what a candidate entered, and the record of the mail to them.
 * @param entry which of the invitation it was; whoever entered after them stays
 */
export async function removeCandidate(contribution: number, entry: number): Promise<void> {
  await remove(keys.dispatch(programme, dispatchId('candidate-receipt', `${contribution}-${entry}`)));
  try {
    await table.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: keys.candidate(contribution),
        ConditionExpression: '#data.entry = :entry',
        ExpressionAttributeNames: { '#data': 'data' },
        ExpressionAttributeValues: { ':entry': entry },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Deletes whatever candidate there is, who is needed no more. */
export async function forgetCandidate(contribution: number): Promise<void> {
  const candidate = await readCandidate(contribution);
  if (candidate) await removeCandidate(contribution, candidate.entry);
}
