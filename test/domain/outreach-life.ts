import { expect } from 'vitest';
import { alumnusStint, outreachDue } from '../../functions/domain/alumnus.ts';
import type { Given, PersonFile } from '../../functions/domain/decision.ts';
import type { Edition } from '../../functions/domain/edition.ts';
import { isFor } from '../../functions/domain/edition-content.ts';
import { notSent, planOutreach, refused, touched } from '../../functions/domain/outreach.ts';
import { dateAfter, dateBefore } from '../../functions/domain/time.ts';
import { Life } from './life.ts';
import { policy as samplePolicy } from './samples.ts';

/** Where a sweep breaks off, or what a person does while their mail is on its way. */
export type Fate = {
  crash?: 'claimed' | 'sent' | undefined;
  /** SES does not take this mail, which is told here. */
  refusal?: (() => void) | undefined;
  meanwhile?: (() => void) | undefined;
};
export class Crash extends Error {}

type Mail = { on: string; date: string; edition: number | undefined; to: string };

/** A life with a mailbox: the sweep's way of writing to one person, and what must hold for every mail. */
export class MailedLife extends Life {
  readonly policy: typeof samplePolicy;
  /** Claims by touch, with the edition that the mail tells of. They go with the person's data, as `mails` does. */
  readonly claims = new Map<string, number | undefined>();
  mails: Mail[] = [];
  /** Touches that were claimed, and nobody knows whether a mail went out; none did. */
  doubts: string[] = [];
  private passedOver = 0;
  /** What somebody asked for, kept beside the record. */
  wants = false;
  bounced = false;
  pausedUntil = '';
  /** Since when, without a break, nothing has stood between them and a mail, in one language and of one stint. */
  private mailable: { as: string; since: string } | undefined;
  private lastTouch = '';
  /** A mail went out, and the sweep broke off before it was noted. */
  private unnoted: Mail | undefined;

  constructor(policy: typeof samplePolicy) {
    super();
    this.policy = policy;
  }

  override get given(): Given {
    return { now: this.now, policy: this.policy };
  }

  // Asked a million times.
  override get today(): string {
    return this.now.slice(0, 10);
  }

  get isEnrolled(): boolean {
    return alumnusStint(this.file.person) !== undefined;
  }

  /** No more mail; a mail that nobody noted is forgotten with the touch that it was for. */
  stop(): void {
    this.wants = false;
    this.mails = this.mails.filter((mail) => mail !== this.unnoted);
    this.unnoted = undefined;
  }

  /** One sweep's look at one person, from what it read, which may be old by now. */
  write(read: PersonFile, date: string, editions: readonly Edition[], { crash, refusal, meanwhile }: Fate): void {
    const plan = planOutreach(read, date, editions, this.given);
    if (plan.outcome === 'not due') return;
    const on = plan.outcome === 'write' ? plan.touch.on : (read.person.nextOutreach ?? '');
    if (this.claims.has(on)) return this.note(read, on, this.claims.get(on), date);
    const isStale = read.person.version !== this.file.person.version;
    if (plan.outcome !== 'write') {
      if (isStale) return this.write(this.file, date, editions, {});
      return void this.apply({ outcome: plan.outcome, write: plan.write });
    }
    const edition = plan.touch.edition?.number;
    this.claims.set(on, edition);
    if (crash === 'claimed') {
      this.doubts.push(on);
      throw new Crash();
    }
    if (isStale) {
      this.claims.delete(on);
      return this.write(this.file, date, editions, {});
    }
    if (refusal) {
      refusal();
      return this.putOff(on, date);
    }
    const mail = { on, date, edition, to: read.profile?.address ?? '' };
    this.checkMail(mail, plan.touch.edition);
    this.mails.push(mail);
    if (crash === 'sent') {
      this.unnoted = mail;
      throw new Crash();
    }
    meanwhile?.();
    this.note(read, on, edition, date);
    // An address that changed meanwhile is confirmed first; until then the touch stays as it is.
    if (!this.isEnrolled) this.unnoted = mail;
  }

  private putOff(on: string, date: string): void {
    this.claims.delete(on);
    expect(this.apply(refused(this.file, on, date, this.given))).toBe('put off');
    expect(refused(this.file, on, date, this.given)).toEqual({ outcome: 'known' });
  }

