import type { Finding } from '../../functions/domain/edition-content.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { planInWords } from '../../functions/domain/plan-review-wording.ts';
import type { PublishOutcome } from '../../functions/domain/plan-submission.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { asStart, dateInWords } from '../../functions/domain/wording.ts';
import { findingsText, flaggedText, lettersText, shareableText, type Translated, verdict } from '../submission/text.ts';

/** What the commands say that take a plan. */

/** What came of submitting a plan. */
export type PlanSubmission = {
  outcome: PublishOutcome;
  findings: readonly Finding[];
  /** Of what was submitted now or before. `reviewBy`: while it waits for its reviewer. */
  gathering?: { number: number; submission: number; reviewBy?: string };
};

/** A submission for people. */
export function planSubmissionText(submission: PlanSubmission, plan: Plan, policy: Policy): string {
  const { outcome, findings } = submission;
  switch (outcome) {
    case 'not shareable':
      return `${shareableText('A plan', plan.classification, policy)} Nothing was stored.`;
    case 'leak':
      return `The plan says what must not leave. Nothing was stored.\n${findingsText(findings)}`;
    default:
      return submittedText(submission, policy) + flaggedText(findings);
  }
}

function submittedText({ outcome, gathering }: PlanSubmission, { company }: Policy): string {
  if (!gathering) return 'The plan is submitted.';
  const { number, submission, reviewBy } = gathering;
  const name = submission === 1 ? `gathering ${number}` : `the changed plan of gathering ${number}`;
  const how = reviewBy
    ? `waits for the review by ${company.reviewer}, until ${dateInWords(reviewBy, 'en')}.`
    : 'is approved.';
  if (outcome === 'already so') return `The same file was submitted before: ${name} ${how}`;
  const after = submission === 1 ? '' : ' Until it is approved, the plan before it stays in force.';
  return `${asStart(name)} ${how}${after}`;
}

/** What a preview shows. */
export type PlanPreview = {
  outcome: PublishOutcome;
  findings: readonly Finding[];
  letters: readonly Translated[];
  /** How many would be invited now. */
  invited: number;
};

/** A preview for people: each mail as text, below them what else the plan says, whom it reaches, and what the scan says. */
export function planPreviewText({ outcome, findings, letters, invited }: PlanPreview, plan: Plan, policy: Policy) {
  const facts = planInWords(plan, { policy, invited }, 'en').map(({ term, text }) => `${term}: ${text}`);
  return [
    lettersText(letters),
    ...facts,
    'Name and links are examples; nothing was stored.',
    verdict(outcome, findings, shareableText('A plan', plan.classification, policy), policy),
  ].join('\n');
}
