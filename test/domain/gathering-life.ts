import { expect } from 'vitest';
import type { Given } from '../../functions/domain/decision.ts';
import { dateOfGathering, Gathering, type GatheringDecision } from '../../functions/domain/gathering.ts';
import {
  costBooked,
  decisionTold,
  gatheringDue,
  noteCost,
  restedUntilTomorrow,
  reviewAsked,
  stepDone,
} from '../../functions/domain/gathering-notes.ts';
import { changesOf, datesOf, type Plan } from '../../functions/domain/gathering-plan.ts';
import { type NextStep, takeStockOfGathering } from '../../functions/domain/gathering-steps.ts';
import { planReviewBy, reviewPlan } from '../../functions/domain/plan-review.ts';
import { cancelGathering, changeGathering, publishGathering } from '../../functions/domain/plan-submission.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { checkStart, checkWait } from './gathering-rules.ts';
import { on } from './samples.ts';

const endings = ['over', 'cancelled', 'refused', 'not reviewed', 'withdrawn'] as const;
type Ending = (typeof endings)[number];
type Carried = Exclude<NextStep, Ending | 'wait'>;

/** Where its execution is. A step runs by the gathering that it read at its start. */
type State =
  | { at: 'stock' }
  | { at: 'running'; step: Carried; read: Gathering }
  | { at: 'parking' | 'parked' }
  | { at: 'ended'; as: Ending };

function isEnding(step: NextStep): step is Ending {
  return endings.some((ending) => ending === step);
}

function digestOf(plan: Plan): string {
  return JSON.stringify(plan);
}

/** A gathering's whole life: table, execution, clock and sweep, as small as they can be. */
export class GatheringLife {
  clock: string;
  gathering: Gathering;
  state: State = { at: 'stock' };
  /** What is behind, in order. */
  readonly steps: { step: Carried; date: string }[] = [];
  readonly happened: string[] = [];
  private tokens = 0;

  constructor(plan: Plan, clock = '2026-11-22') {
    this.clock = clock;
    const { outcome, write } = publishGathering([], { plan, digest: digestOf(plan) }, this.given);
    if (!write) throw new Error(`not published: ${outcome}`);
    this.gathering = write.gathering;
  }

  get given(): Given {
    return on(this.clock);
  }

  /** By the gathering's calendar. */
  get date(): string {
    return dateOfGathering(this.gathering, this.given);
  }

  get isEnded(): boolean {
    return this.state.at === 'ended';
  }

  /** Writes what was decided, as the table would. */
  private apply<Outcome extends string>({ outcome, write }: GatheringDecision<Outcome>, isApproval = false): Outcome {
    this.happened.push(outcome);
    if (!write) return outcome;
    const [before, date] = [this.gathering, this.date];
    const { gathering, consequences = [] } = write;
    this.gathering = Gathering.parse({ ...gathering, version: before.version + 1 });
    expect(this.date >= date, 'its date never goes back').toBe(true);
    if (!isApproval) this.checkNothingUndone(before);
    const isResumed = before.taskToken !== undefined && this.gathering.taskToken === undefined;
    expect(consequences, 'whoever waits goes on').toEqual(
      isResumed ? [{ kind: 'resume', question: 'gathering-1', taskToken: before.taskToken }] : [],
    );
    if (isResumed && this.state.at === 'parked') this.state = { at: 'stock' };
    return outcome;
  }

  private checkNothingUndone({ done: was, plan, revision, status }: Gathering): void {
    const { done } = this.gathering;
    for (const flag of ['closed', 'details', 'thanked', 'booked', 'cancellation'] as const)
      expect(!was[flag] || done[flag], `${flag} stays`).toBe(true);
    for (const revisionOf of ['hosts', 'told', 'invited'] as const)
      expect((done[revisionOf] ?? 0) >= (was[revisionOf] ?? 0), `${revisionOf} stays`).toBe(true);
    expect((done.reminded ?? '') >= (was.reminded ?? ''), 'reminded stays').toBe(true);
    expect([this.gathering.plan, this.gathering.revision], 'only an approval brings a plan').toEqual([plan, revision]);
    if (isEnding(status as NextStep)) expect(this.gathering.status, 'what is over stays over').toBe(status);
  }

  change(make: (plan: Plan, date: string) => Plan): void {
    const known = this.gathering.draft?.plan ?? this.gathering.plan;
    if (!known) return;
    const plan = make(known, this.date);
    this.apply(changeGathering(this.gathering, { plan, digest: digestOf(plan) }, this.given));
  }

  /** @param behind how many submissions ago the reviewer looked */
  review(decision: 'approve' | 'refuse', behind = 0): void {
    const [before, date] = [this.gathering, this.date];
    const last = planReviewBy(before, this.given);
    const answer = { decision, by: 'link' } as const;
    const outcome = this.apply(reviewPlan(before, before.submissions - behind, answer, this.given), true);
    if (this.gathering === before) return;
    expect(last && date <= last && behind === 0, 'in time, and of what is asked').toBe(true);
    if (outcome === 'approved') this.checkApproved(before, date);
    else expect([this.gathering.plan, this.gathering.done]).toEqual([before.plan, before.done]);
  }

