import { identify } from '../adapters/identity.ts';
import { linkUrl } from '../adapters/links.ts';
import { sendOnce } from '../adapters/mail.ts';
import { programme } from '../adapters/table.ts';
import { type Breaker, countedFrom, weekOfOpening } from '../domain/breaker.ts';
import type { Given } from '../domain/decision.ts';
import type { Letter, ProgrammePurpose } from '../domain/dispatch.ts';
import type { PlainDate } from '../domain/time.ts';
import { editionsMissing } from './mails/editions-missing.tsx';
import { outreachStopped } from './mails/outreach-stopped.tsx';

/** Mails about the programme itself, to who looks after it, each once. */
export async function tellStaff(
  purpose: ProgrammePurpose,
  occasion: string,
  to: string,
  letter: Letter,
  { now }: Given,
): Promise<void> {
  const addressHash = (await identify()).address(to);
  await sendOnce({ about: programme, purpose, occasion, to, addressHash, letter, now });
}

/** Once a month at most: people were due, and there was nothing to tell them. */
export async function tellEditionsMissing(date: PlainDate, people: number, given: Given): Promise<void> {
  const { policy } = given;
  const letter = editionsMissing({ policy, date, people, command: 'npm run okaeri -- edition submit FILE' });
  await tellStaff('editions-missing', date.slice(0, 7), policy.company.admin, letter, given);
}

/** At once, and every week until somebody decides: outreach has stopped. */
export async function tellStopped({ round, open }: Breaker, given: Given): Promise<void> {
  if (!open) return;
  const { now, policy } = given;
  const resumeUrl = await linkUrl('breaker', { person: programme, matter: String(round) }, Date.parse(now));
  const letter = outreachStopped({
    policy,
    counts: open.counts,
    because: open.because,
    since: countedFrom({ now: open.at, policy }),
    resumeUrl,
    command: 'npm run okaeri -- outreach resume',
  });
  const occasion = `${round}-w${weekOfOpening(open.at, now)}`;
  await tellStaff('outreach-stopped', occasion, policy.company.admin, letter, given);
}
