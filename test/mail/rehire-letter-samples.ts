import type { Letter } from '../../functions/domain/dispatch.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { Offer } from '../../functions/domain/offer.ts';
import type { Rehire, RehireDecision, RehireEnd } from '../../functions/domain/rehire.ts';
import { decideRehire } from '../../functions/domain/rehire-approval.ts';
import { acceptOffer, makeOffer, noteTalk } from '../../functions/domain/rehire-offer.ts';
import { openRehire, type Wish } from '../../functions/domain/rehire-opening.ts';
import { changesSince, type RehireTask, type TaskKind } from '../../functions/domain/rehire-tasks.ts';
import type { CheckInAnswer, RehireWords } from '../../functions/domain/rehire-words.ts';
import { rehireApprovalLetter } from '../../functions/rehire/mails/approval.tsx';
import { checkInLetter } from '../../functions/rehire/mails/check-in.tsx';
import { checkInAnswerLetter } from '../../functions/rehire/mails/check-in-answer.tsx';
import { endLetter } from '../../functions/rehire/mails/end.tsx';
import { rehireNewsLetter } from '../../functions/rehire/mails/news.tsx';
import { offerLetter } from '../../functions/rehire/mails/offer.tsx';
import { offerNeededLetter } from '../../functions/rehire/mails/offer-needed.tsx';
import { receiptLetter } from '../../functions/rehire/mails/receipt.tsx';
import { talkLetter } from '../../functions/rehire/mails/talk.tsx';
import { taskLetter } from '../../functions/rehire/mails/task.tsx';
import { welcomeLetter } from '../../functions/rehire/mails/welcome.tsx';
import { enrolled, on } from '../domain/samples.ts';
import { policy } from './samples.ts';

/** Every mail about a return, each of a case that its own decisions brought there. */

const portal = 'https://alumni.hikari.example.com';
const names = { ja: '佐藤 花子', en: 'Priya Raman' } as const;

/** What people wrote. */
type Written = { name: string; sinceThen: string; introduction: string; text: string };
export const written: Written = {
  name: '',
  sinceThen: '海外で二年、物流の会社を手伝いました。\nいまは落ち着いています。',
  introduction: '営業と、海外のお客様とのやりとりが好きです。\n毎週水曜日は在宅です。',
  text: '机が足りません。',
};

/** The day on which a case is opened: the least time away is over for every kind of contract. */
const opening = on('2027-08-02');
const words: RehireWords = { rehire: 1, at: opening.now, answers: [] };

export const employment = {
  kind: 'fixed-term',
  startsOn: '2027-10-01',
  until: '2028-09-30',
  manager: 't.mori@hikari.example.com',
  terms: {
    work: '法人のお客様への営業',
    'range of work': '営業部の業務',
    place: '本社',
    'range of places': '本社と在宅',
    hours: '9時から18時まで。休憩1時間',
    'days off': '土日祝日',
    leave: '年次有給休暇は初日から10日',
    wage: '月額350,000円',
    'payment of wages': '毎月25日に振込',
    'pay rises': '年1回',
    leaving: '30日前までに届け出',
    'earlier service': '退職金の計算には通算しない',
    renewal: '業務量により更新することがある',
    'limit of renewals': '4回まで',
    conversion: '通算5年を超えると申し込める',
    'retirement allowance': 'なし',
    bonus: 'あり',
    'whom to ask': '人事部 林',
  },
} as const satisfies Offer;

const commission = {
  kind: 'freelance',
  startsOn: '2027-10-01',
  manager: 't.mori@hikari.example.com',
  daysToPay: 30,
  terms: {
    task: '展示会の企画書の作成',
    delivery: '2027年11月30日',
    'place of delivery': 'メールで納品',
    fee: '400,000円(税抜)',
    'payment day': '2027年12月28日',
  },
} as const satisfies Offer;

function after(rehire: Rehire | undefined, { outcome, write }: RehireDecision): Rehire {
  if (!write) throw new Error(`nothing was written: ${outcome}`);
  return { ...write.rehire, version: (rehire?.version ?? 0) + 1 };
}

/** A case that was just opened; on the day after the last day the least time away is not over. */
export function opened(wish: Partial<Wish> = {}, date = '2027-08-02'): Rehire {
  const asked: Wish = { kind: 'fixed-term', from: '2027-10-01', wantsTalk: true, openedBy: 'alumnus', ...wish };
  return after(undefined, openRehire(enrolled(), { number: 1, earlier: [] }, asked, on(date)));
}

