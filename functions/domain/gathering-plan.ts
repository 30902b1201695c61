import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { Audience, type Block, type EditionContent, includes, Variant } from './edition-content.ts';
import { Language, languages } from './language.ts';
import type { StintOf } from './person.ts';
import type { Policy } from './policy.ts';
import type { Profile } from './profile.ts';
import { dateAfter, dateBefore, type Instant, type PlainDate } from './time.ts';

/** What the programme admin wants a gathering to be: a dinner, an OB/OG meeting, an online talk. */

/** Words, and the line of the file on which they stand. */
const Line = z.strictObject({ text: z.string(), line: z.int() });

/** A gathering in one language. */
export const PlanText = z.strictObject({
  ...Variant.shape,
  /** Where people meet; none for one that is only online. */
  place: z.optional(Line),
  /** What the organiser would like to know from who comes. */
  question: z.optional(Line),
});
export type PlanText = z.infer<typeof PlanText>;

/** Somebody of the staff who is there. */
export const Host = z.strictObject({ name: z.string(), email: z.email(), line: z.int() });
export type Host = z.infer<typeof Host>;

/** Local to the plan's time zone: a date and time such as `2027-03-12T19:00`, or, where it lasts whole days, a date. */
const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/));

export const Plan = z.strictObject({
  /** The name of one of the policy's classes. */
  classification: z.string(),
  /** At least one language; who speaks the other one is not invited. */
  variants: z.partial(z.strictObject({ ja: PlanText, en: PlanText })),
  /** Where an online gathering takes place; told only to who comes. */
  url: z.optional(Line),
  start: moment,
  /** Of whole days it is the last one. */
  end: moment,
  timeZone: z.string(),
  /** Everybody in the room, hosts and guests included. */
  capacity: z.int().check(z.minimum(1)),
  hosts: z.array(Host),
  /** Who sees who comes, and checks them in. */
  organiser: z.email(),
  /** How many people an alumnus may bring. */
  guests: z.int().check(z.minimum(0)),
  /** 会費: what each of them pays at the door, in the currency's smallest unit. */
  fee: z.optional(z.int().check(z.minimum(0))),
  /** What it may cost the company, in the currency's smallest unit. */
  budget: z.optional(z.int().check(z.minimum(0))),
  /** The last day to answer. */
  deadline: z.iso.date(),
  /** Before the deadline, who has not answered is reminded, so long before it. */
  reminders: z.array(z.string()),
  audience: z.strictObject({
    ...Audience.shape,
    departments: z.optional(z.array(z.string())),
    languages: z.optional(z.array(Language)),
  }),
});
export type Plan = z.infer<typeof Plan>;

/** What readers of an earlier plan must hear of a later one. */
export const PlanChange = z.enum(['when', 'where', 'fee', 'deadline', 'other']);
export type PlanChange = z.infer<typeof PlanChange>;

/** What is different in a later plan, for who reads any of its languages. */
export function changesOf(before: Plan, after: Plan): PlanChange[] {
  const facts = ({ start, end, timeZone, variants, url, fee, deadline, hosts, guests }: Plan) => ({
    when: [start, end, timeZone],
    where: [variants.ja?.place?.text, variants.en?.place?.text, url?.text],
    fee: fee ?? 0,
    deadline,
    other: [hosts.map(({ name }) => name), guests, languages.map((language) => saidIn(variants[language]))],
  });
  const [was, is] = [facts(before), facts(after)];
  return PlanChange.options.filter((what) => JSON.stringify(was[what]) !== JSON.stringify(is[what]));
}

/** What a text says, wherever in the file it stands. */
function saidIn(text: PlanText | undefined): unknown {
  if (!text) return undefined;
  const { title, blocks, question } = text;
  const words = blocks.map((block) => {
    if (block.kind === 'heading') return block.text;
    return block.kind === 'paragraph' ? block.spans : block.items.map(({ spans }) => spans);
  });
  return { title, words, question: question?.text };
}

/** Places in the room for alumni and their guests. */
export function placesIn({ capacity, hosts }: Plan): number {
  return capacity - hosts.length;
}

/** How many come with somebody at most, themselves included. */
export function largestParty({ guests }: Plan): number {
  return guests + 1;
}

/** Whether a gathering is for an alumnus, and in a language they read. */
export function isPlannedFor(
  { audience, variants }: Plan,
  stint: StintOf<'enrolled'>,
  { language, department }: Profile,
): boolean {
  const { departments } = audience;
  return (
    variants[language] !== undefined &&
    (!audience.languages || audience.languages.includes(language)) &&
    (!departments || (department !== undefined && departments.includes(department))) &&
    includes(audience, stint)
  );
}

/** Everything that it tells, as the disclosure guard reads it. */
export function wordsOf({ classification, audience, variants, url, hosts }: Plan): EditionContent {
  const lines = (said: readonly ({ text: string; line: number } | undefined)[]): Block[] =>
    said.flatMap((words) =>
      words ? [{ kind: 'paragraph', line: words.line, spans: [{ text: words.text }] } satisfies Block] : [],
    );
  const names = hosts.map(({ name, line }) => ({ text: name, line }));
  const { countries, lastDayFrom, lastDayTo } = audience;
  const told = (text: PlanText | undefined) => {
    if (!text) return undefined;
    const { title, titleLine, blocks, place, question } = text;
    return { title, titleLine, blocks: [...blocks, ...lines([place, question, url, ...names])] };
  };
  const [ja, en] = [told(variants.ja), told(variants.en)];
  return {
    classification,
    audience: { countries, lastDayFrom, lastDayTo },
    variants: { ...(ja && { ja }), ...(en && { en }) },
  };
}

/** Whether it lasts whole days. */
export function isAllDay({ start }: Plan): boolean {
  return !start.includes('T');
}

/** When it begins. */
export function startOf({ start, timeZone }: Plan): Instant {
  return Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone).toInstant().toString();
}

/** When it is over. */
export function endOfPlan(plan: Plan): Instant {
  const end = Temporal.PlainDateTime.from(plan.end);
  const over = isAllDay(plan) ? end.add({ days: 1 }) : end;
  return over.toZonedDateTime(plan.timeZone).toInstant().toString();
}

/** The dates of a gathering, by the company's calendar. */
export type PlanDates = {
  /** In order. */
  reminders: readonly PlainDate[];
  /** The last day to answer. */
  deadline: PlainDate;
  /** The day before, on which those who come get the details. */
  details: PlainDate;
  start: PlainDate;
  /** The day on which it ends. */
  end: PlainDate;
  /** The last day of the survey. */
  survey: PlainDate;
};

export function datesOf(plan: Plan, policy: Policy): PlanDates {
  const local = (at: Instant) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(policy.company.timeZone).toPlainDate().toString();
  const start = local(startOf(plan));
  // One that ends at midnight ends with the day before.
  const end = local(new Date(Date.parse(endOfPlan(plan)) - 1).toISOString());
  return {
    reminders: plan.reminders.map((before) => dateBefore(plan.deadline, before)).sort(),
    deadline: plan.deadline,
    details: dateBefore(start, 'P1D'),
    start,
    end,
    survey: dateAfter(end, policy.gatherings.survey),
  };
}

/** The last day on which what guests said they need is kept. */
export function needsUntil(plan: Plan, policy: Policy): PlainDate {
  return dateAfter(datesOf(plan, policy).end, policy.retention.needs);
}
