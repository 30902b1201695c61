import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { NextStep } from '../functions/domain/gathering-steps.ts';
import { decision } from './decision.ts';
import { numbered, park } from './question.ts';
import { call, now, outcomeIs } from './step.ts';

/**
 * A gathering: reviewed, invited to, reminded of, closed, held, thanked for, booked.
 *
 * After each step, and whenever something wakes it, the execution takes stock: the table says what comes next. So dates
 * may move, a plan may change, and it may be called off, wherever the execution happens to wait.
 */
export function gathering(scope: Construct, { steps, table }: { steps: IFunction; table: ITable }): IChainable {
  const number = '{% $states.context.Execution.Input.gathering %}';
  const step = (name: string, what: string, assign?: Record<string, unknown>) =>
    call(scope, name, {
      handler: steps,
      payload: { step: what, gathering: number, now, execution: '{% $states.context.Execution.Id %}' },
      ...(assign && { assign }),
      // As long as a function may run, and a little more.
      timeout: Duration.minutes(16),
    });
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });

  const takeStock = step('Take stock of the gathering', 'take stock', {
    round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}',
  });
  const wait = park(scope, 'Await what comes next', {
    table,
    // The sweep wakes it on each of its dates; a date that was missed is found in the end.
    seconds: Duration.days(30).toSeconds(),
    key: numbered('gathering'),
  });
  wait.addCatch(takeStock, { errors: ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'] });
  wait.next(takeStock);

  const whatIsNext = Choice.jsonata(scope, 'What is next?');
  const then = (outcome: NextStep, comment: string, next: IChainable) =>
    whatIsNext.when(outcomeIs(outcome), next, { comment });
  const again = (outcome: NextStep, comment: string, name: string) =>
    then(outcome, comment, step(name, outcome).next(takeStock));

  again('ask for the review', 'Not reviewed yet', 'Ask for the review');
  again('tell the admin', 'Reviewed', 'Tell the admin');
  again('tell the hosts', 'Approved', 'Tell organiser and hosts');
  again('invite', 'Organiser and hosts are told', 'Invite the audience');
  again('tell of the change', 'The plan has changed', 'Tell of the change');
  again('remind', 'Some have not answered', 'Remind who has not answered');
  again('close the answers', 'The deadline is over', 'Close the answers');
  again('send the details', 'It is tomorrow', 'Send the details');
  again('thank', 'It is over', 'Thank who came, and ask how it was');
  again('book the cost', 'The survey is over', 'Book the cost');
  again('tell of the cancellation', 'Called off', 'Tell of the cancellation');
  then('wait', 'Nothing today', wait);
  then('over', 'All is done', end('Held', 'Its cost is in the ledger, who came on their timelines.'));
  then('cancelled', 'Everybody knows', end('Cancelled', 'Whoever had been invited was told.'));
  then('refused', 'Refused', end('Refused', 'Nobody is invited.'));
  then('not reviewed', 'Nobody decided in time', end('Not reviewed', 'Nobody is invited.'));
  then('withdrawn', 'Taken back', end('Withdrawn', 'The admin took it back before it was approved.'));
  whatIsNext.otherwise(end('Unknown', 'There is no such gathering.'));
  return takeStock.next(whatIsNext);
}

/** The reviewer's word from the console: start an execution with `{"gathering": 1, "decision": "approve", "code": "…"}`. */
export function decideGathering(scope: Construct, { decide }: { decide: IFunction }): IChainable {
  return decision(scope, {
    decide,
    name: 'Decide on the plan',
    approved: 'Those it is for are invited, or told of the change.',
    refused: 'Nobody is told of it.',
    unaccepted: 'No such gathering, not the code of the newest mail, or not what the mail shows.',
  });
}
