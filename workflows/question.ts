import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, IntegrationPattern, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { QuestionKind } from '../functions/domain/question.ts';
import { call, outcomeIs, retry, stint } from './step.ts';

/** The question pattern: ask, await, remind while it is open, close in the end. */

export type QuestionSteps = { ask: IFunction; remind: IFunction; close: IFunction };

type Asked = {
  kind: QuestionKind;
  /** State names, as verb phrases. */
  names: { ask: string; await: string };
  steps: QuestionSteps;
  table: ITable;
  /** Where an execution goes once the question is settled, however it was. */
  settled: IChainable;
};

type QuestionProps = Asked & {
  names: { remind: string; open: string; close: string };
  /** Seconds between reminders. */
  remindEvery: number;
};

/** Asks somebody, and waits; the table keeps the answer, so that whatever wakes the execution, it reads it there. */
export function question(scope: Construct, props: QuestionProps): IChainable {
  const { names, steps, settled } = props;
  const { start, parked } = askAndPark(scope, props, props.remindEvery);
  const remind = call(scope, names.remind, {
    handler: steps.remind,
    payload: { ...stint, question: '{% $question %}', round: '{% $round %}' },
    assign: { round: '{% $round + 1 %}' },
  });
  const close = call(scope, names.close, { handler: steps.close, payload: { ...stint, question: '{% $question %}' } });
  const isOpen = Choice.jsonata(scope, names.open)
    .when(outcomeIs('reminded', 'quiet'), parked, { comment: 'Yes' })
    .when(outcomeIs('window over'), close.next(settled), { comment: 'The window is over' })
    .otherwise(settled);
  parked.addCatch(remind.next(isOpen), { errors: ['States.Timeout'] });
  return start;
}

/** Asks the calendar, which needs no reminder: the daily sweep answers. */
export function calendarQuestion(scope: Construct, props: Asked): IChainable {
  const { start, parked } = askAndPark(scope, props, Duration.days(330).toSeconds());
  // A missed answer does not leave the execution waiting: it takes stock, and finds the last day over.
  parked.addCatch(props.settled, { errors: ['States.Timeout'] });
  return start;
}

function askAndPark(scope: Construct, { kind, names, steps, table, settled }: Asked, seconds: number) {
  const parked = park(scope, names.await, {
    table,
    seconds,
    key: {
      pk: "{% 'PERSON#' & $states.context.Execution.Input.person %}",
      sk: "{% 'RECORD#question#' & $question %}",
    },
  });
  parked.addCatch(settled, { errors: ['DynamoDb.ConditionalCheckFailedException'] });
  parked.next(settled);
  const start = call(scope, names.ask, {
    handler: steps.ask,
    payload: { ...stint, kind },
    assign: { question: '{% $states.result.Payload.question %}', round: 1 },
  }).next(parked);
  return { start, parked };
}

type Park = {
  table: ITable;
  /** Until it is time to remind. */
  seconds: number;
  /** The item with the question, by expressions; `$round` counts the waits from 1. */
  key: { pk: string; sk: string };
  comment?: string;
};

/**
 * Parks the execution on a question, without a function: the token is written only where the question
 * exists, is open, and no later round has parked, so that an erased question is never written again.
 */
export function park(scope: Construct, name: string, { table, seconds, key, comment }: Park): CallAwsService {
  const task = CallAwsService.jsonata(scope, name, {
    service: 'dynamodb',
    action: 'updateItem',
    iamResources: [table.tableArn],
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    taskTimeout: Timeout.duration(Duration.seconds(seconds)),
    ...(comment && { comment }),
    parameters: {
      TableName: table.tableName,
      Key: { pk: { S: key.pk }, sk: { S: key.sk } },
      UpdateExpression: 'SET taskToken = :token, parkedRound = :round',
      ConditionExpression:
        'attribute_exists(pk) AND #status = :open AND (attribute_not_exists(parkedRound) OR parkedRound <= :round)',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':token': { S: '{% $states.context.Task.Token %}' },
        ':round': { N: '{% $string($round) %}' },
        ':open': { S: 'open' },
      },
    },
  });
  retry(task, [
    'DynamoDb.TransactionConflictException',
    'DynamoDb.ThrottlingException',
    'DynamoDb.ProvisionedThroughputExceededException',
    'DynamoDb.RequestLimitExceededException',
    'DynamoDb.InternalServerErrorException',
    'DynamoDb.SdkClientException',
  ]);
  return task;
}

/**
 * The item of what the execution was started with the number of.
 * @param called how its input calls it
 */
export function numbered(
  what: 'edition' | 'gathering' | 'contribution' | 'rehire',
  called: string = what,
): Park['key'] {
  const number = `$pad($string($states.context.Execution.Input.${called}), -6, '0')`;
  return { pk: 'PROGRAMME', sk: `{% '${what.toUpperCase()}#' & ${number} %}` };
}
