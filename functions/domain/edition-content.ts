import * as z from 'zod/mini';
import type { Language } from './language.ts';
import type { StintOf } from './person.ts';

/**
 * What an edition or the plan of a gathering says, taken apart once when it is submitted, so that mail is made from parts
 * and never from markup.
 */

/** A run of text; with a `url` it is a link. */
export const Span = z.strictObject({
  text: z.string(),
  url: z.optional(z.string()),
  strong: z.optional(z.boolean()),
});
export type Span = z.infer<typeof Span>;

/** `line`: where it begins in the file that was submitted, from 1. */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), line: z.int(), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), line: z.int(), spans: z.array(Span) }),
  z.strictObject({
    kind: z.literal('list'),
    line: z.int(),
    items: z.array(z.strictObject({ line: z.int(), spans: z.array(Span) })),
  }),
]);
export type Block = z.infer<typeof Block>;

/** An edition in one language; a plan says more. */
export const Variant = z.strictObject({ title: z.string(), titleLine: z.int(), blocks: z.array(Block) });
export type Variant = z.infer<typeof Variant>;

/** Whom an edition, or a plan, is for; every condition must hold, and none means everybody. A plan knows more of them. */
export const Audience = z.strictObject({
  countries: z.optional(z.array(z.string())),
  lastDayFrom: z.optional(z.iso.date()),
  lastDayTo: z.optional(z.iso.date()),
});
export type Audience = z.infer<typeof Audience>;

/** An edition, and a plan as the disclosure guard reads it. */
export const EditionContent = z.strictObject({
  /** The name of one of the policy's classes. */
  classification: z.string(),
  audience: Audience,
  /** At least one language; who speaks the other one is not written to. */
  variants: z.partial(z.strictObject({ ja: Variant, en: Variant })),
});
export type EditionContent = z.infer<typeof EditionContent>;

/** Whether an edition is for an alumnus, and in a language they read. */
export function isFor({ audience, variants }: EditionContent, stint: StintOf<'enrolled'>, language: Language): boolean {
  return variants[language] !== undefined && includes(audience, stint);
}

/** Whether an audience includes an alumnus. */
export function includes({ countries, lastDayFrom, lastDayTo }: Audience, stint: StintOf<'enrolled'>): boolean {
  return (
    (!countries || countries.includes(stint.facts.country)) &&
    (!lastDayFrom || stint.lastDay >= lastDayFrom) &&
    (!lastDayTo || stint.lastDay <= lastDayTo)
  );
}

/** The text of a run of spans. */
export function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** Something in an edition or a plan that must not leave, or that the reviewer should look at. */
export type Finding = {
  language: Language;
  line: number;
  severity: 'refuse' | 'flag';
  rule: 'word' | 'internal-host' | 'secret' | 'staff-address';
  /** What was found; of a secret only its kind. */
  found: string;
};
