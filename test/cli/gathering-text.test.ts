import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { costCommand } from '../../cli/commands/gathering-cost.ts';
import { previewCommand, publishCommand } from '../../cli/commands/gathering-file.ts';
import { cancelledText, cancelQuestion, costText, planReviewedText } from '../../cli/gathering/decision-text.ts';
import { gatheringsText, listedGathering } from '../../cli/gathering/list-text.ts';
import { planPreviewText, planSubmissionText } from '../../cli/gathering/text.ts';
import { numberOf } from '../../cli/number.ts';
import { shareableText } from '../../cli/submission/text.ts';
import { needsTarget } from '../../cli/without-target.ts';
import type { Finding } from '../../functions/domain/edition-content.ts';
import type { Gathering } from '../../functions/domain/gathering.ts';
import { announced, dinner } from '../domain/held-gathering.ts';
import { policy } from '../domain/samples.ts';

const plan = dinner();
const flag: Finding = { language: 'en', line: 12, severity: 'flag', rule: 'word', found: 'forecast' };
const leak: Finding = { language: 'ja', line: 9, severity: 'refuse', rule: 'word', found: '社外秘' };
const reviewBy = '2027-01-20';

describe('a plan that is submitted', () => {
  const say = (submission: Parameters<typeof planSubmissionText>[0]) => planSubmissionText(submission, plan, policy);
  const first = { number: 3, submission: 1, reviewBy };

  it('waits for the reviewer, who is shown what the scan found', () => {
    expect(say({ outcome: 'submitted', findings: [flag], gathering: first })).toMatch(
      /^Gathering 3 waits for the review by pr-review@hikari\.example\.com, until 20 January 2027\.\nThe reviewer is shown what the scan found:\n {2}to look at: English, line 12: .*forecast”$/,
    );
  });

  it('leaves the plan before it in force', () => {
    expect(say({ outcome: 'submitted', findings: [], gathering: { ...first, submission: 2 } })).toBe(
      'The changed plan of gathering 3 waits for the review by pr-review@hikari.example.com, until 20 January 2027. Until it is approved, the plan before it stays in force.',
    );
  });

  it('again says how it stands', () => {
    expect(say({ outcome: 'already so', findings: [], gathering: first })).toMatch(
      /^The same file .*: gathering 3 waits/,
    );
    expect(say({ outcome: 'already so', findings: [], gathering: { number: 3, submission: 2 } })).toBe(
      'The same file was submitted before: the changed plan of gathering 3 is approved.',
    );
  });

  it('is not stored where it leaks, or is of a class that must not go out', () => {
    expect(say({ outcome: 'leak', findings: [leak] })).toMatch(
      /^The plan says what must not leave\. Nothing was stored\.\n {2}refused: Japanese, line 9: .*社外秘/,
    );
    const internal = { ...plan, classification: 'internal' };
    expect(planSubmissionText({ outcome: 'not shareable', findings: [] }, internal, policy)).toBe(
      'A plan of the class "internal" must not go out: only public, alumni may. Nothing was stored.',
    );
    const none = { ...policy, disclosure: { ...policy.disclosure, classes: {} } };
    expect(shareableText('A plan', plan.classification, none)).toContain('no class may');
  });
});

describe('a preview', () => {
  const letters = [{ language: 'en', letter: { subject: 'Spring', html: '<p>Hello</p>', text: 'Hello\n' } }] as const;

  it('shows the mail, what else the plan says, how many it reaches, and the findings', () => {
    const text = planPreviewText({ outcome: 'leak', findings: [leak], letters, invited: 1250 }, plan, policy);
    expect(text).toMatch(/^\[en\] Spring\n─+\nHello\n─+\n\n/);
    expect(text).toContain('1,250 people');
    expect(text).toContain('JPY 80,000');
    expect(text).toMatch(
      /nothing was stored\.\nBy policy 2026-11 it would be refused:\n {2}refused: Japanese, line 9: [^\n]*$/,
    );
    expect(planPreviewText({ outcome: 'submitted', findings: [], letters, invited: 1 }, plan, policy)).toMatch(
      /By policy 2026-11 the scan found nothing\.$/,
    );
  });

  it('reads who would be invited, so it acts on the local stack or AWS', () => {
    expect([previewCommand(), publishCommand(), new Command()].map(needsTarget)).toEqual([true, true, true]);
  });
});

