import type { Child } from 'hono/jsx';
import { Framed, Heading, Rule } from './layout.tsx';
import { linesOf, quoted } from './text.ts';

/** What somebody wrote, below what both languages say; nothing where they wrote nothing. */
export function quotedBelow(text: string | undefined): { html: Child; paragraphs: string[] } | undefined {
  if (!text) return undefined;
  return {
    html: (
      <>
        <Rule />
        <Heading>
          書かれた内容 / <span lang="en">What they wrote</span>
        </Heading>
        <Framed lines={linesOf(text)} />
      </>
    ),
    paragraphs: ['書かれた内容 / What they wrote', quoted(text)],
  };
}
