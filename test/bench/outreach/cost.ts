import { prices } from '../prices.ts';
import type { Usage } from './usage.ts';

/** What the requests of a usage cost, in dollars: everything but how long functions run and what they log. */
export function requestCost(usage: Usage): number {
  return (
    mailCost(usage) +
    usage.transitions * prices.transition.usd +
    usage.invocations * prices.invocation.usd +
    usage.reads * prices.read.usd +
    usage.writes * prices.write.usd +
    usage.queueRequests * prices.queueRequest.usd +
    usage.schedules * prices.schedule.usd +
    usage.secretCalls * prices.secretCall.usd
  );
}

/** The same with how long functions run, what is logged, and what is traced. */
export function fullCost(usage: Usage): number {
  return (
    requestCost(usage) +
    usage.gigabyteSeconds * prices.gigabyteSecond.usd +
    (usage.logBytes / 1e9) * prices.logGigabyte.usd +
    usage.traces * prices.trace.usd
  );
}

/** What SES alone charges: the floor that nothing can be below. */
export function mailCost({ mails }: Usage): number {
  return mails * prices.mail.usd;
}