  /** A human looks into the mail in doubt, and finds that none went out. */
  settleDoubt(): void {
    const on = this.doubts.shift();
    if (on === undefined) return;
    const edition = this.claims.get(on);
    this.claims.delete(on);
    // Those before it, which nobody was told of for its sake, stay behind.
    if (edition !== undefined) this.passedOver = Math.max(this.passedOver, edition - 1);
    this.apply(notSent(this.file, { on, edition }, this.given));
  }

  private note(read: PersonFile, on: string, edition: number | undefined, date: string): void {
    const isStale = read.person.version !== this.file.person.version;
    const outcome = this.apply(touched(isStale ? this.file : read, { on, edition }, date, this.given));
    if (outcome === 'noted' && this.unnoted?.on === on) this.unnoted = undefined;
    this.lastTouch = date;
    // Noted again, as by an overlapping sweep, it changes nothing.
    if (this.isEnrolled) expect(touched(this.file, { on, edition }, date, this.given)).toEqual({ outcome: 'known' });
  }

  private checkMail({ on, date, edition: number, to }: Mail, edition: Edition | undefined): void {
    const { cap, leastApart, holidays } = this.policy.outreach;
    const about = `${on} on ${date}`;
    expect([this.wants, this.bounced, this.isEnrolled], `mail only to who may be written to, ${about}`).toEqual([
      true,
      false,
      true,
    ]);
    expect(date >= this.pausedUntil, `no mail during a pause, ${about}`).toBe(true);
    expect([0, 6], 'no mail at a weekend').not.toContain(new Date(date).getUTCDay());
    expect(holidays, 'no mail on a holiday').not.toContain(date);
    const last = this.mails.at(-1);
    if (last) expect(dateAfter(last.date, leastApart) <= date, `far enough from ${last.date}, ${about}`).toBe(true);
    const start = dateBefore(date, cap.within);
    expect(this.mails.filter((mail) => mail.date > start).length, 'the cap').toBeLessThan(cap.most);
    expect(
      this.mails.map((mail) => mail.on),
      'one mail for each touch',
    ).not.toContain(on);
    if (number !== undefined) expect(this.mails.map((mail) => mail.edition)).not.toContain(number);
    if (edition) expect(this.isNews(edition), 'an edition that is news for them').toBe(true);
    expect(to, 'to the address in use').toBe(this.file.profile?.address);
  }

  private isNews({ status, number, content, decidedAt = '' }: Edition): boolean {
    const stint = alumnusStint(this.file.person);
    const { profile } = this.file;
    if (status !== 'approved' || this.mails.some((mail) => (mail.edition ?? 0) >= number)) return false;
    if (!stint || !profile || !isFor(content, stint, profile.language)) return false;
    return dateAfter(decidedAt.slice(0, 10), 'P6M') >= this.today;
  }

  /** Once a day: whoever wants mail and can be reached has a date, and does not wait for ever. */
  endOfDay(
    editions: readonly Edition[],
    { since, until, swept }: { since: string; until: string; swept: boolean },
  ): void {
    if (!this.file.profile) this.forget();
    const { person, profile } = this.file;
    const due = outreachDue(person);
    const isMailable = this.wants && !this.bounced && this.isEnrolled;
    must((due !== undefined) === isMailable, () => `in the index exactly when mail may reach them, on ${this.today}`);
    if (due === undefined || this.pausedUntil > this.today) {
      this.mailable = undefined;
      return;
    }
    const as = `${profile?.language} ${alumnusStint(person)?.number}`;
    if (this.mailable?.as !== as) this.mailable = { as, since: this.today };
    if (swept) must(due > this.today, () => `due on ${due}, and forgotten on ${this.today}`);
    must(due <= until, () => `a date that comes soon, and not ${due} on ${this.today}`);
    if (this.mailable.since > since || this.lastTouch > since) return;
    // What a mail in doubt told of counts as told.
    const told = Math.max(this.passedOver, ...[...this.claims.values()].map((edition) => edition ?? 0));
    const untold = editions.find(
      (edition) => edition.number > told && (edition.decidedAt ?? '').slice(0, 10) <= since && this.isNews(edition),
    );
    must(!untold, () => `edition ${untold?.number} is told by ${this.today}`);
  }

  /** The data is gone: a later stint is a new acquaintance. */
  protected forget(): void {
    this.claims.clear();
    this.mails = [];
    this.doubts = [];
    this.passedOver = 0;
    this.unnoted = undefined;
    this.wants = false;
    this.bounced = false;
    this.pausedUntil = '';
  }
}

/** As expect does, at a price at which it can be asked a million times. */
function must(holds: boolean, what: () => string): void {
  if (!holds) expect.fail(what());
}
