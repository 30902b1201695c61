import type { Policy } from '../../functions/domain/policy.ts';
import { takeStockOfPayout } from '../../functions/domain/reward-payout.ts';
import { instantAfter } from '../../functions/domain/time.ts';
import { policyWith } from './contribution-samples.ts';
import { type Act, act, type World } from './reward-world.ts';
import { policy } from './samples.ts';

/** Goes through all that may happen to rewards, in whatever order. */

const { timeZone } = policy.company;
/** A policy with little time, and a budget that is soon used up. */
export const quick = policyWith({
  budget: { every: 'year', amount: 300_000 },
  approval: { ...policy.rewards.approval, remindEvery: 'P4D', escalateAfter: 'P5D', window: 'P6D' },
  payout: { remindEvery: 'P2D', window: 'P3D' },
});

/** The next moment at which something is due of a contribution. */
export function nextMoment({ now, contributions }: World, { rewards }: Policy): string | undefined {
  const moments = contributions.flatMap(({ reward, due }) => {
    const { remindEvery, escalateAfter, window } = rewards.approval;
    const waits = reward?.status === 'asking' ? [remindEvery, escalateAfter, window] : [];
    const unpaid = reward?.status === 'instructed' ? [rewards.payout.remindEvery, rewards.payout.window] : [];
    return [
      ...waits.map((wait) => instantAfter(reward?.askedAt ?? now, wait, timeZone)),
      ...unpaid.map((wait) => instantAfter(reward?.payout?.at ?? now, wait, timeZone)),
      ...(due ? [`${due}T03:00:00Z`] : []),
    ];
  });
  return moments.filter((moment) => moment > now).sort()[0];
}

type Bounds = {
  approvers: readonly string[];
  /** How often approval is asked for. */
  generations: number;
  /** How often an approver confuses what to write. */
  confusions: number;
  /** How the policy may change. */
  changes?: readonly (Act & { do: 'policy' })['change'][];
};
type Choice = readonly [index: number, what: Act];

export const machine = [
  'screen',
  'stock',
  'noted',
  'instruct',
  'send',
  'note sent',
  'payout stock',
  'payout noted',
] as const;
export const others = ['decline', 'wrong code', 'confirm', 'clawback'] as const;

/** What goes by itself: executions, the sweep and the clock. */
function bySelf(world: World): Choice[] {
  const until = nextMoment(world, quick);
  const each = world.contributions.flatMap((_, index) =>
    [...machine, 'sweep' as const].map((what): Choice => [index, { do: what }]),
  );
  return [...each, ...(until ? [[0, { do: 'pass', until }] as const] : [])];
}

/** What people and other systems may do. */
function byOthers({ contributions }: World, { approvers, generations, confusions, changes = [] }: Bounds): Choice[] {
  const ofPolicy = changes.map((change): Choice => [0, { do: 'policy', change }]);
  const ofPeople = contributions.flatMap(({ reward }, index) => {
    const words = approvers.flatMap((approver): Act[] => {
      const round = reward?.asked.find((each) => each.approver === approver)?.round ?? 1;
      const confused: Act = { do: 'say', approver, decision: undefined };
      return [
        { do: 'say', approver, decision: 'approve' },
        { do: 'say', approver, decision: 'reject' },
        { do: 'say', approver, decision: 'approve', older: 1 },
        { do: 'say', approver, decision: 'approve', earlier: 1 },
        ...(round <= confusions ? [confused] : []),
      ];
    });
    const again: Act[] = reward && reward.generation < generations ? [{ do: 'reopen' }] : [];
    return [...others.map((what): Act => ({ do: what })), ...words, ...again].map((what): Choice => [index, what]);
  });
  return [...ofPolicy, ...ofPeople];
}

/** What tells two states apart: counters and times that nothing decides by are left out, and who was asked once it is over. */
export function keyOf(world: World): string {
  const { contributions, used, entries, budgets, answers: _, ...rest } = world;
  const told = contributions.map(({ wantsReward, status, due, reward }) => {
    if (!reward) return [wantsReward, status, due];
    const { asked, said, askedAt, mail, reminders, isEscalated, payout, generation, clawedBackOn } = reward;
    const words = said.map(({ approver, decision }) => [approver, decision]);
    const asking = reward.status === 'asking' && [asked, askedAt, mail, reminders, isEscalated, used];
    return [wantsReward, status, due, generation, reward.status, words, asking, payout, clawedBackOn];
  });
  const sums = Object.values(budgets).map(({ period, used }) => [period, used]);
  return JSON.stringify([told, sums, Object.keys(entries), rest]);
}

/** All states that can be reached, and those to which each comes by itself. */
export function explore(first: World, bounds: Bounds): Map<string, { world: World; next: Set<string> }> {
  const known = new Map([[keyOf(first), { world: first, next: new Set<string>() }]]);
  for (const { world, next } of known.values()) {
    const go = ([index, what]: Choice) => {
      const after = act(world, index, what, quick);
      if (after === world) return undefined;
      const key = keyOf(after);
      if (!known.has(key)) known.set(key, { world: after, next: new Set() });
      return key;
    };
    for (const choice of bySelf(world)) {
      const key = go(choice);
      if (key) next.add(key);
    }
    for (const choice of byOthers(world, bounds)) go(choice);
  }
  return known;
}

const named = ['blocked', 'rejected', 'expired', 'declined', 'paid'];

/** A named end: of an approval or payout, or that nobody confirmed for too long, which the execution says. */
function isEnd(world: World): boolean {
  return world.contributions.every((contribution) => {
    if (named.includes(contribution.reward?.status ?? '')) return true;
    return takeStockOfPayout(contribution, { now: world.now, policy: quick }).outcome === 'over';
  });
}

/** States from which nothing that goes by itself leads to an end. */
export function dead(all: ReturnType<typeof explore>): string[] {
  const ending = new Set([...all].flatMap(([key, { world }]) => (isEnd(world) ? [key] : [])));
  for (let size = -1; size < ending.size; ) {
    size = ending.size;
    for (const [key, { next }] of all) if ([...next].some((other) => ending.has(other))) ending.add(key);
  }
  return [...all.keys()].filter((key) => !ending.has(key));
}
