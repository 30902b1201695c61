import { decideOnContribution } from '../../adapters/contributions.ts';
import { linkCode, linkUrl } from '../../adapters/links.ts';
import { programme } from '../../adapters/table.ts';
import { consoleOf } from '../../approvals/console.ts';
import { approverCode } from '../../approvals/holder.ts';
import { type Asked, type AskingMail, approvalMatter, undecided } from '../../domain/approval.ts';
import { approverName } from '../../domain/contribution-wording.ts';
import type { Given } from '../../domain/decision.ts';
import { approvalEnds } from '../../domain/reward-approval.ts';
import { approvalMailed } from '../../domain/reward-asking.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { approvalLetter, machine } from '../mails/approval.tsx';

/**
 * Mails everybody who has not decided, each with a code and a link of their own. Who has this mail already gets none.
 * @param execution the waiting one, which the mail leads to
 */
export async function askApprovers(
  contribution: Rewarded,
  mail: AskingMail,
  execution: string,
  given: Given,
): Promise<'asked'> {
  for (const asked of undecided(contribution.reward)) await askOne(contribution, asked, mail, execution, given);
  await decideOnContribution(contribution.number, (found) => approvalMailed(found, mail));
  return 'asked';
}

async function askOne(
  contribution: Rewarded,
  asked: Asked,
  mail: AskingMail,
  execution: string,
  given: Given,
): Promise<void> {
  const { number, reward } = contribution;
  const { policy } = given;
  const approver = policy.rewards.approval.approvers.find(({ id }) => id === asked.approver);
  // Listed no more: nobody whom to ask.
  if (!approver) return;
  const matter = approvalMatter(number, { ...asked, generation: reward.generation });
  const code = await linkCode(approverCode('reward', matter));
  const command = (word: string) => `npm run okaeri -- reward ${word} ${number} --code ${code}`;
  const letter = approvalLetter({
    policy,
    contribution,
    approver,
    mail,
    deputyOf: asked.deputyOf && approverName(asked.deputyOf, policy),
    closesOn: approvalEnds(reward, given),
    rewardUrl: await linkUrl('reward', { person: programme, matter }, Date.parse(given.now)),
    ...consoleOf(execution, machine),
    consoleInput: JSON.stringify({ reward: String(number), decision: 'approve', code, note: '' }),
    commands: { approve: command('approve'), reject: command('reject') },
    code,
  });
  await tellStaff('reward-approval', `${matter}-${reward.reminders}`, approver.email, letter, given);
}
