import { expect } from 'vitest';
import { ask, close, remind } from '../../functions/domain/asking.ts';
import { Evidence } from '../../functions/domain/consent.ts';
import {
  Consequence,
  type Decision,
  Entry,
  type Given,
  type PersonFile,
  unknownPerson,
  type Write,
} from '../../functions/domain/decision.ts';
import { personDue, questionDue } from '../../functions/domain/due.ts';
import { enrol } from '../../functions/domain/enrolment.ts';
import { isLive, isRunning, isTombstone, Person } from '../../functions/domain/person.ts';
import { Profile } from '../../functions/domain/profile.ts';
import { Question, type QuestionKind, questionId } from '../../functions/domain/question.ts';
import { currentStint, type StintRef, type Stock, takeStock } from '../../functions/domain/stock.ts';
import { dateAfter, dateOf, instantAfter } from '../../functions/domain/time.ts';
import { policy } from './samples.ts';

/** What a state machine is about to do, or what it waits for. */
type State =
  | { at: 'stock' }
  | { at: 'ask'; kind: QuestionKind }
  | { at: 'park' | 'remind'; question: string; round: number }
  | { at: 'parked'; question: string; round: number; token: string }
  | { at: 'close'; question: string }
  | { at: 'enrol' }
  | { at: 'ended'; as: Stock | 'enrolled' };

export type Execution = { ref: StintRef; state: State };

const kinds: Partial<Record<Stock, QuestionKind>> = {
  'on hold': 'reason',
  'address needed': 'address',
  'address unconfirmed': 'confirmation',
  'consent needed': 'consent',
  'waiting for the last day': 'last day',
};

/** One person's whole life in the programme: table, relay, state machines, clock and sweep, as small as they can be. */
export class Life {
  file: PersonFile = unknownPerson('p');
  now = '2026-11-22T03:00:00Z';
  readonly pending: Consequence[] = [];
  readonly executions: Execution[] = [];
  readonly entries: Entry[] = [];
  readonly evidence: Evidence[] = [];
  /** Stints that said yes and have not been cancelled or erased since. */
  readonly agreed = new Set<number>();
  private tokens = 0;

  get given(): Given {
    return { now: this.now, policy };
  }

  get today(): string {
    return dateOf(this.now, policy.company.timeZone);
  }

  /** Writes what was decided, as one transaction would, and checks that it could be stored. */
  apply<Outcome extends string>({ outcome, write }: Decision<Outcome>, reopen = false): Outcome {
    if (!write) return outcome;
    const before = this.file;
    checkStored(write);
    this.checkResumes(write);
    const settled = new Set((write.questions ?? []).map(({ id }) => id));
    const profile = write.profile === 'delete' ? undefined : (write.profile ?? before.profile);
    this.file = {
      person: { ...write.person, version: before.person.version + 1 },
      ...(profile && { profile }),
      questions: [...before.questions.filter(({ id }) => !settled.has(id)), ...(write.questions ?? [])],
    };
    this.pending.push(...(write.consequences ?? []));
    this.entries.push(...(write.entries ?? []));
    this.evidence.push(...(write.evidence ?? []));
    for (const stint of this.file.person.stints) {
      if (stint.status === 'enrolled') expect(this.agreed, 'enrolled with consent').toContain(stint.number);
      if (!('consentedAt' in stint && stint.consentedAt)) this.agreed.delete(stint.number);
    }
    for (const stint of before.person.stints.filter(isTombstone)) {
      if (reopen) break;
      expect(this.file.person.stints, 'remembered').toContainEqual(stint);
    }
    this.checkQuestions();
    return outcome;
  }

  private checkResumes({ questions = [], consequences = [] }: Write): void {
    const resumed = consequences.flatMap((consequence) =>
      consequence.kind === 'resume' ? [consequence.taskToken] : [],
    );
    const parked = this.file.questions.filter(({ status, taskToken }) => status === 'open' && taskToken);
    const settled = parked.filter(({ id }) =>
      questions.some((question) => question.id === id && question.status !== 'open'),
    );
    expect(resumed.sort(), 'one resume for each parked question settled').toEqual(
      settled.map(({ taskToken }) => taskToken).sort(),
    );
  }

  private checkQuestions(): void {
    const { person, profile, questions } = this.file;
    const open = questions.filter(({ status }) => status === 'open');
    expect(new Set(open.map(({ stint }) => stint)).size, 'one open question for each stint').toBe(open.length);
    for (const { stint } of open) {
      const about = person.stints.find(({ number }) => number === stint);
      expect(about && isRunning(about), 'only a running departure has questions').toBe(true);
    }
    if (person.stints.some(isLive)) expect(profile, 'a profile as long as it is needed').toBeDefined();
    const isGone = person.stints.every((stint) => isTombstone(stint) || stint.status === 'cancelled');
    if (isGone) expect(profile, 'no profile of who is gone').toBeUndefined();
  }

