import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { previewCommand, submitCommand } from '../../cli/commands/edition-file.ts';
import { editionsText, listed, previewText, submissionText, toldText } from '../../cli/edition/text.ts';
import { numberOf } from '../../cli/number.ts';
import { problemsText, shareableText } from '../../cli/submission/text.ts';
import { needsTarget } from '../../cli/without-target.ts';
import type { Edition } from '../../functions/domain/edition.ts';
import type { EditionContent, Finding } from '../../functions/domain/edition-content.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import json from '../../policy.json' with { type: 'json' };

const policy = parsePolicy(json);
const zone = policy.company.timeZone;
const content: EditionContent = {
  classification: 'alumni',
  audience: {},
  variants: { ja: { title: '冬の便り', titleLine: 5, blocks: [] }, en: { title: 'Winter', titleLine: 6, blocks: [] } },
};
const flag: Finding = { language: 'en', line: 12, severity: 'flag', rule: 'word', found: 'forecast' };
const leak: Finding = { language: 'ja', line: 9, severity: 'refuse', rule: 'word', found: '社外秘' };
const edition = { number: 3, status: 'in review', reviewBy: '2026-12-05' } as const;

describe('a file that cannot be read', () => {
  it('has one problem a line', () => {
    const problems = [
      { line: 2, what: 'The classification is wrong.' },
      { line: 12, what: 'Images are not supported; remove it.' },
    ];
    expect(problemsText(problems)).toBe(
      'line 2: The classification is wrong.\nline 12: Images are not supported; remove it.',
    );
  });
});

describe('a submission', () => {
  const say = (submission: Parameters<typeof submissionText>[0]) => submissionText(submission, content, policy);

  it('waits for the reviewer', () => {
    expect(say({ outcome: 'submitted', findings: [], edition })).toBe(
      'Edition 3 waits for the review by pr-review@hikari.example.com, until 5 December 2026.',
    );
  });

  it('lists what the reviewer is shown', () => {
    expect(say({ outcome: 'submitted', findings: [flag], edition })).toMatch(
      /until 5 December 2026\.\nThe reviewer is shown what the scan found:\n {2}to look at: English, line 12: .*forecast”$/,
    );
  });

  it('that was made before says which edition it is, and how that stands', () => {
    expect(say({ outcome: 'already so', findings: [], edition })).toMatch(/^The same file .*: edition 3 waits for /);
    expect(say({ outcome: 'already so', findings: [], edition: { ...edition, status: 'approved' } })).toBe(
      'The same file was submitted before: edition 3 is approved.',
    );
  });

  it('that leaks is not stored, and every finding is named with its line', () => {
    expect(say({ outcome: 'leak', findings: [leak, flag] })).toMatch(
      /Nothing was stored\.\n {2}refused: Japanese, line 9: .*社外秘.*\n {2}to look at: English, line 12: /,
    );
  });

  it('of a class that must not go out names those that may', () => {
    const text = submissionText(
      { outcome: 'not shareable', findings: [] },
      { ...content, classification: 'internal' },
      policy,
    );
    expect(text).toBe(
      'An edition of the class "internal" must not go out: only public, alumni may. Nothing was stored.',
    );
    const none = { ...policy, disclosure: { ...policy.disclosure, classes: {} } };
    expect(shareableText('An edition', 'internal', none)).toContain('no class may');
  });
});

describe('a preview', () => {
  const letter = { subject: 'News', html: '<p>Hello</p>', text: 'Hello\n' };
  const letters = [{ language: 'en', letter }] as const;

  it('shows the mail, whom it is for, and the findings below', () => {
    const text = previewText({ outcome: 'leak', findings: [leak], letters }, content, policy);
    expect(text).toMatch(/^\[en\] News\n─+\nHello\n─+\n\nGoes to everybody who chose alumni news\./);
    expect(text).toMatch(/By policy 2026-11 it would be refused:\n {2}refused: Japanese, line 9: [^\n]*$/);
  });

  it('says that nothing was found, or that the class must not go out', () => {
    expect(previewText({ outcome: 'submitted', findings: [], letters }, content, policy)).toMatch(
      /By policy 2026-11 the scan found nothing\.$/,
    );
    expect(previewText({ outcome: 'not shareable', findings: [], letters }, content, policy)).toMatch(
      /must not go out: only public, alumni may\.$/,
    );
  });

  it('needs neither the local stack nor AWS, which a submission does', () => {
    expect([previewCommand(), submitCommand(), new Command()].map(needsTarget)).toEqual([false, true, true]);
  });
});

const stored: Edition = {
  number: 3,
  version: 2,
  status: 'refused',
  content,
  digest: 'd',
  submittedAt: '2026-11-22T03:00:00Z',
  policyVersion: '2026-11',
  decidedAt: '2026-11-23T03:00:00Z',
  decidedBy: 'link',
  note: 'too early',
  taskToken: 'TOKEN',
};

describe('the editions', () => {
  it('are listed with how each stands', () => {
    expect(editionsText([listed(stored)], zone)).toBe(
      [
        '3  refused, alumni',
        '   ja: 冬の便り',
        '   en: Winter',
        '   submitted 2026-11-22 12:00:00',
        '   decided 2026-11-23 12:00:00 by the link to the reviewer: too early',
      ].join('\n'),
    );
    expect(editionsText([], zone)).toContain('no edition yet');
  });

  it('are listed for machines without text or keys', () => {
    expect(JSON.stringify(listed(stored))).not.toMatch(/TOKEN|blocks|digest/);
  });

  it('are named by a number', () => {
    const editionNumber = numberOf('edition');
    expect(editionNumber('3')).toBe(3);
    for (const text of ['0', '-1', 'x', '3.5', '1e3', ''])
      expect(() => editionNumber(text)).toThrow('number of an edition');
  });
});

describe('the record of a disclosure', () => {
  it('says to whom, when, under which class, and what became of the mail', () => {
    const told = { person: 'p1', at: '2027-01-05T00:00:00Z', classification: 'alumni', status: 'delivered' } as const;
    expect(toldText(3, [{ ...told, employeeId: 'E1' }, told], zone)).toBe(
      [
        'Edition 3 is in 2 mails:',
        '  2027-01-05 09:00:00  E1  alumni  delivered',
        '  2027-01-05 09:00:00  p1 (erased)  alumni  delivered',
      ].join('\n'),
    );
    expect(toldText(3, [], zone)).toBe('Edition 3 has been told to nobody.');
  });
});
