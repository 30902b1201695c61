import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, inject, it } from 'vitest';
import { executionOf, resumeExecution, startExecution } from '../../functions/adapters/executions.ts';
import { programme } from '../../infra/local/play/programme.ts';
import { someId } from './people-samples.ts';

describe('execution name = id + generation, input ids only and identical byte for byte', () => {
  it('is the same for a repeat, and another for the next generation', () => {
    const person = someId();
    expect(executionOf(person, { stint: 1, generation: 2 })).toEqual({
      name: `${person}-1-2`,
      input: `{"person":"${person}","stint":1,"generation":2}`,
    });
    const withMore = { generation: 2, stint: 1, machine: 'offboarding', kind: 'start' };
    expect(executionOf(person, withMore)).toEqual(executionOf(person, { stint: 1, generation: 2 }));
  });

  it('a repeat is harmless, while it runs and after it has ended', async () => {
    const person = someId();
    const execution = executionOf(person, { stint: 1, generation: 1 });
    expect(await startExecution(execution)).toMatch(/^started/);
    expect(await startExecution(execution)).toMatch(/^started/);
    expect(await (await programme(inject('settings'))).outcomeOf(person)).toBe('Erased');
    expect(await startExecution(execution)).toBe('started before');
  });

  it('another input under the same name is refused, as on AWS', async () => {
    const execution = executionOf(someId(), { stint: 1, generation: 1 });
    await startExecution(execution);
    const states = new SFNClient({});
    const stateMachineArn = process.env['OFFBOARDING_MACHINE'];
    const other = new StartExecutionCommand({ stateMachineArn, name: execution.name, input: '{"person":"other"}' });
    await expect(states.send(other)).rejects.toThrow(/ExecutionAlreadyExists|already exists/i);
  });
});

describe('relay: no such token any more → done', () => {
  it.each(['a stale token', Buffer.from('forged').toString('base64')])('%s', async (token) => {
    expect(await resumeExecution(token)).toBe('gone on');
  });
});
