import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { calendarIn } from '../play/calendar.ts';
import { awaitMail, dispatchOf, linkIn, type Mail, mailsTo, send } from '../play/leaver.ts';
import { said, temporary } from '../play/operator.ts';
import type { LocalSettings } from '../settings.ts';
import { expect, importFormer, type Scenario } from './scenario.ts';

/** A dinner for two alumni and a host, from the plan to the thanks: it fills, somebody makes room, it moves, and it is held. */

const today = Temporal.Now.plainDateISO('Asia/Tokyo');
const day = today.add({ days: 45 });
const deadline = today.add({ days: 30 });
const sweepOn = (date: Temporal.PlainDate, days = 0) => date.add({ days }).toString();

/** Left before the programme began, and consented on paper to be invited. */
const former = { hireDate: '2012-04-01', lastWorkingDay: '2022-03-31', consent: 'gatherings' } as const;
const mio = { ...former, employeeId: 'E1021', name: '森 美緒', address: 'mio.mori@example.com' };
const jun = { ...former, employeeId: 'E1022', name: '岡田 潤', address: 'jun.okada@example.com' };
const emma = {
  ...former,
  employeeId: 'E1023',
  name: 'Emma Clarke',
  address: 'emma.clarke@example.com',
  language: 'en' as const,
};
const saki = { ...former, employeeId: 'E1024', name: '石田 咲', address: 'saki.ishida@example.com' };
const invitees = [mio, jun, emma, saki];
const organiser = 'y.mori@hikari.example.com';

const Published = z.object({ gathering: z.object({ number: z.int() }) });
const Report = z.object({
  invited: z.int(),
  came: z.object({ people: z.int() }),
});

let number = 0;

const published: Scenario = {
  name: 'A dinner for two alumni and a host',
  async play({ settings }) {
    await importFormer(settings, invitees);
    for (const { address } of invitees) await awaitMail(settings, address, 'welcome');
    const submitted = Published.parse(await said(settings, 'gathering', 'publish', await planFile()));
    number = submitted.gathering.number;
    await approve(settings, 1);
    for (const { address } of invitees) await mailTo(settings, address, 'invitation');
    const { subject } = await mailTo(settings, mio.address, 'invitation');
    return `the reviewer approved the plan; those who chose gatherings are invited: ${subject}`;
  },
};

const full: Scenario = {
  name: 'The room is full',
  async play({ settings }) {
    await answers(settings, mio.address, 'yes');
    const entry = await calendarIn(settings, await placeMail(settings, mio.address, 1));
    expect(entry.method, 'REQUEST');
    await answers(settings, jun.address, 'yes');
    await placeMail(settings, jun.address, 1);
    await answers(settings, emma.address, 'yes');
    await placeMail(settings, emma.address, 1);
    return 'Mori Mio and Okada Jun have a place and a calendar entry, Emma Clarke is first on the waiting list';
  },
};

const promoted: Scenario = {
  name: 'Okada Jun cannot come after all',
  async play({ settings }) {
    await answers(settings, jun.address, 'no');
    const entry = await calendarIn(settings, await placeMail(settings, jun.address, 2));
    expect(entry.method, 'CANCEL');
    await placeMail(settings, emma.address, 2);
    await answers(settings, emma.address, 'yes');
    await placeMail(settings, emma.address, 3);
    return 'the entry left his calendar, and Emma Clarke accepted the place that became free';
  },
};

const reminded: Scenario = {
  name: 'A week before the deadline',
  async play({ settings, programme }) {
    await programme.sweep(sweepOn(deadline, -7));
    await mailTo(settings, saki.address, 'reminder');
    expect((await gatheringMails(settings, mio.address)).filter((mail) => isOf(mail, 'reminder')).length, 0);
    return 'those who have not answered are reminded, Ishida Saki among them, and who has answered is not';
  },
};

const moved: Scenario = {
  name: 'Another restaurant',
  async play({ settings }) {
    const before = await calendarIn(settings, await placeMail(settings, mio.address, 1));
    await said(
      settings,
      'gathering',
      'change',
      String(number),
      await planFile({ ja: '喫茶 あかり', en: 'Akari café' }),
    );
    await approve(settings, 2);
    const after = await calendarIn(settings, await mailTo(settings, mio.address, 'change'));
    await mailTo(settings, saki.address, 'change');
    expect(after.uid, before.uid);
    if (!(after.sequence > before.sequence)) throw new Error('the calendar entry has no higher sequence');
    if (!after.location.includes('あかり')) throw new Error('the calendar entry has the old place');
    return 'the change was reviewed too; everybody who had been invited is told, and the calendar entry has moved along';
  },
};

