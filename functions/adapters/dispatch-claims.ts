import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import type { Dispatch } from '../domain/dispatch.ts';
import { type DispatchRef, holdDispatch } from './dispatches.ts';
import { keys, table, tableName } from './table.ts';

/** A mail's identity is claimed before it is sent, by whoever may send it then; 1 WRU, and 1 to settle it. */

/** Whose claim it is: told apart by a random id. */
export type Claim = DispatchRef & { claim: string };

type Kept = z.infer<typeof Dispatch>['data'];

/**
 * Claims a dispatch.
 * @param data what is kept of the mail
 * @returns what became of it before, or nothing when the claim is ours
 */
export async function claimDispatch(mine: Claim, data: Kept): Promise<'held' | 'sent before' | undefined> {
  const { about, id, claim } = mine;
  try {
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...keys.dispatch(about, id), data, status: 'claimed', claim },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { claim: theirs, status } = error.Item ?? {};
    if (theirs?.S === claim) return undefined;
    if (status?.S !== 'claimed') return status?.S === 'held' ? 'held' : 'sent before';
    // Whoever claimed it died, or is at it this very moment and will settle it; settled or given back since, look again.
    return (await holdDispatch(mine, data.at)) ? 'held' : claimDispatch(mine, data);
  }
}

/**
 * Gives a claim back, since nothing went out.
 * @returns `held` for one that somebody else took for dead: it stays so
 */
export async function giveBack({ about, id, claim }: Claim): Promise<'free' | 'held'> {
  try {
    await table.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: keys.dispatch(about, id),
        ConditionExpression: 'claim = :claim AND #status = :claimed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':claim': claim, ':claimed': 'claimed' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'free';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // Gone: given back before, by a try whose answer was lost; or erased.
    return error.Item ? 'held' : 'free';
  }
}

/** The mail went out. Nothing is written where the person has been erased meanwhile, or SES's report came first. */
export async function settleSent({ about, id, claim }: Claim): Promise<void> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.dispatch(about, id),
        UpdateExpression: 'SET #status = :sent REMOVE pendingShard, pendingSince',
        // Held, where somebody else took the claim for dead.
        ConditionExpression: 'claim = :claim AND #status IN (:claimed, :held)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':sent': 'sent', ':claim': claim, ':claimed': 'claimed', ':held': 'held' },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
