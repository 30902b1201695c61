import { Temporal } from 'temporal-polyfill';
import { announce, cancel, change, type Departure, post } from '../play/hr-system.ts';
import { awaitMail, dispatchOf, linkIn, mailsTo, send } from '../play/leaver.ts';
import type { Programme } from '../play/programme.ts';
import { until } from '../play/until.ts';
import { expect, mailbox, type Scenario } from './scenario.ts';

/** The sample leavers of 株式会社ひかり, and what becomes of each. */

const today = Temporal.Now.plainDateISO('Asia/Tokyo');
const inDays = (days: number) => today.add({ days }).toString();

const sample = {
  language: 'ja',
  hireDate: '2018-04-01',
  lastWorkingDay: inDays(-1),
  department: '開発部',
  role: 'エンジニア',
  contract: 'permanent',
  reason: 'career',
  country: 'JP',
};

const haruka: Departure = {
  ...sample,
  employeeId: 'E1001',
  name: '青木 遥',
  nameKana: 'アオキ ハルカ',
  personalEmail: 'haruka.aoki@example.com',
};
const daniel: Departure = {
  ...sample,
  employeeId: 'E1002',
  name: 'Daniel Weber',
  personalEmail: 'daniel.weber@example.com',
  language: 'en',
};
const yui: Departure = {
  ...sample,
  employeeId: 'E1003',
  name: '中村 結衣',
  nameKana: 'ナカムラ ユイ',
  personalEmail: 'yui.nakamura@example.com',
};
const sota: Departure = {
  ...sample,
  employeeId: 'E1004',
  name: '小川 颯太',
  nameKana: 'オガワ ソウタ',
  personalEmail: 'sota.ogawa@example.com',
  lastWorkingDay: inDays(20),
};
const mei: Departure = {
  ...sample,
  employeeId: 'E1005',
  name: '石井 芽依',
  personalEmail: 'mei.ishii@example.com',
  hireDate: inDays(-90),
};
const rin: Departure = {
  ...sample,
  employeeId: 'E1006',
  name: '西田 凛',
  personalEmail: 'bounce+rin@simulator.amazonses.com',
};

const consents: Scenario = {
  name: 'Aoki Haruka consents',
  async play({ settings, programme }) {
    const { departure } = await announce(settings, haruka);
    const request = await awaitMail(settings, mailbox(haruka), 'consent-request');
    await send(linkIn(request, 'consent'), [
      ['purpose', 'outreach'],
      ['purpose', 'gatherings'],
      ['answer', 'yes'],
    ]);
    expect(await programme.outcomeOf(departure), 'Enrolled');
    await awaitMail(settings, mailbox(haruka), 'welcome');
    return 'asked, consented to news and gatherings, enrolled, welcomed';
  },
};

const staysSilent: Scenario = {
  name: 'Daniel Weber stays silent',
  async play({ settings, programme }) {
    const { departure } = await announce(settings, daniel);
    await awaitMail(settings, mailbox(daniel), 'consent-reminder');
    expect(await programme.outcomeOf(departure), 'No answer');
    await purged(programme, departure);
    return 'asked, reminded once, no answer, personal data deleted';
  },
};

const declines: Scenario = {
  name: 'Nakamura Yui says no',
  async play({ settings, programme }) {
    const { departure } = await announce(settings, yui);
    const request = await awaitMail(settings, mailbox(yui), 'consent-request');
    await send(linkIn(request, 'consent'), [['answer', 'no']]);
    expect(await programme.outcomeOf(departure), 'Declined');
    await purged(programme, departure);
    const again = await change(settings, { ...yui, department: '営業部' });
    expect(again.outcome, 'remembered');
    await purged(programme, departure);
    expect((await mailsTo(settings, mailbox(yui))).length, 1);
    return 'personal data deleted; a later report is remembered, and nobody asks again';
  },
};

const movesAndReturns: Scenario = {
  name: 'Ogawa Sota moves the last day',
  async play({ settings, programme }) {
    const { departure } = await announce(settings, sota);
    const request = await awaitMail(settings, mailbox(sota), 'consent-request');
    await send(linkIn(request, 'consent'), [
      ['purpose', 'outreach'],
      ['answer', 'yes'],
    ]);
    const first = await programme.parkedOn(departure, 'last-day');
    await change(settings, { ...sota, lastWorkingDay: inDays(40) });
    const second = await until('the new last day', async () => {
      const question = await programme.parkedOn(departure, 'last-day');
      return question === first ? undefined : question;
    });
    if (second === first) throw new Error('the new day is no new question');
    await cancel(settings, sota);
    expect(await programme.outcomeOf(departure), 'Cancelled');
    await announce(settings, { ...sota, lastWorkingDay: inDays(60) });
    await until('a second request', async () => {
      const mails = await mailsTo(settings, mailbox(sota));
      return mails.find((mail) => dispatchOf(mail).startsWith('consent-request_1-2'));
    });
    return 'last day moved, then called off, then announced again: asked anew';
  },
};

const isNotEligible: Scenario = {
  name: 'Ishii Mei was here for three months',
  async play({ settings, programme }) {
    const { departure } = await announce(settings, mei);
    expect(await programme.outcomeOf(departure), 'Not eligible');
    expect((await mailsTo(settings, mailbox(mei))).length, 0);
    return 'not eligible (least-tenure), no mail, the data expires';
  },
};

const bounces: Scenario = {
  name: "Nishida Rin's address bounces",
  async play({ settings, programme }) {
    const { departure } = await announce(settings, rin);
    await programme.parkedOn(departure, 'address');
    await until('a mail to HR', async () =>
      (await mailsTo(settings, 'hr@hikari.example.com')).find((mail) => mail.text.includes(rin.employeeId)),
    );
    await change(settings, { ...rin, personalEmail: 'rin.nishida@example.com' });
    const confirm = await awaitMail(settings, 'rin.nishida@example.com', 'confirm-address');
    await send(linkIn(confirm, 'confirm'), []);
    const request = await awaitMail(settings, 'rin.nishida@example.com', 'consent-request');
    await send(linkIn(request, 'consent'), [
      ['purpose', 'rehire'],
      ['answer', 'yes'],
    ]);
    expect(await programme.outcomeOf(departure), 'Enrolled');
    return 'HR gave another address, its owner confirmed it, consented and is enrolled';
  },
};

const forged: Scenario = {
  name: 'A forged webhook',
  async play({ settings }) {
    const secret = `whsec_${Buffer.alloc(36, 'forged').toString('base64')}`;
    const { status } = await post(settings, { type: 'departure.announced', data: haruka }, { secret });
    expect(status, 401);
    return 'refused with 401 and no hint';
  },
};

export const scenarios: Scenario[] = [consents, staysSilent, declines, movesAndReturns, isNotEligible, bounces, forged];

/** Only the tombstone is left. */
function purged(programme: Programme, departure: string): Promise<true> {
  return until('the deletion', async () => {
    const left = (await programme.itemsOf(departure)).map(({ sk }) => String(sk));
    return left.length === 1 && left[0] === 'RECORD#person' ? true : undefined;
  });
}