  /** Carries out one pending consequence, as relay does. */
  relay(index = 0): void {
    const [consequence] = this.pending.splice(index % Math.max(1, this.pending.length), 1);
    if (consequence?.kind === 'start') {
      const { stint, generation } = consequence;
      const isKnown = this.executions.some(({ ref }) => ref.stint === stint && ref.generation === generation);
      if (!isKnown && currentStint(this.file, consequence))
        this.executions.push({ ref: { stint, generation }, state: { at: 'stock' } });
    }
    if (consequence?.kind === 'resume') {
      const parked = this.executions.find(
        ({ state }) => state.at === 'parked' && state.token === consequence.taskToken,
      );
      if (parked) parked.state = { at: 'stock' };
    }
    if (consequence?.kind === 'erase') {
      this.file = { ...this.file, questions: this.file.questions.filter(({ status }) => status === 'open') };
    }
  }

  /** One step of a state machine. A step whose answer is lost is carried out, and will be again. */
  step(execution: Execution, isLost = false): void {
    const next = this.next(execution);
    if (!isLost) execution.state = next;
  }

  private next({ ref, state }: Execution): State {
    switch (state.at) {
      case 'stock': {
        const stock = this.apply(takeStock(this.file, ref, this.given));
        const kind = kinds[stock];
        if (kind) return { at: 'ask', kind };
        return stock === 'left' ? { at: 'enrol' } : { at: 'ended', as: stock };
      }
      case 'ask': {
        const outcome = this.apply(ask(this.file, ref, state.kind, this.given));
        const stint = currentStint(this.file, ref);
        if (outcome === 'needless' || !stint) return { at: 'stock' };
        return { at: 'park', question: questionId(stint, state.kind), round: 1 };
      }
      case 'park':
        return this.park(state.question, state.round);
      case 'remind': {
        const outcome = this.apply(remind(this.file, state.question, state.round, this.given));
        if (outcome === 'settled') return { at: 'stock' };
        if (outcome === 'window over') return { at: 'close', question: state.question };
        return { at: 'park', question: state.question, round: state.round + 1 };
      }
      case 'close':
        this.apply(close(this.file, state.question, this.given));
        return { at: 'stock' };
      case 'enrol':
        return this.apply(enrol(this.file, ref, this.given)) === 'enrolled'
          ? { at: 'ended', as: 'enrolled' }
          : { at: 'stock' };
      default:
        return state;
    }
  }

  private park(id: string, round: number): State {
    const question = this.file.questions.find((other) => other.id === id);
    if (question?.status !== 'open' || (question.parkedRound ?? 0) > round) return { at: 'stock' };
    this.tokens += 1;
    const token = `token-${this.tokens}`;
    const parked = { ...question, taskToken: token, parkedRound: round };
    this.file = { ...this.file, questions: this.file.questions.map((other) => (other.id === id ? parked : other)) };
    return { at: 'parked', question: id, round, token };
  }

  /** A wait ends without an answer. */
  timeOut(execution: Execution): void {
    const { state } = execution;
    if (state.at === 'parked') execution.state = { at: 'remind', question: state.question, round: state.round };
  }

  pass(days: number): void {
    this.now = instantAfter(this.now, `P${days}D`, policy.company.timeZone);
  }

  /** The daily sweep, of a date that may be ahead of the clock. */
  sweep(ahead = 0): void {
    const date = dateAfter(this.today, `P${ahead}D`);
    for (const { id, due } of this.file.questions) {
      if (due && due <= date) this.apply(questionDue(this.file, id, date, this.given));
    }
    const wasLive = this.file.person.stints.some(isLive);
    const outcome = this.apply(personDue(this.file, date, this.given));
    if (outcome === 'erased') expect(wasLive, 'the calendar erases nobody whose data is needed').toBe(false);
    if (outcome === 'forgotten') this.file = unknownPerson('p');
  }

  /** Lets relay and every state machine go on until all of them wait or have ended. */
  settle(): void {
    const bound = 60;
    for (let turn = 0; turn < bound; turn += 1) {
      while (this.pending.length > 0) this.relay();
      const awake = this.executions.filter(({ state }) => state.at !== 'parked' && state.at !== 'ended');
      if (awake.length === 0) return this.checkQuiet();
      for (const execution of awake) this.step(execution);
    }
    throw new Error('a state machine loops');
  }

  /** Nobody is forgotten: whoever is not through yet is waited for by an execution, or by the calendar. */
  private checkQuiet(): void {
    for (const stint of this.file.person.stints.filter(isRunning)) {
      if ('startsOn' in stint) continue;
      const execution = this.executions.find(
        ({ ref }) => ref.stint === stint.number && ref.generation === stint.generation,
      );
      const state = execution?.state;
      expect(state?.at, `stint ${stint.number} (${stint.status}) is waited for`).toBe('parked');
      const question = this.file.questions.find(({ id }) => state?.at === 'parked' && id === state.question);
      expect(question, 'the question waited for').toMatchObject({ status: 'open', stint: stint.number });
    }
    const waiting = this.executions.filter(({ state }) => state.at === 'parked');
    expect(waiting.length, 'no execution waits for nothing').toBe(
      this.file.questions.filter(({ status }) => status === 'open').length,
    );
  }
}

function checkStored({ person, profile, questions = [], consequences = [], entries = [], evidence = [] }: Write): void {
  Person.parse(person);
  if (profile && profile !== 'delete') Profile.parse(profile);
  for (const question of questions) Question.parse(question);
  for (const consequence of consequences) Consequence.parse(consequence);
  for (const entry of entries) Entry.parse(entry);
  for (const proof of evidence) Evidence.parse(proof);
}
