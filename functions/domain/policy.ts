import * as z from 'zod/mini';
import { contractKinds, countryCode } from './employment.ts';
import { bilingual, cap, days, duration, timeZone } from './policy-fields.ts';
import { rehire, returnConditions, unprotected } from './policy-rehire.ts';
import { contributions, rewards } from './policy-rewards.ts';

const company = z.strictObject({
  name: bilingual,
  /** The From address of every mail; its domain, or itself, is verified in SES. */
  sender: z.email(),
  postalAddress: bilingual,
  /** Where an alumnus reaches a person. */
  contact: z.email(),
  /** Where the programme asks HR what only HR can know. */
  hr: z.email(),
  /** Who is told that editions are missing, or that mail has stopped. */
  admin: z.email(),
  /** Who decides what may be said to outsiders. */
  reviewer: z.email(),
  /** Who talks to candidates. */
  recruiter: z.email(),
  timeZone,
  /** Of every amount, as an ISO 4217 code. */
  currency: z
    .string()
    .check(
      z.refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be an ISO 4217 code, such as JPY'),
    ),
  /** The company's privacy notice, which names the alumni programme as a purpose (利用目的). */
  privacyNotice: z.url(),
});

const outreach = z.strictObject({
  /** The first touches, counted from the last day. */
  after: z.array(days).check(z.minLength(1)),
  /** Then again and again, counted from the last day too; each anniversary of it is a touch as well. */
  every: days,
  /** A touch that comes sooner after a mail is left out. */
  leastApart: days,
  cap,
  /** Besides weekends, days on which nobody is written to. */
  holidays: z.array(z.iso.date()),
});

const rate = z.number().check(z.positive(), z.lt(1));
const word = z.string().check(z.minLength(2));

/** What may be said to outsiders, and what a scan looks for before a human does. */
const disclosure = z.strictObject({
  /** Each class with examples, shown to whoever writes and whoever reviews. */
  classes: z.record(
    z.string().check(z.regex(/^[a-z][a-z-]*$/, 'must be a short name in lower case')),
    z.strictObject({
      shareable: z.boolean(),
      maySay: z.array(bilingual),
      mayNotSay: z.array(bilingual),
      ask: z.array(bilingual),
    }),
  ),
  /** Words with which nothing goes out: markings and code names. */
  refuse: z.array(word),
  /** Words that the reviewer is shown. */
  flag: z.array(word),
  /** Hosts that only exist inside, with everything below them. */
  internalHosts: z.array(word),
  /** Addresses of these domains are staff's, but for those that the company names above. */
  staffDomains: z.array(word),
});

/** policy.json: the programme's rules, validated at synth and again where a function loads it. */
export const Policy = z.strictObject({
  $schema: z.optional(z.string()),
  /** Named by every decision that followed it. Change it with the rules. */
  version: z.string().check(z.minLength(1)),
  company,
  eligibility: z.strictObject({
    leastTenure: duration,
    excludedReasons: unprotected,
    excludedContracts: z.array(z.enum(contractKinds)),
    countries: z.array(countryCode),
  }),
  consent: z.strictObject({
    /** Counts from the last day, or from the request where that is later. */
    window: duration,
    remindEvery: duration,
    mostReminders: z.int().check(z.minimum(0)),
  }),
  /** HR is asked for a personal address; a changed one is confirmed by its owner. */
  address: z.strictObject({ remindEvery: duration, confirmWithin: duration }),
  /** A departure on hold waits for HR this long after the last day. */
  hold: z.strictObject({ remindEvery: duration, window: duration }),
  /** No report for this long raises an alarm. */
  hris: z.strictObject({ silentAfter: duration }),
  outreach,
  /** So many mails that came back for now, within a while, count as one that came back for good. */
  bounces: z.strictObject({ mostSoft: z.int().check(z.minimum(1)), within: duration }),
  /** Outreach stops, until a human says otherwise, before SES would stop the account (at 5 % and 0.1 %). */
  breaker: z.strictObject({
    bounceRate: rate,
    complaintRate: rate,
    /** Of fewer mails a rate says nothing. */
    leastMails: z.int().check(z.minimum(1)),
    within: duration,
  }),
  /** An edition, or the plan of a gathering, waits this long for its reviewer. */
  review: z.strictObject({ remindEvery: duration, window: duration }),
  disclosure,
  gatherings: z.strictObject({
    /** A place that becomes free is kept this long for who is next on the waiting list. */
    acceptWithin: days,
    /** Who came may say how it was for so long. */
    survey: days,
  }),
  contributions,
  rewards,
  retention: z.strictObject({
    /** Personal data of somebody who is not eligible. */
    notEligible: duration,
    /** The keyed hash that keeps a late report from asking again. */
    tombstone: duration,
    /** Evidence of consent, after the last mail (特定電子メール法: one month). */
    evidence: duration,
    /** What was written about a return, and its offer, after its end. */
    returns: days,
    /** What guests of a gathering said they need, and answered to its organiser, after its end. */
    needs: days,
  }),
  former: z.strictObject({
    /** The company states that it may write to people who left before the programme began. */
    mayAsk: z.boolean(),
  }),
  returnConditions,
  rehire,
});
export type Policy = z.infer<typeof Policy>;

/**
 * Checks a policy file's content.
 * @param input the parsed JSON
 * @throws an error naming every wrong field, so that `cdk synth` fails with a sentence
 */
export function parsePolicy(input: unknown): Policy {
  const result = z.safeParse(Policy, input);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(policy)'}: ${issue.message}`);
  throw new Error(`policy.json is not valid:\n${faults.join('\n')}`);
}
