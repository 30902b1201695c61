import { describe, expect, it } from 'vitest';
import { hiredCommand, wonCommand } from '../../cli/commands/contribution-outcome.ts';
import { heldContributions } from '../../cli/contribution/held.ts';
import { contributionLines } from '../../cli/contribution/held-text.ts';
import { contributionsText, listedContribution } from '../../cli/contribution/list-text.ts';
import { outcomeText } from '../../cli/contribution/outcome-text.ts';
import { reportOf } from '../../cli/contribution/report.ts';
import { contributionText, shownContribution } from '../../cli/contribution/show-text.ts';
import { numberOf } from '../../cli/number.ts';
import {
  asking,
  blocked,
  clawedBack,
  confirmed,
  hired,
  parked,
  qualified,
  rejected,
  sent,
  submitted,
  unqualified,
  wordsFor,
} from '../domain/contribution-samples.ts';
import { on, policy } from '../domain/samples.ts';

const given = on('2027-02-05');
const show = (contribution: Parameters<typeof contributionText>[0], at = given) => contributionText(contribution, at);

describe('the list of contributions', () => {
  it('says how each and its reward stand', () => {
    expect(contributionsText([asking('lead', 9), blocked(8), unqualified('referral')], policy)).toBe(
      [
        '9  lead of 2027-02-01: qualified since 2027-02-01',
        '   reward JPY 200,000: waits for approval (0 of 2) until 2027-02-22 12:00:00',
        '8  referral of 2027-02-01: qualified since 2027-06-30',
        '   reward JPY 100,000: blocked by the rule hiring-reward-in-japan',
        '7  referral of 2027-02-01: not qualified since 2027-02-01 (not hired)',
      ].join('\n'),
    );
    expect(contributionsText([], policy)).toContain('no contribution yet');
  });

  it('is for machines without whose they are and keys', () => {
    const contribution = parked();
    expect(JSON.stringify(listedContribution(contribution))).not.toMatch(/token-|"person"/);
    expect(listedContribution(contribution)).toMatchObject({ number: 7, reward: { status: 'asking', amount: 5000 } });
  });

  it('names them by a number', () => {
    expect(numberOf('contribution')('7')).toBe(7);
    for (const text of ['0', '-1', 'x', '1.5', '', '1000000']) {
      expect(() => numberOf('reward')(text)).toThrow('number of a reward');
    }
  });
});

