import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../infra/config.ts';

describe.each(['payoutUrl', 'hrisUrl'] as const)('%s', (name) => {
  const given = (url?: string) => readConfig(new App({ context: url ? { [name]: url } : {} }))[name];

  test('without a system there is no address of one', () => {
    expect(given()).toBeUndefined();
  });

  test.each(['https://people.example.com/okaeri', 'http://localhost:8090'])('%s may be told', (url) => {
    expect(given(url)).toBe(url);
  });

  test.each([
    'http://people.example.com',
    'http://localhost.example.com',
    'https://user:secret@people.example.com',
    'ftp://localhost',
    'people',
  ])('%s may not', (url) => {
    expect(() => given(url)).toThrow(`${name} must be an address that begins with https://`);
  });
});

test('each has an address of its own', () => {
  const context = { payoutUrl: 'https://payroll.example.com', hrisUrl: 'https://people.example.com' };
  expect(readConfig(new App({ context }))).toMatchObject(context);
});
