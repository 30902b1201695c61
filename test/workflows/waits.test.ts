import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isWait } from '../../docs/draw-workflows.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { secondsOf } from '../../functions/domain/time.ts';
import { demoMachines, machines } from '../infra/assembly.ts';

const waits = Object.entries(machines).flatMap(([machine, { States }]) =>
  Object.entries(States).flatMap(([name, state]) => (isWait(state) ? [{ machine, name, state }] : [])),
);

describe('waits for a human or the calendar', () => {
  /** A reward is kept with its contribution, and has its number. */
  const rewarded = {
    pk: { S: 'PROGRAMME' },
    sk: { S: "{% 'CONTRIBUTION#' & $pad($string($states.context.Execution.Input.reward), -6, '0') %}" },
  };
  /** What the waits of each machine, or one of them, are about, and where the table is looked at afterwards. */
  const about: Record<string, { key: object; next: string }> = {
    'okaeri-offboarding': {
      key: {
        pk: { S: "{% 'PERSON#' & $states.context.Execution.Input.person %}" },
        sk: { S: "{% 'RECORD#question#' & $question %}" },
      },
      next: 'Take stock of the departure',
    },
    'okaeri-edition': {
      key: {
        pk: { S: 'PROGRAMME' },
        // Number 12 is EDITION#000012, as functions/adapters/table.ts writes it.
        sk: { S: "{% 'EDITION#' & $pad($string($states.context.Execution.Input.edition), -6, '0') %}" },
      },
      next: 'Tell the admin',
    },
    'okaeri-gathering': {
      key: {
        pk: { S: 'PROGRAMME' },
        sk: { S: "{% 'GATHERING#' & $pad($string($states.context.Execution.Input.gathering), -6, '0') %}" },
      },
      next: 'Take stock of the gathering',
    },
    'okaeri-rehire': {
      key: {
        pk: { S: 'PROGRAMME' },
        sk: { S: "{% 'REHIRE#' & $pad($string($states.context.Execution.Input.rehire), -6, '0') %}" },
      },
      next: 'Take stock of the return',
    },
    'Await approval': { key: rewarded, next: 'Take stock of the approval' },
    'Await confirmation': { key: rewarded, next: 'Take stock of the payout' },
  };
  const of = ({ machine, name }: { machine: string; name: string }) =>
    about[machine] ?? about[name] ?? { key: {}, next: '' };

  test('there is one for each kind of question', () => {
    expect(waits.map(({ name }) => name).sort()).toEqual([
      'Await HR’s word',
      'Await an address',
      'Await approval',
      'Await confirmation',
      'Await consent',
      'Await the confirmation',
      'Await the decision',
      'Await the last day',
      'Await the review',
      'Await what comes next',
      'Await word from HR',
    ]);
  });

  test.each(waits)('$name parks only on an open question that exists, and never over a later round', (wait) => {
    expect(wait.state.Arguments).toMatchObject({
      Key: of(wait).key,
      UpdateExpression: 'SET taskToken = :token, parkedRound = :round',
      ConditionExpression:
        'attribute_exists(pk) AND #status = :open AND (attribute_not_exists(parkedRound) OR parkedRound <= :round)',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':token': { S: '{% $states.context.Task.Token %}' },
        ':round': { N: '{% $string($round) %}' },
        ':open': { S: 'open' },
      },
    });
  });

  test.each(waits)('$name catches a time-out and a settled question, and retries neither', ({ state }) => {
    expect(state.Catch?.flatMap(({ ErrorEquals }) => ErrorEquals).sort()).toEqual([
      'DynamoDb.ConditionalCheckFailedException',
      'States.Timeout',
    ]);
    const retried = state.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    expect(retried).toContain('DynamoDb.TransactionConflictException');
    for (const caught of [
      'States.Timeout',
      'States.ALL',
      'States.TaskFailed',
      'DynamoDb.ConditionalCheckFailedException',
    ]) {
      expect(retried).not.toContain(caught);
    }
  });

  test.each(waits)('$name looks into the table after an answer and after a settled question', (wait) => {
    const { Next, Catch } = wait.state;
    const settled = Catch?.find(({ ErrorEquals }) => ErrorEquals.includes('DynamoDb.ConditionalCheckFailedException'));
    expect([Next, settled?.Next]).toEqual([of(wait).next, of(wait).next]);
  });

  test.each([
    ['policy.json', machines],
    ['policy.demo.json', demoMachines],
  ])('how long each lasts is what %s says', (file, synthesized) => {
    const { hold, address, consent, review, rewards, rehire } = parsePolicy(JSON.parse(readFileSync(file, 'utf8')));
    const seconds = waits.map(({ machine, name }) => [name, synthesized[machine]?.States[name]?.TimeoutSeconds]);
    expect(Object.fromEntries(seconds)).toEqual({
      'Await word from HR': secondsOf(hold.remindEvery),
      'Await an address': secondsOf(address.remindEvery),
      'Await the confirmation': secondsOf(address.remindEvery),
      'Await consent': secondsOf(consent.remindEvery),
      'Await the last day': secondsOf('P330D'),
      'Await the review': secondsOf(review.remindEvery),
      'Await approval': secondsOf(rewards.approval.remindEvery),
      'Await confirmation': secondsOf(rewards.payout.remindEvery),
      'Await HR’s word': secondsOf(rehire.override.remindEvery),
      'Await the decision': secondsOf(rehire.decision.remindEvery),
      // Not of the policy's time: the sweep wakes it on each of its dates.
      'Await what comes next': secondsOf('P30D'),
    });
  });
});
