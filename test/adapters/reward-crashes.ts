import { expect } from 'vitest';
import { readDispatch } from '../../functions/adapters/dispatches.ts';
import { keys } from '../../functions/adapters/table.ts';
import type { FaultyAws } from './faulty-aws.ts';
import { listed } from './sweep-day.ts';

/** Whoever dies at a call is called again, as Step Functions and a browser do. */

type Look<T> = (one: T, how: { at: string; pending: ReadonlySet<string> }) => Promise<unknown>;

/**
 * Runs, dying before and after each call in turn, and runs again until it is done; then looks.
 * @returns how many calls there are
 */
export async function dyingAtEveryCall<T>(
  aws: FaultyAws,
  prepare: () => Promise<T>,
  run: (one: T) => Promise<unknown>,
  look: Look<T>,
): Promise<number> {
  // Whoever reads keys first keeps them.
  await run(await prepare());
  let calls = 0;
  for (const when of ['before', 'after'] as const) {
    const met: { one: T; at: string }[] = [];
    for (let at = 1, died = true; died; at += 1) {
      const one = await prepare();
      aws.begin({ at, when, dies: true });
      let isDone = await run(one).then(
        () => true,
        () => false,
      );
      died = aws.struck;
      const name = `${when} ${aws.calls[at - 1] ?? 'none'}`;
      calls = Math.max(calls, died ? at : 0);
      aws.begin();
      for (let turn = 0; turn < 3 && !isDone; turn += 1)
        isDone = await run(one).then(
          () => true,
          (error: unknown) =>
            turn < 2 ? false : Promise.reject(new Error(`${name}: ${String(error)}`, { cause: error })),
        );
      // A message may come twice; once done, it has no effect.
      await run(one);
      met.push({ one, at: name });
    }
    const pending = await listed();
    for (const { one, at } of met)
      await look(one, { at, pending }).catch((error: unknown) => {
        throw new Error(`${at}: ${String(error)}`, { cause: error });
      });
  }
  return calls;
}

/** One mail went out; or one at most, and a human is shown that it is in doubt. */
export async function expectOneMail(
  aws: FaultyAws,
  about: string,
  id: string,
  pending: ReadonlySet<string>,
): Promise<void> {
  const mails = aws.ses.count({ person: about, dispatch: id });
  const status = (await readDispatch({ about, id }))?.status;
  const { pk, sk } = keys.dispatch(about, id);
  const isListed = pending.has(`${pk} ${sk}`);
  if (status === 'held') expect({ id, isListed, most: mails <= 1 }).toEqual({ id, isListed: true, most: true });
  else expect({ id, status, mails, isListed }).toEqual({ id, status: 'sent', mails: 1, isListed: false });
}
