import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identify } from '../../functions/adapters/identity.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { until } from '../../infra/local/play/until.ts';
import { okaeri } from './cli.ts';
import { inDays, leaver, settings, theProgramme } from './stage.ts';

/** The second front door: the event bus, its queue, and the queue where what fails waits. */

const bus = new EventBridgeClient({});
const sqs = new SQSClient({});

async function publish(data: unknown, type = 'departure.announced'): Promise<void> {
  const Detail = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
  const { FailedEntryCount } = await bus.send(
    new PutEventsCommand({ Entries: [{ EventBusName: settings.bus, Source: 'acme.hr', DetailType: type, Detail }] }),
  );
  expect(FailedEntryCount).toBe(0);
}

const urlOf = async (name: string) =>
  String((await sqs.send(new GetQueueUrlCommand({ QueueName: settings.queues[name] }))).QueueUrl);

async function waiting(name: string): Promise<number> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: await urlOf(name), AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.['ApproximateNumberOfMessages']);
}

async function visibility(seconds: number): Promise<void> {
  await sqs.send(
    new SetQueueAttributesCommand({
      QueueUrl: await urlOf('Intake'),
      Attributes: { VisibilityTimeout: String(seconds) },
    }),
  );
}

/** Nobody who goes on to be asked: here only the way in is looked at. */
const newcomer = () => leaver({ hireDate: inDays(-60) });
const personOf = async (employeeId: string) => (await identify()).person(employeeId);
const ends = async (employeeId: string) => theProgramme.outcomeOf(await personOf(employeeId));

describe('departures from the event bus', () => {
  it('a departure takes the same way as through the webhook', async () => {
    const who = newcomer();
    await publish(who);
    expect(await ends(who.employeeId)).toBe('Not eligible');
    await publish({ employeeId: who.employeeId, hireDate: who.hireDate }, 'departure.cancelled');
    await until('the cancellation', async () => {
      const { person } = await loadPerson(await personOf(who.employeeId));
      return person.stints[0]?.status === 'cancelled' ? true : undefined;
    });
  });

  it('a bad one ends in the failure queue and stops nobody; redrive gives it another try', async () => {
    // Five tries of three minutes each are too long for a test; a try must still end before the next one begins.
    await visibility(5);
    onTestFinished(() => visibility(180));
    const good = newcomer();
    await Promise.all([publish({ ...newcomer(), country: 'Japan' }), publish(good)]);
    expect(await ends(good.employeeId)).toBe('Not eligible');
    await until('the failure', async () => ((await waiting('IntakeFailed')) > 0 ? true : undefined));
    // What is mended on its way: the next try goes through.
    const mended = newcomer();
    const detail = { type: 'departure.announced', timestamp: new Date().toISOString(), data: mended };
    await sqs.send(
      new SendMessageCommand({ QueueUrl: await urlOf('IntakeFailed'), MessageBody: JSON.stringify({ detail }) }),
    );
    expect(await okaeri('redrive')).toMatchObject({ queues: { Intake: expect.any(Number) } });
    expect(await ends(mended.employeeId)).toBe('Not eligible');
    await until('the second failure', async () => ((await waiting('IntakeFailed')) > 0 ? true : undefined));
  });
});
