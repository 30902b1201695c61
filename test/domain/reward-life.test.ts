import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contribution } from '../../functions/domain/contribution.ts';
import { sumOf } from '../../functions/domain/ledger.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { takeStockOfPayout } from '../../functions/domain/reward-payout.ts';
import { instantAfter } from '../../functions/domain/time.ts';
import { asking, given, policyWith, qualified } from './contribution-samples.ts';
import { type Act, act, type World, worldOf } from './reward-world.ts';
import { policy } from './samples.ts';

/** However decisions, mails, crashes, retries and the clock interleave: what must hold is in reward-world.ts. */

const { timeZone } = policy.company;
const quick = policyWith({
  budget: { every: 'year', amount: 300_000 },
  approval: { ...policy.rewards.approval, remindEvery: 'P4D', escalateAfter: 'P5D', window: 'P6D' },
  payout: { remindEvery: 'P2D', window: 'P3D' },
});

/** The next moment at which something is due of a contribution. */
function nextMoment({ now, contributions }: World, { rewards }: Policy): string | undefined {
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
};
type Choice = readonly [index: number, what: Act];

const machine = ['screen', 'stock', 'noted', 'instruct', 'send', 'note sent', 'payout stock', 'payout noted'] as const;
const others = ['decline', 'wrong code', 'confirm', 'clawback'] as const;

/** What goes by itself: executions, the sweep and the clock. */
function bySelf(world: World): Choice[] {
  const until = nextMoment(world, quick);
  const each = world.contributions.flatMap((_, index) =>
    [...machine, 'sweep' as const].map((what): Choice => [index, { do: what }]),
  );
  return [...each, ...(until ? [[0, { do: 'pass', until }] as const] : [])];
}

