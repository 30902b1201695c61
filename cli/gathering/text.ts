import type { Finding } from '../../functions/domain/edition-content.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { type PublishOutcome } from '../../functions/domain/plan-submission.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { asStart, planInWords } from '../../functions/gatherings/plan-wording.ts';
import { findingsText } from '../edition/text.ts';
import type { Translated } from '../submission.ts';

/** What the commands say that take a plan. */

/** Which classes may go out. */
export function planShareableText({ classification }: Plan, { disclosure }: Policy): string {
  const shareable = Object.entries(disclosure.classes).flatMap(([name, rules]) => (rules.shareable ? [name] : []));
  const which = shareable.length > 0 ? `only ${shareable.join(', ')} may` : 'no class may';
  return `A plan of the class "${classification}" must not go out: ${which}.`;
}

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
      return `${planShareableText(plan, policy)} Nothing was stored.`;
    case 'leak':
      return `The plan says what must not leave. Nothing was stored.\n${findingsText(findings)}`;
    default:
      return [
        submittedText(submission, policy),
        ...(findings.length > 0 ? ['The reviewer is shown what the scan found:', findingsText(findings)] : []),
      ].join('\n');
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
  const line = '─'.repeat(60);
  const facts = planInWords(plan, { policy, invited }, 'en').map(({ term, text }) => `${term}: ${text}`);
  return [
    ...letters.flatMap(({ language, letter }) => [
      `[${language}] ${letter.subject}`,
      line,
      letter.text.trimEnd(),
      line,
      '',
    ]),
    ...facts,
    'Name and links are examples; nothing was stored.',
    verdict(outcome, findings, plan, policy),
    ...(findings.length > 0 ? [findingsText(findings)] : []),
  ].join('\n');
}

function verdict(outcome: PublishOutcome, findings: readonly Finding[], plan: Plan, policy: Policy): string {
  const by = `By policy ${policy.version}`;
  if (outcome === 'not shareable') return planShareableText(plan, policy);
  if (outcome === 'leak') return `${by} it would be refused:`;
  return findings.length > 0 ? `${by} the reviewer would be shown:` : `${by} the scan found nothing.`;
}
