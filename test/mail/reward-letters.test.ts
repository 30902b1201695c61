import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { isHireBarredInJapan, promisedAmount } from '../../functions/domain/reward-rules.ts';
import { candidateInvitationLetter } from '../../functions/rewards/mails/candidate-invitation.tsx';
import { sampleApprovals, sampleLetters, sampleLettersToStaff } from './contribution-letter-samples.ts';
import { policy } from './samples.ts';

describe.each(Object.entries(sampleApprovals()))(
  'the question to an approver: %s',
  (_name, { subject, html, text }) => {
    test('names no amount in its subject', () => {
      expect(subject).toContain('第7号');
      expect(subject).not.toMatch(/\d{3}|円|JPY/);
    });

    test('leads to the console first, with what is to be pasted as it stands', () => {
      const input = '{"reward":"7","decision":"approve","code":"K7QM2W9DXA","note":""}';
      expect(JSON.parse(input)).toMatchObject({ decision: 'approve' });
      const order = [
        '1. ステートマシン',
        'stateMachine',
        '2. 「実行を開始」',
        '3. ',
        '4. ',
        input,
        'execution:okaeri-reward',
        '/reward/',
      ];
      const places = order.map((part) => text.indexOf(part));
      expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
      expect(html.replaceAll('&quot;', '"').split(`>${input}<`)).toHaveLength(3);
      expect(html.match(/<ol/g)).toHaveLength(2);
      expect(text.match(/^ {2}npm run okaeri -- reward (approve|reject) 7 --code K7QM2W9DXA$/gm)).toHaveLength(2);
    });

    test('says what is decided on, by when, and that the code is one’s own', () => {
      for (const part of [
        '謝礼の額',
        'Amount',
        '予算の残り',
        'Budget left',
        '2027年2月22日(月) 09:00(日本時間)',
        '22 February 2027, 09:00 (Japan time)',
      ])
        expect(text).toContain(part);
      expect(text).toMatch(/一度だけ使えます[^]*転送[^]*yours alone and work once[^]*forward/);
    });
  },
);

test('each question says why it comes', () => {
  const letters = sampleApprovals();
  expect(letters['remind']?.subject).toMatch(/\(再\) \/ .*\(reminder\)$/);
  expect(letters['remind']?.text).toMatch(/再度のお願い[^]*This is a reminder/);
  expect(letters['escalate']?.text).toMatch(/加藤 直樹さんの判断がまだないため[^]*deputy of 加藤 直樹/);
  expect(letters['new code']?.text).toMatch(/新しいものを[^]*here are new ones/);
  expect(letters['new code']?.text).toContain(policy.company.admin);
  expect(letters['ask about a large one']?.text).toMatch(/200,000円[^]*異なる2名[^]*2 different people/);
  expect(letters['ask']?.text).not.toMatch(/再度|reminder\.|代理として|new ones/);
});

describe.each(languages)('the news of a reward, in %s', (tongue) => {
  const ja = tongue === 'ja';
  const letters = sampleLetters(tongue);
  const said = (name: string) => letters[name]?.text ?? '';

  test('thanks name the law, and no money', () => {
    expect(said('thanks')).toMatch(
      ja ? /職業安定法[^]*ギフト券[^]*うれしく/ : /Employment Security Act[^]*gift cards[^]*means a great deal/,
    );
    expect(said('thanks')).not.toMatch(/\d円|JPY/);
  });

  test('what is granted says how much, who asks for the account, and who never does', () => {
    expect(said('granted')).toMatch(
      ja
        ? /5,000円[^]*支払い窓口[^]*決してありません[^]*ご辞退/
        : /JPY 5,000[^]*payments office[^]*never ask[^]*can’t be declined/,
    );
    expect(letters['granted']?.subject).not.toMatch(/\d{3}/);
  });

  test('what is paid says how much and when, and what is not granted says whom to ask', () => {
    expect(said('paid')).toMatch(ja ? /5,000円を2027年2月3日\(水\)に/ : /JPY 5,000 was paid on 3 February 2027/);
    expect(said('not granted')).toMatch(ja ? /お渡ししないこと[^]*役に立った/ : /decided not to pay[^]*the good/);
    expect(said('not granted')).not.toMatch(/5,000/);
  });

  test('an invitation never blames the law where the policy itself gives nothing', () => {
    const invite = (referral: Partial<typeof policy.rewards.table.referral>) => {
      const table = { ...policy.rewards.table, referral: { ...policy.rewards.table.referral, ...referral } };
      const changed = { ...policy, rewards: { ...policy.rewards, table } };
      return candidateInvitationLetter({
        policy: changed,
        language: tongue,
        name: 'Priya',
        preferencesUrl: 'https://a.example.com/p',
        contributeUrl: 'https://a.example.com/c',
        rehireUrl: 'https://a.example.com/r',
        stopUrl: 'https://a.example.com/s',
        number: 7,
        candidateUrl: 'https://a.example.com/candidate',
        closesOn: '2029-02-01',
        promised: promisedAmount('referral', 'JP', '2027-02-01', changed),
        isBarredInJapan: isHireBarredInJapan('2027-02-01', changed),
      }).text;
    };
    const law = ja ? '職業安定法' : 'Employment Security Act';
    expect(invite({})).toContain(law);
    expect(invite({ amount: 0 })).not.toContain(law);
    expect(invite({ amount: 0 })).toContain(ja ? '謝礼のお支払いはありません' : 'No reward is paid');
  });
});

test('the admin is told where to look, and what to type', () => {
  const letters = sampleLettersToStaff();
  const said = (name: string) => letters[name]?.text ?? '';
  expect(said('expired')).toMatch(/5,000円[^]*reward reopen 7[^]*JPY 5,000[^]*reward reopen 7/);
  expect(said('payout by webhook')).toMatch(/2回目[^]*payout-7[^]*reward confirm 7 --on[^]*mail no. 2[^]*has taken/);
  expect(said('payout not taken')).toMatch(/まだ受け取っていません[^]*hasn’t taken/);
  expect(said('payout in a file')).toMatch(/第3号[^]*payout file no. 3/);
  expect(said('payout in no file')).toMatch(/載っていません[^]*payout file FILE.csv[^]*any payout file yet/);
  for (const name of ['payout by webhook', 'payout in a file']) expect(letters[name]?.subject).not.toMatch(/\d{3}/);
});