const held: Scenario = {
  name: 'The evening itself',
  async play({ settings, programme }) {
    await programme.sweep(sweepOn(deadline, 1));
    await programme.sweep(sweepOn(day, -1));
    await mailTo(settings, mio.address, 'details');
    await checkIn(settings, emma.name);
    await programme.sweep(sweepOn(day, 1));
    const thanks = await mailTo(settings, emma.address, 'thanks');
    await send(linkIn(thanks, 'gathering'), [
      ['rating', '5'],
      ['comment', 'A lovely evening.'],
    ]);
    expect((await gatheringMails(settings, mio.address)).filter((mail) => isOf(mail, 'thanks')).length, 0);
    return 'Emma Clarke was checked in at the door, thanked, and said how it was; Mori Mio did not come';
  },
};

const booked: Scenario = {
  name: 'What it cost',
  async play({ settings, programme }) {
    await said(settings, 'gathering', 'cost', String(number), '24000');
    await programme.sweep(sweepOn(day, 15));
    await programme.sweep(sweepOn(day, 16));
    expect(await programme.outcomeOfGathering(number), 'Held');
    const report = Report.parse(await said(settings, 'gathering', 'report', String(number)));
    expect(report.came.people, 1);
    return `24,000 yen are in the ledger; "gathering report ${number}" says who was invited, came, and found what`;
  },
};

export const gatheringScenarios: Scenario[] = [published, full, promoted, reminded, moved, held, booked];

/** A dinner on a day ahead, for two alumni and one host. */
function planFile(place = { ja: '洋食 こだち', en: 'Kodachi restaurant' }): Promise<string> {
  return temporary(
    'gathering.yaml',
    `classification: alumni
audience: all
title: { ja: 小さな夕食会, en: A small dinner }
place: { ja: ${place.ja}, en: ${place.en} }
start: ${day.toString()} 19:00
end: ${day.toString()} 21:00
capacity: 3
hosts:
  - name: 中村 麻衣
    email: m.nakamura@hikari.example.com
organiser: ${organiser}
fee: 5000
budget: 30000
deadline: ${deadline.toString()}
reminders: [P7D]
text:
  ja: |
    お二人をお招きして、小さなテーブルを囲みます。人事部の中村がご一緒します。
    新しい仕事のことや、ひかりにいたころの思い出を、ゆっくりお聞かせください。
  en: |
    A small table for two of you, with Mai Nakamura from People.
    Tell us about the new job, or just remember the old times.
`,
  );
}

async function approve(settings: LocalSettings, submission: number): Promise<void> {
  const request = await awaitMail(
    settings,
    'pr-review@hikari.example.com',
    `gathering-review_${number}-${submission}-`,
  );
  await send(linkIn(request, 'plan'), [['decision', 'approve']]);
}

async function answers(settings: LocalSettings, address: string, answer: 'yes' | 'no'): Promise<void> {
  await send(linkIn(await mailTo(settings, address, 'invitation'), 'gathering'), [['answer', answer]]);
}

/** Opens the organiser's list, and checks somebody in. */
async function checkIn(settings: LocalSettings, name: string): Promise<void> {
  const door = linkIn(await awaitMail(settings, organiser, `gathering-organiser_${number}-`), 'door');
  const page = await (await fetch(door)).text();
  const person = new RegExp(`id="name-([0-9a-f]+)"[^>]*>${name}`).exec(page)?.[1];
  if (!person) throw new Error(`the list does not have ${name}`);
  await send(door, [
    ['person', person],
    ['came', '1'],
  ]);
}

const isOf = (mail: Mail, purpose: string) => dispatchOf(mail).startsWith(`gathering-${purpose}_${number}`);
const mailTo = (settings: LocalSettings, address: string, purpose: string): Promise<Mail> =>
  awaitMail(settings, address, `gathering-${purpose}_${number}`);
const placeMail = (settings: LocalSettings, address: string, revision: number): Promise<Mail> =>
  awaitMail(settings, address, `gathering-place_${number}-${revision}`);

async function gatheringMails(settings: LocalSettings, address: string): Promise<Mail[]> {
  return (await mailsTo(settings, address)).filter((mail) => dispatchOf(mail).startsWith('gathering-'));
}
