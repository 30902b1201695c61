import { postSigned } from './signed-post.ts';

/** The company's payroll or gift system: told by a webhook where the deployment names one, else by a file for accounting. */

/** How payouts are instructed here. */
export function payoutBy(): 'webhook' | 'file' {
  return process.env.PAYOUT_URL ? 'webhook' : 'file';
}

/**
 * Posts an instruction.
 * @param id of the payout, which stays the same however often it is sent
 * @throws when it was not taken
 */
export async function sendInstruction(id: string, body: string): Promise<void> {
  const { PAYOUT_URL: url } = process.env;
  if (!url) throw new Error('no payout system is named: payouts go into a file');
  await postSigned({ url, secret: 'PAYOUT_SECRET', id, body, called: 'the payout system' });
}