function decided(): Rehire {
  const held = after(undefined, noteTalk(opened(), 'held', undefined, opening));
  const holder = { approver: 'kato', round: 1, generation: 1 };
  const word = { decision: 'approve' as const, by: 'link' as const };
  return after(held, decideRehire(held, holder, word, undefined, opening));
}

function offered(offer: Offer = employment): Rehire {
  return after(undefined, makeOffer(decided(), { file: enrolled(), words }, offer, opening));
}

export function accepted(offer: Offer = employment): Rehire {
  const made = offered(offer);
  return after(made, acceptOffer(made, words, { revision: 1 }, opening));
}

/** One that ended so. */
export function endedAs(status: RehireEnd): Rehire {
  if (status === 'conditions not met')
    return { ...opened({ kind: 'permanent', from: undefined }, '2027-02-01'), status };
  return { ...offered(), status };
}

const changes = changesSince('2026-06-30', policy);

/** Every mail about a return to the alumnus. */
export function sampleLetters(language: Language, { name } = written): Record<string, Letter> {
  const to = {
    language,
    policy,
    name: name || names[language],
    preferencesUrl: `${portal}/preferences/eyJ0b2tlbiI`,
    contributeUrl: `${portal}/contribute/eyJ0b2tlbiI`,
    rehireUrl: `${portal}/rehire/eyJ0b2tlbiI`,
    stopUrl: `${portal}/stop/eyJ0b2tlbiI`,
  };
  const offerUrl = `${portal}/offer/eyJ0b2tlbiI`;
  const made = { ...to, rehire: offered(), offer: employment, offerUrl, reminder: false };
  const revised = { ...made.rehire, offer: made.rehire.offer && { ...made.rehire.offer, revision: 2 } };
  const [end, checkInUrl] = [
    (status: RehireEnd) => endLetter({ ...to, rehire: endedAs(status) }),
    `${portal}/settling/eyJ0b2tlbiI`,
  ];
  return {
    receipt: receiptLetter({ ...to, rehire: opened() }),
    'receipt, to be looked at by HR': receiptLetter({
      ...to,
      rehire: opened({ from: undefined, wantsTalk: false }, '2027-02-01'),
    }),
    'receipt, opened by HR': receiptLetter({ ...to, rehire: { ...opened(), openedBy: 'HR' } }),
    offer: offerLetter(made),
    'offer, once more': offerLetter({ ...made, reminder: true }),
    'offer, corrected': offerLetter({ ...made, rehire: revised }),
    'offer to a freelancer': offerLetter({ ...made, rehire: offered(commission), offer: commission }),
    welcome: welcomeLetter({ ...to, rehire: accepted(), offer: employment, changes }),
    'welcome, nothing changed': welcomeLetter({
      ...to,
      rehire: accepted(commission),
      offer: commission,
      changes: { ...changes, new: [] },
    }),
    'conditions not met': end('conditions not met'),
    'not offered': end('not offered'),
    expired: end('expired'),
    lapsed: end('lapsed'),
    cancelled: end('cancelled'),
    'check-in': checkInLetter({ ...to, rehire: accepted(), checkIn: 2, checkInUrl }),
  };
}

/** Every question to who decides. */
export function sampleApprovals({ name, sinceThen } = written, approver = '加藤 由紀'): Record<string, Letter> {
  const code = 'K7QM2W9DXA';
  const states = 'https://ap-northeast-1.console.aws.amazon.com/states/home?region=ap-northeast-1#';
  const request = {
    policy,
    approver: { name: approver },
    closesOn: '2027-08-23T03:00:00Z',
    profile: { name: name || names.ja, department: 'Sales', role: 'Manager' },
    stint: { hireDate: '2019-04-01', lastDay: '2026-12-31' },
    decideUrl: `${portal}/rehire-decision/eyJ0b2tlbiI`,
    executionUrl: `${states}/v2/executions/details/arn:aws:states:ap-northeast-1:123456789012:execution:okaeri-rehire:rehire-1-1`,
    stateMachineUrl: `${states}/statemachines/view/arn%3Aaws%3Astates%3Aap-northeast-1%3A123456789012%3AstateMachine%3Aokaeri-decide-rehire`,
    consoleInput: `{"rehire":"1","decision":"approve","code":"${code}","note":""}`,
    commands: {
      approve: `npm run okaeri -- rehire approve 1 --code ${code}`,
      reject: `npm run okaeri -- rehire reject 1 --code ${code}`,
    },
    code,
  };
  const decision = { ...request, rehire: opened({ wantsTalk: false }), about: 'decision' as const, sinceThen };
  const override = { ...request, rehire: opened({ from: undefined }, '2027-02-01'), about: 'override' as const };
  return {
    ask: rehireApprovalLetter({ ...decision, mail: 'ask' }),
    'ask about an exception': rehireApprovalLetter({ ...override, mail: 'ask' }),
    remind: rehireApprovalLetter({ ...decision, mail: 'remind' }),
    escalate: rehireApprovalLetter({ ...decision, mail: 'escalate', deputyOf: '加藤 由紀' }),
    'new code': rehireApprovalLetter({ ...override, mail: 'new code' }),
  };
}

