import { createHash } from 'node:crypto';
import { ask } from '../../functions/domain/asking.ts';
import type { Proof } from '../../functions/domain/consent.ts';
import type { Decision, Given, PersonFile, Write } from '../../functions/domain/decision.ts';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { decideReport, type Received, type ReportOutcome } from '../../functions/domain/departure.ts';
import type { Departing, DepartureReport } from '../../functions/domain/departure-report.ts';
import { questionDue } from '../../functions/domain/due.ts';
import { enrol } from '../../functions/domain/enrolment.ts';

import { giveConsent } from '../../functions/domain/leaver.ts';
import type { Stint } from '../../functions/domain/person.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import type { Question, QuestionKind } from '../../functions/domain/question.ts';
import { type Stock, takeStock } from '../../functions/domain/stock.ts';
import policyFile from '../../policy.json' with { type: 'json' };

export const policy = parsePolicy(policyFile);

/** Noon in Tokyo on a date. */
function noon(date: string): string {
  return `${date}T03:00:00Z`;
}

export function on(date: string): Given {
  return { now: noon(date), policy };
}

export const today: Given = on('2026-11-22');

export const proof: Proof = { wording: '2026-11', language: 'ja', method: 'link', address: 'hash-of-address' };

const departing: Departing = {
  employeeId: 'E1042',
  hireDate: '2019-04-01',
  name: '佐藤 花子',
  nameKana: 'サトウ ハナコ',
  personalEmail: 'hanako@example.com',
  workEmail: 'h.sato@hikari.example.com',
  language: 'ja',
  lastWorkingDay: '2026-12-31',
  department: 'Sales',
  role: 'Manager',
  contract: 'permanent',
  reason: 'career',
  country: 'JP',
};

/** A departure as parsed; only what a test is about needs saying. A field given as undefined is left out. */
export function report(
  data: Partial<Record<keyof Departing, unknown>> = {},
  at = '2026-11-20T00:00:00Z',
): DepartureReport {
  const known = Object.entries({ ...departing, ...data }).filter(([, value]) => value !== undefined);
  return { type: 'departure.announced', timestamp: at, data: Object.fromEntries(known) as Departing };
}

export function cancellation(at = '2026-11-21T00:00:00Z', data: { hireDate?: string } = {}): DepartureReport {
  return { type: 'departure.cancelled', timestamp: at, data: { employeeId: 'E1042', hireDate: '2019-04-01', ...data } };
}

/** A hash of what a report says, made as the identity adapter makes it, but for the key. */
export function digestOf({ type, data }: DepartureReport): string {
  const said = type === 'departure.cancelled' ? 'cancelled' : JSON.stringify(Object.entries(data).sort());
  return createHash('sha256').update(said).digest('hex').slice(0, 24);
}

export function decide(
  file: PersonFile,
  said: DepartureReport,
  given: Given = today,
  extra: Omit<Received, 'report' | 'digest'> = {},
): Decision<ReportOutcome> {
  return decideReport(file, { report: said, digest: digestOf(said), ...extra }, given);
}

/** A person's file after a write, as the people adapter would load it again. */
export function after(file: PersonFile, write: Write | undefined): PersonFile {
  if (!write) return file;
  const { person, profile = file.profile, questions = [] } = write;
  const written = new Set(questions.map(({ id }) => id));
  return structuredClone({
    person: { ...person, version: file.person.version + 1 },
    ...(profile && profile !== 'delete' && { profile }),
    questions: [...file.questions.filter(({ id }) => !written.has(id)), ...questions],
  });
}

/** The file of somebody after reports. */
export function personFile(reports: readonly DepartureReport[] = [report()], given: Given = today): PersonFile {
  return reports.reduce(
    (file, said) => after(file, decide(file, said, given).write),
    unknownPerson('0123456789abcdef01234567'),
  );
}

export function stintOf(file: PersonFile, number = 1): Stint {
  const stint = file.person.stints.find((other) => other.number === number);
  if (!stint) throw new Error(`no stint ${number}`);
  return stint;
}

export function refOf(file: PersonFile, number = 1): { stint: number; generation: number } {
  return { stint: number, generation: stintOf(file, number).generation };
}

const kinds: Partial<Record<Stock, QuestionKind>> = {
  'on hold': 'reason',
  'address needed': 'address',
  'address unconfirmed': 'confirmation',
  'consent needed': 'consent',
  'waiting for the last day': 'last day',
};

/** Runs the state machine until it waits for an answer, which it does on a task token, or ends. */
export function run(
  file: PersonFile,
  given: Given = today,
  number = 1,
): { file: PersonFile; stock: Stock; question?: Question } {
  let now = file;
  for (let turn = 0; turn < 10; turn += 1) {
    const ref = refOf(now, number);
    const { outcome: stock, write } = takeStock(now, ref, given);
    now = after(now, write);
    const kind = kinds[stock];
    if (!kind) return { file: now, stock };
    const known = new Set(now.questions.map(({ id }) => id));
    const asked = ask(now, ref, kind, given);
    now = after(now, asked.write);
    if (asked.outcome === 'needless') continue;
    const parked = now.questions.map((question) =>
      question.status === 'open' && !known.has(question.id)
        ? { ...question, taskToken: `token-${question.id}`, parkedRound: 0 }
        : question,
    );
    now = { ...now, questions: parked };
    return { file: now, stock, question: openQuestion(now, number) };
  }
  throw new Error('the state machine loops');
}

export function openQuestion(file: PersonFile, number = 1): Question {
  const [question, ...others] = file.questions.filter(({ status, stint }) => status === 'open' && stint === number);
  if (!question || others.length > 0) throw new Error(`${others.length + (question ? 1 : 0)} open questions`);
  return question;
}

/** Somebody who has been asked for consent. */
export function asked(said: DepartureReport = report(), given: Given = today): PersonFile {
  return run(personFile([said], given), given).file;
}

/** Somebody who has said yes, and waits for the last day. */
export function consented(
  purposes: Parameters<typeof giveConsent>[1]['purposes'] = ['outreach', 'directory'],
): PersonFile {
  const file = asked();
  return run(after(file, giveConsent(file, { stint: 1, purposes, proof }, today).write)).file;
}

/** An alumnus, enrolled on the day after the last day. */
export function enrolled(given: Given = on('2027-01-01')): PersonFile {
  const waiting = consented();
  const { id, due = '' } = openQuestion(waiting);
  const { file } = run(after(waiting, questionDue(waiting, id, due, given).write), given);
  return after(file, enrol(file, refOf(file), given).write);
}
