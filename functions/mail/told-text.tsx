import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Block, Span } from '../domain/edition-content.ts';
import type { Language } from '../domain/language.ts';
import { oneLine } from '../domain/wording.ts';
import { Article, Link, List, Subheading, Text } from './layout.tsx';
import { bullets, heading } from './text.ts';

/** Only what opens a page or a mail is a link; anything else stays words. */
function linkOf({ url }: Span): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'mailto:' ? href : undefined;
}

/** One line, but for the spaces that part it from what stands beside it. */
function words({ text }: Span): string {
  const line = oneLine(text);
  return line && `${/^\s/.test(text) ? ' ' : ''}${line}${/\s$/.test(text) ? ' ' : ''}`;
}

const Spans: FC<{ spans: readonly Span[] }> = ({ spans }) => (
  <>
    {spans.map((span) => {
      const href = linkOf(span);
      const said = href ? <Link href={href}>{words(span)}</Link> : words(span);
      return span.strong ? <strong style="font-weight:600;">{said}</strong> : said;
    })}
  </>
);

const BlockHtml: FC<{ block: Block }> = ({ block }) => {
  switch (block.kind) {
    case 'heading':
      return <Subheading>{oneLine(block.text)}</Subheading>;
    case 'paragraph':
      return (
        <Text>
          <Spans spans={block.spans} />
        </Text>
      );
    case 'list':
      return <List lines={block.items.map(({ spans }) => <Spans spans={spans} />)} />;
  }
};

/** What somebody wrote for others, without a frame. */
const ToldBlocks: FC<{ blocks: readonly Block[] }> = ({ blocks }) => (
  <>
    {blocks.map((block) => (
      <BlockHtml block={block} />
    ))}
  </>
);

/** What somebody wrote for others, under its title and a line that says of which kind it is. */
type Told = Readonly<{ label: string; title: string; blocks: readonly Block[] }>;

/** The same as its readers see it, with what comes below. */
export const ToldArticle: FC<PropsWithChildren<Told & { language: Language }>> = ({
  language,
  label,
  title,
  blocks,
  children,
}) => (
  <Article language={language} label={label} title={oneLine(title)}>
    <ToldBlocks blocks={blocks} />
    {children}
  </Article>
);

function spansAsText(spans: readonly Span[]): string {
  return spans
    .map((span, index) => {
      const shown = linkOf(span)?.replace(/^mailto:/, '');
      if (!shown || shown === words(span)) return words(span);
      // A link that stands alone gets a line of its own, which is easier to tap.
      if (spans.length === 1) return `${words(span)}:\n${shown}`;
      // Mail programs take for part of the address whatever follows without a space.
      const gap = /^([\s.,;:)]|$)/.test(spans[index + 1]?.text ?? '') ? '' : ' ';
      return `${words(span)} (${shown})${gap}`;
    })
    .join('');
}

const line = '-'.repeat(40);

function blockAsText(block: Block, language: Language): string {
  switch (block.kind) {
    case 'heading':
      return heading(oneLine(block.text), language);
    case 'paragraph':
      return spansAsText(block.spans);
    case 'list':
      return bullets(
        block.items.map(({ spans }) => spansAsText(spans)),
        language,
      );
  }
}

/** Blocks as plain text, a paragraph each. */
function blocksAsText(blocks: readonly Block[], language: Language): string[] {
  return blocks.map((block) => blockAsText(block, language));
}

/** An article as plain text, a paragraph each. */
export function toldParagraphs({ label, title, blocks }: Told, language: Language): string[] {
  return [[line, label, oneLine(title), line].join('\n'), ...blocksAsText(blocks, language)];
}
