import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { isWorkingDay } from '../../../functions/domain/cadence.ts';
import { parsePolicy } from '../../../functions/domain/policy.ts';
import demoPolicy from '../../../policy.demo.json' with { type: 'json' };
import { announce, type Departure } from '../play/hr-system.ts';
import { awaitMail, dispatchOf, linkIn, type Mail, mailsTo, send } from '../play/leaver.ts';
import { okaeri, said, temporary } from '../play/operator.ts';
import { machineArn, type Programme } from '../play/programme.ts';
import { until } from '../play/until.ts';
import { type LocalSettings, localClient, repository } from '../settings.ts';
import { expect, importFormer, mailbox, type Scenario } from './scenario.ts';

/** Outreach, played in order: two editions, two days that are swept months ahead, and three alumni. */

const policy = parsePolicy(demoPolicy);
const today = Temporal.Now.plainDateISO('Asia/Tokyo');
const firstDay = workingDay(today.add({ days: 40 }));
const secondDay = workingDay(today.add({ days: 100 }));

/** Touches come 30 and 90 days after the last day, so both days have one. */
const alumnus = {
  language: 'ja',
  hireDate: '2016-04-01',
  lastWorkingDay: today.subtract({ days: 1 }).toString(),
  department: '広報部',
  contract: 'permanent',
  reason: 'career',
  country: 'JP',
};
const akari: Departure = {
  ...alumnus,
  employeeId: 'E1011',
  name: '高橋 あかり',
  personalEmail: 'akari.takahashi@example.com',
};
const noah: Departure = {
  ...alumnus,
  employeeId: 'E1012',
  name: 'Noah Fischer',
  language: 'en',
  personalEmail: 'noah.fischer@example.com',
};

/** Left before the programme began, with consent on paper, and an address that has gone out of use. */
const ren = {
  employeeId: 'E1013',
  name: '木下 蓮',
  address: 'bounce+ren@simulator.amazonses.com',
  hireDate: '2015-04-01',
  lastWorkingDay: Temporal.PlainDate.from(firstDay).subtract({ days: 90 }).toString(),
  consent: 'outreach',
} as const;

const refusedForALeak: Scenario = {
  name: 'An edition that says too much',
  async play({ settings }) {
    const ran = await okaeri(settings, 'edition', 'submit', sample('edition-leak.md'));
    expect(ran.exitCode, 1);
    const count = ran.said.match(/"severity": "refuse"/g)?.length ?? 0;
    if (count < 3) throw new Error(`only ${count} findings refuse it`);
    return `${count} findings refuse it, each with its line; it went to nobody`;
  },
};

const approvedAndSent: Scenario = {
  name: 'The winter edition',
  async play({ settings, programme }) {
    await joins(settings, programme, akari);
    await joins(settings, programme, noah);
    await importFormer(settings, [ren]);
    const { person } = Timeline.parse(await said(settings, 'timeline', ren.employeeId));
    expect(await programme.outcomeOf(person), 'Enrolled');
    const edition = await submit(settings, sample('edition.md'));
    await approve(settings, edition);
    await programme.sweep(firstDay);
    const { subject } = await awaitMail(settings, mailbox(akari), 'outreach');
    await awaitMail(settings, mailbox(noah), 'outreach');
    return `the reviewer approved it by the mail's link; on ${firstDay} it went out, to Takahashi Akari as ${subject}`;
  },
};

const sweptTwice: Scenario = {
  name: 'The same day, swept twice',
  async play({ settings, programme }) {
    await Promise.all([programme.sweep(firstDay), programme.sweep(firstDay)]);
    for (const who of [akari, noah]) expect((await outreachTo(settings, mailbox(who))).length, 1);
    return 'still one mail each';
  },
};

