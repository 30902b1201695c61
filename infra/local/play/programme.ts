import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type LocalSettings, localClient } from '../settings.ts';
import { until } from './until.ts';

/** Looks at what the programme did: its executions and its table. */
export type Programme = {
  /** Waits for the end of an execution. @returns the state it ended in, e.g. `Enrolled`, or its status if it failed */
  outcomeOf(departure: string, generation?: number): Promise<string>;
  /** Everything the table holds about a person. */
  itemsOf(departure: string): Promise<Record<string, unknown>[]>;
  /** Waits until an open question of a kind has an execution parked on it. */
  parkedOn(departure: string, kind: string): Promise<string>;
  /** Waits for the end of a gathering's execution. @returns the state it ended in, e.g. `Held` */
  outcomeOfGathering(number: number): Promise<string>;
  /** Waits for the end of a reward's execution. @returns the state it ended in, e.g. `Paid` */
  outcomeOfReward(number: number, generation?: number): Promise<string>;
  /** Waits for the end of an execution of a return. @returns the state it ended in, e.g. `Onboarding` */
  outcomeOfRehire(number: number, round: number): Promise<string>;
  /** Sweeps a day, and waits for the end. @returns the state it ended in, e.g. `Swept` */
  sweep(date: string): Promise<string>;
};

/** A state machine of the stack. */
export function machineArn({ aws, stateMachines }: LocalSettings, name: string): string {
  return `arn:aws:states:${aws.region}:000000000000:stateMachine:${stateMachines[name]}`;
}

export async function programme(settings: LocalSettings): Promise<Programme> {
  const client = await localClient(settings);
  const states = new SFNClient(client);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const execution = `arn:aws:states:${settings.aws.region}:000000000000:execution`;

  async function itemsOf(departure: string): Promise<Record<string, unknown>[]> {
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: settings.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `PERSON#${departure}` },
        ConsistentRead: true,
      }),
    );
    return Items;
  }

  /** @returns the state that an execution ended in, or its status if it failed; nothing while it runs or has not begun */
  async function endOf(executionArn: string): Promise<string | undefined> {
    try {
      const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'RUNNING') return undefined;
      if (status !== 'SUCCEEDED') return String(status);
      const { events = [] } = await states.send(
        new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 5 }),
      );
      return events.map(({ stateExitedEventDetails }) => stateExitedEventDetails?.name).find((name) => name);
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  }

  return {
    itemsOf,
    outcomeOf: (departure, generation = 1) =>
      until(`the end of execution ${generation}`, () =>
        endOf(`${execution}:${settings.stateMachines.Offboarding}:${departure}-1-${generation}`),
      ),
    outcomeOfGathering: (number) =>
      until(`the end of gathering ${number}`, () =>
        endOf(`${execution}:${settings.stateMachines.Gathering}:gathering-${number}`),
      ),
    outcomeOfReward: (number, generation = 1) =>
      until(
        `the end of reward ${number}`,
        () => endOf(`${execution}:${settings.stateMachines.Reward}:reward-${number}-${generation}`),
        120,
      ),
    outcomeOfRehire: (number, round) =>
      until(
        `the end of round ${round} of return ${number}`,
        () => endOf(`${execution}:${settings.stateMachines.Rehire}:rehire-${number}-${round}`),
        120,
      ),
    async sweep(date) {
      const { executionArn = '' } = await states.send(
        new StartExecutionCommand({ stateMachineArn: machineArn(settings, 'Sweep'), input: JSON.stringify({ date }) }),
      );
      return until(`the sweep of ${date}`, () => endOf(executionArn));
    },
    parkedOn: (departure, kind) =>
      until(`the question about ${kind}`, async () => {
        const items = await itemsOf(departure);
        const parked = items.find(
          ({ sk, status, taskToken }) => String(sk).endsWith(`-${kind}`) && status === 'open' && taskToken,
        );
        return parked && String(parked.sk);
      }),
  };
}
