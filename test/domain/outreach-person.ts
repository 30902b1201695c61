import { changeAddress, confirmAddress } from '../../functions/domain/address-change.ts';
import { type Purpose, purposes } from '../../functions/domain/consent.ts';
import { dueDate } from '../../functions/domain/due.ts';
import { erasePerson, giveAddress, optOut } from '../../functions/domain/hr.ts';
import { declineConsent, giveConsent } from '../../functions/domain/leaver.ts';
import { mailBounced, mailComplained, mailDelayed } from '../../functions/domain/mail-report.ts';
import { changeConsent, leaveProgramme, pauseMail, stopMail } from '../../functions/domain/preferences.ts';
import { dateAfter, dateBefore } from '../../functions/domain/time.ts';
import type { Chance } from './chance.ts';
import type { Execution } from './life.ts';
import { MailedLife } from './outreach-life.ts';
import { decide, type policy, proof, report } from './samples.ts';

/** What is happening to somebody, and what is to be expected of it. */
export class Person extends MailedLife {
  readonly counts: Record<string, number> = {};
  private readonly chance: Chance;
  private readonly leavesFirst: string;
  private hired = '2015-04-01';
  private order = 0;
  private soft: { dispatch: string; date: string }[] = [];

  constructor(chance: Chance, rules: typeof policy) {
    super(rules);
    this.chance = chance;
    this.leavesFirst = dateAfter('2026-11-22', `P${chance.below(2500)}D`);
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** A morning: the calendar, the state machines, and now and then a decision. */
  morning(date: string): void {
    this.now = `${date}T00:00:00Z`;
    const { person, questions } = this.file;
    const open = questions.filter(({ status }) => status === 'open');
    const isDue = [dueDate(person), ...open.map((question) => question.due)].some((due) => due && due <= date);
    if (isDue) this.sweep();
    // Years after an erasure nothing is left, not even the names of executions.
    if (this.file.person.version === 0) this.executions.length = 0;
    if (this.chance.oneIn(7)) for (const execution of this.executions) this.timeOut(execution);
    if (date === this.leavesFirst) this.leaveCompany();
    this.answer();
    if (this.doubts.length > 0 && this.chance.oneIn(10)) {
      this.settleDoubt();
      this.count('not sent');
    }
    if ((this.isEnrolled || this.wants) && this.chance.oneIn(240)) this.happen();
    if (!this.file.profile && date > this.leavesFirst && this.chance.oneIn(600)) this.leaveCompany();
    if (this.pending.length > 0 || this.executions.some(isAwake)) this.settle();
  }

  protected override forget(): void {
    super.forget();
    this.soft = [];
  }

  /** A departure is announced, of a new stint where there was one before. */
  private leaveCompany(): void {
    const lastWorkingDay = dateAfter(this.today, `P${this.chance.below(60)}D`);
    this.order += 1;
    const said = report({
      hireDate: this.hired,
      lastWorkingDay,
      language: this.chance.of(['ja', 'ja', 'en']),
      country: this.chance.of(['JP', 'JP', 'SG']),
    });
    const outcome = this.apply(decide(this.file, { ...said, sequence: this.order }, this.given));
    if (outcome === 'accepted') this.count(this.order === 1 ? 'left' : 'left again');
    this.hired = dateAfter(lastWorkingDay, 'P1D');
  }

  private answer(): void {
    const question = this.file.questions.find(({ kind, status }) => kind === 'consent' && status === 'open');
    const confirmation = this.file.questions.find(({ kind, status }) => kind === 'confirmation' && status === 'open');
    if (confirmation && this.chance.oneIn(12)) {
      if (this.apply(confirmAddress(this.file, confirmation.id, this.given)) === 'confirmed') this.reached();
      this.count('moved');
    }
    if (!question || !this.chance.oneIn(6)) return;
    if (this.chance.oneIn(10)) {
      this.apply(declineConsent(this.file, { stint: question.stint }, this.given));
      this.stop();
      return this.count('declined');
    }
    const chosen = this.purposes();
    const answer = giveConsent(this.file, { stint: question.stint, purposes: chosen, proof }, this.given);
    if (answer.outcome === 'over') return;
    this.agreed.add(question.stint);
    this.apply(answer);
    if (chosen.includes('outreach')) this.wants = true;
    else this.stop();
  }

  private purposes(): Purpose[] {
    return this.chance.oneIn(8)
      ? ['directory']
      : purposes.filter((name) => name === 'outreach' || this.chance.oneIn(2));
  }

  private reached(): void {
    this.bounced = false;
    this.soft = [];
  }

  happen(what: number = this.chance.below(15)): void {
    const { file, given, chance } = this;
    const last = this.mails.at(-1);
    const reportable = last && last.to === file.profile?.address ? `outreach_${last.on}` : undefined;
    const confirms = { wasConfirmation: false };
    const newAddress = `a${chance.below(1000)}@example.com`;
    switch (what) {
      case 0:
      case 1:
        this.apply(what === 0 ? stopMail(file, proof, given) : optOut(file, proof, given));
        this.stop();
        return this.count('stopped');
      case 2:
      case 3:
      case 4: {
        const chosen = this.purposes();
        this.apply(changeConsent(file, { purposes: chosen, proof }, given));
        if (chosen.includes('outreach')) this.wants = true;
        else this.stop();
        return this.count('changed');
      }
      case 5:
      case 6: {
        const months = chance.of([3, 6, 12, undefined] as const);
        this.apply(pauseMail(file, months, given));
        this.pausedUntil = months ? dateAfter(this.today, `P${months}M`) : '';
        return this.count('paused');
      }
      case 7:
        if (!reportable) return;
        this.apply(mailBounced(file, confirms, given));
        this.bounced = true;
        return this.count('bounced');
      case 8:
        return this.softBounce(reportable);
      case 9:
        if (!reportable) return;
        this.apply(mailComplained(file, confirms, given));
        this.stop();
        return this.count('complained');
      case 10:
      case 11:
        return void this.apply(changeAddress(file, newAddress, given));
      case 12: {
        const worksAfterAll = chance.oneIn(2) ? file.profile?.address : undefined;
        const outcome = this.apply(giveAddress(file, worksAfterAll ?? newAddress, given));
        if (worksAfterAll && outcome === 'done') this.bounced = false;
        return this.count('address from HR');
      }
      case 13:
        if (chance.oneIn(3)) return this.go();
        return;
      default:
        if (this.hired < dateBefore(this.today, 'P1Y')) this.leaveCompany();
    }
  }

  private go(): void {
    const { file, given } = this;
    this.apply(this.chance.oneIn(2) ? leaveProgramme(file, given) : erasePerson(file, given));
    this.stop();
    this.count('gone');
  }

  private softBounce(dispatch: string | undefined): void {
    if (!dispatch || this.bounced) return;
    const { mostSoft, within } = this.policy.bounces;
    for (let times = 1 + this.chance.below(2); times > 0; times -= 1) {
      this.apply(mailDelayed(this.file, dispatch, this.given));
    }
    const start = dateBefore(this.today, within);
    this.soft = this.soft.filter(({ date }) => date > start);
    if (!this.soft.some((one) => one.dispatch === dispatch)) this.soft.push({ dispatch, date: this.today });
    if (this.soft.length >= mostSoft) {
      this.bounced = true;
      this.soft = [];
    }
    this.count('delayed');
  }
}

function isAwake({ state }: Execution): boolean {
  return state.at !== 'parked' && state.at !== 'ended';
}
