import { describe, expect, it } from 'vitest';
import { erasureInWords, whatGoes } from '../../cli/erasure-text.ts';
import { exportOf, exportText } from '../../cli/export-text.ts';
import type { HeldRehire } from '../../cli/rehire/held.ts';
import { importText, summaryOf } from '../../cli/import-text.ts';
import type { AtGathering, Holdings } from '../../functions/adapters/holdings.ts';
import type { PersonFile } from '../../functions/domain/decision.ts';

const zone = 'Asia/Tokyo';

describe('the summary of an import', () => {
  it('counts rows by what became of them, and names the lines worth a look', () => {
    const summary = summaryOf(
      {
        former: true,
        good: [],
        bad: [
          { line: 7, field: 'country', problem: 'is missing' },
          { line: 7, field: 'contract', problem: 'is missing' },
        ],
        skipped: [{ line: 3, reason: 'not allowed' }],
      },
      [
        { line: 5, outcome: 'remembered' },
        { line: 2, outcome: 'accepted' },
      ],
    );
    expect(importText({ ...summary, rows: 4 })).toBe(
      [
        '4 rows: 1 accepted, 0 duplicate, 0 outdated, 1 remembered, 1 skipped, 1 bad',
        '  remembered, they refused, stayed silent or were erased (to ask again, save the file anew and import it with --reopen): line 5',
        '  skipped, not allowed: line 3',
        'Not imported:',
        '  line 7: country is missing',
        '  line 7: contract is missing',
      ].join('\n'),
    );
  });
});

describe('an erasure', () => {
  it('says beforehand what goes', () => {
    expect(whatGoes({ person: 1, profile: 1, question: 1, entry: 4, mail: 2 })).toBe(
      'the profile (name, addresses, department and role), 1 question, 4 lines of the timeline and 2 records of mails',
    );
    expect(whatGoes({ person: 1, entry: 1, rsvp: 1, words: 0, rehire: 2, gathering: 2 })).toBe(
      '1 line of the timeline, 1 answer about a gathering, what was written about 2 returns and what the rooms and guest lists of 2 gatherings hold',
    );
  });

  it('proves afterwards what is left, and until when', () => {
    const left = {
      stints: [{ stint: 1, status: 'erased', until: '2031-11-22' }],
      evidence: [{ at: '2026-11-21T15:00:00Z', until: '2026-12-22' }],
      gatherings: [],
      backupDays: 14,
    };
    const deleted = { profile: 1, question: 0, entry: 3, mail: 0, rsvp: 1, words: 0, rehire: 0, gathering: 1 };
    const erasure = { person: 'p', outcome: 'done', deleted, left };
    const text = erasureInWords('E1', erasure, zone);
    expect(text).toContain(
      '3 lines of the timeline, 1 answer about a gathering and what the rooms and guest lists of 1 gathering hold.',
    );
    expect(text).toContain('nothing in the rooms and on the guest lists of gatherings');
    expect(erasureInWords('E1', { ...erasure, left: { ...left, gatherings: [3] } }, zone)).toContain('of gathering 3');
    expect(text).toContain('outcome "erased", until 2031-11-22');
    expect(text).toContain('the consent of 2026-11-22, without name or address, until 2026-12-22');
    expect(text).toContain('backups and logs, which end by themselves within 14 days');
  });
});

