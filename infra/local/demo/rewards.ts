import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { consoleInputIn, decideInConsole } from '../play/approver.ts';
import { awaitMail, linkIn, type Mail, send } from '../play/leaver.ts';
import { said } from '../play/operator.ts';
import type { LocalSettings } from '../settings.ts';
import { expect, importFormer, type Scenario } from './scenario.ts';

/** What two alumni contribute, from the form to the payout: what is paid, what the law forbids, and what nobody decides. */

const today = Temporal.Now.plainDateISO('Asia/Tokyo');
const holding = today.add({ days: 90 }).toString();

const saori = {
  employeeId: 'E1031',
  name: '上田 沙織',
  address: 'saori.ueda@example.com',
  hireDate: '2014-04-01',
  lastWorkingDay: '2024-03-31',
  consent: 'outreach',
} as const;
const oliver = {
  employeeId: 'E1032',
  name: 'Oliver Grant',
  address: 'oliver.grant@example.com',
  language: 'en',
  country: 'SG',
  hireDate: '2016-04-01',
  lastWorkingDay: '2023-09-30',
  consent: 'outreach',
} as const;
const candidate = 'toru.hayashi@example.com';

const productVoice = 'product-voice@hikari.example.com';
const recruiter = 'recruiting@hikari.example.com';
const [saito, kato] = ['m.saito@hikari.example.com', 'n.kato@hikari.example.com'];
const admin = 'alumni-admin@hikari.example.com';

/** Numbers of what is contributed here. */
const numbers = { forgotten: 0, feedback: 0, referral: 0, lead: 0 };

const asked: Scenario = {
  name: 'Oliver Grant finds the sign-up tedious',
  async play({ settings }) {
    await importFormer(settings, [saori, oliver]);
    numbers.forgotten = await givesFeedback(settings, oliver.address, 'The sign-up asks for the same thing twice.');
    await approvalMail(settings, numbers.forgotten, 'saito', saito);
    return 'the owner of the topic answered him and found it of use; an approver is asked about 5,000 yen';
  },
};

const feedbackPaid: Scenario = {
  name: 'Ueda Saori says how the product looks from outside',
  async play({ settings, programme }) {
    numbers.feedback = await givesFeedback(
      settings,
      saori.address,
      '導入の手順書が、はじめての人には難しいと聞きます。',
    );
    const ask = await approvalMail(settings, numbers.feedback, 'saito', saito);
    expect((await decideInConsole(settings, consoleInputIn(ask))).status, 'SUCCEEDED');
    expect(await programme.outcomeOfReward(numbers.feedback), 'Paid');
    expect(await paidTimes(settings, numbers.feedback), 1);
    await awaitMail(settings, saori.address, `reward-news_${numbers.feedback}-1-paid`);
    return `the owner of the topic answered her; 5,000 yen were approved by decide-reward, instructed once, confirmed and booked`;
  },
};

const blockedByLaw: Scenario = {
  name: 'She introduces a candidate',
  async play({ settings, programme }) {
    numbers.referral = await contributes(settings, saori.address, 'referral', []);
    const invitation = await awaitMail(settings, saori.address, `contribution-invitation_${numbers.referral}`);
    await send(linkIn(invitation, 'candidate'), [
      ['name', '林 徹'],
      ['email', candidate],
      ['consent', 'yes'],
    ]);
    const confirm = await awaitMail(settings, candidate, `candidate-receipt_${numbers.referral}`);
    await send(linkIn(confirm, 'candidacy'), [['action', 'confirm']]);
    await awaitMail(settings, recruiter, `contribution-recruiter_${numbers.referral}`);
    await said(
      settings,
      'contribution',
      'hired',
      String(numbers.referral),
      '--on',
      today.toString(),
      '--country',
      'JP',
    );
    await programme.sweep(holding);
    expect(await programme.outcomeOfReward(numbers.referral), 'Thanked without a reward');
    await awaitMail(settings, saori.address, `reward-news_${numbers.referral}-1-thanks`);
    return 'he was hired and stayed 90 days; a reward for a hire in Japan is blocked by law (hiring-reward-in-japan), so she is thanked from the heart';
  },
};

