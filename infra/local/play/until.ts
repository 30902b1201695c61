import { setTimeout } from 'node:timers/promises';

/**
 * Waits until something is there, by looking again, with a deadline.
 * @param what named in the error
 * @param look answers undefined while it is not there yet
 * @param seconds the deadline
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 75): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${seconds} seconds`);
    await setTimeout(400);
  }
}
