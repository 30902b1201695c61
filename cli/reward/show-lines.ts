import type { Contribution } from '../../functions/domain/contribution.ts';
import { approverName, ruleInWords } from '../../functions/domain/contribution-wording.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Reward, Said, SaidBy } from '../../functions/domain/reward.ts';
import type { RuleResult } from '../../functions/domain/reward-rules.ts';
import { isRewarded } from '../../functions/domain/reward-screening.ts';
import { dateOf } from '../../functions/domain/time.ts';
import { dateInWords, oneLine } from '../../functions/domain/wording.ts';
import { payoutInWords, rewardStanding } from './standing.ts';

/** A reward as `contribution show` tells it: the rules, who decided and how it is paid. */

export type Line = readonly [term: string, text: string];

const saidBy: Readonly<Record<SaidBy, string>> = {
  console: 'in the console',
  link: 'by the link in the mail',
  cli: 'by command',
};

/** The reward of a contribution; nothing where it has none. */
export function rewardLines(contribution: Contribution, policy: Policy): Line[] {
  if (!isRewarded(contribution)) return [];
  const { reward } = contribution;
  const { amount, currency, rules, needed, asked, said, refused, payout, taxCategory } = reward;
  return [
    ['Reward', `${moneyInWords(amount, currency, 'en')}, ${rewardStanding(contribution, policy)}`],
    ...rules.map((result): Line => [`Rule ${result.rule}`, `${result.says}${whyInWords(result)}`]),
    ...(asked.length > 0 ? askingLines(reward, policy) : []),
    ...(needed > 1 ? [['Approvals needed', `${needed}, of different people`] as const] : []),
    ...said.map((word): Line => ['Decided', wordInWords(word, policy)]),
    ...(refused > 0 ? [['Refused attempts', String(refused)] as const] : []),
    ...(payout ? [['Payout', payoutLine(reward)] as const] : []),
    ...(payout ? [['Tax category', taxCategory] as const] : []),
  ];
}

/** What stands against the reward, or is to be looked at. */
function whyInWords(result: RuleResult): string {
  return result.says === 'passes' ? '' : `: ${ruleInWords(result, 'en').text}`;
}

function askingLines({ budgetLeft, currency, asked, reminders, isEscalated }: Reward, policy: Policy): Line[] {
  const names = asked.map(({ approver, deputyOf }) => {
    const deputy = deputyOf ? ` (deputy of ${approverName(deputyOf, policy)})` : '';
    return `${approverName(approver, policy)}${deputy}`;
  });
  const more = [...(reminders > 0 ? [timesReminded(reminders)] : []), ...(isEscalated ? ['deputies asked too'] : [])];
  return [
    ['Budget left', `${moneyInWords(budgetLeft, currency, 'en')}, when the approvers were asked`],
    ['Asked', [names.join(', '), ...more].join('; ')],
  ];
}

function timesReminded(reminders: number): string {
  return `reminded ${reminders === 1 ? 'once' : `${reminders} times`}`;
}

function wordInWords({ approver, decision, at, by, note }: Said, policy: Policy): string {
  const day = dateInWords(dateOf(at, policy.company.timeZone), 'en');
  const verb = decision === 'approve' ? 'approved' : 'rejected';
  return `${approverName(approver, policy)} ${verb} it on ${day} ${saidBy[by]}${note ? `: ${oneLine(note)}` : ''}`;
}

function payoutLine(reward: Reward): string {
  const reminders = reward.payout?.reminders ?? 0;
  return `${payoutInWords(reward)}${reminders > 0 ? `; the admin was ${timesReminded(reminders)}` : ''}`;
}
