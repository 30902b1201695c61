/** Numbers that look like chance and come again from the same seed (mulberry32). */
export function chanceFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    oneIn: (count: number) => below(count) === 0,
    of: <T>(options: readonly [T, ...T[]]): T => options[below(options.length)] ?? options[0],
  };
}
export type Chance = ReturnType<typeof chanceFrom>;
