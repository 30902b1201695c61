import type { FC } from 'hono/jsx';
import { oneLine } from '../../domain/wording.ts';

/** What the alumnus wrote, framed, a paragraph a line. */
export const Written: FC<{ text: string }> = ({ text }) => (
  <article class="sheet">
    {text
      .split('\n')
      .map(oneLine)
      .filter(Boolean)
      .map((line) => (
        <p>{line}</p>
      ))}
  </article>
);
