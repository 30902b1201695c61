import type { FC } from 'hono/jsx';
import type { Block } from '../../domain/edition-content.ts';
import type { Plan, PlanText } from '../../domain/gathering-plan.ts';
import { type Language, languages } from '../../domain/language.ts';
import { Run } from '../../web/told-text.tsx';

/** What the pages of a gathering share. */

/** A plan for who reads a language, and the one in which it speaks to them: another, where it does not know theirs. */
export type Told = { plan: Plan; text: PlanText; spoken: Language };

/** A plan with something to say in a language. */
export function tell(plan: Plan, language: Language): Told {
  const spoken = [language, ...languages].find((each) => plan.variants[each]) ?? language;
  const text = plan.variants[spoken] ?? { title: '', titleLine: 1, blocks: [] };
  return { plan: { ...plan, variants: { ...plan.variants, [language]: text } }, text, spoken };
}

/** What a gathering is about, as its readers see it. */
export const About: FC<{ told: Told }> = ({ told: { text, spoken } }) => {
  const show = (block: Block) => {
    switch (block.kind) {
      case 'heading':
        return <h2>{block.text}</h2>;
      case 'paragraph':
        return (
          <p>
            <Run spans={block.spans} />
          </p>
        );
      case 'list':
        return (
          <ul>
            {block.items.map(({ spans }) => (
              <li>
                <Run spans={spans} />
              </li>
            ))}
          </ul>
        );
    }
  };
  return <div lang={spoken}>{text.blocks.map(show)}</div>;
};
