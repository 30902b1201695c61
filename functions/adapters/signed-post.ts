import { signedHeaders } from '../domain/webhook-signature.ts';
import { setting } from './environment.ts';
import { readKeys } from './secrets.ts';

/** Tells one of the company's systems something, signed by the Standard Webhooks scheme. */

const limit = 10_000;

type Post = {
  url: string;
  /** Which setting names the secret that the system shares with Okaeri. */
  secret: string;
  /** Of the message: it stays the same however often it is sent. */
  id: string;
  body: string;
  /** What errors call the system; its address, and what it answered, are not said. */
  called: string;
};

/** @throws when it was not taken: a retry may help */
export async function postSigned({ url, secret, id, body, called }: Post): Promise<void> {
  const { current, keys } = await readKeys(setting(secret));
  const key = keys[current];
  if (!key) throw new Error(`the secret of ${called} holds no key`);
  const response = await fetch(url, {
    method: 'POST',
    headers: signedHeaders(id, body, Date.now(), key),
    body,
    // A redirect could lead what is personal anywhere.
    redirect: 'error',
    signal: AbortSignal.timeout(limit),
  }).catch(() => undefined);
  if (!response) throw new Error(`${called} does not answer`);
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${called} answered ${response.status}`);
}
