import { describe, expect, it } from 'vitest';
import { endInWords } from '../../cli/commands/sweep.ts';
import { heldText, settledText } from '../../cli/held-text.ts';
import { breakerText } from '../../cli/outreach-text.ts';
import { closedBreaker } from '../../functions/domain/breaker.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import json from '../../policy.json' with { type: 'json' };

const policy = parsePolicy(json);
const zone = policy.company.timeZone;

describe('outreach', () => {
  it('is not stopped while the breaker is closed', () => {
    expect(breakerText(closedBreaker, policy)).toBe('Outreach is not stopped.');
  });

  it('that was stopped says why, since when and by which counts', () => {
    const counts = { sent: 600, bounced: 15, complained: 0 };
    expect(breakerText({ round: 1, open: { at: '2026-12-01T01:00:00Z', because: 'bounces', counts } }, policy)).toBe(
      [
        'Outreach is stopped since 2026-12-01 10:00:00: too many mails came back.',
        '  600 mails sent from 2026-09-02 on',
        '  15 came back (2.5 %; the policy allows 2 %)',
        '  0 reported as spam (0 %; the policy allows 0.05 %)',
        'Once it is clear why, "outreach resume" lets it go on.',
      ].join('\n'),
    );
  });
});

describe('a sweep', () => {
  it.each([
    ['Swept', 'Swept 2027-01-05.'],
    ['Stopped by the breaker', 'Outreach was stopped by the breaker; see "outreach status".'],
    ['Quota used up', 'SES’s daily quota is used up; the rest is due tomorrow.'],
    [undefined, 'Swept 2027-01-05.'],
  ])('that ended in %s says so', (end, words) => {
    expect(endInWords(end, '2027-01-05')).toBe(words);
  });
});

describe('mails in doubt', () => {
  const since = '2026-11-22T03:00:00Z';

  it('are listed with whom each was about', () => {
    const text = heldText(
      [
        { since, purpose: 'outreach', dispatch: 'outreach_2026-11-22', person: 'p1', employeeId: 'E1' },
        { since, purpose: 'welcome', dispatch: 'welcome_1', person: 'p2' },
        { since, purpose: 'review-request', dispatch: 'review-request_3-r0', person: 'programme' },
      ],
      zone,
    );
    expect(text).toMatch(/^3 mails in doubt\./);
    expect(text.split('\n').slice(1)).toEqual([
      '  2026-11-22 12:00:00  outreach to E1 (outreach_2026-11-22)',
      '  2026-11-22 12:00:00  welcome to p2 (welcome_1)',
      '  2026-11-22 12:00:00  review-request about the programme (review-request_3-r0)',
    ]);
    expect(heldText([], zone)).toBe('No mail is in doubt.');
  });

  it('are settled by a word, and none but outreach is sent again for it', () => {
    expect(settledText('E1', 'outreach_2026-11-22', true)).toContain('settled as sent');
    expect(settledText('E1', 'outreach_2026-11-22', false)).toBe(
      'The mail outreach_2026-11-22 is settled as not sent. E1 is due again from tomorrow on, and its edition counts as not told.',
    );
    expect(settledText('E1', 'welcome_1', false)).toMatch(/not sent again by itself: "timeline E1"/);
    expect(settledText('programme', 'review-request_3-r0', false)).toContain('a reminder comes');
  });
});
