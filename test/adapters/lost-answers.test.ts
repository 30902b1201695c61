import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { partition } from '../../functions/adapters/erasing.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { keys, table } from '../../functions/adapters/table.ts';
import { connectionReset, crash, interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { revised, revisedWithEntry } from './people-samples.ts';
import { revisionOf, someone } from './people-steps.ts';

useOwnTable();

describe('a retried write does not take its own success for a rival', () => {
  it('when the SDK sends again after a lost answer', async () => {
    const id = await someone();
    let decided = 0;
    interfere(table, async ({ command, attempt, send }) => {
      const answer = await send();
      if (command === 'TransactWriteItemsCommand' && attempt === 1) throw connectionReset();
      return answer;
    });
    await decideAndWrite(id, (file) => {
      decided += 1;
      return { outcome: 'revised', write: revisedWithEntry(file) };
    });
    expect(decided).toBe(1);
    expect(await revisionOf(id)).toBe(2);
  });

  it('when the repeat is refused, since its own nonce stands there', async () => {
    const id = await someone();
    let decided = 0;
    interfere(table, async ({ command, attempt, send }) => {
      const answer = await send();
      if (command !== 'TransactWriteItemsCommand' || attempt > 1) return answer;
      // Ten minutes later the ClientRequestToken is forgotten, and only the nonce tells.
      const nonce = await nonceOf(id);
      throw new TransactionCanceledException({
        message: 'cancelled',
        $metadata: {},
        CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: { nonce: { S: nonce } } }],
      });
    });
    await decideAndWrite(id, (file) => {
      decided += 1;
      return { outcome: 'revised', write: revisedWithEntry(file) };
    });
    expect(decided).toBe(1);
    expect(await revisionOf(id)).toBe(2);
  });

  it('when the answer is lost for good, the caller comes again and decides on what was written', async () => {
    const id = await someone();
    const stop = interfere(table, async ({ command, send }) => {
      const answer = await send();
      if (command === 'TransactWriteItemsCommand') throw crash();
      return answer;
    });
    await expect(decideAndWrite(id, (file) => ({ outcome: 'revised', write: revisedWithEntry(file) }))).rejects.toThrow(
      'crashed here',
    );
    stop();
    expect(await revisionOf(id)).toBe(2);
    expect(
      await decideAndWrite(id, (file) =>
        file.person.stints[0]?.revision === 2 ? { outcome: 'known' } : { outcome: 'lost' },
      ),
    ).toBe('known');
  });
});

async function nonceOf(id: string): Promise<string> {
  for await (const item of partition(keys.person(id).pk)) {
    if (item.sk === 'RECORD#person') return String((item as { nonce?: string }).nonce);
  }
  return '';
}

describe('a transaction conflict means load again and decide again', () => {
  it.each(['TransactionConflict', 'ConditionalCheckFailed'])('on %s', async (Code) => {
    const id = await someone();
    let decided = 0;
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'TransactWriteItemsCommand' && attempt < 3) {
        throw new TransactionCanceledException({
          message: 'cancelled',
          $metadata: {},
          CancellationReasons: [{ Code: 'None' }, { Code }],
        });
      }
      return send();
    });
    await decideAndWrite(id, (file) => {
      decided += 1;
      return { outcome: 'revised', write: revisedWithEntry(file) };
    });
    expect(decided).toBe(3);
    expect(await revisionOf(id)).toBe(2);
  });

  it('and any other reason is an error that a retry may cure', async () => {
    const id = await someone();
    interfere(table, async ({ command, send }) => {
      if (command !== 'TransactWriteItemsCommand') return send();
      throw new TransactionCanceledException({
        message: 'cancelled',
        $metadata: {},
        CancellationReasons: [{ Code: 'ThrottlingError' }],
      });
    });
    await expect(
      decideAndWrite(id, (file) => ({ outcome: 'revised', write: revisedWithEntry(file) })),
    ).rejects.toBeInstanceOf(TransactionCanceledException);
  });
});

describe('a single item needs no transaction, and is as safe', () => {
  it('when the SDK sends again after a lost answer, its own nonce tells', async () => {
    const id = await someone();
    let decided = 0;
    interfere(table, async ({ command, attempt, send }) => {
      const answer = await send();
      if (command === 'PutItemCommand' && attempt === 1) throw connectionReset();
      return answer;
    });
    await decideAndWrite(id, (file) => {
      decided += 1;
      return { outcome: 'revised', write: revised(file) };
    });
    expect(decided).toBe(1);
    expect(await revisionOf(id)).toBe(2);
  });

  it('a rival in between means load again and decide again', async () => {
    const id = await someone();
    let rival: Promise<string> | undefined;
    interfere(table, async ({ command, send }) => {
      if (command === 'PutItemCommand')
        await (rival ??= decideAndWrite(id, (file) => ({ outcome: 'revised', write: revisedWithEntry(file) })));
      return send();
    });
    await decideAndWrite(id, (file) => ({ outcome: 'revised', write: revised(file) }));
    expect(await revisionOf(id)).toBe(3);
  });
});
