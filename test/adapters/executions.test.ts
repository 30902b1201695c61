import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, inject, it } from 'vitest';
import { resumeExecution, startOffboarding } from '../../functions/adapters/executions.ts';
import { programme } from '../../infra/local/play/programme.ts';
import { someId } from './people-samples.ts';

const states = new SFNClient({});
const arnOf = (name: string) =>
  `${process.env['OFFBOARDING_MACHINE']?.replace(':stateMachine:', ':execution:')}:${name}`;

describe('execution name = id + generation, input ids only and identical byte for byte', () => {
  it('a repeat is harmless, while it runs and after it has ended', async () => {
    const person = someId();
    const ref = { stint: 1, generation: 1 };
    expect(await startOffboarding(person, ref)).toBe('started');
    // Whatever else the consequence holds, name and input are the same.
    expect(await startOffboarding(person, { ...ref, kind: 'start' } as typeof ref)).toMatch(/^started/);
    expect(await (await programme(inject('settings'))).outcomeOf(person)).toBe('Erased');
    expect(await startOffboarding(person, ref)).toBe('started before');
    const { input } = await states.send(new DescribeExecutionCommand({ executionArn: arnOf(`${person}-1-1`) }));
    expect(input).toBe(`{"person":"${person}","stint":1,"generation":1}`);
  });

  it('another input under the same name is refused, as on AWS', async () => {
    const person = someId();
    await startOffboarding(person, { stint: 1, generation: 1 });
    const stateMachineArn = process.env['OFFBOARDING_MACHINE'];
    const other = new StartExecutionCommand({ stateMachineArn, name: `${person}-1-1`, input: '{"person":"other"}' });
    await expect(states.send(other)).rejects.toThrow(/ExecutionAlreadyExists|already exists/i);
  });
});

describe('relay: no such token any more → done', () => {
  it.each(['a stale token', Buffer.from('forged').toString('base64')])('%s', async (token) => {
    expect(await resumeExecution(token)).toBe('gone on');
  });
});