const twoApprovers: Scenario = {
  name: 'Oliver Grant brings a customer',
  async play({ settings, programme }) {
    numbers.lead = await contributes(settings, oliver.address, 'lead', [
      ['company', 'Merlion Robotics Pte. Ltd.'],
      ['text', 'They look for a partner in Japan, and asked me whom I trust.'],
      ['reward', 'yes'],
    ]);
    await said(settings, 'contribution', 'won', String(numbers.lead), '--on', today.toString(), '--revenue', '3000000');
    const first = consoleInputIn(await approvalMail(settings, numbers.lead, 'saito', saito));
    const second = await approvalMail(settings, numbers.lead, 'kato', kato);
    expect((await decideInConsole(settings, first)).status, 'SUCCEEDED');
    const again = await decideInConsole(settings, first);
    expect(again.status, 'FAILED');
    if (!again.cause.includes('One person cannot approve it twice')) throw new Error(`it said: ${again.cause}`);
    await send(linkIn(second, 'reward'), [['decision', 'approve']]);
    expect(await programme.outcomeOfReward(numbers.lead), 'Paid');
    expect(await paidTimes(settings, numbers.lead), 1);
    return '200,000 yen need two people; the same one was refused the second time, and another approved it by the link';
  },
};

const expired: Scenario = {
  name: 'An approval that everybody forgets',
  async play({ settings, programme }) {
    await awaitMail(settings, kato, `reward-approval_${numbers.forgotten}-1-1-kato`);
    expect(await programme.outcomeOfReward(numbers.forgotten), 'Expired');
    await awaitMail(settings, admin, `reward-expired_${numbers.forgotten}-1`);
    expect(await paidTimes(settings, numbers.forgotten), 0);
    return 'reminded, escalated to the deputy, expired; nothing was paid, and the admin may ask again';
  },
};

const Report = z.object({ currencies: z.array(z.object({ currency: z.string(), balance: z.int() })) });

/** Played last. */
export const balance: Scenario = {
  name: 'What it cost and brought back',
  async play({ settings }) {
    const { currencies } = Report.parse(await said(settings, 'ledger', 'report'));
    const yen = currencies.find(({ currency }) => currency === 'JPY');
    if (!yen) throw new Error('the ledger has nothing in yen');
    return `the ledger report has the rewards, the agencies' fees that were avoided and the revenue: a balance of ${yen.balance.toLocaleString('en')} yen`;
  },
};

/** Played first: what everybody forgets takes its time. */
export const rewardBeginnings: Scenario[] = [asked];
export const rewardScenarios: Scenario[] = [feedbackPaid, blockedByLaw, twoApprovers, expired];

/** Sends a form of the page that every mail leads to. @returns the number of the contribution */
async function contributes(
  settings: LocalSettings,
  address: string,
  kind: 'referral' | 'lead' | 'feedback',
  fields: [string, string][],
): Promise<number> {
  const page = linkIn(await awaitMail(settings, address, 'welcome'), 'contribute');
  const { url } = await send(`${page}/${kind}`, [['form', randomUUID()], ...fields]);
  return Number(/\d+$/.exec(new URL(url).pathname)?.[0]);
}

/** Gives feedback on the product, which its owner finds of use. */
async function givesFeedback(settings: LocalSettings, address: string, text: string): Promise<number> {
  const number = await contributes(settings, address, 'feedback', [
    ['topic', 'product'],
    ['text', text],
    ['reward', 'yes'],
  ]);
  const question = await awaitMail(settings, productVoice, `contribution-owner_${number}-`);
  await send(linkIn(question, 'answer'), [
    ['answer', 'ありがとうございます。次の改訂で直します。 / Thank you, we will mend it in the next release.'],
    ['isOfUse', 'yes'],
  ]);
  await awaitMail(settings, address, `contribution-outcome_${number}-qualified`);
  return number;
}

const approvalMail = (settings: LocalSettings, number: number, approver: string, address: string): Promise<Mail> =>
  awaitMail(settings, address, `reward-approval_${number}-1-1-${approver}`);

const Payroll = z.object({ payouts: z.array(z.object({ payout: z.string(), times: z.int() })) });

/** How often the payroll system was told to pay a reward. */
async function paidTimes({ payroll }: LocalSettings, number: number): Promise<number> {
  const { payouts } = Payroll.parse(await (await fetch(payroll)).json());
  return payouts.find(({ payout }) => payout === `payout-${number}`)?.times ?? 0;
}
