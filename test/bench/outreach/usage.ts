/** What AWS would charge for, by kind: counted, or computed where the emulator cannot tell. */
export type Usage = {
  mails: number;
  transitions: number;
  invocations: number;
  /** DynamoDB's request units. */
  reads: number;
  writes: number;
  queueRequests: number;
  /** Schedules that fired. */
  schedules: number;
  secretCalls: number;
  gigabyteSeconds: number;
  logBytes: number;
  /** Executions that X-Ray traces. */
  traces: number;
};

export const nothing: Usage = {
  mails: 0,
  transitions: 0,
  invocations: 0,
  reads: 0,
  writes: 0,
  queueRequests: 0,
  schedules: 0,
  secretCalls: 0,
  gigabyteSeconds: 0,
  logBytes: 0,
  traces: 0,
};

const kinds = Object.keys(nothing) as (keyof Usage)[];

export function sum(...parts: readonly Partial<Usage>[]): Usage {
  return combine((kind) => parts.reduce((total, part) => total + (part[kind] ?? 0), 0));
}

export function times(usage: Usage, factor: number): Usage {
  return combine((kind) => usage[kind] * factor);
}

function combine(value: (kind: keyof Usage) => number): Usage {
  const result = { ...nothing };
  for (const kind of kinds) result[kind] = value(kind);
  return result;
}
