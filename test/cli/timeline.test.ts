import { describe, expect, it } from 'vitest';
import { timelineOfContributions } from '../../cli/contribution/timeline-lines.ts';
import { timelineOf, timelineText } from '../../cli/timeline.ts';
import type { Entry, PersonFile } from '../../functions/domain/decision.ts';
import type { Stint } from '../../functions/domain/person.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { paid } from '../domain/contribution-samples.ts';
import json from '../../policy.json' with { type: 'json' };

const policy = parsePolicy(json);
const zone = policy.company.timeZone;
const base = {
  number: 1,
  generation: 1,
  revision: 1,
  hireDate: '2019-04-01',
  lastDay: '2026-11-20',
  report: { order: 1, digest: 'd', at: '2026-11-20T00:00:00Z' },
};
const asking: Stint = { ...base, status: 'asking', facts: { contract: 'permanent', reason: 'career', country: 'JP' } };

function fileOf(stints: Stint[], more: Partial<PersonFile> = {}): PersonFile {
  return {
    person: { id: 'p1', version: 3, stints, consents: [], bounced: false, stopped: false },
    questions: [],
    ...more,
  };
}

const entry = (at: string, what: string, more: Partial<Entry> = {}): Entry => ({
  at,
  what,
  stint: 1,
  by: 'rule',
  policyVersion: '2026-11',
  ...more,
});
const mail = {
  id: 'consent-request_1',
  purpose: 'consent-request',
  at: '2026-11-22T03:00:02.000Z',
  address: 'hash',
  status: 'delivered',
} as const;

describe('a timeline', () => {
  const question = {
    id: '1-1-1-consent',
    kind: 'consent',
    stint: 1,
    generation: 1,
    askedAt: '2026-11-22T03:00:02.000Z',
    reminders: 1,
    status: 'open',
  } as const;
  const timeline = timelineOf(
    fileOf([asking], {
      questions: [
        { ...question, taskToken: 'TOKEN' },
        { ...question, id: '1-1-0-consent', status: 'closed' },
      ],
      profile: { employeeId: 'E1', name: 'Hanako', language: 'ja' },
    }),
    {
      entries: [
        entry('2026-11-22T03:00:02.000Z', 'asked: consent'),
        entry('2026-11-22T03:00:00.000Z', 'departure announced', { by: 'hris' }),
        entry('2026-11-22T03:00:01.500Z', 'eligible'),
      ],
      mails: [mail],
    },
    policy,
  );

  it('shows steps, decisions and mails in order, in local time, and what is waited for', () => {
    expect(timelineText('E1', timeline, zone)).toBe(
      [
        'E1',
        '  asking, 2019-04-01 to 2026-11-20',
        '',
        '2026-11-22 12:00:00  departure announced    HR system (policy 2026-11)',
        '2026-11-22 12:00:01  eligible               rules (policy 2026-11)',
        '2026-11-22 12:00:02  asked: consent         rules (policy 2026-11)',
        '2026-11-22 12:00:02  mail: consent-request  delivered',
        '',
        'waiting for: consent since 2026-11-22 12:00:02, reminded once, until 2026-12-06 12:00:02',
      ].join('\n'),
    );
  });

  it('is for machines too, without personal data or tokens', () => {
    expect(timeline).toMatchObject({
      person: 'p1',
      stints: [{ stint: 1, status: 'asking', lastDay: '2026-11-20' }],
      questions: [{ kind: 'consent', stint: 1, reminders: 1 }],
    });
    expect(timeline.timeline.map(({ what }) => what)).toEqual([
      'departure announced',
      'eligible',
      'asked: consent',
      'mail: consent-request',
    ]);
    expect(JSON.stringify(timeline)).not.toMatch(/Hanako|TOKEN|"hash"/);
  });
});

const text = (stints: Stint[], entries: Entry[] = []) =>
  timelineText('E1', timelineOf(fileOf(stints), { entries, mails: [] }, policy), zone);

