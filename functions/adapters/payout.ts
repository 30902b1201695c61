import { signedHeaders } from '../domain/webhook-signature.ts';
import { setting } from './environment.ts';
import { readKeys } from './secrets.ts';

/** The company's payroll or gift system: told by a webhook where the deployment names one, else by a file for accounting. */

const limit = 10_000;

/** How payouts are instructed here. */
export function payoutBy(): 'webhook' | 'file' {
  return process.env.PAYOUT_URL ? 'webhook' : 'file';
}

/**
 * Posts an instruction, signed by the Standard Webhooks scheme.
 * @param id of the payout, which stays the same however often it is sent
 * @throws when it was not taken; what the payout system answered, and its address, are not said
 */
export async function sendInstruction(id: string, body: string): Promise<void> {
  const { PAYOUT_URL } = process.env;
  if (!PAYOUT_URL) throw new Error('no payout system is named: payouts go into a file');
  const headers = await signed(id, body);
  const response = await fetch(PAYOUT_URL, {
    method: 'POST',
    headers,
    body,
    // A redirect could lead what is personal anywhere.
    redirect: 'error',
    signal: AbortSignal.timeout(limit),
  }).catch(() => undefined);
  if (!response) throw new Error('the payout system does not answer');
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the payout system answered ${response.status}`);
}

async function signed(id: string, body: string): Promise<Record<string, string>> {
  const { current, keys } = await readKeys(setting('PAYOUT_SECRET'));
  const key = keys[current];
  if (!key) throw new Error('the payout secret holds no key');
  return signedHeaders(id, body, Date.now(), key);
}
