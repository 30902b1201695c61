import { describe, expect, it } from 'vitest';
import { keys } from '../../functions/adapters/table.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { answers, expectOne } from './gathering-steps.ts';
import { useOwnTable } from './own-table.ts';
import { dinner, isPending, place, seat, some } from './seats-steps.ts';
import { listed } from './sweep-day.ts';

/** Telling of a place may die before or after any of its calls, and is called again as long as the room is pending. */
useOwnTable();
const aws = useFaultyAws();
const { ses } = aws;

describe('word of a place that became free, with a death at any call', () => {
  /** Somebody made room for who waits. */
  async function freed() {
    const people = await some(2);
    const [first = '', next = ''] = people;
    const number = await dinner(1);
    for (const person of people) await answers(number, person, 1, { told: true });
    await answers(number, first, 0);
    return { number, first, next };
  }

  it.each(['before', 'after'] as const)('%s AWS does it: each is told once', async (when) => {
    const undisturbed = await freed();
    const roles = ({ number, first, next }: typeof undisturbed) => [first, next, String(number)];
    aws.begin(undefined, roles(undisturbed));
    expect(await seat(undisturbed.number)).toEqual([]);
    const calls = aws.calls.filter((call) => !call.startsWith('GetSecretValue'));
    expect(calls.join('\n')).toContain('SendRawEmail B gathering-place_C-2');
    const met: { at: string; world: typeof undisturbed }[] = [];
    for (const at of calls) {
      const world = await freed();
      aws.begin({ at, when, dies: true }, roles(world));
      await seat(world.number);
      expect(aws.struck, at).toBe(true);
      aws.begin();
      // Shown again: by the stream, or by the sweep as long as it is pending.
      for (let turn = 0; turn < 2; turn += 1) if (await isPending(world.number)) await seat(world.number);
      met.push({ at, world });
    }
    const pending = await listed();
    for (const { at, world } of met) {
      const { number, first, next } = world;
      expect(pending.has(`${keys.room(number).pk} ROOM`), at).toBe(false);
      expect(await place(number, next), at).toMatchObject({ status: 'offered', revision: 2, told: 2 });
      const occasion = `${number}-2`;
      for (const person of [first, next])
        await expectOne(person, { purpose: 'gathering-place', occasion }, ses, pending);
    }
  });
});