describe('of somebody', () => {
  it('who is written to and asked for a pause, it names the edition and the end of the pause', () => {
    const enrolled: Stint = { ...asking, status: 'enrolled', enrolledAt: '2026-11-22T03:00:00Z' };
    const file = fileOf([enrolled]);
    const mails = [
      { ...mail, id: 'outreach_2027-01-05', purpose: 'outreach', status: 'delayed', edition: 3 } as const,
      { ...mail, id: 'outreach_2027-04-05', purpose: 'outreach' } as const,
    ];
    const timeline = timelineOf(
      {
        ...file,
        person: { ...file.person, consents: ['outreach'], nextOutreach: '2027-03-01', pausedUntil: '2027-06-01' },
      },
      { entries: [], mails },
      policy,
    );
    expect(timelineText('E1', timeline, zone)).toMatch(
      /next outreach on 2027-06-01\n {2}paused until 2027-06-01\n[^]*mail: outreach \(edition 3\) {2}came back for now\n.*mail: outreach {14}delivered/,
    );
    expect(timeline.timeline[0]).toMatchObject({ mail: 'outreach', edition: 3 });
  });

  it('whose address bounced, it says that nothing is sent, and promises no date', () => {
    const enrolled: Stint = { ...asking, status: 'enrolled', enrolledAt: '2026-11-22T03:00:00Z' };
    const { person, ...file } = fileOf([enrolled]);
    const bounced = { ...person, consents: ['outreach' as const], nextOutreach: '2027-03-01', bounced: true };
    const text = timelineText('E1', timelineOf({ ...file, person: bounced }, { entries: [], mails: [] }, policy), zone);
    expect(text).toContain('no programme mail: the address bounced');
    expect(text).not.toContain('next outreach');
  });

  it('not eligible, it names the rule', () => {
    const rule = 'least-tenure';
    const stint: Stint = {
      ...asking,
      status: 'not eligible',
      rule,
      policyVersion: '2026-11',
      endedAt: '2026-11-22T03:00:00Z',
    };
    expect(text([stint], [entry('2026-11-22T03:00:00Z', 'not eligible', { rule })])).toMatch(
      /not eligible \(rule least-tenure\)[^]*not eligible  rules, least-tenure \(policy 2026-11\)/,
    );
  });

  it('who refused, it says the outcome and until when that is remembered', () => {
    const stint: Stint = { ...base, status: 'declined', endedAt: '2026-11-22T03:00:00Z', until: '2031-11-22' };
    expect(text([stint])).toBe(
      'E1\n  declined; remembered until 2031-11-22, so that nobody asks again (worked here 2019-04-01 to 2026-11-20)',
    );
  });

  it('who worked here twice, it says which time', () => {
    const second: Stint = { ...asking, number: 2, hireDate: '2027-04-01', lastDay: '2029-03-31' };
    expect(text([asking, second], [entry('2026-11-22T03:00:00Z', 'eligible', { stint: 2 })])).toContain('[2] eligible');
  });

  it('who came back, it says when, and by which rehire', () => {
    const rehired: Stint = {
      ...asking,
      status: 'rehired',
      enrolledAt: '2026-11-22T03:00:00Z',
      rehiredOn: '2029-04-01',
      rehire: 7,
    };
    expect(text([rehired])).toBe('E1\n  rehired (on 2029-04-01, rehire 7), 2019-04-01 to 2026-11-20');
  });

  it('who contributed, it says what and what came of it, after what is known of that day by the minute', () => {
    const theirs = { ...paid('lead', 7), person: 'p1' };
    const { settledOn = '' } = theirs;
    const lines = timelineOfContributions('p1', [theirs, paid('lead', 8)], zone);
    const entries = [entry(`${settledOn}T04:00:00Z`, 'consent changed')];
    const timeline = timelineOf(fileOf([asking]), { entries, mails: [] }, policy, lines);
    expect(timelineText('E1', timeline, zone).split('\n').slice(3)).toEqual([
      '2027-02-01 12:00:00  contribution 7: lead sent in',
      `${settledOn} 13:00:00  consent changed               rules (policy 2026-11)`,
      `${settledOn}           contribution 7: qualified`,
      '2027-02-03           contribution 7: reward paid',
    ]);
  });
});
