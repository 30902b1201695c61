import { type Given, today } from './decision.ts';
import type { Finding } from './edition-content.ts';
import { type Draft, dateOfGathering, type Gathering, type GatheringDecision, isGoingOn, isPast } from './gathering.ts';
import { woken } from './gathering-notes.ts';
import type { Plan } from './gathering-plan.ts';
import { judge } from './plan-review.ts';
import type { Obstacle } from './review.ts';
import type { PlainDate } from './time.ts';

/** What the programme admin does with a gathering: publish its plan, change it, call it off. */

export type PublishOutcome = 'submitted' | 'already so' | Obstacle;
type Submitted = { plan: Plan; digest: string };

/**
 * Submits the plan of a new gathering for review.
 * @param gatherings those there are, newest first
 */
export function publishGathering(
  gatherings: readonly Gathering[],
  submitted: Submitted,
  given: Given,
): GatheringDecision<PublishOutcome> & { findings: Finding[]; same?: Gathering } {
  const { findings, refused } = judge(submitted.plan, given);
  if (refused) return { outcome: refused, findings };
  const same = gatherings.find(
    ({ status, digest, draft }) =>
      (status === 'in review' && draft?.digest === submitted.digest) ||
      (status === 'announced' && digest === submitted.digest),
  );
  if (same) return { outcome: 'already so', findings, same };
  const gathering: Gathering = {
    number: (gatherings[0]?.number ?? 0) + 1,
    version: 0,
    status: 'in review',
    revision: 0,
    submissions: 1,
    draft: draftOf(submitted, today(given)),
    done: {},
    waits: 0,
    policyVersion: given.policy.version,
  };
  return {
    outcome: 'submitted',
    findings,
    write: { gathering, consequences: [{ kind: 'start gathering', gathering: gathering.number }] },
  };
}

/**
 * Submits another plan for a gathering; the one in force stays so until this one is approved.
 * `over`: it was cancelled, refused or held.
 */
export function changeGathering(
  gathering: Gathering,
  submitted: Submitted,
  given: Given,
): GatheringDecision<PublishOutcome | 'over'> & { findings: Finding[] } {
  const { findings, refused } = judge(submitted.plan, given);
  if (!isGoingOn(gathering) || isPast(gathering, given)) return { outcome: 'over', findings };
  if (refused) return { outcome: refused, findings };
  const current = gathering.draft?.digest ?? gathering.digest;
  if (current === submitted.digest) return { outcome: 'already so', findings };
  const draft = draftOf(submitted, dateOfGathering(gathering, given));
  return {
    outcome: 'submitted',
    findings,
    write: woken({ ...gathering, draft, submissions: gathering.submissions + 1 }, given),
  };
}

function draftOf({ plan, digest }: Submitted, submittedOn: PlainDate): Draft {
  return { plan, digest, submittedOn, asked: [] };
}

/** Calls a gathering off; before its plan is approved, nobody has heard of it. */
export function cancelGathering(
  gathering: Gathering,
  given: Given,
): GatheringDecision<'cancelled' | 'withdrawn' | 'already so' | 'over'> {
  const { status, plan } = gathering;
  if (status === 'cancelled' || status === 'withdrawn') return { outcome: 'already so' };
  if (!isGoingOn(gathering) || isPast(gathering, given)) return { outcome: 'over' };
  // A mail that was put off until tomorrow does not keep this one waiting.
  const { draft: _, restUntil: __, ...rest } = gathering;
  const outcome = plan ? 'cancelled' : 'withdrawn';
  return { outcome, write: woken({ ...rest, status: outcome }, given) };
}
