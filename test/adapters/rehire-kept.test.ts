import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type PartitionItem, partition } from '../../functions/adapters/erasing.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { takeRehire } from '../../functions/adapters/rehires.ts';
import { keys } from '../../functions/adapters/table.ts';
import { today } from '../../functions/domain/decision.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { rehireDue } from '../../functions/domain/rehire-due.ts';
import { withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { cancelRehire, finishTask } from '../../functions/domain/rehire-start.ts';
import { dateAfter, dateBefore } from '../../functions/domain/time.ts';
import { handler as relay } from '../../functions/relay/relay.ts';
import { handler as sweep } from '../../functions/sweep/sweep.ts';
import { alumnus } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { accepted, decide, given, opened, rehireOf, startsOn, step } from './rehire-steps.ts';
import { usePayroll } from './reward-payroll.ts';

/** What somebody wrote with a return goes with them, and of a case that is over a year after its end. */
useOwnTable();
const aws = useFaultyAws();
const hris = usePayroll('HRIS_URL');

async function itemsOf(person: string): Promise<PartitionItem[]> {
  const items: PartitionItem[] = [];
  for await (const item of partition(keys.person(person).pk)) items.push(item);
  return items;
}

/** What an erasure wrote is carried out, as the stream shows it. */
async function carryOutErasure(person: string): Promise<void> {
  const found = (await itemsOf(person)).filter(
    ({ sk, data }) => sk.startsWith('CONSEQUENCE#') && data?.['kind'] === 'erase',
  );
  expect(found).toHaveLength(1);
  const Records = found.map(({ pk, sk }) => ({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } }));
  expect(await relay({ Records }, {} as Parameters<typeof relay>[1])).toEqual({ batchItemFailures: [] });
}

const traces = async (person: string) =>
  (await itemsOf(person)).filter(({ sk }) => sk.startsWith('REHIRE#') || sk.startsWith('ENTRY#')).map(({ sk }) => sk);

describe('of who is erased', () => {
  it('in the middle, relay ends the case, and whoever had a task hears of it without a name', async () => {
    const number = await accepted();
    const { person } = await rehireOf(number);
    const { profile } = await loadPerson(person);
    await step('tasks', number);
    await decideAndWrite(person, (file) => erasePerson(file, given));
    await carryOutErasure(person);
    const ended = await rehireOf(number);
    expect(ended).toMatchObject({ status: 'erased', news: ['tasks'], endedIn: 'onboarding' });
    await step('tasks', number);
    const mails = aws.ses.mails.filter(({ dispatch }) => dispatch.startsWith(`rehire-task_${number}-`));
    const off = mails.filter(({ dispatch }) => dispatch.endsWith('-off-0'));
    expect(off).toHaveLength(ended.tasks.length - 1);
    const { employeeId = '', name = '' } = profile ?? {};
    const texts = off.map(async ({ raw }) => {
      const { subject, text, html } = await simpleParser(raw);
      return `${subject} ${text} ${String(html)}`;
    });
    const written = [...(await Promise.all(texts)), ...(hris.told.get(`rehire-${number}-called-off`) ?? [])];
    expect(written).toHaveLength(ended.tasks.length);
    for (const text of written) for (const known of [name, employeeId, person]) expect(text).not.toContain(known);
    expect(await traces(person)).toEqual([]);
  });

  it('at the same moment as everything else, nothing is written afterwards', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const number = await accepted();
      const { person } = await rehireOf(number);
      const erase = async () => {
        await decideAndWrite(person, (file) => erasePerson(file, given));
        await carryOutErasure(person);
      };
      await Promise.all([
        ...(['account', 'buddy', 'culture'] as const).map((kind) =>
          decide(number, (rehire) => finishTask(rehire, kind, 'link', given)),
        ),
        erase(),
        decide(number, (rehire) => (turn % 2 ? withdrawRehire(rehire, given) : cancelRehire(rehire, given))),
        decide(number, (rehire, { file }) => rehireDue(rehire, startsOn, file, given)),
      ]);
      for (const late of ['orientation', 'refresh'] as const)
        await decide(number, (rehire) => finishTask(rehire, late, 'link', given));
      await decide(number, (rehire, { file }) => rehireDue(rehire, startsOn, file, given));
      expect(['erased', 'withdrawn', 'cancelled']).toContain((await rehireOf(number)).status);
      expect(await traces(person)).toEqual([]);
    }
  });

  it('a wish that comes while they are erased is not kept', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const person = await alumnus();
      const wish = { kind: 'freelance', wantsTalk: false, openedBy: 'alumnus', sinceThen: '大学院' } as const;
      const erase = async () => {
        await decideAndWrite(person, (file) => erasePerson(file, given));
        await carryOutErasure(person);
      };
      await Promise.all([takeRehire(person, wish, given), erase()]);
      expect(await takeRehire(person, wish, given)).toEqual({ outcome: 'no alumnus' });
      expect(await traces(person)).toEqual([]);
    }
  });
});

describe('what was written with a case', () => {
  const words = async (person: string) => (await itemsOf(person)).filter(({ sk }) => sk.startsWith('REHIRE#'));
  /** The last of this file: it does whatever else is due by then. */
  const swept = (date: string) =>
    sweep({ step: 'day', date, now: given.now }, { getRemainingTimeInMillis: () => 15 * 60_000 });

  it('goes a year after its end, and not before; that of an open case stays', async () => {
    const [closed, open] = [await accepted(), await opened()];
    const { person } = await rehireOf(closed);
    expect(await words(person)).toMatchObject([{ data: { rehire: closed } }]);
    expect((await words(person))[0]).not.toHaveProperty('due');
    await decide(closed, (rehire) => withdrawRehire(rehire, given));
    const goes = dateAfter(today(given), 'P1Y');
    expect(await words(person)).toMatchObject([{ due: goes, dueShard: expect.any(String) }]);
    // What is told of it afterwards does not keep it for ever.
    await step('staff', closed);
    expect(await words(person)).toMatchObject([{ due: goes }]);
    await swept(dateBefore(goes, 'P1D'));
    expect(await words(person)).toHaveLength(1);
    await swept(goes);
    expect(await words(person)).toEqual([]);
    expect(await rehireOf(closed)).toMatchObject({ status: 'withdrawn' });
    // Whether its time is over, its execution's clock says: it is open still.
    const { person: other, status } = await rehireOf(open);
    expect([status, (await words(other)).length]).toEqual(['waits for the decision', 1]);
  });
});
