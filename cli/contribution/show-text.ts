import type { Contribution } from '../../functions/domain/contribution.ts';
import { kindNames, topicName } from '../../functions/domain/contribution-wording.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { type Line, rewardLines } from '../reward/show-lines.ts';
import { executionOf } from '../reward/standing.ts';
import { statusInWords } from './list-text.ts';

/** One contribution with its reward, as `contribution show` tells it: whose it is and who was hired stay where they are. */

/** What is shown for machines. */
export type ShownContribution = Omit<
  Contribution,
  'person' | 'hire' | 'taskToken' | 'version' | 'rounds' | 'waits' | 'isAwaited'
> & { hire?: Omit<NonNullable<Contribution['hire']>, 'person'>; execution?: string };

/** What of a contribution is shown. */
export function shownContribution(contribution: Contribution, given: Given): ShownContribution {
  const {
    person: _,
    hire,
    taskToken: __,
    version: ___,
    rounds: ____,
    waits: _____,
    isAwaited: ______,
    ...rest
  } = contribution;
  const execution = executionOf(contribution, given);
  return {
    ...rest,
    ...(hire && { hire: { on: hire.on, country: hire.country, holdsUntil: hire.holdsUntil } }),
    ...(execution && { execution }),
  };
}

/** The same for people. */
export function contributionText(contribution: Contribution, given: Given): string {
  const { number, kind } = contribution;
  const { policy } = given;
  const execution = executionOf(contribution, given);
  const lines: Line[] = [
    ...standingLines(contribution, policy),
    ...rewardLines(contribution, policy),
    ...(execution ? [['Execution', execution] as const] : []),
    ['Policy', contribution.policyVersion],
  ];
  const width = Math.max(...lines.map(([term]) => term.length));
  return [
    `Contribution ${number}: ${kindNames[kind].en}`,
    ...lines.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`),
  ].join('\n');
}

function standingLines(contribution: Contribution, policy: Policy): Line[] {
  const { submittedOn, cohort, country, topic, ownCompany, wantsReward, due, reminded, news } = contribution;
  const { isSelfReferral, hire, worth } = contribution;
  const day = (date: string) => dateInWords(date, 'en');
  return [
    ['Sent in', `${day(submittedOn)}, by an alumnus of ${cohort} in ${country}`],
    ...(topic ? [['Topic', topicName(topic, policy, 'en')] as const] : []),
    ...(ownCompany ? [['Company', 'the alumnus’s own, or their employer'] as const] : []),
    ['Standing', statusInWords(contribution)],
    ...(due ? [['Next look', day(due)] as const] : []),
    ...(reminded.length > 0 ? [['Reminded', reminded.join(', ')] as const] : []),
    ...(isSelfReferral ? [['To look at', 'the candidate has the alumnus’s own address'] as const] : []),
    ...(hire
      ? [['Hired', `${day(hire.on)} in ${hire.country}; the holding period ends on ${day(hire.holdsUntil)}`] as const]
      : []),
    ...(worth === undefined ? [] : [['Worth', moneyInWords(worth, policy.company.currency, 'en')] as const]),
    ...(news.length > 0 ? [['To be mailed', news.join(', ')] as const] : []),
    ['Wants a reward', wantsReward ? 'yes, and says that their employer allows it' : 'no'],
  ];
}
