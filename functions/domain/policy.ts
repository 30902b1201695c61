import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { contractKinds, countryCode, leavingReasons, protectedReasons } from './employment.ts';

/** An ISO 8601 duration such as `P14D`, `P1Y` or, in the demo, `PT20S`. */
const duration = z.string().check(
  z.refine(
    (text) => {
      try {
        return Temporal.Duration.from(text).sign > 0;
      } catch {
        return false;
      }
    },
    { error: 'must be a positive ISO 8601 duration, such as P14D', abort: true },
  ),
);

/** An ISO 8601 duration of days or longer. */
const days = duration.check(
  z.refine((text) => {
    const { years, months, weeks, days } = Temporal.Duration.from(text);
    return years + months + weeks + days > 0;
  }, 'must be a day at least, such as P30D'),
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

const unprotected = z
  .array(z.enum(leavingReasons))
  .check(
    z.refine(
      (reasons) => !reasons.some((reason) => protectedReasons.has(reason)),
      'leaving for pregnancy, childbirth, child care or family care is never excluded (育児・介護休業法27条)',
    ),
  );

const cap = z.strictObject({ most: z.int().check(z.minimum(1)), within: days });

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

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a short name in lower case'));
/** In the currency's smallest unit. */
const amount = z.int().check(z.minimum(0));

const contributions = z.strictObject({
  /** An alumnus contributes no more often. */
  cap,
  /** So long a contribution waits for what comes of it, and what was written is kept. */
  keep: days,
  /** Whoever owns a topic is reminded of feedback so often. */
  remindEvery: days,
  /** What feedback may be about, and who answers it. */
  topics: z.array(z.strictObject({ id, name: bilingual, owner: z.email() })).check(
    z.minLength(1),
    z.refine((topics) => areDifferent(topics.map(({ id }) => id)), 'has a topic twice'),
  ),
  leads: z.strictObject({ owner: z.email() }),
  referrals: z.strictObject({
    /** Somebody hired must stay so long. */
    holding: days,
    /** What an agency would have cost for a hire, where no other amount is reported. */
    agencyFee: amount,
  }),
});

/** What a kind of contribution earns. */
const earned = z.strictObject({
  /** 0: thanks alone. */
  amount,
  /** As the payout system names it. */
  taxCategory: z.string().check(z.minLength(1)),
  /** Countries in which it earns nothing. */
  notIn: z.array(countryCode),
});

const approver = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  email: z.email(),
  /** Who is asked as well when this one has not answered for long. */
  deputy: z.optional(id),
});

const rewards = z
  .strictObject({
    table: z.strictObject({ referral: earned, lead: earned, feedback: earned }),
    /** For all rewards of a period of the calendar. */
    budget: z.strictObject({ every: z.enum(['month', 'quarter', 'half-year', 'year']), amount }),
    /**
     * By what a reward for introducing a hire in Japan is lawful (職業安定法30条・36条・40条): a licence (有料職業紹介), approved
     * commissioned recruiting (委託募集), or wages to a current employee. Without one, or after its end, there is none.
     */
    hiringBasisInJapan: z.optional(
      z.strictObject({
        basis: z.enum(['licence', 'commissioned recruiting', 'wages']),
        reference: z.string().check(z.minLength(1)),
        until: z.iso.date(),
      }),
    ),
    approval: z.strictObject({
      /** In the order in which they are asked. */
      approvers: z.array(approver).check(
        z.minLength(1),
        z.refine((all) => areDifferent(all.map(({ id }) => id)), 'has an approver twice'),
        z.refine((all) => areDifferent(all.map(({ email }) => email.toLowerCase())), 'has an address twice'),
        z.refine(
          (all) =>
            all.every(({ id, deputy }) => !deputy || (deputy !== id && all.some((other) => other.id === deputy))),
          'has a deputy who is no other approver',
        ),
      ),
      /** Above this amount two different people must agree. */
      twoAbove: amount,
      remindEvery: duration,
      /** Deputies are asked as well. */
      escalateAfter: duration,
      /** Then it expires. */
      window: duration,
    }),
    /** The payout system confirms; whoever runs the programme is reminded so often, and for so long. */
    payout: z.strictObject({ remindEvery: duration, window: duration }),
  })
  .check(
    z.refine(
      ({ table, approval }) =>
        approval.approvers.length > 1 || Object.values(table).every((earned) => earned.amount <= approval.twoAbove),
      { error: 'needs two approvers at least, since an amount is above twoAbove', path: ['approval', 'approvers'] },
    ),
  );

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

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
    /** What guests of a gathering said they need, and answered to its organiser, after its end. */
    needs: days,
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
