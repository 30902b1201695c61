import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DeleteCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type DispatchPurpose, dispatchId, type Letter } from '../domain/dispatch.ts';
import { setting } from './environment.ts';
import { policy } from './policy.ts';
import { keys, shardOf, table, tableName } from './table.ts';

/** SES cannot recognise a repeat, so nothing here is ever sent twice by a retry of the client's. */
const ses = new SESClient({ maxAttempts: 1 });

export type Mail = {
  person: string;
  /** The version of the person that the letter was written from. */
  version: number;
  purpose: DispatchPurpose;
  /** What makes this the only mail of its purpose to this person. */
  occasion: string;
  to: string;
  /** Keyed hash of `to`, so that a bounce can be told from one of an older address. */
  addressHash: string;
  letter: Letter;
  /** For programme mail: the page and target of a one-click unsubscribe (RFC 8058). */
  unsubscribe?: string;
  now: string;
};

/** `held`: it may have gone out, and only SES's report or a human can tell. */
export type Sent = 'sent' | 'sent before' | 'held';

/**
 * Sends one mail at most: claims its identity, sends, settles.
 * @throws when SES refused it before taking it, having released the claim: a retry may help
 */
export async function sendOnce(mail: Mail): Promise<Sent> {
  const id = dispatchId(mail.purpose, mail.occasion);
  const key = keys.dispatch(mail.person, id);
  const claim = randomUUID();
  const before = await claimed(mail, id, claim);
  if (before) return before;
  try {
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data: await compose(mail, id) } }));
  } catch (error) {
    if (!wasRefused(error)) return await settle(key, claim, 'held');
    await table.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: key,
        ConditionExpression: 'claim = :claim',
        ExpressionAttributeValues: { ':claim': claim },
      }),
    );
    // oxlint-disable-next-line preserve-caught-error -- only its name: SES quotes addresses in its messages
    throw new Error(`SES refused the mail: ${error instanceof Error ? error.name : 'unknown'}`);
  }
  return settle(key, claim, 'sent');
}

/**
 * Claims a dispatch in one transaction with a check that the person is as the letter was written: an answer, a stop or an
 * erasure in between comes first.
 * @returns what became of it before, or nothing when the claim is ours
 * @throws when the person has changed: the step reads again and is retried
 */
async function claimed(mail: Mail, id: string, claim: string): Promise<Sent | undefined> {
  const { person, version, purpose, now, addressHash } = mail;
  const item = {
    ...keys.dispatch(person, id),
    data: { id, purpose, at: now, address: addressHash },
    status: 'claimed',
    claim,
    pendingShard: shardOf(person),
    pendingSince: now,
  };
  const unclaimed = {
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const unchanged = { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } };
  try {
    await table.send(
      new TransactWriteCommand({
        ClientRequestToken: claim,
        TransactItems: [
          { Put: { TableName: tableName(), Item: item, ...unclaimed } },
          { ConditionCheck: { TableName: tableName(), Key: keys.person(person), ...unchanged } },
        ],
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const before = error.CancellationReasons?.[0]?.Item;
    if (!before) throw error;
    if (before.claim?.S === claim) return undefined;
    const status = before.status?.S;
    return status === 'claimed' || status === 'held' ? 'held' : 'sent before';
  }
}

/** Nothing is written where the person has been erased meanwhile, or where SES's report came first. */
async function settle(key: Record<string, string>, claim: string, status: 'sent' | 'held'): Promise<Sent> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key,
        UpdateExpression:
          status === 'sent' ? 'SET #status = :status REMOVE pendingShard, pendingSince' : 'SET #status = :status',
        ConditionExpression: 'claim = :claim AND #status = :claimed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':claim': claim, ':claimed': 'claimed' },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  return status;
}

/** Only an explicit refusal says that no mail went out; a time-out, a reset or a 5xx leaves it open. */
function wasRefused(error: unknown): boolean {
  if (!(error instanceof SESServiceException)) return false;
  const status = error.$metadata.httpStatusCode ?? 500;
  return status >= 400 && status < 500;
}

/** The MIME message. The composer folds and encodes every header, so that none can be smuggled in. */
async function compose(mail: Mail, id: string): Promise<Uint8Array> {
  const { company } = policy;
  const composer = new MailComposer({
    from: { name: `${company.name.ja} / ${company.name.en}`, address: company.sender },
    replyTo: company.contact,
    to: { name: '', address: mail.to },
    subject: mail.letter.subject,
    text: mail.letter.text,
    html: mail.letter.html,
    textEncoding: 'base64',
    headers: {
      'X-SES-CONFIGURATION-SET': setting('CONFIGURATION_SET'),
      'X-SES-MESSAGE-TAGS': `person=${mail.person}, dispatch=${id}`,
      ...(mail.unsubscribe && {
        'List-Unsubscribe': `<${mail.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  });
  return composer.compile().build();
}
