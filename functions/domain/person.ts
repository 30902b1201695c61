import * as z from 'zod/mini';
import { Purpose, Wish } from './consent.ts';
import { contractKinds, reasons } from './employment.ts';

/**
 * Where a person stands. It holds no personal data: its id is a keyed hash.
 */

const date = z.iso.date();

/** Facts of a stint by which rules decide. Gone once only a tombstone remains. */
const Facts = z.strictObject({
  contract: z.enum(contractKinds),
  reason: z.enum(reasons),
  country: z.string(),
});
export type Facts = z.infer<typeof Facts>;

const identity = {
  /** 1 for somebody's first period of employment here. */
  number: z.int(),
  /** Counts the executions that a stint had: a closed execution's name stays taken. */
  generation: z.int(),
  /** Counts what changed under a running execution, so that a changed matter is a new question. */
  revision: z.int(),
  hireDate: date,
  lastDay: date,
  /** The newest report's place in order, and a keyed hash of what it said. */
  report: z.strictObject({ order: z.number(), digest: z.string(), at: z.string() }),
};

const live = {
  ...identity,
  facts: Facts,
  /** HR said that an unknown reason is a departure like any other. */
  released: z.optional(z.boolean()),
  consentedAt: z.optional(z.string()),
  wish: z.optional(Wish),
  /** An alumnus whose new address is being confirmed. */
  enrolledAt: z.optional(z.string()),
};
const decided = { rule: z.string(), policyVersion: z.string() };
const ended = { ...identity, endedAt: z.string() };

/**
 * One period of employment and how its departure stands.
 *
 *   reported → (on hold ⇄) asking → consented → enrolled
 *       ↘ not eligible, no departure       ↘ declined, silent, erased (tombstones)
 *   not eligible, no departure → expired
 *   any of them but a tombstone → cancelled; cancelled, expired → reported (a new generation)
 *   enrolled → reported → consented → enrolled, while a new address is confirmed
 *   enrolled ⇄ rehired: they came back, or the start was called off; a rehired person who leaves again has a new stint
 */
export const Stint = z.discriminatedUnion('status', [
  /** Announced or changed; the rules have not been applied yet. Far ahead, its execution starts later. */
  z.strictObject({ status: z.literal('reported'), ...live, startsOn: z.optional(date) }),
  /** Waits for HR: the reason is unknown, or HR said so. */
  z.strictObject({ status: z.literal('on hold'), ...live, by: z.enum(['rule', 'hr']) }),
  /** Eligible; the leaver has not answered yet. */
  z.strictObject({ status: z.literal('asking'), ...live }),
  /** Consented; the last day is not over. */
  z.strictObject({ status: z.literal('consented'), ...live }),
  z.strictObject({ status: z.literal('enrolled'), ...live, enrolledAt: z.string() }),
  /** Came back, in the rehire of that number. */
  z.strictObject({
    status: z.literal('rehired'),
    ...live,
    enrolledAt: z.string(),
    rehiredOn: date,
    rehire: z.int(),
  }),
  z.strictObject({ status: z.literal('not eligible'), ...live, ...decided, endedAt: z.string() }),
  z.strictObject({ status: z.literal('no departure'), ...live, ...decided, endedAt: z.string() }),
  z.strictObject({ status: z.literal('cancelled'), ...ended }),
  /** Came to nothing, and the time to keep its data is over. */
  z.strictObject({ status: z.literal('expired'), ...ended }),
  z.strictObject({ status: z.literal('declined'), ...ended, until: date, wish: z.optional(Wish) }),
  z.strictObject({ status: z.literal('silent'), ...ended, until: date }),
  z.strictObject({ status: z.literal('erased'), ...ended, until: date }),
]);
export type Stint = z.infer<typeof Stint>;
type Status = Stint['status'];
export type StintOf<S extends Status> = Extract<Stint, { status: S }>;

export type Tombstone = StintOf<'declined' | 'silent' | 'erased'>;
export type Running = StintOf<'reported' | 'on hold' | 'asking' | 'consented'>;

/** Remembered only so that nobody asks again. */
export function isTombstone(stint: Stint): stint is Tombstone {
  return stint.status === 'declined' || stint.status === 'silent' || stint.status === 'erased';
}

/** A departure under way: an execution is at work on it, or will be once it is near. */
export function isRunning(stint: Stint): stint is Running {
  return (
    stint.status === 'reported' ||
    stint.status === 'on hold' ||
    stint.status === 'asking' ||
    stint.status === 'consented'
  );
}