describe('one contribution', () => {
  it('says who decided and when, what each rule said, and how it is paid', () => {
    const text = show(sent('lead', 7, 'file'));
    expect(text).toMatch(
      /^Contribution 7: A business lead\n {2}Sent in +1 February 2027, by an alumnus of 2026 in JP\n/,
    );
    for (const line of [
      /Worth +JPY 8,000,000\n/,
      /Reward +JPY 200,000, waits for its payout, payout-7, in payout file 3\n/,
      /Rule budget +passes\n/,
      /Budget left +JPY 1,500,000, when the approvers were asked\n/,
      /Asked +斎藤 美咲, 加藤 直樹\n/,
      /Approvals needed +2, of different people\n/,
      /Decided +加藤 直樹 approved it on 1 February 2027 in the console\n/,
      /Tax category +business-referral\n/,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('says why a reward is blocked, and what is to be looked at', () => {
    expect(show(blocked())).toMatch(/Rule hiring-reward-in-japan +blocks: Japan’s Employment Security Act/);
    expect(show({ ...hired(), isSelfReferral: true })).toMatch(
      /To look at +the candidate has the alumnus’s own address/,
    );
  });

  it('shows notes, attempts and reminders', () => {
    const { reward, ...contribution } = rejected();
    const said = reward.said.map((word) => ({ ...word, note: 'paid\nalready' }));
    const text = show({ ...contribution, reward: { ...reward, said, refused: 2, reminders: 1, isEscalated: true } });
    expect(text).toMatch(/Decided +斎藤 美咲 rejected it on 1 February 2027 in the console: paid already\n/);
    expect(text).toMatch(/Refused attempts +2\n/);
    expect(text).toMatch(/Asked +斎藤 美咲; reminded once; deputies asked too\n/);
  });

  it('says where its execution waits', () => {
    expect(show(parked())).toContain('reward-7-1 of okaeri-reward waits at “Await approval”');
    expect(show(asking())).toContain('reward-7-1 of okaeri-reward writes to the approvers');
    const awaited = { ...sent(), isAwaited: true };
    expect(show(awaited)).toContain('waits at “Await confirmation”');
    expect(show(awaited, on('2027-05-01'))).toContain('has ended, since nobody confirmed in time; "reward confirm 7"');
    expect(show(clawedBack())).not.toContain('Execution');
    expect(show(submitted('lead'))).not.toContain('Execution');
  });

  it('is for machines without whose it is, who was hired, and keys', () => {
    const contribution = hired();
    const whole = { ...contribution, hire: contribution.hire && { ...contribution.hire, person: 'SOMEBODY' } };
    const shown = JSON.stringify([whole, parked()].map((each) => shownContribution(each, given)));
    expect(shown).not.toMatch(/SOMEBODY|token-7|"person"/);
    expect(shown).toContain('"holdsUntil":"2027-06-30"');
  });
});

describe('an outcome that is reported', () => {
  const say = (
    ...[type, outcome, contribution]: Parameters<typeof outcomeText> extends [...infer Rest, string] ? Rest : never
  ) => outcomeText(type, outcome, contribution, 'JPY');

  it('says what follows', () => {
    expect(say('referral.hired', 'noted', hired())).toContain(
      'It qualifies on 30 June 2027 if they are still here; should they leave before, run "contribution left 7".',
    );
    expect(say('referral.not-hired', 'noted', unqualified('referral'))).toContain(
      'what the candidate entered is deleted',
    );
    expect(say('lead.won', 'noted', qualified('lead'))).toContain('JPY 8,000,000 of revenue is booked');
    expect(say('lead.lost', 'already so', unqualified('lead'))).toContain('nothing changed');
  });

  it('says what to do where it had no effect', () => {
    expect(() => say('lead.won', 'another kind', hired())).toThrow(
      'Contribution 7 is a referral: "contribution hired", "not-hired" and "left" say what came of it. Check',
    );
    expect(() => say('referral.hired', 'over', submitted('referral'))).toThrow(
      'Contribution 7 still waits for the candidate, so nothing changed; see "contribution show 7".',
    );
    expect(() => say('referral.not-hired', 'over', hired())).toThrow('reported with "contribution left 7"');
    expect(() => say('referral.left', 'over', confirmed())).toThrow('reported with "contribution not-hired 7"');
    const late = { ...unqualified('lead'), reward: clawedBack().reward };
    expect(() => say('lead.won', 'over', late)).toThrow(/is not qualified since .* \(lost\).*"reward clawback 7"/);
  });

  it('names the option that is wrong', () => {
    const data = { contribution: 7, on: '2027-03-01', country: 'JP', employeeId: 'E 1' };
    expect(() => reportOf('referral.hired', data, given.now)).toThrow('--employee-id: must consist of');
    expect(() => reportOf('referral.hired', { ...data, employeeId: undefined }, given.now)).toThrow(
      '--on: must not be in the future.',
    );
  });

  it.each([
    [wonCommand, ['7', '--on', '2027-02-01', '--revenue', '8,000'], 'amount in JPY'],
    [wonCommand, ['7', '--on', '2027-02-31', '--revenue', '8000'], 'must be a date'],
    [hiredCommand, ['7', '--on', '2027/2/1', '--country', 'Japan'], 'two-letter country code'],
  ])('is typed as people write it', async (make, args, problem) => {
    const command = make()
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    await expect(command.parseAsync([...args], { from: 'user' })).rejects.toThrow(problem);
  });
});

describe('an export', () => {
  const all = [clawedBack('feedback', 9), submitted('lead', 8), hired(7)];
  const words = all.map(wordsFor).map((each) => ({ ...each, ...(each.text && { answer: 'Thanks.\nWe will.' }) }));
  const [contribution] = all;
  const held = heldContributions(contribution?.person ?? '', all, words);
  const lines = (language: 'ja' | 'en') =>
    held.flatMap((each) => contributionLines(each, { language, timeZone: policy.company.timeZone }));

  it('says what somebody contributed and wrote, and what they got', () => {
    expect(lines('ja')).toEqual([
      '2027-02-01 12:00:00  ご協力 第7号、候補者のご紹介 (採用後の在籍の確認待ち)',
      '2027-02-01 12:00:00  ご協力 第8号、取引先のご紹介 (取引の結果待ち)',
      '  会社:株式会社あさひ',
      '  お書きになった内容:在庫管理でお困りとのことです。',
      '  担当者の返事:Thanks.',
      '    We will.',
      '2027-02-01 12:00:00  ご協力 第9号、社外からのご意見 (成果あり、謝礼5,000円:支払い済み 2027-02-03、2027-05-10 返還)',
      '  お書きになった内容:社外から見ると、料金の説明が分かりにくいようです。',
      '  担当者の返事:Thanks.',
      '    We will.',
    ]);
    expect(lines('en').at(-4)).toBe(
      '2027-02-01 12:00:00  contribution no. 9, Feedback from outside (something came of it, reward of JPY 5,000: paid 2027-02-03, claimed back 2027-05-10)',
    );
  });

  it('holds theirs alone, and nothing of an approver or who was hired', () => {
    expect(heldContributions('somebody else', all, words)).toEqual([]);
    expect(JSON.stringify(held)).not.toMatch(/saito|hire"|"said"|"person"/);
  });
});
