import { randomInt } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { expect, inject } from 'vitest';
import { type Answer, announce, change, type Departure } from '../../infra/local/play/hr-system.ts';
import { awaitMail, linkIn, type Mail, mailsTo } from '../../infra/local/play/leaver.ts';
import { type Programme, programme } from '../../infra/local/play/programme.ts';
import { until } from '../../infra/local/play/until.ts';

/** What the journeys share: the stack of this run, leavers of their own, and looks at what became of them. */

export const settings = inject('settings');
export const theProgramme: Programme = await programme(settings);
export const states = new SFNClient({});
export const items = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const today = Temporal.Now.plainDateISO('Asia/Tokyo');
export const inDays = (days: number): string => today.add({ days }).toString();

/** Somebody nobody else has; the last day was yesterday unless told otherwise. */
export function leaver(particulars: Partial<Departure> = {}): Departure & { personalEmail: string } {
  const number = randomInt(1e6, 1e9);
  return {
    employeeId: `T${number}`,
    name: '青木 遥',
    language: 'ja',
    hireDate: '2018-04-01',
    lastWorkingDay: inDays(-1),
    contract: 'permanent',
    reason: 'career',
    country: 'JP',
    ...particulars,
    personalEmail: particulars.personalEmail ?? `t${number}@example.com`,
  };
}

/** Reports somebody's departure. */
export async function reported(who: Departure): Promise<string> {
  const answer: Answer = await announce(settings, who);
  expect(answer).toMatchObject({ status: 202, outcome: 'accepted' });
  return answer.departure;
}

/** Reports somebody's departure, and waits until the question for consent is parked. */
export async function asked(who: Departure & { personalEmail: string }): Promise<{ departure: string; link: string }> {
  const departure = await reported(who);
  const mail = await awaitMail(settings, who.personalEmail, 'consent-request');
  await theProgramme.parkedOn(departure, 'consent');
  return { departure, link: linkIn(mail, 'consent') };
}

/** The last day turns out to be over. Until then the demo's window of seconds has not begun to count. */
export async function left(who: Departure): Promise<void> {
  expect(await change(settings, { ...who, lastWorkingDay: inDays(-1) })).toMatchObject({ status: 202 });
}

/** A leaver who consented and has left, with the welcome mail and its links. */
export async function enrolled(
  who: Departure & { personalEmail: string },
): Promise<{ departure: string; link: string; welcome: Mail }> {
  const departure = await reported({ ...who, lastWorkingDay: inDays(20) });
  const link = linkIn(await awaitMail(settings, who.personalEmail, 'consent-request'), 'consent');
  expect(await answer(link, 'yes')).toBe(200);
  await left(who);
  expect(await theProgramme.outcomeOf(departure)).toBe('Enrolled');
  return { departure, link, welcome: await awaitMail(settings, who.personalEmail, 'welcome') };
}

/** Presses yes or no on the consent page, whatever comes of it. */
export async function answer(link: string, word: 'yes' | 'no'): Promise<number> {
  const fields: [string, string][] =
    word === 'yes'
      ? [
          ['purpose', 'outreach'],
          ['answer', 'yes'],
        ]
      : [['answer', 'no']];
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
  await response.text();
  return response.status;
}

/** Every item of a person, evidence included, in the order of the table. */
export async function everythingOf(departure: string): Promise<Record<string, unknown>[]> {
  const partitions = await Promise.all(
    [`PERSON#${departure}`, `EVIDENCE#${departure}`].map((pk) =>
      items.send(
        new QueryCommand({
          TableName: settings.table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
        }),
      ),
    ),
  );
  return partitions.flatMap(({ Items = [] }) => Items);
}

export const sortKeysOf = async (departure: string): Promise<string[]> =>
  (await theProgramme.itemsOf(departure)).map(({ sk }) => String(sk));

/** Waits until only the tombstone is left of a person. */
export function onlyTombstone(departure: string): Promise<true> {
  return until('the deletion', async () =>
    (await sortKeysOf(departure)).join() === 'RECORD#person' ? true : undefined,
  );
}

/** The executions of a person that have not ended. */
export async function runningOf(departure: string): Promise<string[]> {
  const stateMachineArn = process.env['OFFBOARDING_MACHINE'];
  const found: string[] = [];
  for (let nextToken: string | undefined, first = true; first || nextToken; first = false) {
    const page = await states.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', nextToken }));
    found.push(...(page.executions ?? []).flatMap(({ name }) => (name?.startsWith(departure) ? [name] : [])));
    nextToken = page.nextToken;
  }
  return found;
}

const executionArn = (name: string): string =>
  `arn:aws:states:${settings.aws.region}:000000000000:execution:${settings.stateMachines['Offboarding']}:${name}`;

export async function historyOf(name: string) {
  const { events = [] } = await states.send(
    new GetExecutionHistoryCommand({ executionArn: executionArn(name), maxResults: 1000 }),
  );
  return events;
}

/** Whether an execution exists, and how it ended. */
export async function statusOf(name: string): Promise<string | undefined> {
  const { status } = await states.send(new DescribeExecutionCommand({ executionArn: executionArn(name) }));
  return status;
}

/** How many mails of a purpose somebody got. */
export async function countMails(address: string, purpose?: string): Promise<number> {
  const mails = await mailsTo(settings, address);
  return mails.filter(
    ({ headers }) => !purpose || String(headers['x-ses-message-tags']).includes(`dispatch=${purpose}`),
  ).length;
}

/** Waits for a mail, since the inbox may lag behind SES, and counts its like. */
export async function countArrived(address: string, purpose: string): Promise<number> {
  await awaitMail(settings, address, purpose);
  return countMails(address, purpose);
}