/** What people and other systems may do. */
function byOthers({ contributions }: World, { approvers, generations, confusions }: Bounds): Choice[] {
  return contributions.flatMap(({ reward }, index) => {
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
}

/** What tells two states apart: counters and times that nothing decides by are left out, and who was asked once it is over. */
function keyOf({ contributions, used, entries, budgets, ...rest }: World): string {
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
function explore(first: World, bounds: Bounds): Map<string, { world: World; next: Set<string> }> {
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
function dead(all: ReturnType<typeof explore>): string[] {
  const ending = new Set([...all].flatMap(([key, { world }]) => (isEnd(world) ? [key] : [])));
  for (let size = -1; size < ending.size; ) {
    size = ending.size;
    for (const [key, { next }] of all) if ([...next].some((other) => ending.has(other))) ending.add(key);
  }
  return [...all.keys()].filter((key) => !ending.has(key));
}

const saitoAgreed = { approver: 'saito', decision: 'approve', at: given.now, by: 'cli' } as const;
function spentBySaito<A extends { approver: string }>(each: A): A {
  return each.approver === 'saito' ? { ...each, isSpent: true } : each;
}

describe('every interleaving', () => {
  const common = ['to be screened', 'asking', 'approved', 'rejected', 'expired', 'declined', 'instructed', 'paid'];
  const alone = ['saito', 'kato'];
  it.each([
    ['one approver and a deputy', 'feedback', { approvers: alone, generations: 1, confusions: 2 }],
    ['two approvers and a deputy', 'lead', { approvers: [...alone, 'yamada'], generations: 1, confusions: 0 }],
    ['an approval that is asked for again', 'feedback', { approvers: alone, generations: 2, confusions: 0 }],
  ] as const)('of %s pays what was approved, once, and nothing else', (_, kind, bounds) => {
    const all = explore(worldOf([qualified(kind)], given.now), bounds);
    const worlds = [...all.values()].map(({ world }) => world);
    expect([...new Set(worlds.map(({ contributions }) => contributions[0]?.reward?.status))].sort()).toEqual(
      common.toSorted(),
    );
    for (const { contributions } of worlds) expect(Contribution.safeParse(contributions[0]).success).toBe(true);
    expect(worlds.some(({ contributions }) => contributions[0]?.reward?.clawedBackOn)).toBe(true);
    expect(dead(all)).toEqual([]);
    expect(all.size).toBeGreaterThan(400);
  });

  it('of two rewards that one budget does not cover both gives one of them at most', () => {
    const two = [asking('lead', 7), asking('lead', 8)].map(({ reward, ...rest }) => ({
      ...rest,
      reward: { ...reward, said: [saitoAgreed], asked: reward.asked.map(spentBySaito) },
    }));
    const agreed = { approvals: ['7-1-saito', '8-1-saito'], used: ['7-1-1-saito', '8-1-1-saito'] };
    const first: World = { ...worldOf(two, given.now), ...agreed };
    const seen = new Set<string>();
    const known = new Map([[keyOf(first), first]]);
    const choice = [{ do: 'say', approver: 'kato', decision: 'approve' }, { do: 'decline' }, { do: 'stock' }] as const;
    for (const world of known.values()) {
      const statuses = world.contributions.map(({ reward }) => reward?.status);
      seen.add(statuses.join(', '));
      for (const index of [0, 1]) {
        for (const what of [...choice, { do: 'noted' }, { do: 'instruct' }] as const) {
          const isTriedEnough = (world.contributions[index]?.reward?.asked[1]?.round ?? 1) > 2;
          if (what.do === 'stock' && isTriedEnough) continue;
          const next = act(world, index, what, quick);
          if (!known.has(keyOf(next))) known.set(keyOf(next), next);
        }
      }
    }
    expect(seen).not.toContain('approved, approved');
    // What was declined is given back, and the other may have it.
    expect(seen).toContain('declined, approved');
    expect(seen).toContain('asking, instructed');
  });
});

const anyChoice = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...machine).map((what): Act => ({ do: what })) },
  { weight: 1, arbitrary: fc.constantFrom(...others, 'reopen' as const).map((what): Act => ({ do: what })) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      approver: fc.constantFrom('saito', 'kato', 'yamada'),
      decision: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'approve' as const,
        'reject' as const,
        undefined,
      ),
      older: fc.constantFrom(0, 0, 0, 1, 2),
      earlier: fc.constantFrom(0, 0, 0, 0, 1),
    }),
  },
);
const anyStep = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(fc.nat({ max: 3 }), anyChoice) },
  { weight: 1, arbitrary: fc.constant('pass' as const) },
);

it('in years of many rewards at once, nothing is paid twice, unapproved or beyond the budget', () => {
  const kinds = ['lead', 'feedback', 'lead', 'feedback'] as const;
  const tight = { ...quick, rewards: { ...quick.rewards, budget: { every: 'month' as const, amount: 205_000 } } };
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 40, maxLength: 200, size: 'max' }), (steps) => {
      const qualifiedOnes = kinds.map((kind, index) => qualified(kind, index + 7));
      let world = worldOf(qualifiedOnes, given.now);
      for (const step of steps) {
        if (step !== 'pass') {
          world = act(world, step[0], step[1], tight);
          const status = world.contributions[step[0]]?.reward?.status ?? '';
          counts.set(status, (counts.get(status) ?? 0) + 1);
          continue;
        }
        const until = nextMoment(world, tight);
        if (until) world = act(world, 0, { do: 'pass', until }, tight);
        for (const [index] of kinds.entries()) world = act(world, index, { do: 'sweep' }, tight);
      }
      const spent = world.contributions
        .filter(({ reward }) => reward?.status === 'paid' && !reward.clawedBackOn)
        .reduce((sum, { reward }) => sum + (reward?.amount ?? 0), 0);
      expect(sumOf(Object.values(world.entries)) + spent).toBe(0);
    }),
    { numRuns: 150 },
  );
  for (const status of ['put off', 'approved', 'rejected', 'expired', 'declined', 'instructed', 'paid']) {
    expect(counts.get(status), status).toBeGreaterThan(3);
  }
});
