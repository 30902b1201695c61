import PQueue from 'p-queue';
import { readContribution, readContributions } from '../../functions/adapters/contributions.ts';
import type { Contribution } from '../../functions/domain/contribution.ts';

/** Reads every contribution, newest first; one by one, since one answer of the table does not hold them all. */
export async function allContributions(): Promise<Contribution[]> {
  const [newest] = await readContributions(1);
  const numbers = Array.from({ length: newest?.number ?? 0 }, (_, index) => index + 1).reverse();
  const reads = new PQueue({ concurrency: 16 });
  const all = await reads.addAll(numbers.map((number) => () => readContribution(number)));
  return all.filter((contribution) => contribution !== undefined);
}
