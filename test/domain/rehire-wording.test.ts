import { describe, expect, it } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { type Rehire, type RehireApproval, rehireEnds, rehireWaits } from '../../functions/domain/rehire.ts';
import {
  acceptedRehire,
  type RehireDecisionOutcome,
  rehireDecisionInWords,
  rehireFacts,
} from '../../functions/domain/rehire-approval-wording.ts';
import { taskKinds } from '../../functions/domain/rehire-tasks.ts';
import {
  rehireName,
  standingForStaff,
  standingOfRehire,
  taskDetails,
  taskNames,
} from '../../functions/domain/rehire-wording.ts';
import { conditions } from '../../functions/domain/return-conditions.ts';
import { policy } from './samples.ts';

const rehire: Rehire = {
  number: 3,
  version: 1,
  person: 'p',
  stint: 1,
  cohort: '2024',
  at: '2027-01-15T00:00:00Z',
  openedOn: '2027-01-15',
  openedBy: 'alumnus',
  kind: 'permanent',
  wantsTalk: true,
  conditions: conditions.map((condition) => ({ condition, holds: true })),
  otherKinds: [],
  status: 'waits for HR',
  since: '2027-01-15',
  reminded: [],
  approvals: [],
  tasks: [],
  checkIns: [],
  news: [],
  rounds: 1,
  waits: 0,
  policyVersion: '2026-11',
};
const offer = {
  revision: 1,
  kind: 'freelance' as const,
  startsOn: '2027-04-01',
  madeOn: '2027-02-14',
  answerBy: '2027-02-28',
};
const statuses = [...rehireWaits, ...rehireEnds];

describe('how a return stands', () => {
  it.each(statuses)('%s: two sentences to the alumnus, and one for staff, in each language', (status) => {
    for (const about of [
      { ...rehire, status },
      { ...rehire, status, offer },
    ]) {
      for (const language of languages) {
        const lines = [...standingOfRehire(about, policy, language), standingForStaff(about, policy, language)];
        expect(lines).toHaveLength(3);
        for (const line of lines) {
          expect(line).toMatch(language === 'ja' ? /[ぁ-ん].*。$/ : /^[A-Z].*\.$/);
          expect(line).not.toMatch(/undefined|null|NaN|!|！/);
          expect(line).not.toMatch(/退職の理由|reason/);
        }
      }
    }
  });

  it('is said in words of its own for each', () => {
    for (const language of languages) {
      expect(new Set(statuses.map((status) => standingForStaff({ ...rehire, status }, policy, language))).size).toBe(
        statuses.length,
      );
      expect(new Set(statuses.map((status) => standingOfRehire({ ...rehire, status }, policy, language)[0])).size).toBe(
        statuses.length,
      );
    }
  });

  it('tells the alumnus nothing of a condition while HR decides', () => {
    const unmet = { ...rehire, conditions: conditions.map((condition) => ({ condition, holds: false })) };
    expect(standingOfRehire(unmet, policy, 'ja').join('')).not.toMatch(/条件|例外|人事/);
    expect(standingOfRehire(unmet, policy, 'en').join('')).not.toMatch(/condition|exception|HR/);
  });

  it('names the day until which an offer may be answered, the first day and the next question', () => {
    const [, until = ''] = standingOfRehire({ ...rehire, status: 'waits for the answer', offer }, policy, 'en');
    expect(until).toContain('28 February 2027');
    expect(standingOfRehire({ ...rehire, status: 'onboarding', offer }, policy, 'ja')[0]).toContain('2027年4月1日(木)');
    const checkIns: Rehire['checkIns'] = [
      { on: '2027-05-01', status: 'answered' },
      { on: '2027-05-31', status: 'planned' },
    ];
    const started = { ...rehire, status: 'started', offer, checkIns } as const;
    expect(standingOfRehire(started, policy, 'en')[1]).toContain('31 May 2027');
    expect(standingForStaff(started, policy, 'en')).toContain('freelance');
  });
});

describe('names', () => {
  it('of a return and of each task, with what its owner is to do', () => {
    expect([rehireName(3, 'ja'), rehireName(3, 'en')]).toEqual(['復帰のご相談 第3号', 'return no. 3']);
    for (const table of [taskNames, taskDetails]) {
      for (const language of languages) {
        expect(new Set(taskKinds.map((kind) => table[kind][language])).size).toBe(taskKinds.length);
      }
    }
  });
});

