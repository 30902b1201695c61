import { describe, expect, it } from 'vitest';
import { rehireEntryInJapanese } from '../../cli/rehire/entry-in-japanese.ts';
import { heldRehires } from '../../cli/rehire/held.ts';
import { rehireLines } from '../../cli/rehire/held-text.ts';
import type { Offer } from '../../functions/domain/offer.ts';
import type { Rehire, RehireDecision } from '../../functions/domain/rehire.ts';
import { decideRehire } from '../../functions/domain/rehire-approval.ts';
import { acceptOffer, makeOffer, noteTalk } from '../../functions/domain/rehire-offer.ts';
import { openRehire, type Wish } from '../../functions/domain/rehire-opening.ts';
import { started } from '../../functions/domain/rehire-start.ts';
import type { RehireWords } from '../../functions/domain/rehire-words.ts';
import { enrolled, on, policy } from '../domain/samples.ts';

const file = enrolled();
const given = on('2027-08-02');
const wish: Wish = { kind: 'permanent', wantsTalk: false, openedBy: 'alumnus' };
const offer: Offer = {
  kind: 'freelance',
  startsOn: '2027-10-01',
  until: '2027-11-30',
  manager: 't.mori@hikari.example.com',
  daysToPay: 30,
  terms: {
    task: '展示会の企画書の作成\nと、当日のご案内',
    delivery: '2027年11月30日',
    'place of delivery': 'メール',
    fee: '400,000円',
    'payment day': '2027年12月28日',
  },
};

function written({ outcome, write }: RehireDecision): Rehire {
  if (!write) throw new Error(`nothing was written: ${outcome}`);
  return write.rehire;
}

/** One that was begun, with all that can be written. */
function begun(): Rehire {
  const asked = { ...wish, kind: 'freelance', from: '2027-10-01', wantsTalk: true } as const;
  const opened = written(openRehire(file, { number: 7, earlier: [] }, asked, given));
  const talked = written(noteTalk(opened, 'held', undefined, given));
  const word = { decision: 'approve' as const, by: 'link' as const, note: 'a good colleague' };
  const agreed = written(
    decideRehire(talked, { approver: 'kato', round: 1, generation: 1 }, word, file.profile, given),
  );
  const offered = written(makeOffer(agreed, { file, words: empty }, offer, given));
  const accepted = written(acceptOffer(offered, empty, { revision: 1 }, given));
  return started(accepted, '2027-10-01', on('2027-10-01')).rehire;
}

const empty: RehireWords = { rehire: 7, at: given.now, answers: [] };
const words: RehireWords = {
  ...empty,
  offer,
  sinceThen: '二年、物流の会社にいました。',
  introduction: '水曜日は在宅です。',
  answers: [{ checkIn: 1, at: given.now, prying: 'none', settled: 'partly', text: '机が足りません。' }],
};

describe('a line of the timeline about a return', () => {
  it.each([
    ['opened, freelance', '開始、業務委託'],
    ['a condition does not hold', '復帰の条件を満たさない'],
    ['informal talk held', 'カジュアル面談を実施'],
    ['offer 2, fixed-term, from 2027-10-01', '条件のご提示 第2版、契約社員、2027-10-01から'],
    ['offer 2 accepted', '条件のご提示 第2版: 承諾'],
    ['offer 2 declined', '条件のご提示 第2版: お見送り'],
    ['account done', 'アカウントと機器: 完了'],
    ['check-in 3 answered', '復帰後の3回目のお尋ねにご回答'],
  ])('says "%s" in Japanese', (news, words) => {
    expect(rehireEntryInJapanese(`return 12: ${news}`)).toBe(`復帰のご相談 第12号: ${words}`);
  });

  it('is no other line', () => {
    expect(rehireEntryInJapanese('rehired')).toBeUndefined();
  });
});

describe('an export of returns', () => {
  const early = {
    ...written(openRehire(file, { number: 6, earlier: [] }, wish, on('2027-02-01'))),
    openedBy: 'HR' as const,
  };
  const held = heldRehires(file.person.id, [begun(), early, { ...early, number: 5, person: 'else' }], [words]);
  const lines = (language: 'ja' | 'en') =>
    held.flatMap((each) => rehireLines(each, { language, timeZone: policy.company.timeZone }));

  it('says how each stands, what somebody wrote, and what they were offered', () => {
    expect(lines('ja')).toEqual([
      '2027-02-01 12:00:00  復帰のご相談 第6号、正社員 (人事が開始、内容を拝見中、2027-02-01から)',
      '  満たす復帰の条件:選べる契約の種類、在籍期間の下限、退職からご相談までの期間の上限、退職の理由、復帰の回数',
      '  満たさない復帰の条件:退職から復帰までの期間の下限(2027-06-30から満たす)',
      '  すべて満たすほかの契約:業務委託',
      '2027-08-02 12:00:00  復帰のご相談 第7号、業務委託 (復帰、2027-10-01から)',
      '  希望する時期:2027-10-01',
      '  カジュアル面談:実施済み',
      expect.stringMatching(/^ {2}満たす復帰の条件:選べる契約の種類、.*、退職から復帰までの期間の下限、/),
      '  退職後のこと:二年、物流の会社にいました。',
      '  条件のご提示 第1版:業務委託、2027-10-01から2027-11-30まで、お返事の期限 2027-08-16',
      '    業務の内容:展示会の企画書の作成',
      '      と、当日のご案内',
      '    納期または役務を提供する期間:2027年11月30日',
      '    納品または役務を提供する場所:メール',
      '    報酬の額:400,000円',
      '    報酬の支払期日:2027年12月28日',
      '    受領から支払いまで:30日以内',
      '  チームへの自己紹介:水曜日は在宅です。',
      '  1回目のお尋ね 2027-10-31:詮索されなかった、足りないものがある',
      '    机が足りません。',
    ]);
  });

  it('is in English too', () => {
    const english = lines('en');
    for (const line of [
      '2027-02-01 12:00:00  return no. 6, permanent (opened by HR, being looked at since 2027-02-01)',
      '  conditions that do not hold: Least time away (from 2027-06-30 on it does)',
      '  offer, revision 1: freelance, from 2027-10-01 to 2027-11-30, to be answered by 2027-08-16',
      '    Fee: 400,000円',
      '    from receipt to payment: within 30 days',
      '  check-in 1 of 2027-10-31: no prying questions, something is missing',
    ]) {
      expect(english).toContain(line);
    }
  });

  it('holds theirs alone, and nothing of those who decide or of a colleague', () => {
    expect(held.map(({ number }) => number)).toEqual([6, 7]);
    expect(heldRehires('somebody else', [begun()], [words])).toEqual([]);
    expect(JSON.stringify(held)).not.toMatch(/kato|a good colleague|t\.mori|"person"|"said"|"approvals"/);
  });

  it('is of the record alone once what was written is gone', () => {
    const [bare] = heldRehires(file.person.id, [begun()], []);
    expect(bare?.words).toBeUndefined();
    expect(bare && rehireLines(bare, { language: 'en', timeZone: 'UTC' }).join('\n')).not.toContain('offer');
  });
});
