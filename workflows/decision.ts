import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, now, outcomeIs } from './step.ts';

type Decision = {
  decide: IFunction;
  /** The state that decides. */
  name: string;
  /** What follows from each answer. */
  approved: string;
  refused: string;
  unaccepted: string;
};

/** A reviewer's word from the console, as an execution of its own. */
export function decision(scope: Construct, { decide, name, approved, refused, unaccepted }: Decision): IChainable {
  const end = (outcome: string, comment: string) => Succeed.jsonata(scope, outcome, { comment });
  // Whole, since what somebody typed may lack anything.
  const payload = { input: '{% $states.context.Execution.Input %}', now };
  const decided = Choice.jsonata(scope, 'Taken?')
    .when(outcomeIs('approved'), end('Approved', approved), { comment: 'Approved' })
    .when(outcomeIs('refused'), end('Refused', refused), { comment: 'Refused' })
    .when(outcomeIs('already so'), end('Decided so before', 'Nothing changed.'), { comment: 'Said before' })
    .when(outcomeIs('over'), end('Decided otherwise before', 'Nothing changed.'), { comment: 'Decided otherwise' })
    .when(outcomeIs('leak', 'not shareable'), end('May not be approved', 'The rules refuse it.'), {
      comment: 'The rules refuse it',
    })
    .otherwise(end('Not accepted', unaccepted));
  return call(scope, name, { handler: decide, payload }).next(decided);
}
