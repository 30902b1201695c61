import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import type { LinkKeys } from '../domain/link.ts';

/** Keys live in Secrets Manager as `{"current": "k1", "k1": "…", "k2": "…"}`; a rotation adds one and moves `current`. */

const client = new SecretsManagerClient({});
const Secret = z.record(z.string(), z.string());

const minutes = 60_000;
const cache = new Map<string, { keys: LinkKeys; readAt: number }>();

/**
 * Reads a set of keys.
 * @param staleAfter how old the cached set may be, in milliseconds: less for a key that the cache does not know
 */
export async function readKeys(secretId: string, { staleAfter = 5 * minutes } = {}): Promise<LinkKeys> {
  const cached = cache.get(secretId);
  if (cached && Date.now() - cached.readAt < staleAfter) return cached.keys;
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const { current = '', ...keys } = Secret.parse(JSON.parse(SecretString ?? '{}'));
  const read = { current, keys };
  cache.set(secretId, { keys: read, readAt: Date.now() });
  return read;
}
