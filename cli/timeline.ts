import type { Holdings } from '../functions/adapters/holdings.ts';
import { outreachDue } from '../functions/domain/alumnus.ts';
import type { Entry, PersonFile } from '../functions/domain/decision.ts';
import type { DispatchStatus } from '../functions/domain/dispatch.ts';
import { readTold } from '../functions/domain/gathering.ts';
import { isTombstone, type Stint } from '../functions/domain/person.ts';
import type { Policy } from '../functions/domain/policy.ts';
import { type QuestionKind, windowEnd } from '../functions/domain/question.ts';
import type { ContributionLine } from './contribution/timeline-lines.ts';
import { count } from './print.ts';
import { localTime } from './time.ts';

/** Every step, decision and mail of a person, in order. Nothing in it is personal data. */
export type Timeline = {
  person: string;
  stints: TimelineStint[];
  nextOutreach?: string;
  /** Why no programme mail is sent. */
  unreachable?: string;
  pausedUntil?: string;
  timeline: TimelineLine[];
  /** What is waited for. */
  questions: OpenQuestion[];
};

type TimelineStint = {
  stint: number;
  status: Stint['status'];
  hireDate: string;
  lastDay: string;
  /** A far departure begins on this date. */
  startsOn?: string;
  rule?: string;
  consentedAt?: string;
  wish?: string;
  /** They came back on that day, in the rehire of that number or by another way. */
  rehiredOn?: string;
  rehire?: number;
  /** Of somebody who is only remembered: until when. */
  until?: string;
};

type TimelineLine =
  | ({ at: string; what: string } & Pick<Entry, 'stint' | 'by' | 'rule' | 'policyVersion'>)
  | { at: string; what: string; mail: string; status: DispatchStatus; edition?: number }
  | ContributionLine;

type OpenQuestion = { kind: QuestionKind; stint: number; since: string; reminders: number; until: string };

/** Puts together what is known of a person. */
export function timelineOf(
  file: PersonFile,
  holdings: Pick<Holdings, 'entries' | 'mails'>,
  policy: Policy,
  contributions: readonly ContributionLine[] = [],
): Timeline {
  const { person, questions } = file;
  const entries = holdings.entries.map((entry): TimelineLine => ({ ...entry }));
  const mails = holdings.mails.map(
    ({ at, purpose, status, edition, gatherings = [] }): TimelineLine => ({
      at,
      what: `mail: ${purpose}${newsIn(edition, gatherings)}`,
      mail: purpose,
      status,
      ...(edition !== undefined && { edition }),
    }),
  );
  const next = outreachDue(person);
  const reason = person.stopped ? 'mail is stopped' : person.bounced ? 'the address bounced' : undefined;
  return {
    person: person.id,
    stints: person.stints.map(stintOf),
    ...(next && { nextOutreach: next }),
    ...(reason && { unreachable: reason }),
    ...(person.pausedUntil && { pausedUntil: person.pausedUntil }),
    // What is decided in a moment comes before the mail of that moment.
    timeline: [...entries, ...contributions, ...mails].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    questions: questions.flatMap((question) => {
      const stint = person.stints.find(({ number }) => number === question.stint);
      if (question.status !== 'open' || !stint) return [];
      const { kind, askedAt, reminders } = question;
      return [{ kind, stint: question.stint, since: askedAt, reminders, until: windowEnd(question, stint, policy) }];
    }),
  };
}

/** What a mail told of: ` (edition 2, gathering 1)`. */
function newsIn(edition: number | undefined, gatherings: readonly string[]): string {
  const news = [
    ...(edition === undefined ? [] : [`edition ${edition}`]),
    ...gatherings.map((told) => `gathering ${readTold(told).number}`),
  ];
  return news.length > 0 ? ` (${news.join(', ')})` : '';
}

