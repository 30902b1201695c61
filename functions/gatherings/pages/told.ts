import type { Plan, PlanText } from '../../domain/gathering-plan.ts';
import type { Language } from '../../domain/language.ts';
import { spokenTo, variantFor } from '../../domain/variants.ts';

/** A plan for who reads a language, and the one in which it speaks to them: another, where it does not know theirs. */
export type Told = { plan: Plan; text: PlanText; spoken: Language };

/** A plan with something to say in a language. */
export function tell(plan: Plan, language: Language): Told {
  const text = variantFor(plan.variants, language) ?? { title: '', titleLine: 1, blocks: [] };
  return { plan, text, spoken: spokenTo(plan.variants, language) };
}
