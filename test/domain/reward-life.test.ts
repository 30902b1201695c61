import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contribution } from '../../functions/domain/contribution.ts';
import { sumOf } from '../../functions/domain/ledger.ts';
import { asking, given, qualified } from './contribution-samples.ts';
import { dead, explore, keyOf, machine, nextMoment, others, quick } from './reward-explore.ts';
import { type Act, act, type World, worldOf } from './reward-world.ts';

/** However decisions, mails, crashes, retries and the clock interleave: what must hold is in reward-world.ts. */

function saitoAgreed(number: number) {
  const attempt = `${number}-1-1-saito`;
  return { approver: 'saito', decision: 'approve', at: given.now, by: 'cli', attempt } as const;
}
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
    ['a law that ends', 'feedback', { approvers: alone, generations: 1, confusions: 0, changes: ['law'] }],
    ['an approver off the list', 'feedback', { approvers: alone, generations: 1, confusions: 0, changes: ['saito'] }],
  ] as const)('of %s pays what was approved, once, and nothing else', { timeout: 60_000 }, (_, kind, bounds) => {
    const all = explore(worldOf([qualified(kind)], given.now), bounds);
    const worlds = [...all.values()].map(({ world }) => world);
    expect([...new Set(worlds.map(({ contributions }) => contributions[0]?.reward?.status))].sort()).toEqual(
      [...common, ...('changes' in bounds && bounds.changes[0] === 'law' ? ['blocked'] : [])].sort(),
    );
    for (const { contributions } of worlds) expect(Contribution.safeParse(contributions[0]).success).toBe(true);
    expect(worlds.some(({ contributions }) => contributions[0]?.reward?.clawedBackOn)).toBe(true);
    if ('changes' in bounds) {
      // What the policy no longer allows was agreed to, and not granted; who stands in was asked, and heard.
      const [change] = bounds.changes;
      const said = worlds.flatMap(({ contributions }) => contributions[0]?.reward ?? []);
      const isSeen = said.some(({ status, said: [word] }) =>
        change === 'law' ? status === 'blocked' && word : status === 'approved' && word?.approver === 'kato',
      );
      expect(isSeen).toBe(true);
    }
    expect(dead(all)).toEqual([]);
    expect(all.size).toBeGreaterThan(400);
  });

  it('of two rewards that one budget does not cover both gives one of them at most', { timeout: 60_000 }, () => {
    const two = [asking('lead', 7), asking('lead', 8)].map(({ reward, ...rest }) => ({
      ...rest,
      reward: { ...reward, said: [saitoAgreed(rest.number)], asked: reward.asked.map(spentBySaito) },
    }));
    const codes = ['7-1-1-saito', '8-1-1-saito'];
    const answers = Object.fromEntries(codes.map((code) => [code, 'one of two']));
    const agreed = { approvals: ['7-1-saito', '8-1-saito'], used: codes, answers };
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

it('in years of many rewards at once, nothing is paid twice, unapproved or beyond the budget', {
  timeout: 60_000,
}, () => {
  const kinds = ['lead', 'feedback', 'lead', 'feedback'] as const;
  const tight = { ...quick, rewards: { ...quick.rewards, budget: { every: 'month' as const, amount: 200_000 } } };
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
