import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { gatheringCommand } from '../../cli/commands/gathering.ts';
import { decideOnGathering, readGathering } from '../../functions/adapters/gatherings.ts';
import { addInvitee } from '../../functions/adapters/invitees.ts';
import { ledgerOfGathering } from '../../functions/adapters/ledger.ts';
import { linkCode } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { writeRsvp } from '../../functions/adapters/rsvps.ts';
import { stepDone } from '../../functions/domain/gathering-notes.ts';
import { planCode } from '../../functions/domain/plan-review.ts';
import { useOwnTable } from './own-table.ts';
import { someone } from './people-steps.ts';

useOwnTable();

const plan = 'docs/samples/gathering.yaml';
const given = { now: new Date().toISOString(), policy };
let changedPlan = '';

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'okaeri-'));
  changedPlan = join(folder, 'changed.yaml');
  await writeFile(changedPlan, (await readFile(plan, 'utf8')).replace(/^capacity: .*$/m, 'capacity: 14'));
});
afterEach(() => {
  process.exitCode = undefined;
});

/** Runs a command as a machine does. @returns what it printed */
async function run(...args: string[]): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
  onTestFinished(() => log.mockRestore());
  const program = new Command('okaeri').option('--json').exitOverride().addCommand(gatheringCommand());
  await program.parseAsync(['--json', 'gathering', ...args], { from: 'user' });
  log.mockRestore();
  return JSON.parse(lines.join('\n')) as Record<string, unknown>;
}

/** The code from the newest mail to the reviewer. */
async function codeOf(number: string): Promise<string> {
  const gathering = await readGathering(Number(number));
  return gathering ? linkCode(planCode(gathering)) : '';
}

/** @returns the number of a gathering that nobody has decided about */
async function published(name: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'okaeri-')), 'plan.yaml');
  await writeFile(file, `${await readFile(plan, 'utf8')}\n# ${name}\n`);
  const { gathering } = await run('publish', file);
  return String(Object(gathering).number);
}

async function approved(name: string): Promise<string> {
  const number = await published(name);
  await run('approve', number, '--code', await codeOf(number));
  return number;
}

describe('a plan', () => {
  it('is previewed, published once, listed, approved by its code, and changed', async () => {
    const preview = await run('preview', plan);
    expect(preview).toMatchObject({ outcome: 'submitted', invited: 0 });
    expect(preview['mails']).toHaveLength(2);

    const first = await run('publish', plan);
    expect(first).toMatchObject({ outcome: 'submitted', gathering: { number: 1, submission: 1 } });
    expect(await run('publish', plan)).toMatchObject({ outcome: 'already so', gathering: { number: 1 } });
    expect(await run('list')).toMatchObject([{ number: 1, status: 'in review' }]);

    await expect(run('approve', '1', '--code', 'ABCD-EFGH')).rejects.toThrow('not the code for gathering 1');
    const code = await codeOf('1');
    expect(await run('approve', '1', '--code', code)).toEqual({ gathering: 1, outcome: 'approved' });
    expect(await run('approve', '1', '--code', code)).toMatchObject({ outcome: 'already so' });

    expect(await run('change', '1', changedPlan)).toMatchObject({
      outcome: 'submitted',
      gathering: { number: 1, submission: 2 },
    });
    // The code of the first submission says nothing about the second.
    await expect(run('approve', '1', '--code', code)).rejects.toThrow('as it was submitted last');
    expect(await run('refuse', '1', '--code', await codeOf('1'), '--note', 'too few')).toMatchObject({
      outcome: 'refused',
    });
    expect(await run('list')).toMatchObject([{ status: 'announced', decided: { note: 'too few' } }]);
  });

  it('that cannot be read is refused with every mistake', async () => {
    expect(await run('publish', 'docs/samples/gathering-bad.yaml')).toMatchObject({ outcome: 'not readable' });
    expect(process.exitCode).toBe(1);
  });

  it('needs a gathering that is there', async () => {
    await expect(run('change', '999', plan)).rejects.toThrow('There is no gathering 999');
    await expect(run('report', '999')).rejects.toThrow('There is no gathering 999');
    await expect(run('cost', '999', '1')).rejects.toThrow('There is no gathering 999');
  });
});

describe('what a gathering cost', () => {
  it('is noted before it is booked, and corrected once afterwards', async () => {
    const number = await approved('cost');
    expect(await run('cost', number, '84000')).toMatchObject({ outcome: 'noted' });
    expect(await ledgerOfGathering(Number(number))).toEqual([]);
    await decideOnGathering(Number(number), (found) => stepDone(found, { booked: true }, given));
    expect(await run('cost', number, '84000')).toMatchObject({ outcome: 'already so', booked: { amount: -84_000 } });
    expect(await run('cost', number, '90000')).toMatchObject({ booked: { amount: -6000 } });
    expect(await run('cost', number, '90000')).not.toHaveProperty('booked');
    expect(await run('report', number)).toMatchObject({ cost: { amount: 90_000, booked: true } });
  });

  it('is booked for one that was cancelled too', async () => {
    const number = await approved('deposit');
    await run('cost', number, '20000');
    expect(await run('cancel', number, '--yes')).toMatchObject({ outcome: 'cancelled', invited: 0 });
    expect(await ledgerOfGathering(Number(number))).toMatchObject([{ amount: -20_000 }]);
    expect(await run('cancel', number, '--yes')).toMatchObject({ outcome: 'already so' });
    await expect(run('change', number, plan)).rejects.toThrow('over or called off');
  });

  it('is nothing without an approved plan', async () => {
    const number = await published('draft');
    await expect(run('cost', number, '1')).rejects.toThrow('never approved');
    expect(await run('cancel', number, '--yes')).toMatchObject({ outcome: 'withdrawn' });
  });
});

describe('a cancellation', () => {
  it('needs a yes', async () => {
    const number = await approved('asked');
    await expect(run('cancel', number)).rejects.toThrow('add --yes');
    expect(await readGathering(Number(number))).toMatchObject({ status: 'announced' });
  });
});

describe('the report', () => {
  it('counts who was invited and what they answered', async () => {
    const number = Number(await approved('report'));
    const people = await Promise.all(Array.from({ length: 20 }, someone));
    await Promise.all(people.map((person) => addInvitee(number, { person, told: 1 })));
    const answers = people
      .slice(0, 18)
      .map((person, index) => ({ person, answer: index < 11 ? 'yes' : 'no' }) as const);
    await Promise.all(
      answers.map(({ person, answer }) =>
        writeRsvp(person, { gathering: number, answer, at: given.now }, '2027-04-01'),
      ),
    );
    expect(await run('report', String(number))).toMatchObject({
      invited: 20,
      answered: { yes: 11, no: 7, notYet: 2 },
      cost: { by: 'budget', booked: false },
    });
  });
});
