import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Fail, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, now, outcomeIs } from './step.ts';

/** What is decided on, and what its ends mean. */
const things = {
  reward: { state: 'Decide on the reward', approved: 'The payout is instructed now.', rejected: 'Nothing is paid.' },
  rehire: { state: 'Decide on the return', approved: 'The next step is taken now.', rejected: 'It ends here.' },
} as const;

/**
 * An approver's word from the console: start an execution with `{"reward": "7", "decision": "approve", "code": "…", "note": "…"}`,
 * or with a `rehire`. It ends green with what it did, or fails with a sentence that says why.
 */
export function decide(
  scope: Construct,
  { decide, what }: { decide: IFunction; what: keyof typeof things },
): IChainable {
  const { state, approved, rejected } = things[what];
  // Whole, since what somebody typed may lack anything.
  const payload = {
    input: '{% $states.context.Execution.Input %}',
    execution: '{% $states.context.Execution.Id %}',
    now,
  };
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });
  const counts = Choice.jsonata(scope, 'Does it count?', { comment: 'It is green where it does, and nowhere else.' })
    .when(outcomeIs('approved'), end('Approved', approved), { comment: 'Approved' })
    .when(outcomeIs('one of two'), end('Approved by one of two', 'Another person must agree.'), {
      comment: 'Approved by one',
    })
    .when(outcomeIs('rejected'), end('Rejected', rejected), { comment: 'Rejected' })
    .otherwise(
      Fail.jsonata(scope, 'Does not count', {
        comment: 'The cause says why.',
        error: '{% $states.input.outcome %}',
        cause: '{% $states.input.sentence %}',
      }),
    );
  const comment = 'The code says who decides, and any attempt spends it.';
  return call(scope, state, { handler: decide, payload, comment }).next(counts);
}