/** Every mail about a task to who does it. */
export function sampleTasks({ name, introduction } = written): Record<string, Letter> {
  const rehire = accepted();
  const task = (kind: TaskKind, mail: RehireTask['mail'] = 'hand over') => {
    const found = rehire.tasks.find((each) => each.kind === kind);
    if (!found) throw new Error(`no task ${kind}`);
    return { ...found, mail };
  };
  const about = {
    policy,
    rehire,
    name: name || names.ja,
    introduction,
    changes,
    taskUrl: `${portal}/task/eyJ0b2tlbiI`,
  };
  const owner = { ...about, to: 'owner' as const };
  const { name: _, introduction: __, ...nameless } = owner;
  return {
    hris: taskLetter({ ...owner, task: task('hris') }),
    account: taskLetter({ ...owner, task: task('account') }),
    orientation: taskLetter({ ...owner, task: task('orientation') }),
    refresh: taskLetter({ ...owner, task: task('refresh') }),
    buddy: taskLetter({ ...owner, task: task('buddy') }),
    culture: taskLetter({ ...owner, task: task('culture') }),
    'account, once more': taskLetter({ ...owner, task: task('account', 'remind') }),
    'account, overdue': taskLetter({ ...owner, task: task('account', 'escalate') }),
    'account, not needed': taskLetter({ ...owner, task: task('account', 'off') }),
    'account, not needed for who was erased': taskLetter({
      ...nameless,
      name: undefined,
      task: task('account', 'off'),
    }),
  };
}

/** Every other mail about a return to staff. */
export function sampleLettersToStaff({ name, sinceThen, text } = written): Record<string, Letter> {
  const caseUrl = `${portal}/case/eyJ0b2tlbiI`;
  const who = name || names.ja;
  const profile = { name: who, address: 'hanako@example.com', language: 'ja' as const };
  const talk = { policy, rehire: opened(), profile, words: { sinceThen }, caseUrl, reminder: false };
  const needed = {
    policy,
    rehire: decided(),
    name: who,
    language: 'ja' as const,
    caseUrl,
    command: 'npm run okaeri -- rehire offer 1 FILE',
    reminder: false,
  };
  const answer: CheckInAnswer = { checkIn: 1, at: opening.now, prying: 'none', settled: 'well' };
  const answered = { policy, rehire: accepted(), name: who, answer, caseUrl };
  const overdue = accepted().tasks.find(({ kind }) => kind === 'account');
  if (!overdue) throw new Error('no task');
  return {
    talk: talkLetter(talk),
    'talk, once more': talkLetter({ ...talk, words: {}, reminder: true }),
    'offer needed': offerNeededLetter(needed),
    'offer needed, once more': offerNeededLetter({ ...needed, reminder: true }),
    news: rehireNewsLetter({ policy, rehire: accepted(), name: who, caseUrl }),
    'news of who was erased': rehireNewsLetter({ policy, rehire: endedAs('lapsed'), name: undefined, caseUrl }),
    'task overdue, to HR': taskLetter({
      policy,
      rehire: accepted(),
      task: { ...overdue, mail: 'escalate' },
      name: who,
      changes,
      taskUrl: `${portal}/task/eyJ0b2tlbiI`,
      caseUrl,
      to: 'HR',
    }),
    'all is well': checkInAnswerLetter(answered),
    'something is missing': checkInAnswerLetter({
      ...answered,
      answer: { ...answer, prying: 'some', settled: 'not', text },
    }),
  };
}
