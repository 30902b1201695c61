import { linkUrl } from '../adapters/links.ts';
import type { Instant } from '../domain/time.ts';

/** Where somebody changes what they get, where they contribute themselves or ask to come back, and where they stop it all. */
export type WaysOut = Readonly<{ preferencesUrl: string; contributeUrl: string; rehireUrl: string; stopUrl: string }>;

/** The ways out that every mail to an alumnus names. */
export async function waysOut(person: string, addressHash: string, now: Instant): Promise<WaysOut> {
  const time = Date.parse(now);
  const [preferencesUrl, contributeUrl, rehireUrl, stopUrl] = await Promise.all([
    linkUrl('preferences', { person, matter: addressHash }, time),
    linkUrl('contribute', { person, matter: addressHash }, time),
    linkUrl('rehire', { person, matter: addressHash }, time),
    linkUrl('stop', { person, matter: 'all' }, time),
  ]);
  return { preferencesUrl, contributeUrl, rehireUrl, stopUrl };
}
