import { expect, test } from 'vitest';
import { playScenarios } from '../../infra/local/demo/play.ts';
import type { Scenario } from '../../infra/local/demo/scenario.ts';
import { localSettings } from '../../infra/local/settings.ts';

const settings = localSettings.parse({
  pid: 1,
  aws: { endpoint: 'https://localhost:4566', region: 'ap-northeast-1', accessKeyId: 'test', secretAccessKey: 'test' },
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
});
const good: Scenario = { name: 'good', play: async () => 'enrolled' };
const bad: Scenario = { name: 'bad', play: () => Promise.reject(new Error('no mail came')) };

test('each scenario is reported in a line of its own, and one failure is enough to fail', async () => {
  const lines: string[] = [];
  expect(await playScenarios(settings, (line) => lines.push(line), { sideBySide: [bad], inOrder: [good] })).toBe(false);
  expect(lines.toSorted()).toEqual(['✓ good: enrolled', '✗ bad: no mail came'].toSorted());
  expect(await playScenarios(settings, () => {}, { sideBySide: [good], inOrder: [] })).toBe(true);
});
