import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { readKeys } from '../../functions/adapters/secrets.ts';
import { sign } from '../../functions/domain/webhook-signature.ts';
import { readGiven } from '../files.ts';
import { print } from '../print.ts';
import { output, stackOutputs } from '../target.ts';
import { Trouble } from '../trouble.ts';

/** `report <file.json>`: sends one departure report the way an HR system does. */
export function reportCommand(): Command {
  return new Command('report')
    .summary('send one departure report through the signed webhook, as an HR system does')
    .argument('<file.json>')
    .action(async (file: string, _: unknown, command: Command) => {
      const body = (await readGiven(file)).toString('utf8');
      const response = await fetch(await webhookUrl(), { method: 'POST', body, headers: await signed(body) }).catch(
        (error: unknown) => {
          throw new Trouble(`The webhook does not answer (${reasonOf(error)}): check that the stack runs.`);
        },
      );
      const answer = jsonOf(await response.text());
      print(
        command,
        { status: response.status, answer },
        `${response.status} ${response.ok ? 'taken' : 'refused'}\n${inLines(answer)}`,
      );
      if (!response.ok) process.exitCode = 1;
    });
}

async function webhookUrl(): Promise<URL> {
  return new URL('/hris/standard', output(await stackOutputs(), 'PortalUrl'));
}

/** The headers of the Standard Webhooks scheme. */
async function signed(body: string): Promise<Record<string, string>> {
  const { current, keys } = await readKeys(output(await stackOutputs(), 'HrisSecret'));
  const key = keys[current];
  if (!key) throw new Trouble('The HRIS secret holds no key of the name that its "current" gives.');
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${sign(id, timestamp, body, key)}`,
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function inLines(answer: unknown): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2);
}
