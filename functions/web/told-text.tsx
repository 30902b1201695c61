import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Block, Span, Variant } from '../domain/edition-content.ts';
import type { Language } from '../domain/language.ts';

/** What a link may lead to, as in the mail; anything else is shown as text. */
const safe = /^(https:\/\/|mailto:)/i;

/** Where a link leads, so far as its text does not say so. */
function targetOf({ text, url = '' }: Span): string {
  const target = url.replace(safe, '').replace(/\/$/, '');
  return text === target || text === url ? '' : ` (${target})`;
}

/** Text with its links, each with where it leads. */
const Run: FC<{ spans: readonly Span[] }> = ({ spans }) => (
  <>
    {spans.map((span) => {
      const text = span.strong ? <strong>{span.text}</strong> : span.text;
      if (!span.url) return text;
      return (
        <>
          {safe.test(span.url) ? (
            <a href={span.url} rel="noreferrer">
              {text}
            </a>
          ) : (
            text
          )}
          <small class="quiet">{targetOf(span)}</small>
        </>
      );
    })}
  </>
);

/** The id of the part of a text that begins on a line. */
export function partId(language: Language, line: number): string {
  return `${language}-${line}`;
}

/** The line on which the part begins that a line belongs to. */
export function partOf({ titleLine, blocks }: Variant, line: number): number {
  const starts = [
    titleLine,
    ...blocks.flatMap((block) => (block.kind === 'list' ? block.items.map((item) => item.line) : [block.line])),
  ];
  return starts.findLast((start) => start <= line) ?? titleLine;
}

/**
 * What a text says below its title, its links with where they lead.
 * @param props.part what tells the part that begins on a line from others
 */
export const Blocks: FC<
  Readonly<{
    blocks: readonly Block[];
    heading: 'h2' | 'h4';
    part?: (line: number) => { id?: string; class?: string | undefined };
  }>
> = ({ blocks, heading: Heading, part = () => ({}) }) => (
  <>
    {blocks.map((block) => {
      switch (block.kind) {
        case 'heading':
          return <Heading {...part(block.line)}>{block.text}</Heading>;
        case 'paragraph':
          return (
            <p {...part(block.line)}>
              <Run spans={block.spans} />
            </p>
          );
        case 'list':
          return (
            <ul>
              {block.items.map(({ line, spans }) => (
                <li {...part(line)}>
                  <Run spans={spans} />
                </li>
              ))}
            </ul>
          );
      }
    })}
  </>
);

/**
 * A text in one language as it will read, its links with where they lead, and what comes below it.
 * @param props.marked ids of the parts that are marked
 */
export const ToldText: FC<PropsWithChildren<{ language: Language; variant: Variant; marked: ReadonlySet<string> }>> = ({
  language,
  variant,
  marked,
  children,
}) => {
  const part = (line: number) => {
    const id = partId(language, line);
    return { id, class: marked.has(id) ? 'marked' : undefined };
  };
  return (
    <article class="sheet" lang={language}>
      <h3 {...part(variant.titleLine)}>{variant.title}</h3>
      <Blocks blocks={variant.blocks} heading="h4" part={part} />
      {children}
    </article>
  );
};
