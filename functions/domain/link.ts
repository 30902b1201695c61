import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Links are capabilities: whoever holds one may do the one thing it names, until it expires.
 * A token reads `purpose.person.matter.expiry.key.signature`; all but the signature is plain text without personal data.
 */

export const linkPurposes = [
  'consent',
  'preferences',
  'stop',
  'confirm',
  'review',
  'breaker',
  'gathering',
  'check-in',
  'door',
  'plan',
  'contribute',
  'candidate',
  'candidacy',
  'answer',
  'reward',
  'rehire',
  'offer',
  'decision',
  'task',
  'case',
  'settling',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** Days that a link works: one to consent outlives its question, those of programme mail last as long as an alumnus may stay. */
export const linkDays: Readonly<Record<LinkPurpose, number>> = {
  consent: 366,
  confirm: 366,
  preferences: 5 * 366,
  stop: 5 * 366,
  review: 60,
  breaker: 60,
  // A gathering is over within the year.
  gathering: 366,
  'check-in': 366,
  door: 366,
  plan: 60,
  contribute: 5 * 366,
  // Waits as long as a contribution does, and is shown while it may be used.
  candidate: 2 * 366,
  candidacy: 5 * 366,
  answer: 2 * 366,
  reward: 60,
  rehire: 5 * 366,
  offer: 366,
  decision: 60,
  // A start may be a year ahead.
  task: 2 * 366,
  case: 2 * 366,
  settling: 366,
};

/** What a link is about: a person or the programme, and within it a question, an address by its hash, an edition, an opening of the breaker, a gathering, a contribution, or an approval. */
export type LinkSubject = { person: string; matter: string };

/** Signing keys by id; `current` signs, all of them verify. */
export type LinkKeys = { current: string; keys: Readonly<Record<string, string>> };

/** `expires`: seconds since 1970. */
export type Link =
  | { ok: true; subject: LinkSubject; expires: number }
  | { ok: false; why: 'forged' | 'expired' | 'unknown key' };

/**
 * @param expires seconds since 1970
 * @returns a token of letters, digits, `.`, `-` and `_`, fit for a URL's path
 */
export function signLink(
  purpose: LinkPurpose,
  subject: LinkSubject,
  expires: number,
  { current, keys }: LinkKeys,
): string {
  const claim = [purpose, subject.person, subject.matter, expires.toString(36), current].join('.');
  return `${claim}.${signature(claim, currentKey({ current, keys }))}`;
}

/**
 * Checks a token for one purpose.
 * @param now milliseconds since 1970
 * @returns `unknown key` where the keys may have been rotated since they were cached
 */
export function verifyLink(purpose: LinkPurpose, token: string, now: number, { keys }: LinkKeys): Link {
  const parts = token.split('.');
  const [claimed, person, matter, expires, keyId, signed] = parts;
  if (parts.length !== 6 || !person || matter === undefined || !expires || !keyId || !signed || claimed !== purpose) {
    return { ok: false, why: 'forged' };
  }
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (!key) return { ok: false, why: 'unknown key' };
  const expected = Buffer.from(signature(parts.slice(0, 5).join('.'), key));
  const actual = Buffer.from(signed);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return { ok: false, why: 'forged' };
  const until = Number.parseInt(expires, 36);
  if (until * 1000 < now) return { ok: false, why: 'expired' };
  return { ok: true, subject: { person, matter }, expires: until };
}

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * A code that proves that somebody has read a mail, for where no link can be followed: the console and the command line.
 * @param matter what it is about
 * @returns ten letters and digits that are told apart easily, about 49 bits
 */
export function signCode(matter: string, keys: LinkKeys): string {
  return codeWith(matter, currentKey(keys));
}

/** Checks a code with every key that is still accepted. */
export function verifyCode(matter: string, code: string, { keys }: LinkKeys): boolean {
  const actual = Buffer.from(code.trim().toUpperCase());
  return Object.values(keys).some((key) => {
    const expected = Buffer.from(codeWith(matter, key));
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}

function currentKey({ current, keys }: LinkKeys): string {
  const key = keys[current];
  if (!key) throw new Error('the current link key is missing from the secret');
  return key;
}

function codeWith(matter: string, key: string): string {
  const digest = createHmac('sha256', key).update(`code.${matter}`).digest();
  return [...digest.subarray(0, 10)].map((byte) => letters[byte % letters.length]).join('');
}

function signature(claim: string, key: string): string {
  return createHmac('sha256', key).update(claim).digest('base64url');
}
