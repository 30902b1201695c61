import { createHmac, timingSafeEqual } from 'node:crypto';

/** The Standard Webhooks scheme (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`. */

const toleranceSeconds = 5 * 60;

export type SignedMessage = {
  id: string | undefined;
  /** Seconds since 1970, as text. */
  timestamp: string | undefined;
  /** Space-separated `v1,<base64>` signatures. */
  signatures: string | undefined;
  body: string;
};

/** @param secret in base64, without `whsec_` */
export function sign(id: string, timestamp: string, body: string, secret: string): string {
  return macOf(id, timestamp, body, Buffer.from(secret, 'base64')).toString('base64');
}

/**
 * The headers of a signed message.
 * @param now milliseconds since 1970
 * @param secret in base64, without `whsec_`
 */
export function signedHeaders(id: string, body: string, now: number, secret: string): Record<string, string> {
  const timestamp = Math.floor(now / 1000).toString();
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${sign(id, timestamp, body, secret)}`,
  };
}

function macOf(id: string, timestamp: string, body: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
}

/**
 * @param secrets every secret in force, without their `whsec_` prefix, in base64; several during a rotation
 * @param now milliseconds since 1970
 */
export function isSigned(message: SignedMessage, secrets: readonly string[], now: number): boolean {
  const { id, timestamp, signatures, body } = message;
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const given = signatures
    .split(' ')
    .flatMap((part) => (part.startsWith('v1,') ? [Buffer.from(part.slice(3), 'base64')] : []));
  // A secret that reads as nothing would be everybody's.
  const keys = secrets.map((secret) => Buffer.from(secret, 'base64')).filter((key) => key.length > 0);
  const expected = keys.map((key) => macOf(id, timestamp, body, key));
  // Every pair is compared, so that the time taken says nothing about which key matched.
  const matches = expected.flatMap((mac) =>
    given.map((signed) => signed.length === mac.length && timingSafeEqual(signed, mac)),
  );
  return matches.includes(true);
}
