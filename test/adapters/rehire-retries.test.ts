import { describe, expect, it } from 'vitest';
import { partition } from '../../functions/adapters/erasing.ts';
import { linkCode } from '../../functions/adapters/links.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { readRehireWords } from '../../functions/adapters/rehires.ts';
import { keys, programme } from '../../functions/adapters/table.ts';
import { approverCode } from '../../functions/approvals/holder.ts';
import { approvalMatter } from '../../functions/domain/approval.ts';
import { rehireDue } from '../../functions/domain/rehire-due.ts';
import { withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { answerCheckIn, cancelRehire, finishTask } from '../../functions/domain/rehire-start.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { decideRehireAs, decideRehireByCode } from '../../functions/rehire/decide.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { accepted, begun, decide, given, kato, opened, rehireOf, startsOn, step, toBeOffered } from './rehire-steps.ts';
import { dyingAtEveryCall, expectOneMail } from './reward-crashes.ts';
import { usePayroll } from './reward-payroll.ts';
import { throttled } from './ses-stand-in.ts';

/** What staff and a returner hear during a return, and their own words, though a call fails: each is told or taken once. */
useOwnTable();
const aws = useFaultyAws();
const hris = usePayroll('HRIS_URL');

/** The recruiter said no. */
async function notOffered(): Promise<number> {
  const number = await opened();
  await decideRehireAs(number, kato, { decision: 'reject', by: 'link' }, given);
  return number;
}

/** The first check-in is due. */
async function settling(): Promise<number> {
  const number = await begun();
  await step('come back', number);
  await decide(number, (rehire, { file }) => rehireDue(rehire, dateAfter(startsOn, 'P30D'), file, given));
  return number;
}

const answer = { checkIn: 1, at: given.now, prying: 'none', settled: 'well' } as const;
const answers = (number: number) => decide(number, (rehire, { words }) => answerCheckIn(rehire, words, answer, given));

async function answered(): Promise<number> {
  const number = await settling();
  await answers(number);
  return number;
}

/** How often the timeline says something of a case. */
async function lines(number: number, what: string): Promise<number> {
  const { person } = await rehireOf(number);
  let found = 0;
  for await (const { sk, data } of partition(keys.person(person).pk))
    found += Number(sk.startsWith('ENTRY#') && data?.['what'] === `return ${number}: ${what}`);
  return found;
}

const stintsOf = async (person: string) => (await loadPerson(person)).person.stints;

describe('a death at any call', () => {
  it.each([
    ['talk', () => opened(true), 'staff', ['rehire-talk_N-0']],
    ['offer needed', toBeOffered, 'staff', ['rehire-offer-needed_N-0']],
    ['staff', accepted, 'staff', ['rehire-news_N-onboarding', 'rehire-news_N-onboarding-recruiter']],
    ['check-in', settling, 'alumnus', ['rehire-check-in_N-1']],
    ['answer', answered, 'staff', ['rehire-answer_N-1']],
    ['end', notOffered, 'alumnus', ['rehire-end_N']],
  ] as const)('tells of it by one mail: %s', async (news, prepare, to, ids) => {
    const calls = await dyingAtEveryCall(
      aws,
      prepare,
      (number) => step(news, number),
      async (number, { pending }) => {
        const { person, news: left } = await rehireOf(number);
        const about = to === 'staff' ? programme : person;
        for (const id of ids) await expectOneMail(aws, about, id.replace('N', String(number)), pending);
        expect(left).not.toContain(news);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(6);
  });

  it('takes a word by code once', async () => {
    const calls = await dyingAtEveryCall(
      aws,
      () => opened(),
      async (number) => {
        const code = await linkCode(approverCode('rehire', approvalMatter(number, kato)));
        // The same execution, tried again after its answer was lost.
        const word = { decision: 'approve', by: 'console', attempt: `decide-${number}` } as const;
        expect(await decideRehireByCode(number, code, word, given)).toMatchObject({ outcome: 'approved' });
      },
      async (number) => {
        const { status, approvals } = await rehireOf(number);
        expect({ status, approvals }).toMatchObject({
          status: 'waits for the offer',
          approvals: [{ said: [{ approver: 'kato' }], refused: 0 }],
        });
        expect(await lines(number, 'to be offered')).toBe(1);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(4);
  });

  it('takes a finished task, and an answer, once', async () => {
    await dyingAtEveryCall(
      aws,
      accepted,
      (number) => decide(number, (rehire) => finishTask(rehire, 'buddy', 'link', given)),
      async (number) => expect(await lines(number, 'buddy done')).toBe(1),
    );
    await dyingAtEveryCall(aws, settling, answers, async (number) => {
      const { person, checkIns } = await rehireOf(number);
      expect(checkIns[0]).toMatchObject({ status: 'answered' });
      expect((await readRehireWords(person, number))?.answers).toEqual([answer]);
    });
  });
});

describe('an HR system', () => {
  it.each(['is lost', 'is refused', 'is taken, and the answer lost'] as const)(
    'that %s is told again, in the same words',
    async (what) => {
      const number = await accepted();
      hris.next = what;
      await expect(step('tasks', number)).rejects.toThrow('the HR system');
      await step('tasks', number);
      await step('tasks', number);
      const told = hris.told.get(`rehire-${number}-accepted`) ?? [];
      expect(told).toHaveLength(what.startsWith('is taken') ? 2 : 1);
      expect(new Set(told).size).toBe(1);
    },
  );
});

describe('called off while a step is under way', () => {
  it('whoever heard of a task hears that it is not needed', async () => {
    const number = await accepted();
    // Its first mails went out; then it fails, and is to be tried again.
    aws.ses.refuse = ({ dispatch }) => (dispatch.startsWith(`rehire-task_${number}-buddy`) ? throttled : undefined);
    await expect(step('tasks', number)).rejects.toThrow('not sent');
    aws.ses.refuse = () => undefined;
    const mailed = (mail: string) =>
      aws.ses.count({ person: programme, dispatch: `rehire-task_${number}-account-${mail}-0` });
    expect([mailed('hand-over'), mailed('off')]).toEqual([1, 0]);
    await decide(number, (rehire) => withdrawRehire(rehire, given));
    await step('tasks', number);
    expect([mailed('hand-over'), mailed('off')]).toEqual([1, 1]);
    expect(hris.told.get(`rehire-${number}-called-off`)).toHaveLength(1);
  });

  it.each([
    ['', false],
    [', though it dies', true],
  ])('who comes back at that moment is an alumnus again%s', async (_, dies) => {
    const number = await begun();
    const { person } = await rehireOf(number);
    let isCalledOff = false;
    aws.meanwhile = async (name) => {
      if (isCalledOff || !name.startsWith(`TransactWriteItems PERSON#${person}`)) return;
      isCalledOff = true;
      await decide(number, (rehire) => cancelRehire(rehire, given));
      // There is nothing to take back yet.
      await step('become an alumnus again', number);
      if (dies) aws.begin({ at: 1, when: 'after', dies });
    };
    await step('come back', number).catch((error: unknown) => (dies ? undefined : Promise.reject(error)));
    aws.meanwhile = () => Promise.resolve();
    aws.begin();
    if (dies) expect(await stintsOf(person)).toMatchObject([{ status: 'rehired' }]);
    if (dies) await step('come back', number);
    expect([isCalledOff, (await rehireOf(number)).status]).toEqual([true, 'cancelled']);
    expect(await stintsOf(person)).toMatchObject([{ status: 'enrolled' }]);
  });
});
