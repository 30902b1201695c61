import { table } from './table.ts';

/** What DynamoDB charges this container: request units of reads and of writes, indexes included. */
export type Consumed = { reads: number; writes: number };

const consumed: Consumed = { reads: 0, writes: 0 };

// DynamoDB says it in each answer, when asked, at no charge.
table.middlewareStack.add(
  (next, { commandName }) =>
    async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const units = 'ConsumedCapacity' in answer.output ? unitsOf(answer.output.ConsumedCapacity) : 0;
      consumed[/^(Get|BatchGet|Query|Scan)/.test(commandName ?? '') ? 'reads' : 'writes'] += units;
      return answer;
    },
  { step: 'initialize', name: 'consumed' },
);

function unitsOf(capacity: object | undefined): number {
  return [capacity ?? []]
    .flat()
    .reduce<number>((sum, part) => sum + Number('CapacityUnits' in part && part.CapacityUnits), 0);
}

/** What was consumed since the last call. A request that failed is not counted, though a refused write costs 1. */
export function consumedSince(): Consumed {
  const since = { ...consumed };
  Object.assign(consumed, { reads: 0, writes: 0 });
  return since;
}
