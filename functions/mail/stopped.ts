import { checkBreaker } from '../adapters/breaker.ts';
import { linkUrl } from '../adapters/links.ts';
import { measure } from '../adapters/metrics.ts';
import { programme } from '../adapters/table.ts';
import { type Breaker, countedFrom, weekOfOpening } from '../domain/breaker.ts';
import type { Given } from '../domain/decision.ts';
import { mailStopped } from './mail-stopped.tsx';
import { tellStaff } from './tell-staff.ts';

/** Whether too much came back, for mail that goes to many. */

/** Counts so many mails that went out, and looks. */
export async function isStoppedAfter(sent: number, given: Given): Promise<boolean> {
  const breaker = await checkBreaker(sent, given);
  measure('BreakerOpen', breaker.open ? 1 : 0);
  await tellStopped(breaker, given);
  return breaker.open !== undefined;
}

/** At once, and every week until somebody decides. */
async function tellStopped({ round, open }: Breaker, given: Given): Promise<void> {
  if (!open) return;
  const { now, policy } = given;
  const resumeUrl = await linkUrl('breaker', { person: programme, matter: String(round) }, Date.parse(now));
  const letter = mailStopped({
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