function approval(about: RehireApproval['about'], ...said: RehireApproval['said']): RehireApproval {
  const needed = about === 'override' ? 2 : 1;
  return { about, needed, asked: [], barred: [], said, reminders: 0, isEscalated: false, refused: 0 };
}
const [first, second] = (['hayashi', 'endo'] as const).map((approver) => ({
  approver,
  decision: 'approve' as const,
  at: '2027-02-01T23:30:00Z',
  by: 'link' as const,
  note: `because ${approver} says so`,
}));
const both = [first, second].flatMap((word) => (word ? [word] : []));

describe('what somebody is told who decides', () => {
  const outcomes: Record<RehireDecisionOutcome, true> = {
    approved: true,
    'one of two': true,
    rejected: true,
    spent: true,
    'said before': true,
    decided: true,
    expired: true,
    ended: true,
    'own return': true,
    'not understood': true,
    'no reason': true,
    'wrong code': true,
    unknown: true,
    incomplete: true,
  };
  const all = Object.keys(outcomes) as RehireDecisionOutcome[];

  it('is a sentence of its own for each outcome, about an exception, an offer or nothing', () => {
    const abouts = [
      undefined,
      { ...rehire, approvals: [approval('override', ...both)] },
      { ...rehire, approvals: [approval('decision', ...both)] },
    ];
    for (const about of abouts) {
      for (const language of languages) {
        const words = all.map((outcome) => rehireDecisionInWords(outcome, about, policy, language));
        expect(new Set(words).size).toBe(all.length);
        expect(words.every((word) => (language === 'ja' ? /[ぁ-ん].*。$/ : /^[A-Z].*\.$/).test(word))).toBe(true);
        expect(words.join('')).not.toMatch(/undefined|null|NaN|!|！/);
      }
    }
    expect([...acceptedRehire].sort()).toEqual(['approved', 'one of two', 'rejected']);
  });

  it('of an exception speaks of it, though the decision on an offer is asked for already', () => {
    const after = { ...rehire, approvals: [approval('override', ...both), approval('decision')] };
    expect(rehireDecisionInWords('approved', after, policy, 'en')).toContain('exception');
    expect(rehireDecisionInWords('decided', after, policy, 'en')).toBe(
      'This has been decided on already. 林 真由美 approved it on 2 February 2027. 遠藤 大樹 approved it on 2 February 2027.',
    );
  });
});

describe('what is decided on', () => {
  const unmet: Rehire = {
    ...rehire,
    from: '2027-04-01',
    conditions: conditions.map((condition) =>
      condition === 'least time away'
        ? { condition, holds: false, holdsFrom: '2027-06-30' }
        : { condition, holds: condition !== 'reason' },
    ),
  };
  const facts = (about: Rehire) => rehireFacts(about, { policy, name: '佐藤 花子' }, 'ja');

  it('by HR: each condition by its name, and what was said for an exception', () => {
    expect(facts({ ...unmet, approvals: [approval('override', ...both.slice(0, 1))] })).toEqual([
      { term: 'お名前', text: '佐藤 花子' },
      { term: '希望する契約', text: '正社員' },
      { term: '希望する時期', text: '2027年4月1日(木)' },
      { term: '選べる契約の種類', text: '満たしています' },
      { term: '在籍期間の下限', text: '満たしています' },
      { term: '退職から復帰までの期間の下限', text: '満たしていません。2027年6月30日(水)から満たします' },
      { term: '退職からご相談までの期間の上限', text: '満たしています' },
      { term: '退職の理由', text: '満たしていません' },
      { term: '復帰の回数', text: '満たしています' },
      { term: 'カジュアル面談', text: 'ご本人が希望(これから)' },
      { term: '例外を認める理由', text: 'because hayashi says so(林 真由美)' },
    ]);
  });

  it('on an offer: not whether the reason for leaving was excluded', () => {
    const decided = facts({ ...unmet, talk: 'held', approvals: [approval('override', ...both), approval('decision')] });
    expect(decided.map(({ term }) => term)).not.toContain('退職の理由');
    expect(decided).toContainEqual({
      term: '退職から復帰までの期間の下限',
      text: '満たしていません(人事が例外を承認)。2027年6月30日(水)から満たします',
    });
    expect(decided).toContainEqual({ term: 'カジュアル面談', text: '実施しました' });
    expect(decided.filter(({ term }) => term === '例外を認める理由')).toHaveLength(2);
  });

  it('names the end of the time to decide', () => {
    const situation = { policy, name: 'Priya Raman', closesOn: '2027-02-05T03:00:00Z' };
    expect(rehireFacts(unmet, situation, 'en').at(-1)).toEqual({
      term: 'Decide by',
      text: '5 February 2027, 12:00 (Japan time)',
    });
  });
});
