import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { contractKinds, countryCode, leavingReasons, protectedReasons } from './employment.ts';

/** An ISO 8601 duration such as `P14D`, `P1Y` or, in the demo, `PT20S`. */
const duration = z.string().check(
  z.refine((text) => {
    try {
      return Temporal.Duration.from(text).sign > 0;
    } catch {
      return false;
    }
  }, 'must be a positive ISO 8601 duration, such as P14D'),
);

// Not by making a formatter: the first one costs a function 12 ms of its start.
const timeZone = z
  .string()
  .check(
    z.refine(
      (text) => text === 'UTC' || Intl.supportedValuesOf('timeZone').includes(text),
      'must be an IANA time zone, such as Asia/Tokyo',
    ),
  );

/** A sentence or name in each language Okaeri speaks. */
const bilingual = z.strictObject({ ja: z.string(), en: z.string() });

const company = z.strictObject({
  name: bilingual,
  /** The From address of every mail; its domain, or itself, is verified in SES. */
  sender: z.email(),
  postalAddress: bilingual,
  /** Where an alumnus reaches a person. */
  contact: z.email(),
  /** Where the programme asks HR what only HR can know. */
  hr: z.email(),
  timeZone,
  /** The company's privacy notice, which names the alumni programme as a purpose (利用目的). */
  privacyNotice: z.url(),
});

const unprotected = z
  .array(z.enum(leavingReasons))
  .check(
    z.refine(
      (reasons) => !reasons.some((reason) => protectedReasons.has(reason)),
      'leaving for pregnancy, childbirth, child care or family care is never excluded (育児・介護休業法27条)',
    ),
  );

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
  outreach: z.strictObject({ first: duration }),
  retention: z.strictObject({
    /** Personal data of somebody who is not eligible. */
    notEligible: duration,
    /** The keyed hash that keeps a late report from asking again. */
    tombstone: duration,
    /** Evidence of consent, after the last mail (特定電子メール法: one month). */
    evidence: duration,
  }),
  former: z.strictObject({
    /** The company states that it may write to people who left before the programme began. */
    mayAsk: z.boolean(),
  }),
  /** What must hold for somebody to come back; told to every leaver in words. */
  returnConditions: z.strictObject({
    leastTimeAway: duration,
    longestTimeAway: duration,
    leastTenure: duration,
    contracts: z.array(z.enum(contractKinds)).check(z.minLength(1)),
  }),
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
