import * as z from 'zod/mini';
import type { Evidence } from './consent.ts';
import type { Person, Stint } from './person.ts';
import type { Policy } from './policy.ts';
import type { Profile } from './profile.ts';
import type { Question } from './question.ts';
import { dateOf, endOf, type Instant, type PlainDate } from './time.ts';

/** What must happen because of a decision; relay carries it out, and until then it is pending. */
export const Consequence = z.discriminatedUnion('kind', [
  /** Start an execution: these fix its name and input, so that a repeat is harmless. */
  z.strictObject({ kind: z.literal('start'), machine: z.enum(['offboarding']), stint: z.int(), generation: z.int() }),
  /** Hand a parked execution its answer. */
  z.strictObject({ kind: z.literal('resume'), question: z.string(), taskToken: z.string() }),
  /** Delete what is older than an erasure from the person's partition. */
  z.strictObject({ kind: z.literal('erase'), at: z.string() }),
  /** Start the review of an edition. */
  z.strictObject({ kind: z.literal('start review'), edition: z.int() }),
  /** Start the execution of a gathering. */
  z.strictObject({ kind: z.literal('start gathering'), gathering: z.int() }),
  /** Start an execution that tells what is to be told of a contribution. */
  z.strictObject({ kind: z.literal('start contribution'), contribution: z.int(), round: z.int() }),
  /** Start the execution of a reward, for the first time or again. */
  z.strictObject({ kind: z.literal('start reward'), reward: z.int(), generation: z.int() }),
  /** Start an execution that carries a rehire on. */
  z.strictObject({ kind: z.literal('start rehire'), rehire: z.int(), round: z.int() }),
  /** Count something for an alarm. */
  z.strictObject({ kind: z.literal('count'), what: z.enum(['RefusedCodes']) }),
  /** Take an address off SES's suppression list, and ours: it is given up or erased, works after all, or mail is wanted again. */
  z.strictObject({ kind: z.literal('unlist'), address: z.string() }),
  /** Keep evidence of consent until a date, then delete it. */
  z.strictObject({ kind: z.literal('expire evidence'), at: z.string(), until: z.iso.date() }),
]);
export type Consequence = z.infer<typeof Consequence>;

/** One line of somebody's timeline. It holds no personal data. */
export const Entry = z.strictObject({
  at: z.string(),
  what: z.string(),
  stint: z.optional(z.int()),
  /** The rule that decided, where one did. */
  rule: z.optional(z.string()),
  by: z.enum(['hris', 'leaver', 'hr', 'rule', 'calendar', 'ses']),
  policyVersion: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** Starts the execution of a stint's generation. */
export function start({ number, generation }: Stint): Consequence {
  return { kind: 'start', machine: 'offboarding', stint: number, generation };
}

/** The company's date at the time of a decision. */
export function today({ now, policy }: Given): PlainDate {
  return dateOf(now, policy.company.timeZone);
}

/** Whether a day is over in the company's time zone. */
export function isOver(day: PlainDate, { now, policy }: Given): boolean {
  return Date.parse(endOf(day, policy.company.timeZone)) <= Date.parse(now);
}

/** A line of the timeline about a stint. */
export function entry(what: string, stint: Stint, by: Entry['by'], { now, policy }: Given): Entry {
  return { at: now, what, stint: stint.number, by, policyVersion: policy.version };
}

/** A person as loaded, consistently, before a decision. */
export type PersonFile = { person: Person; profile?: Profile; questions: readonly Question[] };

/** What a decision writes, all of it or nothing. */
export type Write = {
  person: Person;
  /** A new profile, or its deletion. Absent: unchanged. */
  profile?: Profile | 'delete';
  /** New questions, and changed ones. */
  questions?: readonly Question[];
  consequences?: readonly Consequence[];
  entries?: readonly Entry[];
  evidence?: readonly Evidence[];
};

/** The outcome of a decision, for whoever asked, and what to write; nothing to write leaves everything as it is. */
export type Decision<Outcome extends string = string> = { outcome: Outcome; write?: Write };

/** Somebody of whom nothing is known yet. */
export function unknownPerson(id: string): PersonFile {
  return { person: { id, version: 0, stints: [], consents: [], bounced: false, stopped: false }, questions: [] };
}

/**
 * Closes open questions, and has their parked executions go on.
 * @param over which of them
 */
export function closeQuestions(
  questions: readonly Question[],
  over: (question: Question) => boolean,
  close: (question: Question) => Question,
): { questions: Question[]; consequences: Consequence[] } {
  const open = questions.filter((question) => question.status === 'open' && over(question));
  return { questions: open.map(close), consequences: open.flatMap(resume) };
}

/** A question that no execution has parked on needs nobody: park will notice. */
export function resume({ id, taskToken }: { id: string; taskToken?: string | undefined }): Consequence[] {
  return taskToken ? [{ kind: 'resume', question: id, taskToken }] : [];
}

/** An address that is given up, or works after all, must not stay on anybody's suppression list. */
export function unlisted(address: string | undefined): Consequence[] {
  return address ? [{ kind: 'unlist', address }] : [];
}

/** The questions of one stint. */
export function ofStint(stint: Stint): (question: Question) => boolean {
  return (question) => question.stint === stint.number;
}

/** What every decision is given besides its input: the time and the rules. */
export type Given = { now: Instant; policy: Policy };
