import { type Breaker, countedFrom } from '../functions/domain/breaker.ts';
import type { Policy } from '../functions/domain/policy.ts';
import { count } from './print.ts';
import { localTime } from './time.ts';

/** Whether outreach goes on; where it does not, why and since when. */
export function breakerText({ open }: Breaker, policy: Policy): string {
  if (!open) return 'Outreach is not stopped.';
  const { at, because, counts } = open;
  const { sent, bounced, complained } = counts;
  const { bounceRate, complaintRate } = policy.breaker;
  const rate = (number: number, most: number) =>
    `${percent(sent > 0 ? number / sent : 0)}; the policy allows ${percent(most)}`;
  return [
    `Outreach is stopped since ${localTime(at, policy.company.timeZone)}: too many mails ${because === 'bounces' ? 'came back' : 'were reported as spam'}.`,
    `  ${count(sent, 'mail')} sent from ${countedFrom({ now: at, policy })} on`,
    `  ${bounced} came back (${rate(bounced, bounceRate)})`,
    `  ${complained} reported as spam (${rate(complained, complaintRate)})`,
    'Once it is clear why, "outreach resume" lets it go on.',
  ].join('\n');
}

function percent(rate: number): string {
  return `${Number((rate * 100).toFixed(2))} %`;
}
