import { randomUUID } from 'node:crypto';
import { GetSendQuotaCommand, SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type DispatchPurpose, dispatchId, type Letter, type ProgrammePurpose } from '../domain/dispatch.ts';
import { claimDispatch, giveBack, settleSent } from './dispatch-claims.ts';
import { holdDispatch } from './dispatches.ts';
import { setting } from './environment.ts';
import { policy } from './policy.ts';
import { keys, table, tableName } from './table.ts';

/** SES cannot recognise a repeat, so nothing here is ever sent twice by a retry of the client's. */
const ses = new SESClient({ maxAttempts: 1 });

/** A calendar entry that the mail brings, changes or takes back. */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; content: string };

export type Mail = {
  /** A person's id, or the programme. */
  about: string;
  /** The version of the person that the letter was written from; none for the programme. */
  version?: number;
  purpose: DispatchPurpose | ProgrammePurpose;
  /** What makes this the only mail of its purpose about this person. */
  occasion: string;
  to: string;
  /** Keyed hash of `to`, so that a bounce can be told from one of an older address. */
  addressHash: string;
  letter: Letter;
  /** Looked at after the claim: whether the mail is still wanted. */
  isWanted?: () => Promise<boolean>;
  /** For programme mail: the page and target of a one-click unsubscribe (RFC 8058). */
  unsubscribe?: string;
  /** What the mail tells of the company, and under which classification. */
  disclosed?: { edition?: number; gatherings?: string[]; classification: string };
  calendar?: CalendarPart;
  now: string;
};

/** `held`: it may have gone out, and only SES's report or a human can tell; `no answer`: so it is from now on. */
export type Sent = 'sent' | 'sent before' | 'held' | 'no answer';

/** Why nothing was sent: the person changed since the letter was written, nobody wants it any more, or what SES said. Nothing stays claimed. */
export type Unsent = 'changed' | 'not wanted' | 'too fast' | 'no more today' | 'refused';

/** Nothing was sent: a retry may help. */
export class NotSent extends Error {
  readonly why: Unsent;

  constructor(why: Unsent) {
    super(`the mail was not sent: ${why}`);
    this.why = why;
  }
}

/**
 * Sends one mail at most.
 * @throws NotSent
 */
export async function sendOnce(mail: Mail): Promise<Exclude<Sent, 'no answer'>> {
  return sentOrThrow(await trySendOnce(mail));
}

/** @throws NotSent */
export function sentOrThrow(outcome: Sent | Unsent): Exclude<Sent, 'no answer'> {
  switch (outcome) {
    case 'changed':
    case 'not wanted':
    case 'too fast':
    case 'no more today':
    case 'refused':
      throw new NotSent(outcome);
    case 'no answer':
      return 'held';
    default:
      return outcome;
  }
}

/**
 * Claims the identity of a mail, looks whether it is still wanted, sends, settles.
 * A new mail costs 2 WRU and 1 RRU.
 */
export async function trySendOnce(mail: Mail): Promise<Sent | Unsent> {
  const { about, purpose, addressHash, disclosed, now } = mail;
  const id = dispatchId(purpose, mail.occasion);
  const mine = { about, id, claim: randomUUID() };
  const before = await claimDispatch(mine, { id, purpose, at: now, address: addressHash, ...disclosed });
  if (before) return before;
  const unsent = async (why: Unsent) => ((await giveBack(mine)) === 'held' ? 'held' : why);
  let message: Uint8Array;
  try {
    // Read after the claim: an answer, a stop or an erasure that came before it comes first.
    if (!(await isUnchanged(mail))) return await unsent('changed');
    if ((await mail.isWanted?.()) === false) return await unsent('not wanted');
    message = await compose(mail, id);
  } catch (error) {
    await giveBack(mine);
    throw error;
  }
  try {
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data: message } }));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return unsent(refusal);
    await holdDispatch(mine, now);
    return 'no answer';
  }
  await settleSent(mine);
  return 'sent';
}

/** What SES allows this account. Reading it is free. */
export async function sendQuota(): Promise<{ perSecond: number; leftToday: number }> {
  const { MaxSendRate = 1, Max24HourSend = 0, SentLast24Hours = 0 } = await ses.send(new GetSendQuotaCommand({}));
  // A negative quota means that there is none.
  return { perSecond: MaxSendRate, leftToday: Max24HourSend < 0 ? Infinity : Max24HourSend - SentLast24Hours };
}

async function isUnchanged({ about, version }: Mail): Promise<boolean> {
  if (version === undefined) return true;
  const { Item } = await table.send(
    new GetCommand({
      TableName: tableName(),
      Key: keys.person(about),
      ProjectionExpression: 'version',
      ConsistentRead: true,
    }),
  );
  return Item?.version === version;
}

/** Without a name, a connection or credentials no request went out at all. */
function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : error.name;
  return ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'CredentialsProviderError'].includes(code);
}

/** Only an explicit refusal says that no mail went out; a time-out, a reset or a 5xx leaves it open. */
function refusalOf(error: unknown): Unsent | undefined {
  if (neverLeft(error)) return 'no more today';
  if (!(error instanceof SESServiceException)) return undefined;
  const status = error.$metadata.httpStatusCode ?? 500;
  if (status < 400 || status >= 500) return undefined;
  // SES tells its two limits apart in words only.
  if (/paused/i.test(error.name) || /daily message quota/i.test(error.message)) return 'no more today';
  return /throttl|limitexceeded/i.test(error.name) ? 'too fast' : 'refused';
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
    ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'invite.ics' } }),
    headers: {
      'X-SES-CONFIGURATION-SET': setting('CONFIGURATION_SET'),
      'X-SES-MESSAGE-TAGS': `person=${mail.about}, dispatch=${id}`,
      ...(mail.unsubscribe && {
        'List-Unsubscribe': `<${mail.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  });
  return composer.compile().build();
}
