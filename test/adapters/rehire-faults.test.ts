import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eraseLeftovers, partition } from '../../functions/adapters/erasing.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { casesOf, decideOnRehire, endRehiresOf, takeRehire } from '../../functions/adapters/rehires.ts';
import { keys, programme } from '../../functions/adapters/table.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { rehireDue } from '../../functions/domain/rehire-due.ts';
import { acceptOffer, makeOffer, withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { cancelRehire, finishTask } from '../../functions/domain/rehire-start.ts';
import { decideRehireAs } from '../../functions/rehire/decide.ts';
import { alumnus } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { dyingAtEveryCall, expectOneMail } from './reward-crashes.ts';
import { usePayroll } from './reward-payroll.ts';
import {
  accepted,
  begun,
  bookedFor,
  decide,
  given,
  kato,
  offer,
  offered,
  opened,
  rehireOf,
  startsOn,
  step,
  toBeOffered,
} from './rehire-steps.ts';

/**
 * Whoever acts on a return may die before or after any call, or come at the same moment as others. Afterwards there is one
 * case, one mail of each kind or one in doubt, one message to the HR system, and one booking.
 */
useOwnTable();
const aws = useFaultyAws();
const hris = usePayroll('HRIS_URL');

describe('a death at any call', () => {
  it('opens one case', async () => {
    const calls = await dyingAtEveryCall(
      aws,
      async () => ({ person: await alumnus(), form: randomUUID() }),
      ({ person, form }) =>
        takeRehire(person, { kind: 'freelance', wantsTalk: true, openedBy: 'alumnus', form }, given),
      async ({ person }) => {
        const cases = await casesOf(person);
        expect(cases.map(({ status, rounds }) => [status, rounds])).toEqual([['waits for the talk', 1]]);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['receipt', () => opened(), 'rehire-receipt_N'],
    ['offer', offered, 'rehire-offer_N-1-0'],
    ['welcome', accepted, 'rehire-welcome_N'],
  ] as const)('sends one mail to the alumnus: %s', async (news, prepare, id) => {
    await dyingAtEveryCall(
      aws,
      prepare,
      (number) => step(news, number),
      async (number, { pending }) => {
        const { person, news: left } = await rehireOf(number);
        await expectOneMail(aws, person, id.replace('N', String(number)), pending);
        expect(left).not.toContain(news);
      },
    );
  });

  it('asks who decides by one mail', async () => {
    await dyingAtEveryCall(
      aws,
      () => opened(),
      (number) => step('ask', number),
      async (number, { pending }) => {
        await expectOneMail(aws, programme, `rehire-approval_${number}-1-1-kato-0`, pending);
        expect((await rehireOf(number)).approvals[0]?.mail).toBeUndefined();
      },
    );
  });

  it('hands over each task once, and tells the HR system under one id', async () => {
    await dyingAtEveryCall(
      aws,
      accepted,
      (number) => step('tasks', number),
      async (number, { pending }) => {
        for (const kind of ['account', 'orientation', 'refresh', 'buddy', 'culture'])
          await expectOneMail(aws, programme, `rehire-task_${number}-${kind}-hand-over-0`, pending);
        const messages = hris.told.get(`rehire-${number}-accepted`) ?? [];
        expect(new Set(messages).size).toBe(1);
        expect((await rehireOf(number)).tasks.every(({ mail }) => mail === undefined)).toBe(true);
      },
    );
  }, 240_000);

  it('makes one offer, which is accepted once', async () => {
    await dyingAtEveryCall(
      aws,
      toBeOffered,
      async (number) => {
        if ((await rehireOf(number)).offer === undefined)
          await decide(number, (rehire, about) => makeOffer(rehire, about, offer, given));
        await decide(number, (rehire, { words }) => acceptOffer(rehire, words, { revision: 1 }, given));
      },
      async (number) => expect(await rehireOf(number)).toMatchObject({ status: 'onboarding', offer: { revision: 1 } }),
    );
  });

  it('starts once: one booking, and one record of the person', async () => {
    await dyingAtEveryCall(
      aws,
      accepted,
      async (number) => {
        await decideOnRehire(number, (rehire, { file }) => rehireDue(rehire, startsOn, file, given), given);
        await step('come back', number);
      },
      async (number) => {
        const { person } = await rehireOf(number);
        expect((await bookedFor(number)).map(({ id, amount }) => [id, amount])).toEqual([
          [`rehire-${number}-return`, 300_000],
        ]);
        expect((await loadPerson(person)).person.stints).toMatchObject([{ status: 'rehired', rehire: number }]);
      },
    );
  });

  it('calls a start off once: the booking is taken back, and the person is an alumnus again', async () => {
    await dyingAtEveryCall(
      aws,
      async () => {
        const number = await begun();
        await step('come back', number);
        return number;
      },
      async (number) => {
        await decide(number, (rehire) => cancelRehire(rehire, given));
        await step('become an alumnus again', number);
      },
      async (number) => {
        const { person } = await rehireOf(number);
        expect((await bookedFor(number)).reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
        expect((await loadPerson(person)).person.stints).toMatchObject([{ status: 'enrolled' }]);
      },
    );
  });
});

const twelve = <T>(run: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 12 }, run));

describe('at the same moment', () => {
  it('somebody who asks twelve times has one case', async () => {
    const person = await alumnus();
    await twelve(() => takeRehire(person, { kind: 'freelance', wantsTalk: false, openedBy: 'alumnus' }, given));
    expect(await casesOf(person)).toHaveLength(1);
  });

  it('one code counts once', async () => {
    const number = await opened();
    const words = await twelve(() => decideRehireAs(number, kato, { decision: 'approve', by: 'link' }, given));
    expect(words.filter(({ outcome }) => outcome === 'approved')).toHaveLength(1);
    expect((await rehireOf(number)).approvals[0]?.said).toHaveLength(1);
  });

  it('accepting, withdrawing and calling off leave one end or none, and no task open after it', async () => {
    const number = await offered();
    await Promise.all([
      decide(number, (rehire, { words }) => acceptOffer(rehire, words, { revision: 1 }, given)),
      decide(number, (rehire) => withdrawRehire(rehire, given)),
      decide(number, (rehire) => cancelRehire(rehire, given)),
    ]);
    const { status, tasks } = await rehireOf(number);
    expect(['withdrawn', 'cancelled']).toContain(status);
    expect(tasks.filter((task) => task.status === 'open')).toEqual([]);
  });

  it('a task is ticked off once', async () => {
    const number = await accepted();
    const outcomes = await twelve(() => decide(number, (rehire) => finishTask(rehire, 'account', 'link', given)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });
});

describe('of somebody who is erased', () => {
  it('the case ends, nothing of it stays with them, and owners are told without a name', async () => {
    const number = await accepted();
    await step('tasks', number);
    const { person } = await rehireOf(number);
    await decideAndWrite(person, (file) => erasePerson(file, given));
    await endRehiresOf(person, given);
    await eraseLeftovers(person, given.now);
    expect(await rehireOf(number)).toMatchObject({ status: 'erased' });
    await step('tasks', number);
    const kept: string[] = [];
    for await (const { sk } of partition(keys.person(person).pk)) kept.push(sk);
    expect(kept.filter((sk) => sk.startsWith('REHIRE#') || sk.startsWith('ENTRY#return'))).toEqual([]);
    expect(aws.ses.count({ person: programme, dispatch: `rehire-task_${number}-account-off-0` })).toBe(1);
  });

  it('the same form opens no case after it has ended', async () => {
    const [person, form] = [await alumnus(), randomUUID()];
    const wish = { kind: 'freelance', wantsTalk: false, openedBy: 'alumnus', form } as const;
    const first = await takeRehire(person, wish, given);
    const number = 'number' in first ? first.number : 0;
    await decide(number, (rehire) => withdrawRehire(rehire, given));
    expect(await takeRehire(person, wish, given)).toEqual({ outcome: 'opened', number });
    expect(await casesOf(person)).toHaveLength(1);
  });
});
