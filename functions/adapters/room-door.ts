import { randomUUID } from 'node:crypto';
import { loadRoom, untilApplied, updateRoom } from './room-item.ts';

/** Who came, as the organiser counts at the door. */

/** @param heads how many came; 0 takes it back @returns whether they have, or had, a place */
export async function checkIn(number: number, person: string, heads: number): Promise<boolean> {
  const path = 'places.#person.came';
  return updateRoom(number, {
    when: ['attribute_exists(places.#person)'],
    ...(heads > 0 ? { set: [`${path} = :heads`], values: { ':heads': heads } } : { remove: [path] }),
    names: { '#person': person },
  });
}

/** Counts heads at the door who were not on the list, up or down. @returns how many there are now */
export async function countWalkIns(number: number, delta: number): Promise<number> {
  const nonce = randomUUID();
  return untilApplied(async () => {
    const seen = await loadRoom(number);
    const { walkIns = 0 } = seen?.room ?? {};
    // Counted after all, only the answer was lost.
    if (!seen || seen.counted === nonce) return { done: walkIns };
    const count = Math.max(0, walkIns + delta);
    const isCounted = await updateRoom(number, {
      when: ['walkIns = :seen'],
      set: ['walkIns = :count', 'counted = :nonce'],
      values: { ':seen': walkIns, ':count': count, ':nonce': nonce },
    });
    return isCounted ? { done: count } : undefined;
  });
}
