import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { consoleInputIn, decideInConsole } from '../play/approver.ts';
import { awaitMail, dispatchOf, linkIn, mailsTo, send } from '../play/leaver.ts';
import { said, temporary } from '../play/operator.ts';
import { until } from '../play/until.ts';
import { type LocalSettings, repository } from '../settings.ts';
import { expect, importFormer, type Scenario } from './scenario.ts';

/** Three alumni think of coming back: one as a freelancer, to day 90; one too soon; one whom everybody forgets to answer. */

const today = Temporal.Now.plainDateISO('Asia/Tokyo');
/** So far ahead that the sweeps of the other scenes have not passed it. */
const startsOn = today.add({ months: 6 });
const twoMonthsAgo = today.subtract({ months: 2 });

const returner = {
  employeeId: 'E1041',
  name: '藤井 真帆',
  address: 'maho.fujii@example.com',
  hireDate: '2016-04-01',
  lastWorkingDay: '2023-03-31',
  consent: 'outreach rehire',
} as const;
const tooSoon = {
  employeeId: 'E1042',
  name: '岡本 涼',
  address: 'ryo.okamoto@example.com',
  hireDate: '2018-04-01',
  lastWorkingDay: twoMonthsAgo.toString(),
  consent: 'outreach',
} as const;
const forgotten = {
  employeeId: 'E1043',
  name: 'Sarah Klein',
  address: 'sarah.klein@example.com',
  language: 'en',
  country: 'DE',
  hireDate: '2015-10-01',
  lastWorkingDay: '2022-09-30',
  consent: 'outreach',
} as const;

const [kato, brown] = ['y.kato@hikari.example.com', 'd.brown@hikari.example.com'];
const hayashi = 'm.hayashi@hikari.example.com';
const recruiter = 'recruiting@hikari.example.com';
const manager = 'j.nakajima@hikari.example.com';
const hr = 'hr@hikari.example.com';

const numbers = { forgotten: 0, tooSoon: 0, returner: 0 };

const asked: Scenario = {
  name: 'Sarah Klein thinks of coming back',
  async play({ settings }) {
    await importFormer(settings, [returner, tooSoon, forgotten]);
    numbers.forgotten = await asks(settings, forgotten.address, [['kind', 'part-time']]);
    await awaitMail(settings, kato, `rehire-approval_${numbers.forgotten}-1-1-kato`);
    return 'every condition holds, and the recruiter is asked whether an offer is made';
  },
};

const refused: Scenario = {
  name: 'Okamoto Ryo asks after two months',
  async play({ settings, programme }) {
    numbers.tooSoon = await asks(settings, tooSoon.address, [['kind', 'permanent']]);
    const ask = await awaitMail(settings, hayashi, `rehire-approval_${numbers.tooSoon}-1-1-hayashi`);
    const before = await mailsTo(settings, tooSoon.address);
    if (before.some((mail) => dispatchOf(mail).startsWith('rehire-end'))) throw new Error('he heard before HR did');
    await send(linkIn(ask, 'decision'), [['decision', 'reject']]);
    expect(await programme.outcomeOfRehire(numbers.tooSoon, 1), 'Conditions not met');
    const told = await awaitMail(settings, tooSoon.address, `rehire-end_${numbers.tooSoon}`);
    if (!told.text.includes('業務委託')) throw new Error('nobody told him what would change it');
    return 'six months are not over; HR saw it first and did not override it, and he is told from when on, and that 業務委託 is possible now';
  },
};

const expired: Scenario = {
  name: 'A decision that everybody forgets',
  async play({ settings, programme }) {
    await awaitMail(settings, brown, `rehire-approval_${numbers.forgotten}-1-1-brown`);
    expect(await programme.outcomeOfRehire(numbers.forgotten, 1), 'Expired');
    await awaitMail(settings, forgotten.address, `rehire-end_${numbers.forgotten}`);
    return 'reminded, escalated to the deputy, expired; Sarah Klein is told that it was not her, and may ask again';
  },
};

