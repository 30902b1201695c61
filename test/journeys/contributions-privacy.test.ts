import { randomInt } from 'node:crypto';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { policy } from '../../functions/adapters/policy.ts';
import { consoleInputIn, decideInConsole } from '../../infra/local/play/approver.ts';
import { awaitMail, linkIn, mailsTo } from '../../infra/local/play/leaver.ts';
import { approvalMails, codeIn, contributor, post, sends } from './contribution-steps.ts';
import { items, settings, theProgramme } from './stage.ts';
import { expectNoTrace, expectNoTraceInLogs, historiesOf } from './traces.ts';

/** What an alumnus, a candidate, an owner and an approver write is theirs: like nobody else's in this run. */
const mark = randomInt(1e6, 1e9);
const name = '鬼ノ城 紗英璃';
const company = `Zephyranthes Widgetworks ${mark}`;
const lead = `彼らは部品を探しています ${mark}`;
const feedback = `手順書の三章が難しい ${mark}`;
const answer = `三章を書き直します ${mark}`;
const note = `Well observed ${mark}`;
const candidate = {
  name: '漆葉 木乃芽',
  email: `konome-${mark}@example.com`,
  text: `三年の経験 ${mark}`,
  consent: 'yes',
};
const numbers = { referral: 0, lead: 0, feedback: 0 };
const tokens: string[] = [];
/** Everything by which anybody could be known, but for the code, which an approver types into the console. */
const traces = [name, ...name.split(' '), company, lead, feedback, answer, ...Object.values(candidate).slice(0, 3)];
let code = '';

beforeAll(async () => {
  const who = await contributor({ name });
  traces.push(who.employeeId, who.address);
  numbers.lead = await sends(who, 'lead', { company, text: lead, reward: 'yes' });
  numbers.feedback = await sends(who, 'feedback', { topic: 'product', text: feedback, reward: 'yes' });
  numbers.referral = await sends(who, 'referral');
  const [owner = ''] = policy.contributions.topics.map((topic) => topic.owner);
  const asked = await awaitMail(settings, owner, `contribution-owner_${numbers.feedback}-0`);
  await post(linkIn(asked, 'answer'), { answer, isOfUse: 'yes' });
  const invitation = await awaitMail(settings, who.address, `contribution-invitation_${numbers.referral}`);
  await post(linkIn(invitation, 'candidate'), candidate);
  const receipt = await awaitMail(settings, candidate.email, `candidate-receipt_${numbers.referral}-1`);
  await post(linkIn(receipt, 'candidacy'), { action: 'confirm' });
  const [mail = receipt] = await approvalMails(numbers.feedback, ['saito']);
  code = codeIn(mail);
  const input = consoleInputIn(mail).replace('"note":""', `"note":"${note}"`);
  expect(await decideInConsole(settings, input)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await decideInConsole(settings, input)).toMatchObject({ status: 'FAILED' });
  expect(await theProgramme.outcomeOfReward(numbers.feedback)).toBe('Paid');
  const { recruiter } = policy.company;
  await awaitMail(settings, recruiter, `contribution-recruiter_${numbers.referral}`);
  const ours = [...(await mailsTo(settings, who.address)), asked, receipt, mail, { text: who.page }];
  for (const { text } of ours)
    tokens.push(
      ...[...text.matchAll(/\/(?:contribute|candidate|candidacy|answer|reward)\/([\w.-]+)/g)].map(
        ([, token = '']) => token,
      ),
    );
  expect(tokens.length).toBeGreaterThan(5);
});

describe('what people write about contributions and rewards', () => {
  it('is in no log, nor is a link or a code', async () => {
    expect(await expectNoTraceInLogs([...traces, ...tokens, note, code])).toBeGreaterThan(20);
  });

  it('is in no link: its token names a matter, and nobody', () => {
    for (const token of tokens) expectNoTrace(decodeURIComponent(token), traces, token);
  });

  it('is in no input and no output of any state', async () => {
    const begins = Object.values(numbers).flatMap((number) => [`contribution-${number}-`, `reward-${number}-`]);
    const isOurs = (execution: string) => begins.some((begin) => execution.startsWith(begin));
    let found = 0;
    for (const machine of ['Contribution', 'Reward'])
      for await (const { name: execution, events } of historiesOf(machine, isOurs)) {
        found += 1;
        expectNoTrace(JSON.stringify(events), [...traces, ...tokens, note, code], execution);
      }
    // Each contribution was told of more than once, and one had a reward.
    expect(found).toBeGreaterThan(4);
  });

  it('and of an approver’s word only the input has the code and the note', async () => {
    let typed = 0;
    for await (const { name: execution, events } of historiesOf('DecideReward', () => true)) {
      expectNoTrace(JSON.stringify(events), [...traces, ...tokens], execution);
      typed += Number(JSON.stringify(events[0]).includes(code));
      // What the function answered, and what the execution ended with.
      const answered = events.flatMap(
        ({ taskSucceededEventDetails, executionSucceededEventDetails, executionFailedEventDetails }) => [
          taskSucceededEventDetails?.output,
          executionSucceededEventDetails?.output,
          executionFailedEventDetails?.cause,
        ],
      );
      expectNoTrace(JSON.stringify(answered), [code, note], execution);
    }
    expect(typed).toBe(2);
  });

  it('is in one item of the table each, apart from the contribution', async () => {
    const holding = new Map<string, Set<string>>();
    for await (const { Items = [] } of paginateScan({ client: items }, { TableName: settings.table }))
      for (const item of Items)
        for (const trace of [company, lead, feedback, answer, candidate.name, candidate.email, candidate.text])
          if (JSON.stringify(item).includes(trace))
            holding.set(trace, (holding.get(trace) ?? new Set()).add(String(item['sk']).replace(/#.*/, '')));
    const kinds = [...holding.values()].map((kind) => [...kind].join());
    expect(kinds.sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'CANDIDATE'),
      ...Array.from({ length: 4 }, () => 'WORDS'),
    ]);
  });
});
