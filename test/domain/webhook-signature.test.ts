import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSigned } from '../../functions/domain/webhook-signature.ts';

const now = Date.parse('2026-11-22T03:00:00Z');
const secret = Buffer.from('a secret of at least twenty-four bytes').toString('base64');
const other = Buffer.from('another secret, also of some length').toString('base64');
const seconds = String(now / 1000);

function sign(body: string, by = secret, at = now) {
  const signatures = new Webhook(by).sign('msg_1', new Date(at), body);
  return { id: 'msg_1', timestamp: String(Math.floor(at / 1000)), signatures, body };
}

beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('what the reference implementation signs', () => {
  test('is accepted, whatever the body', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        expect(isSigned(sign(body), [secret], now)).toBe(true);
      }),
    );
  });

  test('is accepted exactly when the reference implementation accepts it, around the tolerance of five minutes', () => {
    for (const offset of [-301, -300, -299, 0, 299, 300, 301]) {
      const message = sign('{}', secret, now + offset * 1000);
      const headers = {
        'webhook-id': message.id,
        'webhook-timestamp': message.timestamp,
        'webhook-signature': message.signatures,
      };
      const theirs = () => {
        try {
          new Webhook(secret).verify(message.body, headers);
          return true;
        } catch {
          return false;
        }
      };
      const ours = isSigned(message, [secret], now);
      expect(ours, `${offset} seconds`).toBe(Math.abs(offset) <= 300);
      expect(theirs(), `${offset} seconds, theirs`).toBe(ours);
    }
  });

  test('is accepted under any secret in force, and refused under none', () => {
    expect(isSigned(sign('{}', other), [secret, other], now)).toBe(true);
    expect(isSigned(sign('{}', other), [secret], now)).toBe(false);
    expect(isSigned(sign('{}'), [], now)).toBe(false);
  });

  test('is accepted among other signatures', () => {
    const message = sign('{}');
    const signatures = `v1a,abc ${sign('{}', other).signatures} ${message.signatures}`;
    expect(isSigned({ ...message, signatures }, [secret], now)).toBe(true);
  });

  test('with a prefixed secret of theirs is accepted under ours without', () => {
    const signatures = new Webhook(`whsec_${secret}`).sign('msg_1', new Date(now), '{}');
    expect(isSigned({ ...sign('{}'), signatures }, [secret], now)).toBe(true);
  });
});

describe('a message is refused', () => {
  const good = sign('{"a":1}');

  test.each([
    ['without an id', { id: undefined }],
    ['without a timestamp', { timestamp: undefined }],
    ['without a signature', { signatures: undefined }],
    ['with an empty id', { id: '' }],
    ['with another id', { id: 'msg_2' }],
    ['with another body', { body: '{"a":2}' }],
    ['with another time', { timestamp: String(Number(seconds) + 1) }],
    ['with a time in words', { timestamp: 'now' }],
    ['with a time as fraction', { timestamp: `${seconds}.5` }],
    ['with a negative time', { timestamp: `-${seconds}` }],
    ['with a time in exponents', { timestamp: '1e9' }],
    ['with another version of signature', { signatures: good.signatures.replace('v1,', 'v2,') }],
    ['without a version', { signatures: good.signatures.slice(3) }],
    ['with half a signature', { signatures: good.signatures.slice(0, 24) }],
    ['with an empty signature', { signatures: 'v1,' }],
    ['with rubbish', { signatures: 'v1,%%% ,,, v1' }],
  ])('%s', (_, change) => {
    expect(isSigned({ ...good, ...change }, [secret], now)).toBe(false);
  });

  test('with any rubbish in its headers', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (timestamp, signatures) => {
        expect(isSigned({ id: 'msg_1', timestamp, signatures, body: '' }, [secret], now)).toBe(false);
        expect(isSigned({ ...good, signatures }, [secret], now)).toBe(false);
      }),
    );
  });

  test.each(['', '!!!'])('signed with nothing, where a secret reads %j', (empty) => {
    const forged = createHmac('sha256', '').update(`msg_1.${seconds}.{}`).digest('base64');
    expect(isSigned({ id: 'msg_1', timestamp: seconds, signatures: `v1,${forged}`, body: '{}' }, [empty], now)).toBe(
      false,
    );
  });
});