describe('the list', () => {
  const refused: Gathering = {
    ...announced({ status: 'refused', taskToken: 'TOKEN' }),
    plan: undefined,
    decided: {
      submission: 1,
      change: false,
      titles: { ja: '夏の交流会' },
      outcome: 'refused',
      at: '2027-01-12T03:00:00Z',
      by: 'cli',
      note: 'too\nearly',
      told: true,
    },
  };
  const changing = announced({
    submissions: 2,
    draft: { plan, digest: 'd', submittedOn: '2027-02-01', asked: [] },
  });

  it('says how each stands', () => {
    expect(gatheringsText([changing, refused], policy.company.timeZone)).toBe(
      [
        '3  announced, class alumni',
        '   ja: 春の交流会',
        '   en: Spring dinner',
        '   12 March 2027, 18:30 to 20:30 (Japan time); answers until 5 March 2027',
        '   approved 2027-01-12 12:00:00 by the link to the reviewer',
        '   a changed plan, submitted on 2027-02-01, waits for its reviewer',
        '3  refused',
        '   ja: 夏の交流会',
        '   refused 2027-01-12 12:00:00 by command: too early',
      ].join('\n'),
    );
    expect(gatheringsText([], policy.company.timeZone)).toContain('no gathering yet');
  });

  it('is for machines without text or keys', () => {
    expect(JSON.stringify([changing, refused].map(listedGathering))).not.toMatch(/TOKEN|blocks|digest|hikari/);
    expect(listedGathering(changing)).toMatchObject({ number: 3, capacity: 12, submittedOn: '2027-02-01' });
  });

  it('names gatherings by a number', () => {
    const gatheringNumber = numberOf('gathering');
    expect(gatheringNumber('3')).toBe(3);
    for (const text of ['0', '-1', 'x', '3.5', ''])
      expect(() => gatheringNumber(text)).toThrow('number of a gathering');
  });
});

describe('a cancellation', () => {
  const concerned = { invited: 120, attending: 38, heads: 45, waiting: 4 };

  it('asks first, and names whom it concerns', () => {
    expect(cancelQuestion(announced(), concerned)).toBe(
      'This cancels gathering 3, “Spring dinner”, for good: 120 people were invited, 38 of them attend (45 heads with their guests), and 4 wait for a place. Who was invited is told. Go on? (y/N) ',
    );
    expect(cancelQuestion(announced(), { invited: 1, attending: 1, heads: 1, waiting: 0 })).toContain(
      '1 person was invited, 1 of them attends. Who was invited is told.',
    );
    expect(cancelQuestion(announced(), { ...concerned, invited: 0 })).toContain('nobody has been invited yet');
    const draft = { plan, digest: 'd', submittedOn: '2027-02-01', asked: [] };
    expect(cancelQuestion({ ...announced({ draft }), plan: undefined }, concerned)).toBe(
      'This takes back gathering 3, “Spring dinner”: it is not approved yet, and nobody has heard of it. Go on? (y/N) ',
    );
  });

  it('says who hears of it', () => {
    expect(cancelledText(3, 'cancelled', 120)).toBe('Gathering 3 is cancelled: 120 people were invited, and are told.');
    expect(cancelledText(3, 'cancelled', 0)).toContain('nobody had been invited');
    expect(cancelledText(3, 'already so', 9)).toBe('Gathering 3 is called off already.');
  });
});

describe('a review', () => {
  it('of a changed plan says what stays', () => {
    const change = { isChange: true, decided: 'refused' };
    expect(planReviewedText(3, 'refused', change)).toContain('the one before it stays in force');
    expect(planReviewedText(3, 'approved', change)).toContain('is told what changed');
    expect(planReviewedText(3, 'approved', { ...change, isChange: false })).toContain('whoever it is for is invited');
    expect(planReviewedText(3, 'already so', change)).toBe('That plan of gathering 3 is refused already.');
  });
});

describe('a cost', () => {
  it('is booked later, or corrected at once', () => {
    const entry = {
      id: 'gathering-3-cost-2',
      on: '2027-04-02',
      kind: 'gathering cost' as const,
      amount: -12_000,
      currency: 'JPY',
      about: { gathering: 3 },
    };
    expect(costText(3, { cost: 92_000, isBooked: false }, 'JPY')).toContain('JPY 92,000; it is booked when');
    expect(costText(3, { cost: 92_000, isBooked: true, entry }, 'JPY')).toBe(
      'The cost of gathering 3 is JPY 92,000. Booked JPY 12,000 more, as gathering-3-cost-2, on 2 April 2027.',
    );
    const less = { ...entry, amount: 12_000 };
    expect(costText(3, { cost: 92_000, isBooked: true, entry: less }, 'JPY')).toContain('Booked JPY 12,000 less, as');
    const whole = { ...entry, amount: -92_000 };
    expect(costText(3, { cost: 92_000, isBooked: true, entry: whole }, 'JPY')).toContain('Booked JPY 92,000, as');
    expect(costText(3, { cost: 92_000, isBooked: true }, 'JPY')).toContain('as the ledger has it');
  });

  it('is an amount of the currency', async () => {
    const command = costCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    for (const text of ['84,000', '84000.5', 'a lot'])
      await expect(command.parseAsync(['3', text], { from: 'user' })).rejects.toThrow('amount in JPY');
  });
});
