import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { Trouble } from './processes.ts';
import { type LocalSettings, localClient } from './settings.ts';

const secretSchema = z.catchall(z.object({ current: z.string() }), z.string());

/** The key with which a secret of the local stack signs, as base64. */
export async function currentKey(aws: LocalSettings['aws'], secretName: string): Promise<string> {
  const secrets = new SecretsManagerClient(await localClient({ aws }));
  try {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretName }));
    const keys = secretSchema.parse(JSON.parse(SecretString ?? '{}'));
    const key = keys[keys.current];
    if (!key) throw new Trouble(`The secret ${secretName} has no key of the name that its "current" gives.`);
    return key;
  } finally {
    secrets.destroy();
  }
}
