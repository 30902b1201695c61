import type { Edition } from '../../functions/domain/edition.ts';
import type { Audience, EditionContent } from '../../functions/domain/edition-content.ts';
import type { Language } from '../../functions/domain/language.ts';

/** What an edition says; only what a test is about needs saying. */
export function content({
  languages = ['ja', 'en'],
  audience = {},
  text = 'The canteen has reopened.',
  classification = 'alumni',
}: {
  languages?: readonly Language[];
  audience?: Audience;
  text?: string;
  classification?: string;
} = {}): EditionContent {
  const variant = {
    title: 'News',
    titleLine: 3,
    blocks: [{ kind: 'paragraph' as const, line: 9, spans: [{ text }] }],
  };
  return { classification, audience, variants: Object.fromEntries(languages.map((language) => [language, variant])) };
}

/** An edition that was approved at noon in Tokyo on a date. */
export function approvedEdition(number: number, date: string, said: Parameters<typeof content>[0] = {}): Edition {
  return {
    number,
    version: 2,
    status: 'approved',
    content: content(said),
    digest: `digest-${number}`,
    submittedAt: `${date}T00:00:00Z`,
    policyVersion: '2026-11',
    decidedAt: `${date}T03:00:00Z`,
    decidedBy: 'link',
  };
}
