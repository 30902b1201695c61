import { expect, test } from 'vitest';
import { undecided } from '../../functions/domain/approval.ts';
import { sumOf } from '../../functions/domain/ledger.ts';
import {
  isOpen,
  openApproval,
  Rehire,
  type RehireStatus,
  rehireEnds,
  rehireWaits,
} from '../../functions/domain/rehire.ts';
import { endsAlone, explore, pathTo } from './rehire-explore.ts';
import { begin, policy, type World } from './rehire-world.ts';

/** Every order of what people, the calendar and executions do to a return, as far as there is anything new. */

const afterNo: ReadonlySet<RehireStatus> = new Set(['withdrawn', 'declined']);
const lateNews: ReadonlySet<string> = new Set([
  'end',
  'staff',
  'tasks',
  'come back',
  'become an alumnus again',
  'answer',
]);

function checkWorld({ rehire, ledger, file }: World, how: () => string): void {
  const { tasks, checkIns, approvals, offer, news, status } = rehire;
  const say = (what: string) => `${what}: ${how()}`;
  if (!isOpen(rehire)) {
    if (tasks.some((task) => task.status === 'open')) expect.fail(say('a task is open after the end'));
    if (checkIns.some((each) => each.status === 'asked' || each.status === 'planned'))
      expect.fail(say('a check-in is open after the end'));
    if (rehire.due !== undefined || rehire.isAwaited) expect.fail(say('it waits after the end'));
    if (openApproval(rehire)) expect.fail(say('somebody may decide after the end'));
    if (news.some((each) => !lateNews.has(each))) expect.fail(say(`${news.join()} after the end`));
    if (afterNo.has(status) && news.some((each) => each === 'end')) expect.fail(say('a mail to who said no'));
  } else if (rehire.due === undefined) expect.fail(say(`nobody looks at it in "${status}"`));
  // What HR overrides, two people override; and there is no offer without a yes.
  const yes = approvals.flatMap(({ about, said }) =>
    said.filter(({ decision }) => decision === 'approve').map(({ approver }) => `${about} ${approver}`),
  );
  const override = approvals.find(({ about }) => about === 'override');
  const went = approvals.some(({ about }) => about === 'decision') || rehire.talk !== undefined;
  if (override && went && new Set(yes.filter((word) => word.startsWith('override'))).size < 2)
    expect.fail(say('overridden by fewer than two'));
  if (offer && !yes.some((word) => word.startsWith('decision'))) expect.fail(say('an offer that nobody approved'));
  // Booked once, and taken back where it was called off.
  const ids = ledger.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) expect.fail(say('booked twice'));
  const hasStarted = checkIns.length > 0;
  const owed = hasStarted && status !== 'cancelled' ? policy.rehire.agencyFee.freelance : 0;
  if (sumOf(ledger) !== owed) expect.fail(say(`${sumOf(ledger)} are booked`));
  // Nobody is a colleague whose case never started, nor after it was called off.
  const stint = file.person.stints.at(-1);
  if (stint?.status === 'rehired' && !hasStarted) expect.fail(say('here before the first day'));
  // Nor an alumnus who has settled in, once all is told.
  if (status === 'completed' && news.length === 0 && file.person.stints[0]?.status === 'enrolled')
    expect.fail(say('an alumnus still'));
  if (
    status === 'cancelled' &&
    !news.includes('become an alumnus again') &&
    file.profile &&
    stint?.status === 'rehired'
  )
    expect.fail(say('still here after it was called off'));
}

function checkStep(before: World, after: World, how: () => string): void {
  const say = (what: string) => `${what}: ${how()}`;
  if (!isOpen(before.rehire) && after.rehire.status !== before.rehire.status) expect.fail(say('it ended twice'));
  if (after.mailed && afterNo.has(before.rehire.status)) expect.fail(say('a mail to who said no'));
  const open = openApproval(after.rehire);
  if (open && undecided(open.approval).length === 0) expect.fail(say('nobody is left to decide'));
}

const all = [...rehireWaits, ...rehireEnds];
const withoutHr = all.filter((status) => status !== 'waits for HR' && status !== 'conditions not met');

test.each([
  [
    'every condition holds',
    { wantsTalk: false },
    '2027-08-02',
    withoutHr.filter((status) => status !== 'waits for the talk'),
  ],
  ['a talk is wanted', { wantsTalk: true }, '2027-08-02', withoutHr],
  [
    'a condition does not hold',
    { wantsTalk: false, kind: 'permanent' as const },
    '2027-02-01',
    all.filter((status) => status !== 'waits for the talk'),
  ],
])('%s: whatever happens, in whatever order, it ends in one way and leaves nothing open', (_, wish, date, reached) => {
  const { nodes, alone } = explore(begin(wish, date), { ofWorld: checkWorld, ofStep: checkStep });
  const ending = endsAlone(nodes, alone);
  for (const [key] of nodes) if (!ending.has(key)) expect.fail(`no end without people: ${pathTo(nodes, key)}`);
  const worlds = [...nodes.values()].map(({ world }) => world);
  // As the adapter would load it: one of each kind of state will do.
  for (const status of new Set(worlds.map(({ rehire }) => rehire.status)))
    expect(Rehire.safeParse(worlds.find(({ rehire }) => rehire.status === status)?.rehire).success, status).toBe(true);
  expect(new Set(worlds.map(({ rehire }) => rehire.status))).toEqual(new Set(reached));
});
