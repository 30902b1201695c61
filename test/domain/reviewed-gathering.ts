import type { Given } from '../../functions/domain/decision.ts';
import type { Announced, Gathering } from '../../functions/domain/gathering.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { announced, dinner } from './held-gathering.ts';
import { policy, today } from './samples.ts';

/** Gathering 3, whose first plan waits for its reviewer. */
export function inReview(said: Partial<Gathering> = {}): Gathering {
  const { plan: _, digest: __, decided: ___, ...rest } = announced({ status: 'in review', revision: 0 });
  return { ...rest, draft: { plan: dinner(), digest: 'digest', submittedOn: '2027-01-10', asked: [] }, ...said };
}

/** Gathering 3, announced, with a change that was submitted on 20 January. */
export function withChange(plan: Partial<Plan>, said: Partial<Announced> = {}): Announced {
  const draft = { plan: dinner(plan), digest: 'another', submittedOn: '2027-01-20', asked: [] };
  return announced({ submissions: 2, draft, ...said });
}

/** The rules of a later day, with one more word that nothing goes out with. */
export function refusing(word: string, given: Given = today): Given {
  return { ...given, policy: { ...policy, version: 'later', disclosure: { ...policy.disclosure, refuse: [word] } } };
}
