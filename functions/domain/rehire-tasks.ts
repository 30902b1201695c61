import * as z from 'zod/mini';
import type { Policy } from './policy.ts';
import { dateAfter, dateBefore, later, type PlainDate } from './time.ts';

/** What is done between the yes and the time somebody has settled in: tasks beside each other, each with an owner. */

export const taskKinds = ['hris', 'account', 'orientation', 'refresh', 'buddy', 'culture'] as const;
export const TaskKind = z.enum(taskKinds);
export type TaskKind = z.infer<typeof TaskKind>;

/** What its owner is told next; `escalate`: HR is told too; `off`: it is not needed any more. */
export const TaskMail = z.enum(['hand over', 'remind', 'escalate', 'off']);
export type TaskMail = z.infer<typeof TaskMail>;

/** How somebody's word that it is done came. */
export const DoneBy = z.enum(['link', 'cli', 'webhook']);
export type DoneBy = z.infer<typeof DoneBy>;

export const RehireTask = z.strictObject({
  kind: TaskKind,
  /** To be done by that day. */
  due: z.iso.date(),
  /** Closed: not needed any more. */
  status: z.enum(['open', 'done', 'closed']),
  doneOn: z.optional(z.iso.date()),
  by: z.optional(DoneBy),
  mail: z.optional(TaskMail),
  reminded: z.array(z.iso.date()),
  isEscalated: z.boolean(),
});
export type RehireTask = z.infer<typeof RehireTask>;

/** The tasks of a rehire, all of them open at once. Nothing is due before tomorrow. */
export function firstTasks(startsOn: PlainDate, today: PlainDate, { rehire }: Policy): RehireTask[] {
  return taskKinds.map((kind) => ({
    kind,
    due: later(dateBefore(startsOn, rehire.tasks[kind].before), dateAfter(today, 'P1D')),
    status: 'open',
    mail: 'hand over',
    reminded: [],
    isEscalated: false,
  }));
}

/** The day on which the calendar looks at a task; none at one that is done. */
export function taskLooksOn({ status, due, reminded, isEscalated }: RehireTask, { rehire }: Policy): PlainDate[] {
  if (status !== 'open') return [];
  const last = reminded.at(-1);
  return [
    last ? dateAfter(last, rehire.remindEvery) : due,
    ...(isEscalated ? [] : [dateAfter(due, rehire.escalateAfter)]),
  ];
}

/** What the calendar does with a task on a date: its owner is reminded once it is due, and HR told once it is overdue. */
export function taskOn(task: RehireTask, date: PlainDate, policy: Policy): RehireTask {
  if (!taskLooksOn(task, policy).some((on) => on <= date)) return task;
  const reminded = [...task.reminded, date];
  return !task.isEscalated && dateAfter(task.due, policy.rehire.escalateAfter) <= date
    ? { ...task, reminded, isEscalated: true, mail: 'escalate' }
    : { ...task, reminded, mail: task.mail === 'hand over' ? 'hand over' : 'remind' };
}

/**
 * Nobody waits for them any more.
 * @param isCalledOff they do not come back after all: owners hear of it, and what is done is to be undone
 */
export function withTasksOff(tasks: readonly RehireTask[], isCalledOff: boolean): RehireTask[] {
  return tasks.map((task) => {
    if (task.status === 'done' && isCalledOff) return { ...task, mail: 'off' };
    if (task.status !== 'open') return task;
    const { mail: _, ...rest } = task;
    return { ...rest, status: 'closed', ...(isCalledOff && { mail: 'off' }) };
  });
}

/** Who does a task. */
export function ownerOf(kind: TaskKind, manager: string, { rehire }: Policy): string {
  const { owner } = rehire.tasks[kind];
  return owner === 'manager' ? manager : owner;
}

/** What was introduced here since somebody left, and what before: they know that already. */
export function changesSince(lastDay: PlainDate, { rehire }: Policy) {
  return {
    new: rehire.changes.filter(({ on }) => on > lastDay),
    known: rehire.changes.filter(({ on }) => on <= lastDay),
  };
}