function stintOf(stint: Stint): TimelineStint {
  const { number, status, hireDate, lastDay } = stint;
  return {
    stint: number,
    status,
    hireDate,
    lastDay,
    ...('startsOn' in stint && stint.startsOn && { startsOn: stint.startsOn }),
    ...('rule' in stint && { rule: stint.rule }),
    ...('consentedAt' in stint && stint.consentedAt && { consentedAt: stint.consentedAt }),
    ...('wish' in stint && stint.wish && { wish: stint.wish }),
    ...('rehiredOn' in stint && { rehiredOn: stint.rehiredOn, ...(stint.rehire && { rehire: stint.rehire }) }),
    ...(isTombstone(stint) && { until: stint.until }),
  };
}

const deciders: Readonly<Record<Entry['by'], string>> = {
  hris: 'HR system',
  leaver: 'the person',
  hr: 'HR',
  rule: 'rules',
  calendar: 'calendar',
  ses: 'mail system',
};

/** What became of a mail, in words. */
export const mailStatus: Readonly<Record<DispatchStatus, string>> = {
  claimed: 'being sent',
  sent: 'sent',
  held: 'in doubt, it may have gone out',
  delivered: 'delivered',
  delayed: 'came back for now',
  bounced: 'came back',
  complained: 'reported as spam',
};

/** The timeline for people, with times in the company's time zone. */
export function timelineText(employeeId: string, timeline: Timeline, timeZone: string): string {
  const several = timeline.stints.length > 1;
  const lines = timeline.timeline.map((line): [string, string, string] => [
    timeOf(line, timeZone),
    `${several && 'stint' in line && line.stint ? `[${line.stint}] ` : ''}${line.what}`,
    'contribution' in line
      ? ''
      : 'status' in line
        ? mailStatus[line.status]
        : `${deciders[line.by]}${line.rule ? `, ${line.rule}` : ''} (policy ${line.policyVersion})`,
  ]);
  const width = Math.max(0, ...lines.map(([, what]) => what.length));
  return [
    employeeId,
    ...timeline.stints.map((stint) => `  ${several ? `[${stint.stint}] ` : ''}${stintInWords(stint)}`),
    ...(timeline.nextOutreach ? [`  next outreach on ${timeline.nextOutreach}`] : []),
    ...(timeline.unreachable ? [`  no programme mail: ${timeline.unreachable}`] : []),
    ...(timeline.pausedUntil ? [`  paused until ${timeline.pausedUntil}`] : []),
    ...(lines.length > 0 ? [''] : []),
    ...lines.map(([at, what, how]) => `${at}  ${what.padEnd(width)}  ${how}`.trimEnd()),
    ...(timeline.questions.length > 0 ? [''] : []),
    ...timeline.questions.map((question) => questionInWords(question, timeZone)),
  ].join('\n');
}

function timeOf(line: TimelineLine, timeZone: string): string {
  const local = localTime(line.at, timeZone);
  return 'on' in line && line.on ? line.on.padEnd(local.length) : local;
}

function stintInWords(stint: TimelineStint): string {
  const { status, hireDate, lastDay, startsOn, rule, until, rehiredOn, rehire } = stint;
  if (until)
    return `${status}; remembered until ${until}, so that nobody asks again (worked here ${hireDate} to ${lastDay})`;
  const details = [
    rule && `rule ${rule}`,
    startsOn && `begins on ${startsOn}`,
    rehiredOn && `on ${rehiredOn}`,
    rehire && `rehire ${rehire}`,
  ].filter(Boolean);
  return `${status}${details.length > 0 ? ` (${details.join(', ')})` : ''}, ${hireDate} to ${lastDay}`;
}

/** Who answers what. */
const waitingFor: Readonly<Record<QuestionKind, string>> = {
  reason: 'the reason, from HR',
  address: 'a personal address, from HR',
  confirmation: 'the confirmation of a new address',
  consent: 'consent',
  'last day': 'the end of the last day',
};

function questionInWords({ kind, since, reminders, until }: OpenQuestion, timeZone: string): string {
  const reminded = reminders > 0 ? `, reminded ${reminders === 1 ? 'once' : count(reminders, 'time')}` : '';
  return `waiting for: ${waitingFor[kind]} since ${localTime(since, timeZone)}${reminded}, until ${localTime(until, timeZone)}`;
}
