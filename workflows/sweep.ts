import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, now, outcomeIs } from './step.ts';

/**
 * The daily sweep for a date: what is due, then everybody who is due for outreach. A day on which nothing is due takes
 * four transitions: two steps, the question, the end.
 */
export function sweep(scope: Construct, { day, outreach }: { day: IFunction; outreach: IFunction }): IChainable {
  const date = '{% $states.context.Execution.Input.date %}';
  const actOnWhatIsDue = call(scope, 'Act on what is due', {
    handler: day,
    payload: { step: 'day', date, now },
    assign: { day: '{% $states.result.Payload.outcome %}' },
  });
  const writeToWhoIsDue = call(scope, 'Write to who is due', {
    handler: outreach,
    payload: { date, now, execution: '{% $states.context.Execution.Id %}' },
    // As long as a function may run, and a little more.
    timeout: Duration.minutes(16),
  });
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });
  const isThereMore = Choice.jsonata(scope, 'Is the day done?')
    // First, since what is due does not wait for mail.
    .when(Condition.jsonata("{% $states.input.outcome = 'more' or $day = 'more' %}"), actOnWhatIsDue, {
      comment: 'There is more',
    })
    .when(outcomeIs('stopped by the breaker'), end('Stopped by the breaker', 'Too much came back; a human decides.'), {
      comment: 'Too much came back',
    })
    .when(outcomeIs('no more today'), end('Quota used up', 'The rest is due tomorrow.'), {
      comment: 'SES takes no more',
    })
    .otherwise(end('Swept', 'Everything due by the date is done.'));
  return actOnWhatIsDue.next(writeToWhoIsDue).next(isThereMore);
}
