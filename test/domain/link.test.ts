import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LinkKeys,
  linkPurposes,
  signCode,
  signLink,
  verifyCode,
  verifyLink,
} from '../../functions/domain/link.ts';

const keys: LinkKeys = { current: 'k2', keys: { k1: 'an older key', k2: 'the current key' } };
const subject = { person: '0123456789abcdef01234567', matter: '1-1-1-consent' };
const expires = Date.parse('2027-11-22T00:00:00Z') / 1000;
const now = Date.parse('2026-11-22T00:00:00Z');
const token = signLink('consent', subject, expires, keys);

describe('a link', () => {
  test.each(linkPurposes)('to %s is good for what it names', (purpose) => {
    expect(verifyLink(purpose, signLink(purpose, subject, expires, keys), now, keys)).toMatchObject({
      ok: true,
      subject,
    });
  });

  test('is fit for the path of a URL', () => {
    expect(token).toMatch(/^[\w.-]+$/);
    expect(encodeURIComponent(token)).toBe(token);
  });

  test('for one purpose is forged for any other', () => {
    for (const purpose of linkPurposes) {
      for (const other of linkPurposes.filter((name) => name !== purpose)) {
        const signed = signLink(purpose, subject, expires, keys);
        expect(verifyLink(other, signed, now, keys)).toEqual({ ok: false, why: 'forged' });
        expect(verifyLink(other, signed.replace(purpose, other), now, keys)).toEqual({ ok: false, why: 'forged' });
      }
    }
  });

  test('altered at any character is refused', () => {
    for (let index = 0; index < token.length; index += 1) {
      for (const other of ['A', 'b', '0', '.', '_', '']) {
        if (token[index] === other) continue;
        const altered = token.slice(0, index) + other + token.slice(index + 1);
        expect(verifyLink('consent', altered, now, keys).ok, `character ${index} as ${JSON.stringify(other)}`).toBe(
          false,
        );
      }
    }
  });

  test('expires after its last second', () => {
    expect(verifyLink('consent', token, expires * 1000, keys).ok).toBe(true);
    expect(verifyLink('consent', token, expires * 1000 + 1, keys)).toEqual({ ok: false, why: 'expired' });
  });

  test('forged and expired says only forged', () => {
    expect(verifyLink('consent', `${token.slice(0, -1)}_`, expires * 2000, keys)).toEqual({ ok: false, why: 'forged' });
  });

  test('signed before a rotation is still good', () => {
    const older = signLink('consent', subject, expires, { ...keys, current: 'k1' });
    expect(verifyLink('consent', older, now, keys).ok).toBe(true);
  });

  test('under a key not known yet, or no longer, asks for the keys to be read again', () => {
    expect(verifyLink('consent', token, now, { current: 'k1', keys: { k1: 'an older key' } })).toEqual({
      ok: false,
      why: 'unknown key',
    });
  });

  test('naming a property of objects as its key names no key', () => {
    for (const id of ['constructor', '__proto__', 'toString']) {
      expect(verifyLink('consent', token.replace('.k2.', `.${id}.`), now, keys)).toEqual({
        ok: false,
        why: 'unknown key',
      });
    }
  });

  test('under a key of another secret is forged', () => {
    expect(verifyLink('consent', token, now, { current: 'k2', keys: { k2: 'another key' } })).toEqual({
      ok: false,
      why: 'forged',
    });
  });

  test('cannot be signed without the current key', () => {
    expect(() => signLink('consent', subject, expires, { current: 'k3', keys: {} })).toThrow('missing');
  });

  test('made of anything else is refused without a fuss', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.string(), { minLength: 6, maxLength: 6 }).map((parts) => parts.join('.')),
        ),
        (text) => {
          expect(verifyLink('consent', text, now, keys).ok).toBe(false);
        },
      ),
    );
  });
});

describe('a code', () => {
  const code = signCode('edition-7', keys);
  const good = (text: string, given: LinkKeys = keys, matter = 'edition-7') => verifyCode(matter, text, given);

  test('is ten letters and digits that nobody mistakes for others', () => {
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    expect(signCode('edition-7', keys)).toBe(code);
  });

  test('is good as it is typed: in lower case, with spaces around it', () => {
    expect([code, code.toLowerCase(), ` ${code}\n`].map((text) => good(text))).toEqual([true, true, true]);
  });

  test('is good for its matter alone', () => {
    expect(good(code, keys, 'edition-8')).toBe(false);
    expect(good(code, keys, 'edition-70')).toBe(false);
  });

  test('altered, cut short or empty is none', () => {
    const altered = [...code].map(
      (letter, at) => code.slice(0, at) + (letter === 'A' ? 'B' : 'A') + code.slice(at + 1),
    );
    for (const text of [...altered, code.slice(0, 9), `${code}2`, '', '編集号の確認コードです']) {
      expect(good(text), text).toBe(false);
    }
  });

  test('signed before a rotation is good as long as its key is', () => {
    const older = signCode('edition-7', { ...keys, current: 'k1' });
    expect(older).not.toBe(code);
    expect(good(older)).toBe(true);
    expect(good(older, { current: 'k2', keys: { k2: 'the current key' } })).toBe(false);
    expect(good(code, { current: 'k1', keys: { k1: 'an older key' } })).toBe(false);
  });

  test('cannot be signed without the current key', () => {
    expect(() => signCode('edition-7', { current: 'k3', keys: {} })).toThrow('missing');
  });
});
