import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Policy } from '../functions/domain/policy.ts';
import { secondsOf } from '../functions/domain/time.ts';
import { decision } from './decision.ts';
import { numbered, park } from './question.ts';
import { call, now, outcomeIs } from './step.ts';

/** The review of an edition: a human decides whether it may be told to outsiders, or it is not told. */
export function edition(
  scope: Construct,
  { review, table, policy }: { review: IFunction; table: ITable; policy: Policy },
): IChainable {
  const number = '{% $states.context.Execution.Input.edition %}';
  const step = (name: string, what: string, more: Record<string, unknown> = {}, assign?: Record<string, unknown>) =>
    call(scope, name, {
      handler: review,
      payload: { step: what, edition: number, now, ...more },
      ...(assign && { assign }),
    });

  const ask = step('Ask for the review', 'ask', {}, { round: 1 });
  const remind = step('Remind of the review', 'remind', { round: '{% $round %}' }, { round: '{% $round + 1 %}' });
  const close = step('Close without a review', 'close');
  const tell = step('Tell the admin', 'tell');
  const parked = park(scope, 'Await the review', {
    table,
    seconds: secondsOf(policy.review.remindEvery),
    key: numbered('edition'),
  });
  const isOpen = Choice.jsonata(scope, 'Still not reviewed?')
    .when(outcomeIs('reminded'), parked, { comment: 'Yes' })
    .when(outcomeIs('window over'), close.next(tell), { comment: 'The window is over' })
    .otherwise(tell);
  parked.addCatch(remind.next(isOpen), { errors: ['States.Timeout'] });
  parked.addCatch(tell, { errors: ['DynamoDb.ConditionalCheckFailedException'] });

  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });
  const approved = Choice.jsonata(scope, 'Approved?')
    .when(outcomeIs('approved'), end('Approved', 'It goes out with the next touches.'), { comment: 'Yes' })
    .when(outcomeIs('refused'), end('Refused', 'It does not go out.'), { comment: 'No' })
    .when(outcomeIs('withdrawn'), end('Withdrawn', 'The admin took it back.'), { comment: 'Withdrawn' })
    .otherwise(end('Not reviewed', 'Nobody decided in time: it does not go out.'));
  return ask.next(parked).next(tell).next(approved);
}

/** The reviewer's word from the console: start an execution with `{"edition": 1, "decision": "approve", "code": "…"}`. */
export function decideEdition(scope: Construct, { decide }: { decide: IFunction }): IChainable {
  return decision(scope, {
    decide,
    name: 'Decide on the edition',
    approved: 'It goes out with the next touches.',
    refused: 'It does not go out.',
    unaccepted: 'No such edition, not the code of the mail, or not what the mail shows.',
  });
}
