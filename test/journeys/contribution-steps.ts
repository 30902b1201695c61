import { execFile } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { readContribution } from '../../functions/adapters/contributions.ts';
import { identify } from '../../functions/adapters/identity.ts';
import { linkUrl } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { awaitMail, type Mail } from '../../infra/local/play/leaver.ts';
import { machineArn } from '../../infra/local/play/programme.ts';
import { until } from '../../infra/local/play/until.ts';
import { localEnvironment, repository } from '../../infra/local/settings.ts';
import { addressOf, alumnus } from '../adapters/alumni.ts';
import { contributed, qualified } from '../adapters/reward-steps.ts';
import { settings, states } from './stage.ts';

/** Alumni who contribute on the running stack, approvers, and what the payroll system was told. */

export type Contributor = { employeeId: string; id: string; address: string; page: string };

/** An alumnus whom nobody else has, and the page that their mails lead to; no sweep writes to them. */
export async function contributor(profile: { name?: string } = {}): Promise<Contributor> {
  const employeeId = `C${randomInt(1e6, 1e9)}`;
  const { person, address } = await identify();
  const id = person(employeeId);
  await alumnus({ id, profile: { employeeId, ...profile }, person: { nextOutreach: '2098-01-01' } });
  const page = await linkUrl('contribute', { person: id, matter: address(addressOf(id)) }, Date.now());
  return { employeeId, id, address: addressOf(id), page };
}

/** Posts a form, and follows no redirect. */
export const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

/** Sends a form of somebody's page. @returns the number of the contribution */
export async function sends(
  { page }: Contributor,
  kind: 'referral' | 'lead' | 'feedback',
  fields: Record<string, string> = {},
): Promise<number> {
  const answer = await post(`${page}/${kind}`, { form: randomUUID(), ...fields });
  return numberIn(answer);
}

/** The number of the contribution to whose page a form leads. */
export function numberIn({ status, headers }: Response): number {
  if (status !== 303) throw new Error(`the form was answered ${status}`);
  return Number(/\d+$/.exec(new URL(headers.get('location') ?? '', settings.portal).pathname)?.[0]);
}

/** What came of is known, and each approver has their mail: of feedback one, of a lead two. */
export async function askedFor(kind: 'feedback' | 'lead', person?: string): Promise<{ number: number; mails: Mail[] }> {
  const number = await qualified(kind, person);
  return { number, mails: await approvalMails(number, kind === 'lead' ? ['saito', 'kato'] : ['saito']) };
}

/** Feedback that its owner may answer. */
export const gaveFeedback = (person?: string): Promise<number> => contributed('feedback', person);

/** The mails to approvers about a reward, in their order. */
export function approvalMails(number: number, approvers: readonly string[], round = 1): Promise<Mail[]> {
  return Promise.all(
    approvers.map((approver) => {
      const email = policy.rewards.approval.approvers.find(({ id }) => id === approver)?.email ?? '';
      return awaitMail(settings, email, `reward-approval_${number}-1-${round}-${approver}-`);
    }),
  );
}

/** The code that a mail gives an approver. */
export function codeIn(mail: Mail): string {
  return /"code":"([^"]+)"/.exec(mail.text)?.[1] ?? '';
}

/** Runs a command as an approver does, and reads what it says. */
export function inTerminal(...args: string[]): Promise<{ exitCode: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(repository, 'cli/okaeri.ts'), '--aws', ...args],
      // The stack follows the demo's rules.
      { env: { ...process.env, ...localEnvironment(settings), NODE_OPTIONS: '--conditions=demo' } },
      (error, stdout, stderr) => resolve({ exitCode: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

const Payroll = z.object({ payouts: z.array(z.object({ payout: z.string(), times: z.int() })) });

/** How often the payroll system was told to pay a reward. */
export async function timesPaid(number: number): Promise<number> {
  const { payouts } = Payroll.parse(await (await fetch(settings.payroll)).json());
  return payouts.find(({ payout }) => payout === `payout-${number}`)?.times ?? 0;
}

/** The status of a reward; none where there is none. */
export const rewardStatus = async (number: number) => (await readContribution(number))?.reward?.status;

/** Waits for what an execution of a reward entered a state with. */
export function enteredWith(number: number, state: string): Promise<Record<string, unknown>> {
  const executionArn = `${machineArn(settings, 'Reward').replace(':stateMachine:', ':execution:')}:reward-${number}-1`;
  return until(`${state} of reward ${number}`, async () => {
    const { events = [] } = await states.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    const entered = events.find(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name === state);
    const input = entered?.stateEnteredEventDetails?.input;
    return input === undefined ? undefined : (JSON.parse(input) as Record<string, unknown>);
  });
}