const offered: Scenario = {
  name: 'Fujii Maho would like to work freelance',
  async play({ settings, programme }) {
    numbers.returner = await asks(settings, returner.address, [
      ['kind', 'freelance'],
      ['talk', 'yes'],
      ['since', '独立して、組み込みソフトウェアの開発を続けています。'],
    ]);
    const number = numbers.returner;
    const talk = await awaitMail(settings, recruiter, `rehire-talk_${number}-0`);
    await send(linkIn(talk, 'case'), [['talk', 'held']]);
    const ask = await awaitMail(settings, kato, `rehire-approval_${number}-1-1-kato`);
    expect((await decideInConsole(settings, consoleInputIn(ask), 'DecideRehire')).status, 'SUCCEEDED');
    await awaitMail(settings, recruiter, `rehire-offer-needed_${number}-0`);
    await said(settings, 'rehire', 'offer', String(number), await offerFile());
    const offer = await awaitMail(settings, returner.address, `rehire-offer_${number}-1-0`);
    await send(linkIn(offer, 'offer'), [
      ['decision', 'accept'],
      ['introduction', '組み込みの設計が得意です。よろしくお願いします。'],
    ]);
    expect(await programme.outcomeOfRehire(number, 4), 'Onboarding');
    return 'an informal talk was held, decide-rehire approved an offer with the terms that the law requires, and she accepted it by the link';
  },
};

const onboarded: Scenario = {
  name: 'Until her first day',
  async play({ settings, programme }) {
    const number = numbers.returner;
    const note = await awaitMail(settings, manager, `rehire-task_${number}-culture-hand-over-0`);
    if (note.text.includes('独立して')) throw new Error('the manager reads what she wrote for the recruiter alone');
    await send(linkIn(note, 'task'), [['done', 'yes']]);
    for (const task of ['account', 'refresh', 'buddy', 'orientation'])
      await said(settings, 'rehire', 'done', String(number), task);
    await until(
      'the HR system’s word',
      async () => (await show(settings, number)).tasks.every(({ status }) => status === 'done') || undefined,
    );
    await programme.sweep(startsOn.toString());
    await awaitMail(settings, hr, `rehire-news_${number}-started`);
    await until('her own record', async () => (await statusOf(settings)) === 'rehired' || undefined);
    return `six tasks were handed out at once and ticked off, one of them by the HR system itself; on ${startsOn.toString()} she is back, and outreach stops`;
  },
};

const settled: Scenario = {
  name: 'After 30, 60 and 90 days',
  async play({ settings, programme }) {
    const number = numbers.returner;
    for (const [index, days] of [30, 60, 90].entries()) {
      await programme.sweep(startsOn.add({ days }).toString());
      const question = await awaitMail(settings, returner.address, `rehire-check-in_${number}-${index + 1}`);
      await send(linkIn(question, 'settling'), [
        ['prying', 'none'],
        ['settled', 'well'],
      ]);
      await awaitMail(settings, hr, `rehire-answer_${number}-${index + 1}`);
    }
    expect((await show(settings, number)).status, 'completed');
    return 'she was asked whether she was received without prying, and HR reads that she was; 300,000 yen of an agency’s fee are booked';
  },
};

/** Played first: what everybody forgets takes its time. */
export const rehireBeginnings: Scenario[] = [asked];
export const rehireScenarios: Scenario[] = [refused, expired, offered, onboarded, settled];

/** Asks to come back, on the page that every mail leads to. @returns the number of the return */
async function asks(settings: LocalSettings, address: string, fields: [string, string][]): Promise<number> {
  const page = linkIn(await awaitMail(settings, address, 'welcome'), 'rehire');
  await send(page, [['form', randomUUID()], ...fields]);
  const receipt = await awaitMail(settings, address, 'rehire-receipt_');
  return Number(dispatchOf(receipt).split('_')[1]);
}

/** The sample of a freelance offer, to begin on the day that is played. */
async function offerFile(): Promise<string> {
  const sample = await readFile(join(repository, 'docs/samples/offer-freelance.yaml'), 'utf8');
  return temporary(
    'offer.yaml',
    sample
      .replace(/^startsOn:.*$/m, `startsOn: ${startsOn.toString()}`)
      .replace(/^manager:.*$/m, `manager: ${manager}`)
      .replace(/^until:.*$/m, `until: ${startsOn.add({ years: 1 }).toString()}`),
  );
}

const Shown = z.object({ status: z.string(), tasks: z.array(z.object({ kind: z.string(), status: z.string() })) });

async function show(settings: LocalSettings, number: number): Promise<z.infer<typeof Shown>> {
  return Shown.parse(await said(settings, 'rehire', 'show', String(number)));
}

const Timeline = z.object({ stints: z.array(z.object({ status: z.string() })) });

async function statusOf(settings: LocalSettings): Promise<string | undefined> {
  return Timeline.parse(await said(settings, 'timeline', returner.employeeId)).stints.at(-1)?.status;
}
