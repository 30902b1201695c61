import type { LocalSettings } from '../../../infra/local/settings.ts';
import { type Calls, readCalls } from './logs.ts';
import { sum, type Usage } from './usage.ts';
import type { Swept, Year } from './year.ts';

/** What a design uses for each mail, and on each day whether anybody is due or not. */
export type Rates = { perMail: Usage; perDay: Usage };

/** Reports that a call of the feedback function takes at full batches, and that SQS hands over at once. */
const batch = { reports: 100, messages: 10 };
/** Lambda's memory in GB, as deployed. */
const gigabytes = 0.5;
/** What an event of an execution takes in the log of its state machine, which the emulator does not keep. */
const bytesOfEvent = 400;

export type Measured = Rates & {
  mails: number;
  /** As it was in the emulator, whose queue hands over what is there and does not wait for more. */
  reportsInCall: number;
  /** Calls of relay while the days were swept. */
  relayCalls: number;
  /** Calls of the sweep's own two functions, over all days. */
  sweepCalls: number;
};

/** What Okaeri used in the year, told apart into what rises with the mails and what does not. */
export async function measure(settings: LocalSettings, year: Year, relayBefore: number): Promise<Measured> {
  const calls = (id: string) => readCalls(settings, 'okaeri', id);
  const [sweep, outreach, feedback, relay] = [
    await calls('Sweep'),
    await calls('Outreach'),
    await calls('MailFeedback'),
    await calls('Relay'),
  ];
  const days = year.days.length;
  const mailsOn = year.days.map(sentOn);
  const mails = mailsOn.reduce((a, b) => a + b, 0);
  const reads = line(
    mailsOn,
    year.days.map(({ answers }) => consumedIn(answers, 'reads')),
  );
  const writes = line(
    mailsOn,
    year.days.map(({ answers }) => consumedIn(answers, 'writes')),
  );
  const total = (count: (day: Swept) => number) => year.days.reduce((sumOfAll, day) => sumOfAll + count(day), 0);
  const reports = feedback.lines.reduce((all, { count = 0 }) => all + count, 0);
  const seconds = (milliseconds: number) => milliseconds / 1000;
  return {
    mails,
    reportsInCall: reports / feedback.invocations,
    relayCalls: relay.invocations - relayBefore,
    sweepCalls: total(({ execution }) => execution.invocations),
    perMail: sum(reportUsage, {
      mails: 1,
      reads: reads.slope + readsOf(feedback, mails),
      writes: writes.slope + feedback.writes / mails,
      gigabyteSeconds: (seconds(outreach.milliseconds + feedback.milliseconds) / mails) * gigabytes,
      logBytes: feedback.bytes / feedback.invocations / batch.reports,
    }),
    perDay: sum({
      transitions: total(({ execution }) => execution.transitions) / days,
      invocations: total(({ execution }) => execution.invocations) / days,
      reads: reads.rest / days,
      writes: writes.rest / days,
      schedules: 1,
      // The identity key and the key for links, both of the function that writes: once a container, that is once a day.
      secretCalls: 2,
      gigabyteSeconds: (seconds(sweep.milliseconds) / sweep.invocations) * gigabytes,
      logBytes:
        (sweep.bytes + outreach.bytes) / days + (total(({ execution }) => execution.events) / days) * bytesOfEvent,
      traces: 1,
    }),
  };
}

/** What SES's report of a mail takes, at full batches: a request to put it on the queue, and its share of taking it off. */
const reportUsage: Partial<Usage> = {
  queueRequests: 1 + 2 / batch.messages,
  invocations: 1 / batch.reports,
};

/** A report reads one item, not consistently; of BatchGetItem the emulator does not say what it takes. */
function readsOf(feedback: Calls, mails: number): number {
  return Math.max(feedback.reads / mails, 0.5);
}

/** What the reports of a mail take in any design, as measured in Okaeri's, which they all share. */
export async function feedbackPerMail(settings: LocalSettings, mails: number): Promise<Usage> {
  const feedback = await readCalls(settings, 'okaeri', 'MailFeedback');
  return sum(reportUsage, {
    reads: readsOf(feedback, mails),
    writes: feedback.writes / mails,
    gigabyteSeconds: (feedback.milliseconds / 1000 / mails) * gigabytes,
    logBytes: feedback.bytes / feedback.invocations / batch.reports,
  });
}

/** What a day on which nobody is due takes. */
export function idleUsage({ execution, answers }: Swept): Usage {
  return sum({
    transitions: execution.transitions,
    invocations: execution.invocations,
    reads: consumedIn(answers, 'reads'),
    writes: consumedIn(answers, 'writes'),
    schedules: 1,
    secretCalls: 1,
  });
}

/** The hourly look at what is pending, which every stage relies on: a call that queries eight shards, 24 times a day. */
export const hourly: Usage = sum({ invocations: 24, reads: 24 * 4, schedules: 24 });

function sentOn({ answers }: Swept): number {
  return answers.reduce((total, { counts }) => total + (counts?.['sent'] ?? 0), 0);
}

function consumedIn(answers: Swept['answers'], kind: 'reads' | 'writes'): number {
  return answers.reduce((total, { consumed }) => total + consumed[kind], 0);
}

/**
 * What one more mail takes, by the line that fits best through the days with mails, and what is left of the whole.
 * @param x mails
 */
function line(x: readonly number[], y: readonly number[]): { slope: number; rest: number } {
  const points = x.map((mails, day) => ({ mails, used: y[day] ?? 0 }));
  const sumOf = (value: (point: (typeof points)[number]) => number, among = points) =>
    among.reduce((total, point) => total + value(point), 0);
  const busy = points.filter(({ mails }) => mails > 0);
  const middle = {
    mails: sumOf(({ mails }) => mails, busy) / busy.length,
    used: sumOf(({ used }) => used, busy) / busy.length,
  };
  const slope =
    sumOf(({ mails, used }) => (mails - middle.mails) * (used - middle.used), busy) /
    sumOf(({ mails }) => (mails - middle.mails) ** 2, busy);
  return { slope, rest: sumOf(({ used }) => used) - slope * sumOf(({ mails }) => mails) };
}
