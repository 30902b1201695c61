import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Fail, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, now, outcomeIs } from './step.ts';

/**
 * An approver's word from the console: start an execution with `{"reward": "7", "decision": "approve", "code": "…", "note": "…"}`.
 * It ends green with what it did, or fails with a sentence that says why.
 */
export function decideReward(scope: Construct, { decide }: { decide: IFunction }): IChainable {
  // Whole, since what somebody typed may lack anything.
  const payload = {
    input: '{% $states.context.Execution.Input %}',
    execution: '{% $states.context.Execution.Id %}',
    now,
  };
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });
  const counts = Choice.jsonata(scope, 'Does it count?', { comment: 'It is green where it does, and nowhere else.' })
    .when(outcomeIs('approved'), end('Approved', 'The payout is instructed now.'), { comment: 'Approved' })
    .when(outcomeIs('one of two'), end('Approved by one of two', 'Another person must agree.'), {
      comment: 'Approved by one',
    })
    .when(outcomeIs('rejected'), end('Rejected', 'Nothing is paid.'), { comment: 'Rejected' })
    .otherwise(
      Fail.jsonata(scope, 'Does not count', {
        comment: 'The cause says why.',
        error: '{% $states.input.outcome %}',
        cause: '{% $states.input.sentence %}',
      }),
    );
  const comment = 'The code says who decides, and any attempt spends it.';
  return call(scope, 'Decide on the reward', { handler: decide, payload, comment }).next(counts);
}
