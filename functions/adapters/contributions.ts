import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Budget, periodOf } from '../domain/budget.ts';
import { Contribution, type ContributionDecision, type ContributionWrite } from '../domain/contribution.ts';
import { type Given, today } from '../domain/decision.ts';
import { entryItem } from './ledger.ts';
import { numbered } from './numbered.ts';
import { keys, table, tableName } from './table.ts';
import { type Item, put, untilWritten } from './write.ts';

/** Contributions, each with its reward. The reward's execution parks on it. */

/** What a decision writes, with what else must be written with it or not at all. */
type ContributionItems = ContributionWrite & { items?: readonly Item[] };

const contributions = numbered<Contribution, ContributionItems>({
  prefix: 'CONTRIBUTION#',
  key: keys.contribution,
  parse: (data) => Contribution.parse(data),
  recordOf: ({ contribution }) => contribution,
  isOpen: ({ isAwaited }) => isAwaited === true,
  dueOn: ({ due }) => due,
  withIt: ({ budget, entries = [], items = [] }) => [
    ...(budget ? [budgetItem(budget)] : []),
    ...entries.map((entry) => entryItem(entry)),
    ...items,
  ],
});

export const { read: readContribution, readAll: readContributions, decideOn: decideOnContribution } = contributions;
/** Writes a decision on a contribution as loaded; nothing loaded for a new one. @returns false when a rival came first */
export const writeContribution = contributions.write;

/**
 * Decides on a contribution together with the budget that its reward is, or would be, taken from: of two who take from it
 * at once, one decides again.
 */
export function decideOnReward<Outcome extends string>(
  number: number,
  decide: (contribution: Contribution, budget: Budget) => ContributionDecision<Outcome>,
  given: Given,
): Promise<Outcome | 'unknown'> {
  return untilWritten<Outcome | 'unknown'>(async () => {
    const contribution = await readContribution(number);
    if (!contribution) return { done: 'unknown' };
    const { write, outcome } = decide(contribution, await budgetOf(contribution, given));
    return !write || (await writeContribution(contribution, write)) ? { done: outcome } : undefined;
  }, 'many');
}

/** The budget that a contribution's reward was taken from, or would be taken from today. */
export function budgetOf({ reward }: Contribution, given: Given): Promise<Budget> {
  return readBudget(reward?.period ?? periodOf(today(given), given.policy.rewards.budget.every));
}

export async function readBudget(period: string): Promise<Budget> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.budget(period), ConsistentRead: true }),
  );
  return Item ? Budget.parse(Item.data) : { period, used: 0, version: 0 };
}

function budgetItem(budget: Budget): Item {
  const { version } = budget;
  const data = { ...budget, version: version + 1 };
  return put(
    { ...keys.budget(budget.period), data, version: data.version },
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } },
  );
}
