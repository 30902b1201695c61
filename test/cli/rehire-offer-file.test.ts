import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseOfferFile } from '../../cli/rehire/offer-file.ts';
import { faultsOfOffer } from '../../functions/domain/offer.ts';
import { allowedKinds } from '../../functions/domain/return-conditions.ts';
import { policy } from '../domain/samples.ts';

const today = '2027-01-15';
const sample = (kind: string) =>
  readFileSync(new URL(`../../docs/samples/offer-${kind}.yaml`, import.meta.url), 'utf8');
const freelance = sample('freelance');

function problemsOf(text: string, on = today): [line: number, what: string][] {
  const read = parseOfferFile(text, policy, on);
  return read.ok ? [] : read.problems.map(({ line, what }) => [line, what]);
}

const lineOf = (start: string, text = freelance) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;

/** The sample with one line in the place of another; none without a second one. */
function changed(start: string, line?: string, text = freelance): string {
  const lines = text.split('\n');
  const at = lineOf(start, text) - 1;
  if (at < 0) throw new Error(`the sample has no ${start}`);
  return lines.toSpliced(at, 1, ...(line === undefined ? [] : [line])).join('\n');
}

describe('a sample of an offer', () => {
  test.each(['freelance', 'permanent', 'fixed-term'])('%s says all that the law asks for', (kind) => {
    const read = parseOfferFile(sample(kind), policy, today);
    expect(read).toMatchObject({ ok: true, offer: { kind, startsOn: '2027-04-01' } });
    if (read.ok) expect(faultsOfOffer(read.offer, today, allowedKinds(policy))).toEqual([]);
  });

  test('its lines stay lines', () => {
    const read = parseOfferFile(sample('permanent'), policy, today);
    expect(read.ok && read.offer.terms.hours).toBe(
      'フレックスタイム制。1日の標準は8時間、コアタイムは11時から15時まで。\n休憩は60分。時間外の労働をお願いすることがあります。',
    );
  });
});

describe('an offer is refused, by line, for', () => {
  test.each([
    ['kind:', 'kind: intern', 'The kind must be one of permanent,'],
    ['startsOn:', 'startsOn: soon', 'startsOn must be a date'],
    ['startsOn:', 'startsOn: 2027-01-15', 'startsOn: the first day is tomorrow at the earliest'],
    ['until:', 'until: 2027-03-31', 'until: the last day is before the first day'],
    ['manager:', 'manager: someone@elsewhere.example', 'The manager must be an address of the staff'],
    ['isInspected:', 'isInspected: often', 'isInspected must be true or false'],
    ['isInspected:', 'isPaid: true', 'The offer has no place for "isPaid"'],
    ['daysToPay:', 'daysToPay: soon', 'daysToPay must be a whole number of days'],
    ['daysToPay:', 'daysToPay: 61', 'daysToPay: it must be paid within 60 days'],
    ['  task:', '  task: [a, b]', '“task” must be text'],
    ['  task:', '  task:', 'terms: “task” (Task) is missing. Say'],
    ['  task:', '  wages: 1', 'The list of terms has no place for "wages"'],
    ['  task:', '  task: a\u200Bb', 'U+200B cannot be seen'],
  ])('%s → %s', (start, line, what) => {
    expect(problemsOf(changed(start, line))).toContainEqual([lineOf(start), expect.stringContaining(what)]);
  });

  test('a term that belongs to another kind of contract', () => {
    const text = changed('  task:', '  task: Advice\n  wage: 1');
    expect(problemsOf(text)).toEqual([[lineOf('  task:') + 1, expect.stringContaining('has no place in this offer')]]);
  });

  test('what is missing, where it belongs, with what it is to say', () => {
    expect(problemsOf(changed('  payment day:'))).toEqual([
      [lineOf('terms:'), expect.stringMatching(/^terms: “payment day” \(Day of payment\) is missing\. Say .+\.$/)],
    ]);
    expect(problemsOf(changed('daysToPay:'))).toEqual([[lineOf('kind:'), expect.stringMatching(/^daysToPay: /)]]);
    expect(problemsOf(changed('until:', undefined, sample('fixed-term')))).toEqual([
      [2, expect.stringMatching(/^until: a fixed-term/)],
    ]);
  });

  test.each(['', 'offer', 'kind: [', 'a: 1\na: 2', '- 1'])('%j', (text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });

  test('every mistake at once', () => {
    expect(problemsOf('kind: x\nterms: y').map(([line]) => line)).toEqual([1, 1, 1, 2]);
  });
});
