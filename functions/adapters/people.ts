import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { invitableSince, outreachDue } from '../domain/alumnus.ts';
import { type Decision, type PersonFile, unknownPerson, type Write } from '../domain/decision.ts';
import { dueDate } from '../domain/due.ts';
import { Person } from '../domain/person.ts';
import { Profile } from '../domain/profile.ts';
import { Question } from '../domain/question.ts';
import { keys, shardOf, table, tableName } from './table.ts';
import { consequenceItems, type Item, type Put, put, timelineItems, untilWritten, writeAll } from './write.ts';

/**
 * The one way a record changes: load, decide, and one transaction of the record together with its consequences.
 * A rival write in between means load and decide again.
 * @returns the decision's outcome
 * @throws after eight rivals in a row, or when DynamoDB fails: a retry may help
 */
export async function decideAndWrite<Outcome extends string>(
  id: string,
  decide: (file: PersonFile) => Decision<Outcome>,
): Promise<Outcome> {
  return untilWritten(async () => {
    const file = await loadPerson(id);
    const { outcome, write } = decide(file);
    return !write || (await writePerson(file, write)) ? { done: outcome } : undefined;
  });
}

/**
 * Everything a decision about a person needs, in one query (1 RRU for each 4 KB).
 * @param consistent false for a first look, which is not written on, at half the price
 */
export async function loadPerson(id: string, { consistent = true } = {}): Promise<PersonFile> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :records)',
      ExpressionAttributeValues: { ':pk': keys.person(id).pk, ':records': 'RECORD#' },
      ConsistentRead: consistent,
    }),
  );
  const found = (sk: string) => Items.find((item) => item.sk === sk)?.data;
  const person = found(keys.person(id).sk);
  if (!person) return unknownPerson(id);
  const profile = found(keys.profile(id).sk);
  const questions = Items.filter(({ sk }) => String(sk).startsWith(keys.question(id, '').sk));
  return {
    person: Person.parse(person),
    ...(profile && { profile: Profile.parse(profile) }),
    questions: questions.map(({ data, taskToken, parkedRound }) => Question.parse({ ...data, taskToken, parkedRound })),
  };
}

/**
 * Writes what was decided on a person as loaded.
 * @returns whether it was written; false when a rival came first
 */
export async function writePerson(file: PersonFile, change: Write): Promise<boolean> {
  const nonce = randomUUID();
  return writeAll(itemsOf(file, change, nonce), nonce);
}

/** The transaction: the person first, since its condition guards all the rest. */
function itemsOf(file: PersonFile, change: Write, nonce: string): [Put, ...Item[]] {
  const { person, profile, questions = [], consequences = [], entries = [], evidence = [] } = change;
  const { id } = person;
  return [
    personItem(file, person, nonce),
    ...(profile === 'delete' ? [{ Delete: { TableName: tableName(), Key: keys.profile(id) } }] : []),
    ...(profile && profile !== 'delete' ? [put({ ...keys.profile(id), data: profile })] : []),
    ...questions.map((question) => questionItem(file, question)),
    ...timelineItems(id, entries, nonce),
    ...evidence.map((proof) => put({ ...keys.evidence(id, proof.at, nonce), data: proof })),
    ...consequenceItems(id, consequences, nonce),
  ];
}

function personItem(file: PersonFile, person: Person, nonce: string): Put {
  const { version } = file.person;
  const due = dueDate(person);
  const outreach = outreachDue(person);
  const invitable = invitableSince(person);
  return put(
    {
      ...keys.person(person.id),
      data: { ...person, version: version + 1 },
      version: version + 1,
      nonce,
      ...(due && { due, dueShard: shardOf(person.id) }),
      ...(outreach && { outreach, outreachShard: shardOf(person.id) }),
      ...(invitable && { invitable, invitableShard: shardOf(person.id) }),
    },
    {
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
      ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  );
}

/** Settled, but the execution parked on it has not gone on yet: pending, until it takes the answer. */
function isWaited({ status, taskToken, taken }: Question): boolean {
  return status !== 'open' && taskToken !== undefined && !taken;
}

/** A question is written on the token that was seen, so that a park in between is noticed. */
function questionItem(file: PersonFile, question: Question): Item {
  const { taskToken, parkedRound, ...data } = question;
  const seen = file.questions.find(({ id }) => id === question.id);
  const isOpen = question.status === 'open';
  const item = {
    ...keys.question(file.person.id, question.id),
    data,
    status: question.status,
    taskToken,
    parkedRound,
    ...(isWaited(question) && { pendingShard: shardOf(file.person.id), pendingSince: question.settledAt }),
    ...(isOpen && question.due && { due: question.due, dueShard: shardOf(file.person.id) }),
  };
  if (!seen) return put(item, { ConditionExpression: 'attribute_not_exists(pk)' });
  return seen.taskToken
    ? put(item, { ConditionExpression: 'taskToken = :seen', ExpressionAttributeValues: { ':seen': seen.taskToken } })
    : put(item, { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(taskToken)' });
}
