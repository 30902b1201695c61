import type { Plan } from '../../functions/domain/gathering-plan.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { PlainDate } from '../../functions/domain/time.ts';
import type { Entry, Reading } from '../yaml/map.ts';

/** The file of a plan while it is read. */
export type PlanReading = Reading & {
  entries: ReadonlyMap<string, Entry>;
  /** An entry that must be there. */
  get: (name: string, example: string) => Entry | undefined;
  policy: Policy;
  today: PlainDate;
  /** The plan in force that this one changes: what it leaves as it is may be past. */
  current: Plan | undefined;
};