const optsOut: Scenario = {
  name: 'Noah Fischer opts out with one click',
  async play({ settings, programme }) {
    const [mail] = await outreachTo(settings, mailbox(noah));
    if (!mail) throw new Error('he got no mail');
    // As mailbox providers post it (RFC 8058): a form body, and neither Origin nor cookies.
    const response = await fetch(linkIn(mail, 'stop'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(response.status, 200);
    const edition = await submit(settings, await spring());
    await approveInConsole(settings, edition);
    await programme.sweep(secondDay);
    await until('the second mail to Takahashi Akari', async () =>
      (await outreachTo(settings, mailbox(akari))).length === 2 ? true : undefined,
    );
    expect((await outreachTo(settings, mailbox(noah))).length, 1);
    return `the next edition, approved in the console, reached Takahashi Akari on ${secondDay}, and left him alone`;
  },
};

const suppressed: Scenario = {
  name: "Kinoshita Ren's address bounces",
  async play({ settings }) {
    expect((await outreachTo(settings, ren.address)).length, 0);
    const timeline = JSON.stringify(await said(settings, 'timeline', ren.employeeId));
    if (!timeline.includes('address bounced')) throw new Error('the bounce is not on the timeline');
    return 'his welcome came back for good, and nothing was sent to him on either day';
  },
};

export const outreachScenarios: Scenario[] = [refusedForALeak, approvedAndSent, sweptTwice, optsOut, suppressed];

/** Consents to news, and is enrolled. */
async function joins(settings: LocalSettings, programme: Programme, who: Departure): Promise<void> {
  const { departure } = await announce(settings, who);
  const request = await awaitMail(settings, mailbox(who), 'consent-request');
  await send(linkIn(request, 'consent'), [
    ['purpose', 'outreach'],
    ['answer', 'yes'],
  ]);
  expect(await programme.outcomeOf(departure), 'Enrolled');
}

const Timeline = z.object({ person: z.string() });
const Submitted = z.object({ edition: z.object({ number: z.int() }) });

/** Submits an edition. @returns its number */
async function submit(settings: LocalSettings, file: string): Promise<number> {
  return Submitted.parse(await said(settings, 'edition', 'submit', file)).edition.number;
}

/** The winter edition again, as the one of spring. */
async function spring(): Promise<string> {
  const winter = await readFile(sample('edition.md'), 'utf8');
  return temporary('spring.md', winter.replace('2026年冬号', '2027年春号').replace('winter 2026', 'spring 2027'));
}

async function approve(settings: LocalSettings, edition: number): Promise<void> {
  await send(linkIn(await reviewOf(settings, edition), 'review'), [['decision', 'approve']]);
  await decidedOn(settings, edition);
}

/** Starts the state machine by which a reviewer decides in the Step Functions console, with the input that the mail shows. */
async function approveInConsole(settings: LocalSettings, edition: number): Promise<void> {
  const input = /\{"edition":.*?\}/s.exec((await reviewOf(settings, edition)).text)?.[0];
  if (!input) throw new Error('the mail shows no input for the console');
  const states = new SFNClient(await localClient(settings));
  await states.send(new StartExecutionCommand({ stateMachineArn: machineArn(settings, 'DecideEdition'), input }));
  await decidedOn(settings, edition);
}

const reviewOf = (settings: LocalSettings, edition: number): Promise<Mail> =>
  awaitMail(settings, 'pr-review@hikari.example.com', `review-request_${edition}-`);
const decidedOn = (settings: LocalSettings, edition: number): Promise<Mail> =>
  awaitMail(settings, 'alumni-admin@hikari.example.com', `edition-decided_${edition}`);

/** The outreach that an address got. */
async function outreachTo(settings: LocalSettings, address: string): Promise<Mail[]> {
  return (await mailsTo(settings, address)).filter((mail) => dispatchOf(mail).startsWith('outreach'));
}

const sample = (name: string): string => join(repository, 'docs/samples', name);

/** That day, or the first working day after it. */
function workingDay(date: Temporal.PlainDate): string {
  return isWorkingDay(date.toString(), policy) ? date.toString() : workingDay(date.add({ days: 1 }));
}
