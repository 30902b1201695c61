import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { dateAfter, dateBefore, type PlainDate } from '../../functions/domain/time.ts';
import { dateOf } from '../yaml/fields.ts';
import { itemsOf, textAt } from '../yaml/map.ts';
import type { PlanReading } from './plan-reading.ts';

/** When a gathering is, and by when people answer. */

type Moment = { text: string; date: PlainDate; isAllDay: boolean; line: number };

/** An execution lives a year; some of it is left for whatever takes longer. */
const ahead = 'P330D';
/** After the survey, until everything is booked. */
const spare = 'P7D';

const date = z.iso.date();
const wholeDays = /^P(?:[1-9]\d{0,2}D|[1-9]\d?W)$/;

export function datesIn(file: PlanReading): Pick<Plan, 'start' | 'end' | 'timeZone' | 'deadline' | 'reminders'> {
  const { entries, get, policy, refuse, today, current } = file;
  const timeZone = timeZoneIn(file);
  const [start, end] = [momentOf('start', '2027-03-12 19:00', file), momentOf('end', '2027-03-12 21:00', file)];
  for (const moment of [start, end]) if (moment && timeZone) refuseSkipped(moment, timeZone, file);
  if (start && end) refuseOrder(start, end, file);
  const isPast = start && start.date <= today && start.text !== current?.start;
  if (isPast) {
    refuse(start.line, `The start must be tomorrow or later, so that people can answer before it; today is ${today}.`);
  }
  const latest = dateBefore(dateBefore(dateAfter(today, ahead), spare), policy.gatherings.survey);
  if (end && end.date > latest) {
    refuse(end.line, `The end must be ${latest} or earlier, since a gathering takes a year at most; publish it later.`);
  }
  const asked = get('deadline', 'deadline: 2027-02-26');
  const deadline = dateOf('deadline', entries, refuse);
  if (asked && deadline) {
    if (deadline < today && deadline !== current?.deadline)
      refuse(asked.line, `The deadline is over; today is ${today}.`);
    const last = start && !isPast && dateBefore(firstDay(start, timeZone, policy.company.timeZone), 'P1D');
    if (last && deadline > last) {
      refuse(asked.line, `The deadline must be the day before the start, ${last}, or earlier.`);
    }
  }
  return {
    start: start?.text ?? '',
    end: end?.text ?? '',
    timeZone: timeZone ?? '',
    deadline: deadline ?? '',
    reminders: remindersIn(file),
  };
}

function timeZoneIn({ entries, policy, refuse }: PlanReading): string | undefined {
  const entry = entries.get('timezone');
  if (!entry) return policy.company.timeZone;
  const text = textAt(entry.value) ?? '';
  const found = /^(?:UTC|[A-Za-z_]+\/[\w/+-]+)$/.test(text) ? knownZone(text) : undefined;
  if (!found) refuse(entry.line, 'The timezone must be an IANA time zone, such as Asia/Tokyo.');
  return found;
}

/** A time zone in its usual spelling; older names of one stay as they are. */
function knownZone(text: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
  } catch {
    return undefined;
  }
}

function momentOf(name: 'start' | 'end', example: string, { get, refuse }: PlanReading): Moment | undefined {
  const entry = get(name, `${name}: ${example}`);
  if (!entry) return undefined;
  const { line } = entry;
  const [on = '', time, ...more] = (textAt(entry.value) ?? '').split(/[ T]/);
  const isTime = time === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
  if (!z.safeParse(date, on).success || !isTime || more.length > 0) {
    const [day] = example.split(' ');
    refuse(line, `The ${name} must be a date and time such as ${example}, or, for whole days, a date such as ${day}.`);
    return undefined;
  }
  return { text: time ? `${on}T${time}` : on, date: on, isAllDay: time === undefined, line };
}

function refuseSkipped({ text, isAllDay, line }: Moment, timeZone: string, { refuse }: PlanReading): void {
  const local = Temporal.PlainDateTime.from(text);
  if (isAllDay || local.toZonedDateTime(timeZone).toPlainDateTime().equals(local)) return;
  const time = text.replace('T', ' ');
  refuse(line, `${time} does not exist in ${timeZone}: daylight saving time skips it; choose another time.`);
}

function refuseOrder(start: Moment, end: Moment, { refuse }: PlanReading): void {
  if (start.isAllDay !== end.isAllDay) {
    refuse(end.line, 'The start and the end must both have a time, or, for whole days, neither.');
  } else if (start.isAllDay ? end.text < start.text : end.text <= start.text) {
    refuse(end.line, start.isAllDay ? 'The end must not be before the start.' : 'The end must be after the start.');
  }
}

/** The day of the start: where the gathering is, or by the company's calendar, whichever comes first. */
function firstDay({ text, date }: Moment, timeZone: string | undefined, companyZone: string): PlainDate {
  if (!timeZone) return date;
  const start = Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
  const atCompany = start.withTimeZone(companyZone).toPlainDate().toString();
  return atCompany < date ? atCompany : date;
}

function remindersIn(file: PlanReading): string[] {
  const entry = file.entries.get('reminders');
  if (!entry) return [];
  const advice = 'must be whole days before the deadline, such as [P7D, P2D]';
  const items = itemsOf(entry, file);
  if (!items) file.refuse(entry.line, `The reminders ${advice}.`);
  return (items ?? []).map(({ value, line }) => {
    const text = textAt(value) ?? '';
    if (!wholeDays.test(text)) file.refuse(line, `A reminder ${advice}.`);
    return text;
  });
}
