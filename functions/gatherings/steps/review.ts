import { decideOnGathering } from '../../adapters/gatherings.ts';
import { linkCode, linkUrl } from '../../adapters/links.ts';
import { programme } from '../../adapters/table.ts';
import type { Given } from '../../domain/decision.ts';
import type { Gathering } from '../../domain/gathering.ts';
import { decisionTold, reviewAsked } from '../../domain/gathering-notes.ts';
import { changesOf } from '../../domain/gathering-plan.ts';
import { judge, planCode, planMatter, planReviewBy } from '../../domain/plan-review.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { countInvited } from '../audience.ts';
import { planDecidedLetter } from '../mails/plan-decided.tsx';
import { planReviewLetter } from '../mails/plan-review.tsx';

/** The review of a plan: asks the reviewer, and tells the admin what came of it. */

/** Asks the reviewer, for the first time or again. */
export async function askForReview(gathering: Gathering, given: Given): Promise<'done'> {
  const { number, submissions, draft, plan } = gathering;
  const closesOn = planReviewBy(gathering, given);
  if (!draft || !closesOn) return 'done';
  const matter = planMatter(gathering);
  const code = await linkCode(planCode(gathering));
  const command = (word: string) => `npm run okaeri -- gathering ${word} ${number} --code ${code}`;
  const letter = planReviewLetter({
    policy: given.policy,
    number,
    submission: submissions,
    plan: draft.plan,
    findings: judge(draft.plan, given).findings,
    invited: await countInvited(draft.plan, given),
    reviewUrl: await linkUrl('plan', { person: programme, matter }, Date.parse(given.now)),
    code,
    reminder: draft.asked.length > 0,
    closesOn,
    isChange: plan !== undefined,
    changed: plan ? changesOf(plan, draft.plan) : [],
    commands: { approve: command('approve'), refuse: command('refuse') },
    consoleInput: JSON.stringify({ gathering: number, decision: 'approve', code }),
  });
  await tellStaff('gathering-review', `${matter}-r${draft.asked.length}`, given.policy.company.reviewer, letter, given);
  await decideOnGathering(number, (now) =>
    now.submissions === submissions ? reviewAsked(now, given) : { outcome: 'noted' },
  );
  return 'done';
}

/** Tells the admin what came of the newest review. */
export async function tellAdmin(gathering: Gathering, given: Given): Promise<'done'> {
  const { number, decided } = gathering;
  if (decided) {
    const { titles, outcome, note } = decided;
    const letter = planDecidedLetter({
      policy: given.policy,
      number,
      titles,
      outcome,
      isChange: decided.change,
      ...(note && { note }),
    });
    await tellStaff('gathering-decided', `${number}-${decided.submission}`, given.policy.company.admin, letter, given);
  }
  await decideOnGathering(number, (now) =>
    now.decided?.submission === decided?.submission ? decisionTold(now) : { outcome: 'noted' },
  );
  return 'done';
}
