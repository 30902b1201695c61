import {
  type Link,
  type LinkPurpose,
  type LinkSubject,
  linkDays,
  signCode,
  signLink,
  verifyCode,
  verifyLink,
} from '../domain/link.ts';
import { setting } from './environment.ts';
import { readKeys } from './secrets.ts';

/**
 * Makes the path of a link, e.g. `/consent/consent.4f….1-1-1-consent.t8k2.k1.Qm…`.
 * @param expires seconds since 1970: on a page, no later than the link that opened it
 */
export async function linkPath(purpose: LinkPurpose, subject: LinkSubject, expires: number): Promise<string> {
  const keys = await readKeys(setting('LINK_SECRET'));
  return `/${purpose}/${signLink(purpose, subject, expires, keys)}`;
}

/**
 * The whole address of a link, for a mail.
 * @param now milliseconds since 1970
 */
export async function linkUrl(purpose: LinkPurpose, subject: LinkSubject, now: number): Promise<string> {
  const expires = Math.floor(now / 1000) + linkDays[purpose] * 86_400;
  return new URL(await linkPath(purpose, subject, expires), setting('PORTAL_URL')).href;
}

/** Checks a link's token; keys are read again for a key id that is not cached. */
export async function openLink(purpose: LinkPurpose, token: string, now: number): Promise<Link> {
  const secret = setting('LINK_SECRET');
  const link = verifyLink(purpose, token, now, await readKeys(secret));
  if (link.ok || link.why !== 'unknown key') return link;
  return verifyLink(purpose, token, now, await readKeys(secret, { staleAfter: 10_000 }));
}

/** The code for a matter, for a mail to who decides about it. */
export async function linkCode(matter: string): Promise<string> {
  return signCode(matter, await readKeys(setting('LINK_SECRET')));
}

/** Codes are rare, and one of a key that was just added must not be refused. */
const codeKeysStaleAfter = 10_000;

/** Whether somebody has the code for a matter. */
export async function codeFits(matter: string, code: string): Promise<boolean> {
  return verifyCode(matter, code, await readKeys(setting('LINK_SECRET'), { staleAfter: codeKeysStaleAfter }));
}
