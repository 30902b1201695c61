import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { payoutCommand } from '../../cli/commands/payout.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { table } from '../../functions/adapters/table.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { approved, bookedFor, contributionOf, day, given, instructed, rewardOf } from './reward-steps.ts';

/** The payouts that accounting pays by file: each stands in one file, whoever writes files, and however that ends. */
useOwnTable();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okaeri-'));
});
const path = (name: string) => join(folder, `${name}.csv`);

/** Runs commands at once, as a machine does. @returns what each printed, in no order */
async function run(...commands: string[][]): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
  onTestFinished(() => {
    log.mockRestore();
    process.exitCode = undefined;
  });
  const started = commands.map((args) =>
    new Command('okaeri')
      .option('--json')
      .exitOverride()
      .addCommand(payoutCommand())
      .parseAsync(['--json', 'payout', ...args], { from: 'user' }),
  );
  await Promise.all(started).finally(() => log.mockRestore());
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The payouts in a file; none where there is no file. */
async function payoutsIn(name: string): Promise<string[]> {
  const text = await readFile(path(name), 'utf8').catch(() => '');
  return [...text.matchAll(/\bpayout-\d+/g)].map(([id]) => id);
}

/** Rewards that are instructed by file. @returns their payouts, in order */
async function several(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push(`payout-${await instructed('file')}`);
  return ids;
}

const numberOf = (id: string | undefined) => Number(id?.slice('payout-'.length));

describe('payouts that are due', () => {
  it('stand in one file each, also when the command runs four times at once', async () => {
    const ids = await several(8);
    // One that is not approved yet, and one that goes by webhook.
    await approved('feedback');
    await instructed('webhook');
    const names = ['a', 'b', 'c', 'd'];
    const said = await run(...names.map((name) => ['file', path(name)]));
    expect(said).toHaveLength(4);
    const written = (await Promise.all(names.map(payoutsIn))).flat();
    expect(written.toSorted()).toEqual(ids.toSorted());
    expect(said.flatMap(({ payouts }) => payouts as string[]).toSorted()).toEqual(ids.toSorted());
    for (const id of ids) expect((await rewardOf(numberOf(id))).payout).toMatchObject({ isSent: true });
    expect(await run(['file', path('later')])).toMatchObject([{ payouts: [] }]);
    expect(await payoutsIn('later')).toEqual([]);
  });

  it('keep their file, which is written again as it was, and no other holds them', async () => {
    const ids = await several(3);
    const [first] = await run(['file', path('first')]);
    const [newer] = await several(1);
    await run(['file', path('again'), '--number', String(first?.['file'])]);
    expect(await payoutsIn('again')).toEqual(ids);
    expect(await readFile(path('again'), 'utf8')).toBe(await readFile(path('first'), 'utf8'));
    await run(['file', path('next')]);
    expect(await payoutsIn('next')).toEqual([newer]);
    // A file that is there is not overwritten.
    await several(1);
    await expect(run(['file', path('next')])).rejects.toThrow('already');
    expect(await payoutsIn('next')).toEqual([newer]);
    await run(['file', path('rest')]);
    expect(await payoutsIn('rest')).toHaveLength(1);
  });

  it('are in one of two files when writing stopped half-way', async () => {
    const ids = await several(4);
    const stop = interfere(table, async ({ command, attempt, send }) => {
      if (command === 'PutItemCommand' && attempt > 2) throw new Error('stopped here');
      return send();
    });
    const stopped = await run(['file', path('stopped')]).then(
      () => '',
      (error: unknown) => String(error),
    );
    stop();
    const number = /Payout file (\d+) was not written/.exec(stopped)?.[1] ?? '';
    expect(number).not.toBe('');
    expect(await payoutsIn('stopped')).toEqual([]);
    await run(['file', path('half'), '--number', number]);
    await run(['file', path('others')]);
    expect([...(await payoutsIn('half')), ...(await payoutsIn('others'))]).toEqual(ids);
    expect(await payoutsIn('half')).toHaveLength(2);
  });

  it('of somebody who was erased are in none', async () => {
    const [kept, gone] = await several(2);
    const { person } = await contributionOf(numberOf(gone));
    await decideAndWrite(person, (file) => erasePerson(file, given));
    expect(await run(['file', path('erased')])).toMatchObject([{ payouts: [kept], leftOut: [gone] }]);
    expect(await payoutsIn('erased')).toEqual([kept]);
  });
});

describe('what accounting has paid', () => {
  it('is booked once, however often its file is read, and at once', async () => {
    const ids = await several(3);
    await run(['file', path('paid')]);
    const dated = ids.map((id, index) => `${id},${index < 2 ? day : ''}`);
    await writeFile(path('dates'), ['payout,on', ...dated, ''].join('\n'));
    await run(['import', path('dates')], ['import', path('dates')]);
    await run(['import', path('dates')]);
    const booked = await Promise.all(ids.map((id) => bookedFor(numberOf(id))));
    expect(booked.map((entries) => entries.length)).toEqual([1, 1, 0]);
    expect((await rewardOf(numberOf(ids[0]))).status).toBe('paid');
    expect((await rewardOf(numberOf(ids[2]))).status).toBe('instructed');
  });
});
