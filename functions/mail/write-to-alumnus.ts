import { identify } from '../adapters/identity.ts';
import { sendOnce } from '../adapters/mail.ts';
import { loadPerson } from '../adapters/people.ts';
import { mayBeAnswered } from '../domain/alumnus.ts';
import type { Given } from '../domain/decision.ts';
import type { DispatchPurpose, Letter } from '../domain/dispatch.ts';
import type { ToAlumnus } from './letter-to-alumnus.tsx';
import { isSuppressed } from './suppressed.ts';
import { waysOut } from './ways-out.ts';

/**
 * Writes to an alumnus about what they asked for, once; to nobody who stopped mail, is out of reach or erased.
 * @throws NotSent: a retry may help
 */
export async function writeToAlumnus(
  id: string,
  purpose: Extract<DispatchPurpose, `contribution-${string}` | `rehire-${string}` | 'reward-news'>,
  occasion: string,
  letterTo: (to: ToAlumnus, addressHash: string) => Letter | Promise<Letter>,
  given: Given,
): Promise<void> {
  const { person, profile } = await loadPerson(id);
  if (!profile?.address || !mayBeAnswered(person)) return;
  const to = profile.address;
  const addressHash = (await identify()).address(to);
  if (await isSuppressed(id, { to, addressHash }, given)) return;
  const ways = await waysOut(id, addressHash, given.now);
  const { policy, now } = given;
  const letter = await letterTo({ policy, language: profile.language, name: profile.name, ...ways }, addressHash);
  await sendOnce({
    about: id,
    version: person.version,
    purpose,
    occasion,
    to,
    addressHash,
    letter,
    unsubscribe: ways.stopUrl,
    now,
  });
}
