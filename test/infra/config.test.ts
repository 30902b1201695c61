import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { readConfig } from '../../infra/config.ts';

const withPayoutUrl = (payoutUrl?: string) =>
  readConfig(new App({ context: payoutUrl ? { payoutUrl } : {} })).payoutUrl;

test('without a payout system there is no address of one', () => {
  expect(withPayoutUrl()).toBeUndefined();
});

test.each(['https://payroll.example.com/payouts', 'http://localhost:8090'])('%s may be told of payouts', (url) => {
  expect(withPayoutUrl(url)).toBe(url);
});

test.each([
  'http://payroll.example.com',
  'http://localhost.example.com',
  'https://user:secret@payroll.example.com',
  'ftp://localhost',
  'payroll',
])('%s may not', (url) => {
  expect(() => withPayoutUrl(url)).toThrow('payoutUrl must be an address that begins with https://');
});