/** Nothing is kept of it but its identity and how it ended. */
export function isEnded(stint: Stint): boolean {
  return isTombstone(stint) || stint.status === 'cancelled' || stint.status === 'expired';
}

/** A report's place in order, as its stint remembers it. */
export type Place = Stint['report'];

/** Reports of the same moment have an order of their own, the same wherever they arrive first. */
export function isNewer(a: Place, b: Place): boolean {
  return a.order > b.order || (a.order === b.order && a.digest > b.digest);
}

/** The number of somebody's next stint. */
export function nextNumber({ stints }: Person): number {
  return Math.max(0, ...stints.map(({ number }) => number)) + 1;
}

/** Until when somebody who refused, stayed silent or was erased is remembered. */
export function rememberedUntil(stints: readonly Stint[]): string | undefined {
  return stints
    .flatMap((stint) => (isTombstone(stint) ? [stint.until] : []))
    .sort()
    .at(-1);
}

export type LiveStint = Running | StintOf<'enrolled'>;

/** A stint for which a person's data is needed: a departure under way, or an alumnus. */
export function isLive(stint: Stint): stint is LiveStint {
  return isRunning(stint) || stint.status === 'enrolled';
}

/** The stint after which somebody came back, while they are here again. */
export function rehiredStint({ stints }: Pick<Person, 'stints'>): StintOf<'rehired'> | undefined {
  const stint = stints.filter((each) => each.status === 'rehired').at(-1);
  const leavesAgain = stints.some(
    ({ number, status }) => stint && number > stint.number && status !== 'cancelled' && status !== 'no departure',
  );
  return leavesAgain ? undefined : stint;
}

/** Whether a person's data is needed: they leave, are an alumnus, or came back. */
export function isNeeded(person: Pick<Person, 'stints'>): boolean {
  return person.stints.some(isLive) || rehiredStint(person) !== undefined;
}

export const Person = z.strictObject({
  /** Keyed hash of the employee id. */
  id: z.string(),
  /** Rises with every decision; a write names the version it was decided on. */
  version: z.int(),
  stints: z.array(Stint),
  consents: z.array(Purpose),
  /** The address in use bounced. */
  bounced: z.boolean(),
  /** Somebody asked to stop all mail. */
  stopped: z.boolean(),
  /** The next outreach. */
  nextOutreach: z.optional(date),
  /** Nobody writes before this date, as the alumnus asked. */
  pausedUntil: z.optional(date),
  /** Dates of the outreach that counts towards the cap, oldest first. */
  mailed: z.optional(z.array(date)),
  /** The newest edition that was told. */
  edition: z.optional(z.int()),
  /** Dispatches that came back for now, and when. */
  softBounces: z.optional(z.array(z.strictObject({ dispatch: z.string(), on: date }))),
  /** Personal data is deleted on this date. */
  expires: z.optional(date),
});
export type Person = z.infer<typeof Person>;

/** The newest stint, and one that is not over before all others: the one that mail, pages and commands speak of. */
export function newestStint({ stints }: Person): Stint | undefined {
  const known = stints.filter((stint) => 'facts' in stint);
  return (known.length > 0 ? known : stints).reduce<Stint | undefined>(
    (newest, stint) => (newest && newest.hireDate > stint.hireDate ? newest : stint),
    undefined,
  );
}

/** A person with one stint replaced, or added. */
export function withStint(person: Person, stint: Stint): Person {
  const others = person.stints.filter((other) => other.number !== stint.number);
  return { ...person, stints: [...others, stint].sort((a, b) => a.number - b.number) };
}

/** What a live stint carries through a change of status. */
export function carried(stint: Stint): { released?: boolean; consentedAt?: string; wish?: Wish; enrolledAt?: string } {
  if (!('facts' in stint)) return {};
  const { released, consentedAt, wish, enrolledAt } = stint;
  return {
    ...(released && { released }),
    ...(consentedAt && { consentedAt }),
    ...(wish && { wish }),
    ...(enrolledAt && { enrolledAt }),
  };
}

/** What a live stint is but for its status. */
export function withoutStatus(stint: Stint & { facts: Facts }) {
  return { ...identityOf(stint), ...carried(stint), facts: stint.facts };
}

/** How much of a stint a cancellation or tombstone keeps. */
export function identityOf(stint: Stint): Pick<Stint, keyof typeof identity> {
  const { number, generation, revision, hireDate, lastDay, report } = stint;
  return { number, generation, revision, hireDate, lastDay, report };
}
