import { randomBytes, randomUUID } from 'node:crypto';
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkUrl, openLink } from '../../functions/adapters/links.ts';
import { linkDays } from '../../functions/domain/link.ts';
import { someId } from './people-samples.ts';

/** Links with keys of their own, so that a rotation here is none for others. */
const secrets = new SecretsManagerClient({});
const name = `okaeri-test/${randomUUID()}`;
const key = () => randomBytes(36).toString('base64');
const [k1, k2] = [key(), key()];
const tokenOf = (path: string) => path.split('/').at(-1) ?? '';
const subject = { person: someId(), matter: '1' };

beforeAll(async () => {
  await secrets.send(new CreateSecretCommand({ Name: name, SecretString: JSON.stringify({ current: 'k1', k1 }) }));
  process.env['LINK_SECRET'] = name;
});
afterEach(() => void vi.useRealTimers());

describe('links are capabilities', () => {
  it('opens for its purpose and no other, until it expires', async () => {
    const now = Date.now();
    const token = tokenOf(await linkUrl('consent', subject, now));
    expect(await openLink('consent', token, now)).toMatchObject({ ok: true, subject });
    expect(await openLink('preferences', token, now)).toEqual({ ok: false, why: 'forged' });
    expect(await openLink('consent', token, now + (linkDays.consent + 1) * 86_400_000)).toEqual({
      ok: false,
      why: 'expired',
    });
    expect(await openLink('consent', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, now)).toEqual({
      ok: false,
      why: 'forged',
    });
  });

  it('leads to the portal', async () => {
    expect(await linkUrl('stop', subject, Date.now())).toMatch(
      new RegExp(`^${process.env['PORTAL_URL']}/stop/stop\\.${subject.person}\\.1\\.`),
    );
  });

  it('keys are read again for an unknown key id, and old links go on working', async () => {
    const now = Date.now();
    const old = tokenOf(await linkUrl('consent', subject, now));
    expect(old).toContain('.k1.');
    await secrets.send(
      new PutSecretValueCommand({ SecretId: name, SecretString: JSON.stringify({ current: 'k2', k1, k2 }) }),
    );
    // Another container signs with the new key already; this one still has the old keys cached.
    vi.resetModules();
    const elsewhere = await import('../../functions/adapters/links.ts');
    const fresh = tokenOf(await elsewhere.linkUrl('consent', subject, now));
    expect(fresh).toContain('.k2.');
    expect(tokenOf(await linkUrl('consent', subject, now))).toContain('.k1.');
    vi.useFakeTimers({ toFake: ['Date'], now: now + 11_000 });
    expect(await openLink('consent', fresh, now)).toMatchObject({ ok: true, subject });
    expect(await openLink('consent', old, now)).toMatchObject({ ok: true, subject });
  });

  it('a key id that nobody has does not make us read the secret for every forgery', async () => {
    const token = tokenOf(await linkUrl('consent', subject, Date.now())).replace(/\.k[12]\./, '.k9.');
    const send = vi.spyOn(SecretsManagerClient.prototype, 'send');
    for (let turn = 0; turn < 5; turn += 1)
      expect(await openLink('consent', token, Date.now())).toEqual({ ok: false, why: 'unknown key' });
    expect(send.mock.calls.length).toBeLessThanOrEqual(1);
    send.mockRestore();
  });
});
