import { type EditionContent, type Finding, type Span, textOf, type Variant } from './edition-content.ts';
import { internalHostsIn } from './internal-hosts.ts';
import { languages } from './language.ts';
import type { Policy } from './policy.ts';
import { secretsIn } from './secret-patterns.ts';
import { languagesOf } from './variants.ts';
import { patternOf, viewsOf } from './word-patterns.ts';

/** The disclosure guard's first look, before a human's: it may stop an edition or a plan, and it never lets one go. */

type Piece = { line: number; text: string };
type Match = Pick<Finding, 'severity' | 'rule' | 'found'>;

/**
 * What must not leave, or should be looked at, in an edition or a plan.
 * @returns by language, then by line
 */
export function scan(content: EditionContent, policy: Policy): Finding[] {
  const find = finder(policy);
  const findings = languagesOf(content.variants).flatMap((language) => {
    const variant = content.variants[language];
    return variant ? piecesOf(variant).flatMap(({ line, text }) => found(language, line, find(text))) : [];
  });
  return [...unique(findings).values()].sort(
    (a, b) => languages.indexOf(a.language) - languages.indexOf(b.language) || a.line - b.line,
  );
}

/** Whether what has these findings may not even be shown to its reviewer. */
export function isRefused(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'refuse');
}

function found(language: Finding['language'], line: number, matches: readonly Match[]): Finding[] {
  return matches.map((match) => ({ language, line, ...match }));
}

function unique(findings: readonly Finding[]): Map<string, Finding> {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.language, finding.line, finding.rule, finding.found]);
    if (!first.has(key)) first.set(key, finding);
  }
  return first;
}

/** Everything that reaches a reader, and where each link leads. */
function piecesOf({ title, titleLine, blocks }: Variant): Piece[] {
  return [
    { line: titleLine, text: title },
    ...blocks.flatMap((block) => {
      if (block.kind === 'heading') return [{ line: block.line, text: block.text }];
      if (block.kind === 'paragraph') return linePieces(block.line, block.spans);
      return block.items.flatMap(({ line, spans }) => linePieces(line, spans));
    }),
  ];
}

function linePieces(line: number, spans: readonly Span[]): Piece[] {
  const targets = spans.flatMap(({ url }) => (url ? [{ line, text: url }] : []));
  return [{ line, text: textOf(spans) }, ...targets];
}

function finder({ disclosure, company }: Policy): (text: string) => Match[] {
  const words = [
    ...disclosure.refuse.map((word) => ({ severity: 'refuse' as const, word, pattern: patternOf(word) })),
    ...disclosure.flag.map((word) => ({ severity: 'flag' as const, word, pattern: patternOf(word) })),
  ];
  const ours = new Set([company.contact, company.sender].map((address) => address.toLowerCase()));
  return (text) =>
    viewsOf(text).flatMap((view): Match[] => {
      const folded = view.toLowerCase();
      // A capital begins a word too: ProjectHotaruLaunch.
      const parted = view.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').toLowerCase();
      return [
        ...words
          .filter(({ pattern }) => pattern.test(folded) || pattern.test(parted))
          .map(({ severity, word }): Match => ({ severity, rule: 'word', found: word })),
        ...internalHostsIn(folded, disclosure.internalHosts).map(
          (host): Match => ({ severity: 'refuse', rule: 'internal-host', found: host }),
        ),
        ...secretsIn(view).map((kind): Match => ({ severity: 'refuse', rule: 'secret', found: kind })),
        ...addressesIn(folded, disclosure.staffDomains)
          .filter((address) => !ours.has(address))
          .map((address): Match => ({ severity: 'flag', rule: 'staff-address', found: address })),
      ];
    });
}

function addressesIn(text: string, domains: readonly string[]): string[] {
  const addresses = [...text.matchAll(/[\w.%+'-]{1,64}@([a-z0-9-]+(?:\.[a-z0-9-]+)*)/g)];
  return addresses.flatMap(([address, host = '']) =>
    domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`))
      ? [address]
      : [],
  );
}
