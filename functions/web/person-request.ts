import { identify } from '../adapters/identity.ts';
import { policy } from '../adapters/policy.ts';
import type { Proof } from '../domain/consent.ts';
import { wordingVersion } from '../domain/consent-wording.ts';
import type { PersonFile } from '../domain/decision.ts';
import { maskAddress } from '../domain/wording.ts';
import { languageFor, type Request } from './context.ts';

/** What the routes of somebody's pages share. */

/** What proves a decision made through a link. */
export async function proofOf(request: Request, { profile }: PersonFile, method: Proof['method']): Promise<Proof> {
  return {
    wording: wordingVersion,
    language: languageFor(request, profile),
    method,
    address: await addressHash({ profile }),
  };
}

/** The keyed hash of the address in use. */
export async function addressHash({ profile }: Pick<PersonFile, 'profile'>): Promise<string> {
  return (await identify()).address(profile?.address ?? '');
}

/** What every page of somebody is given; a forwarded link reveals no more than the masked address. */
export function pageOf(request: Request, { profile }: PersonFile) {
  return { language: languageFor(request, profile), policy, address: maskAddress(profile?.address ?? '') };
}
