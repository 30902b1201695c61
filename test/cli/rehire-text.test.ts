import { describe, expect, it } from 'vitest';
import { ledgerCsv } from '../../cli/ledger/csv.ts';
import { numberOf } from '../../cli/number.ts';
import {
  cancelledText,
  cancelQuestion,
  doneText,
  offeredText,
  offerPreviewText,
  openedText,
  talkText,
} from '../../cli/rehire/decision-text.ts';
import { listedRehire, rehiresText } from '../../cli/rehire/list-text.ts';
import { rehireText, shownRehire } from '../../cli/rehire/show-text.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import { finishTask, started } from '../../functions/domain/rehire-start.ts';
import { on } from '../domain/samples.ts';
import { accepted, employment, endedAs, opened } from '../mail/rehire-letter-samples.ts';

const given = on('2027-08-02');
const tooSoon = opened({ kind: 'permanent', from: undefined }, '2027-02-01');
const onboarding = { ...accepted(), taskToken: 'token-1' };
const back = started(onboarding, employment.startsOn, on('2027-10-01')).rehire;
const booked: LedgerEntry = {
  id: 'rehire-1-return',
  on: '2027-10-01',
  kind: 'agency fee avoided',
  amount: 300_000,
  currency: 'JPY',
  about: { rehire: 1 },
  cohort: '2026',
};
const about = { manager: employment.manager, ledger: [booked] };

describe('the list of rehires', () => {
  it('says how each stands', () => {
    const byHr = { ...opened(), openedBy: 'HR' as const, number: 12 };
    expect(rehiresText([byHr, tooSoon])).toBe(
      [
        '12  fixed-term, of 2027-08-02, opened by HR: waits for the talk since 2027-08-02',
        ' 1  permanent, of 2027-02-01: waits for HR since 2027-02-01',
      ].join('\n'),
    );
    expect(rehiresText([])).toContain('Nobody has asked to come back yet');
  });

  it('is for machines without whose they are and keys', () => {
    expect(JSON.stringify(listedRehire(onboarding))).not.toMatch(/token-1|"person"/);
    expect(listedRehire(tooSoon)).toMatchObject({ number: 1, kind: 'permanent', status: 'waits for HR' });
  });

  it('names them by a number', () => {
    expect(() => numberOf('rehire')('x')).toThrow('number of a rehire');
  });
});

describe('one rehire', () => {
  it('says what holds, who decided and when, the offer, and whose each task is', () => {
    const text = rehireText(finishTask(onboarding, 'account', 'cli', given).write?.rehire ?? onboarding, about, given);
    for (const line of [
      /^Rehire 1: onboarding\n/,
      /Opened +2 August 2027, by an alumnus of 2026\n/,
      /Would like +fixed-term, from 1 October 2027\n/,
      /Informal talk +held\n/,
      /Condition +Least time employed: holds\n/,
      /Asked to decide +加藤 由紀\n/,
      /Decided +加藤 由紀 approved it on 2 August 2027 by the link in the mail\n/,
      /Offer +1, fixed-term, from 1 October 2027\n/,
      /Task +hris \(HR system entry\), hr@hikari\.example\.com: by 17 September 2027\n/,
      /Task +account \(.+\), it-desk@hikari\.example\.com: done on 2 August 2027\n/,
      /Task +buddy \(Buddy\), t\.mori@hikari\.example\.com: by /,
      /Booked +JPY 300,000, agency fee avoided, as rehire-1-return on 1 October 2027\n/,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('says from when on a condition holds, and where its execution waits', () => {
    const text = rehireText({ ...tooSoon, isAwaited: true }, { ledger: [] }, given);
    expect(text).toMatch(/Condition +.+: does not hold before 30 June 2027\n/);
    expect(text).toMatch(/Asked to override +林 真由美, 遠藤 大樹\n {2}Needed +2, of different people\n/);
    expect(text).toContain('rehire-1-1 of okaeri-rehire waits at “Await HR’s word”');
    expect(text).toMatch(/Also possible +freelance\n/);
  });

  it('says when it is asked how it is', () => {
    const text = rehireText(back, about, given);
    expect(text).toMatch(/Check-in 1 +31 October 2027, planned\n {2}Check-in 2 /);
  });

  it('is for machines without whose it is, what was written, and keys', () => {
    const shown = shownRehire(onboarding, about, given);
    expect(JSON.stringify(shown)).not.toMatch(/token-1|"person"|"words"|sinceThen|introduction/);
    expect(shown).toMatchObject({
      status: 'onboarding',
      tasks: [{ kind: 'hris', status: 'open' }, {}, {}, {}, {}, {}],
    });
    expect(shownRehire(onboarding, { ledger: [] }, given).tasks[4]).toMatchObject({ owner: 'the receiving manager' });
  });
});

describe('what was done', () => {
  it('says what follows', () => {
    expect(openedText('E1042', 'opened', opened())).toContain(
      'Rehire 1 is open, and the alumnus is told. Every condition',
    );
    expect(openedText('E1042', 'opened', tooSoon)).toMatch(/does not hold: .+\. Two people of HR are asked/);
    expect(openedText('E1042', 'already open', opened())).toContain('see "rehire show 1"');
    expect(talkText(opened(), 'noted', 'not held')).toContain('noted as not held');
    expect(offeredText(onboarding, 'offered', { ...employment, kind: 'freelance' })).toBe(
      'Offer 1 of rehire 1, freelance from 1 October 2027, goes to the alumnus, who may answer until 16 August 2027. They had asked for another kind of contract: fixed-term.',
    );
    expect(doneText(onboarding, 'done', 'buddy')).toContain('Still open: hris, account,');
    expect(cancelledText(onboarding, 'already so')).toContain('called off already');
    expect(cancelQuestion(onboarding)).toContain('and everybody with a task for it. Go on?');
    expect(cancelQuestion(back)).toContain('They are an alumnus again');
  });

  it('says what to do where nothing was done', () => {
    expect(() => openedText('E1042', 'no consent', undefined)).toThrow('ask them to use the link in any of our mails');
    expect(() => openedText('E1042', 'no alumnus', undefined)).toThrow('see "timeline E1042"');
    expect(() => talkText(onboarding, 'over', 'held')).toThrow(
      'Rehire 1 does not wait for a talk: it is at “onboarding since 2027-08-02”. Nothing changed; see "rehire show 1".',
    );
    expect(() => offeredText(endedAs('declined'), 'over', employment)).toThrow(
      /it is over “declined since .+Nothing was sent/,
    );
    const missing = { ...employment, unmet: [{ condition: 'least time away' as const, holds: false }] };
    expect(() => offeredText(onboarding, 'conditions not met', missing)).toThrow(
      /has not made an exception of it: .+\./,
    );
    expect(() => cancelledText(endedAs('declined'), 'over')).toThrow('can be called off no more');
  });

  it('shows the terms before they are sent', () => {
    const terms = [{ term: '休日', text: '土曜日\n日曜日' }];
    expect(offerPreviewText(onboarding, terms, { outcome: 'offered' })).toBe(
      '休日\n  土曜日\n  日曜日\n\nNothing is missing. Nothing was sent.',
    );
    expect(offerPreviewText(onboarding, terms, { outcome: 'over' })).toContain('does not wait for an offer');
  });
});

it('is named in the ledger’s file', () => {
  expect(ledgerCsv([booked])).toContain('復帰のご相談 第1号 (return no. 1)');
});