  private checkApproved({ plan: knew, done: was, draft, revision, changed = [] }: Gathering, date: string): void {
    const { plan, done, submissions } = this.gathering;
    if (!plan) throw new Error('approved without a plan');
    const { deadline, details } = datesOf(plan, this.given.policy);
    const untold = was.told === revision ? [] : changed;
    const news = knew ? new Set([...untold, ...changesOf(knew, plan)]) : new Set();
    expect(plan).toEqual(draft?.plan);
    expect(this.gathering).toMatchObject({ revision: submissions, status: 'announced' });
    expect(done).toEqual({
      ...was,
      told: news.size > 0 ? was.told : submissions,
      closed: was.closed && deadline < date,
      details: was.details && details <= date,
    });
  }

  cancel(): void {
    this.apply(cancelGathering(this.gathering, this.given));
  }

  cost(amount: number): void {
    this.apply(noteCost(this.gathering, amount));
  }

  pass(days: number): void {
    this.clock = dateAfter(this.clock, `P${days}D`);
  }

  /** The sweep brings a date, which may be ahead of the clock, or one that it has brought before. */
  sweep(ahead = 0): void {
    const date = dateAfter(this.clock, `P${ahead}D`);
    const isDue = this.gathering.due !== undefined && this.gathering.due <= date;
    expect(this.apply(gatheringDue(this.gathering, date, this.given))).toBe(isDue ? 'woken' : 'nothing due');
    if (isDue) expect(this.date >= date).toBe(true);
  }

  /** The clock goes on to the date that it waits for. */
  sweepWhenDue(): void {
    const { due } = this.gathering;
    if (due && due > this.clock) this.clock = due;
    this.sweep();
  }

  /** It has waited as long as an execution may. */
  timeOut(): void {
    if (this.state.at === 'parked') this.state = { at: 'stock' };
  }

  /** The execution goes on by one move. `interrupted`: its step is called again; `rest`: SES takes no more today. */
  go(fate: 'done' | 'interrupted' | 'rest' = 'done'): void {
    const { state } = this;
    if (state.at === 'stock') this.takeStock();
    else if (state.at === 'parking') this.park();
    else if (state.at === 'running') {
      if (fate === 'done') this.finish(state);
      if (fate === 'rest') this.apply(restedUntilTomorrow(this.gathering, this.given));
      this.state = { at: 'stock' };
    }
  }

  private takeStock(): void {
    const step = this.apply(takeStockOfGathering(this.gathering, this.given));
    if (step === 'wait') {
      checkWait(this.gathering, this.given);
      this.state = { at: 'parking' };
    } else if (isEnding(step)) {
      expect(step).toBe(this.gathering.status);
      this.state = { at: 'ended', as: step };
    } else {
      checkStart(step, this.gathering, this.given);
      this.state = { at: 'running', step, read: this.gathering };
    }
  }

  /** Whoever was woken before it parked takes stock again. */
  private park(): void {
    this.state = { at: this.gathering.due === undefined ? 'stock' : 'parked' };
    if (this.state.at === 'stock') return;
    this.tokens += 1;
    this.gathering = { ...this.gathering, taskToken: `token-${this.tokens}` };
  }

  private finish({ step, read }: { step: Carried; read: Gathering }): void {
    const now = this.gathering;
    this.steps.push({ step, date: this.date });
    this.apply(this.noted(step, read));
    if (step === 'book the cost' && this.gathering.status === 'over') expect(this.gathering.cost).toBe(read.cost);
    // A step that was not overtaken is behind; of another review, which ends meanwhile, the admin hears too.
    const mayRepeat = step === 'book the cost' || (step === 'tell the admin' && now.draft !== undefined);
    if (now.version === read.version && !mayRepeat) {
      const { outcome } = takeStockOfGathering(this.gathering, this.given);
      expect(outcome, 'once').not.toBe(step);
    }
  }

  /** What the steps' handler notes. */
  private noted(step: Carried, { revision, submissions, decided, plan, cost }: Gathering): GatheringDecision<string> {
    const { gathering: now, given } = this;
    const reminders = plan ? datesOf(plan, given.policy).reminders : [];
    const done = {
      'tell the hosts': { hosts: revision },
      invite: { invited: revision },
      'tell of the change': { told: revision },
      remind: { reminded: reminders.findLast((day) => day <= this.date) },
      'close the answers': { closed: true },
      'send the details': { details: true },
      thank: { thanked: true },
      'tell of the cancellation': { cancellation: true },
    };
    if (step === 'ask for the review')
      return now.submissions === submissions ? reviewAsked(now, given) : { outcome: 'noted' };
    if (step === 'tell the admin')
      return now.decided?.submission === decided?.submission ? decisionTold(now) : { outcome: 'noted' };
    return step === 'book the cost' ? costBooked(now, cost, given) : stepDone(now, done[step], given);
  }

  /** Lets its execution go on until it waits or has ended. */
  settle(): void {
    for (let move = 0; move < 60; move += 1) {
      if (this.state.at === 'parked' || this.isEnded) return;
      this.go();
    }
    throw new Error('the execution loops');
  }
}