describe('an export', () => {
  const file: PersonFile = {
    person: {
      id: 'p',
      version: 2,
      consents: ['outreach'],
      bounced: false,
      stopped: false,
      stints: [
        {
          number: 1,
          generation: 1,
          revision: 1,
          hireDate: '2019-04-01',
          lastDay: '2026-11-20',
          report: { order: 1, digest: 'd', at: '2026-11-20T00:00:00Z' },
          status: 'enrolled',
          enrolledAt: '2026-11-22T00:00:00Z',
          facts: { contract: 'permanent', reason: 'career', country: 'JP' },
        },
      ],
    },
    profile: {
      employeeId: 'E1',
      name: '山田 花子',
      nameKana: 'ヤマダ ハナコ',
      language: 'ja',
      address: 'hanako@example.com',
      workEmail: 'h@work.example',
      department: '開発',
      role: '技師',
    },
    questions: [
      {
        id: 'q',
        kind: 'consent',
        stint: 1,
        generation: 1,
        askedAt: '2026-11-21T00:00:00Z',
        reminders: 0,
        status: 'answered',
        outcome: 'given',
        settledAt: '2026-11-21T01:00:00Z',
        taskToken: 'TOKEN',
        parkedRound: 1,
      },
    ],
  };
  const holdings: Holdings & { gatherings: AtGathering[]; contributions: []; rehires: [] } = {
    items: { person: 1, profile: 1, question: 1, entry: 1, mail: 1, consequence: 0, rsvp: 0, words: 0, rehire: 0 },
    rsvps: [],
    gatherings: [],
    contributions: [],
    rehires: [],
    entries: [
      { at: '2026-11-21T01:00:00Z', what: 'consent given: outreach', stint: 1, by: 'leaver', policyVersion: '2026-11' },
    ],
    mails: [{ id: 'welcome_1', purpose: 'welcome', at: '2026-11-22T00:00:00Z', address: 'hash', status: 'delivered' }],
    evidence: [
      {
        at: '2026-11-21T01:00:00Z',
        purposes: ['outreach'],
        wording: '2026-11-22',
        language: 'ja',
        method: 'link',
        address: 'hash',
      },
    ],
  };
  const held = exportOf('E1', file, holdings, '2026-11-23T00:00:00Z');

  it('holds everything but the keys of the machinery', () => {
    expect(held).toMatchObject({
      profile: file.profile,
      person: file.person,
      mails: holdings.mails,
      evidence: holdings.evidence,
      entries: holdings.entries,
    });
    expect(JSON.stringify(held)).not.toContain('TOKEN');
  });

  it('is written in the person’s language, with everything personal in it', () => {
    const text = exportText(held, zone);
    for (const words of [
      '山田 花子',
      'ヤマダ ハナコ',
      'hanako@example.com',
      'h@work.example',
      '開発',
      '技師',
      'permanent, career, JP',
      '同意: アルムナイ通信',
      '登録完了のお知らせ (配信済み)',
    ]) {
      expect(text).toContain(words);
    }
    const english = exportText(
      { ...held, ...(held.profile && { profile: { ...held.profile, language: 'en' } }) },
      zone,
    );
    expect(english).toContain('Consented to: Alumni news');
    expect(english).not.toContain('お名前');
  });

  it.each([
    ['complaint, mail stopped', '迷惑メールとしての報告により、メールを停止'],
    ['not eligible', '対象外と判断 (人事, '],
    ['released: career', '保留の解除'],
    ['asked: consent', 'お尋ね: 登録の同意'],
    ['mail paused until 2027-01-05', 'メールのお休み、再開日: 2027-01-05'],
    ['pause ended', 'メールのお休みの終了'],
    ['return 1: to be offered', '復帰のご相談 第1号: 条件を示すと判断 (人事, '],
  ])('says "%s" in Japanese', (what, words) => {
    const entries = [{ at: '2026-11-21T01:00:00Z', what, by: 'hr', policyVersion: '2026-11' } as const];
    expect(exportText({ ...held, entries }, zone)).toContain(`  ${words}`);
  });

  it('names the edition of a mail, a pause, and how an opt-out reached the company', () => {
    const outreach = {
      id: 'outreach_2027-01-05',
      purpose: 'outreach',
      at: '2027-01-05T00:00:00Z',
      address: 'hash',
      status: 'delayed',
      edition: 3,
      classification: 'alumni',
    } as const;
    const evidence = held.evidence.map((proof) => ({ ...proof, purposes: [], method: 'telephone' as const }));
    const person = { ...held.person, pausedUntil: '2027-04-05' };
    const text = exportText({ ...held, person, mails: [outreach], evidence }, zone);
    expect(text).toContain('メールのお休み、再開日:2027-04-05');
    expect(text).toContain('お便り、アルムナイ通信 第3号 (一時的な不達)');
    expect(text).toContain('なし (方法:電話');
  });

  it('says what the guest lists and rooms of gatherings hold', () => {
    const gatherings: AtGathering[] = [
      { gathering: 2, told: 1 },
      { gathering: 3, told: 2, order: 0, place: { status: 'attending', party: 3, revision: 2, told: 2, came: 2 } },
      { gathering: 4, place: { status: 'left', party: 1, revision: 2, told: 2 } },
    ];
    const known = exportOf('E1', file, { ...holdings, gatherings }, '2026-11-23T00:00:00Z');
    expect(JSON.parse(JSON.stringify(known))).toMatchObject({ gatherings });
    const text = exportText(known, zone);
    expect(text).toContain('交流会 No. 2 (ご案内した方の名簿に記録)\n');
    expect(text).toContain('交流会 No. 3 (ご案内した方の名簿に記録, お席あり, ご本人を含めて3名, 2名が来場)');
    const { profile: _, ...bare } = known;
    expect(exportText(bare, zone)).toContain('gathering no. 4 (not coming after all, a party of 1)');
    expect(exportText(held, zone)).not.toContain('名簿');
  });

  it('says how returns stand', () => {
    const rehire: HeldRehire = {
      number: 2,
      kind: 'freelance',
      at: '2027-08-02T03:00:00Z',
      openedBy: 'alumnus',
      wantsTalk: false,
      status: 'withdrawn',
      since: '2027-08-02',
      endedOn: '2027-08-09',
      conditions: [],
      otherKinds: [],
      checkIns: [],
    };
    expect(exportText({ ...held, rehires: [rehire] }, zone)).toContain(
      '\n\n復帰のご相談\n  2027-08-02 12:00:00  復帰のご相談 第2号、業務委託 (お取り下げ 2027-08-09)\n',
    );
    expect(exportText(held, zone)).not.toContain('復帰のご相談');
  });

  it('is in both languages when only a tombstone is left', () => {
    const { profile: _, ...bare } = held;
    expect(exportText(bare, zone)).toMatch(/お預かりしている情報[^]*What we hold/);
  });
});
