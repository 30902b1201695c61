import { describe, expect, it } from 'vitest';
import { failureQueues } from '../../cli/queues.ts';
import { adapterSettings, chooseTarget, output, startFor, targetInWords } from '../../cli/target.ts';
import { sentenceFor, Trouble } from '../../cli/trouble.ts';
import type { LocalSettings } from '../../infra/local/settings.ts';

const running: LocalSettings = {
  pid: 1,
  aws: {
    endpoint: 'https://localhost:4566',
    certificate: '/c.crt',
    region: 'ap-northeast-1',
    accessKeyId: 'test',
    secretAccessKey: 'test',
  },
  portal: 'http://localhost:8080',
  hris: { url: 'http://localhost:8080/hris/standard', secret: 'whsec_x' },
  inbox: 'http://localhost:1080',
  payroll: 'http://localhost:8090',
  returns: 'http://localhost:8091',
  table: 't',
  bus: 'b',
  apiId: 'a',
  queues: {},
  stateMachines: {},
  functions: {},
};

describe('the target', () => {
  it('is the local stack while it runs, and says so', () => {
    const target = chooseTarget(['timeline', 'E1'], running);
    expect(targetInWords(target, {})).toBe('On the local stack (http://localhost:8080).');
    expect(startFor(target)).toMatchObject({
      nodeOptions: ['--conditions=demo'],
      env: { AWS_ENDPOINT_URL: 'https://localhost:4566', NODE_EXTRA_CA_CERTS: '/c.crt', AWS_PROFILE: '' },
    });
  });

  it('is nothing where no local stack runs and AWS is not asked for', () => {
    expect(targetInWords(chooseTarget(['timeline', 'E1'], undefined), { AWS_REGION: 'ap-northeast-1' })).toBe('');
  });

  it.each([running, undefined])('is AWS where that is asked for, with its own credentials and policy', (local) => {
    const target = chooseTarget(['timeline', 'E1', '--aws'], local);
    expect(targetInWords(target, { AWS_REGION: 'ap-northeast-1', AWS_PROFILE: 'hr' })).toBe(
      'On AWS (ap-northeast-1, profile hr).',
    );
    expect(startFor(target)).toEqual({ nodeOptions: [], env: {} });
  });

  it('finds things by the outputs of the stack', () => {
    const outputs = { TableName: 't', IdentitySecret: 'i', LinkSecret: 'l', PortalUrl: 'https://p' };
    expect(adapterSettings(outputs)).toEqual({ TABLE_NAME: 't', IDENTITY_SECRET: 'i', LINK_SECRET: 'l' });
    expect(() => output(outputs, 'StateMachineSweep')).toThrow('no output "StateMachineSweep"');
  });

  it('has failure queues, with a source to go back to where it is not the stream', () => {
    expect(
      failureQueues({
        QueueIntake: 'in',
        QueueIntakeFailed: 'in-failed',
        QueueRelayFailed: 'relay-failed',
        QueueSeatsFailed: 'seats-failed',
        TableName: 't',
      }),
    ).toEqual([
      { name: 'Intake', failed: 'in-failed', source: 'in' },
      { name: 'Relay', failed: 'relay-failed' },
      { name: 'Seats', failed: 'seats-failed' },
    ]);
  });
});

const named = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('an error', () => {
  it.each([
    [new Trouble('Do this.'), 'Do this.'],
    [named('CredentialsProviderError'), 'sign in'],
    [named('ExpiredTokenException'), 'sign in'],
    [new Error('Region is missing'), 'AWS_REGION'],
    [Object.assign(new Error(''), { code: 'ECONNREFUSED' }), 'does not answer'],
    [named('AccessDeniedException', 'no dynamodb:Query'), 'no dynamodb:Query'],
  ])('that can be expected is one sentence: %s', (error, sentence) => {
    expect(sentenceFor(error)).toContain(sentence);
  });

  it('that nobody foresaw is shown whole', () => {
    expect(sentenceFor(new TypeError('x is not a function'))).toBeUndefined();
  });
});
