import { approvalEnds, undecided } from '../../functions/domain/approval.ts';
import { isOpen, openApproval } from '../../functions/domain/rehire.ts';
import { rulesFor } from '../../functions/domain/rehire-waits.ts';
import { instantAfter } from '../../functions/domain/time.ts';
import { type Act, act, foundBy, policy, quickly, type World } from './rehire-world.ts';

/** Goes through all that may happen to a return, in whatever order. */

/** The next moment at which something is due. */
function nextMoment({ rehire, now }: World): string | undefined {
  const open = openApproval(rehire);
  const { timeZone } = policy.company;
  const waits = open
    ? [
        ...Object.values(quickly).map((wait) => instantAfter(open.approval.askedAt ?? now, wait, timeZone)),
        approvalEnds(open.approval, rulesFor(open.approval.about, policy), { now, policy }),
      ]
    : [];
  return [...waits, ...(rehire.due ? [`${rehire.due}T03:00:00Z`] : [])].filter((moment) => moment > now).sort()[0];
}

/** What people may do now; what would change nothing is tried too. */
function choices({ rehire }: World): Act[] {
  const approval = rehire.approvals.at(-1);
  const approvers = approval ? approval.asked.map(({ approver }) => approver) : [];
  const words = approvers.flatMap((approver): Act[] => [
    { do: 'say', approver, decision: 'approve', note: 'She knows the product.' },
    { do: 'say', approver, decision: 'reject' },
    ...(undecided(approval ?? { asked: [], said: [] }).some((each) => each.round > 1)
      ? []
      : [{ do: 'say', approver, decision: 'approve' } as const]),
    { do: 'say', approver, decision: 'approve', note: 'x', round: 9 },
  ]);
  const revision = rehire.offer?.revision ?? 0;
  return [
    ...words.filter((word) => word.do !== 'say' || word.round !== 9 || (approval?.refused ?? 0) === 0),
    { do: 'talk', held: 'held' },
    { do: 'talk', held: 'not held' },
    ...(revision < 2 ? [{ do: 'offer' } as const] : []),
    ...[1, 2]
      .filter((each) => each <= revision)
      .flatMap((each): Act[] => [
        { do: 'accept', revision: each },
        { do: 'decline', revision: each },
      ]),
    { do: 'finish', what: 'hris' },
    { do: 'finish', what: 'the rest' },
    ...rehire.checkIns.map((_, index): Act => ({ do: 'answer', checkIn: index + 1 })),
    { do: 'withdraw' },
    { do: 'cancel' },
    { do: 'leave again' },
    { do: 'erase' },
  ];
}

/** What goes by itself: executions, the sweep, and time. */
function bySelf(world: World): Act[] {
  const until = nextMoment(world);
  const [next] = world.rehire.news;
  return [
    ...(world.found ? [{ do: 'begin' } as const] : foundBy(world) ? [{ do: 'find' } as const] : []),
    { do: 'tell' },
    { do: 'tell and crash' },
    { do: 'sweep' },
    // Time passes once all is told: an execution takes seconds. One that fails is seen to by somebody, if late.
    ...(until && !world.found && (!next || next === 'come back') ? [{ do: 'pass', until } as const] : []),
  ];
}

/** What may still matter of a world: two that differ in nothing else are one. */
function keyOf({ rehire, file, now, ledger, found }: World): string {
  const { status, since, due, news, isAwaited, offer, tasks, checkIns, approvals } = rehire;
  const open = openApproval(rehire)?.approval;
  const words = approvals.map(({ about, said }) =>
    // Who said what matters no more once it is decided; how many people did does.
    about === open?.about
      ? said.map(({ approver, decision }) => `${approver} ${decision}`)
      : [about, said.map(({ decision }) => decision), new Set(said.map(({ approver }) => approver)).size],
  );
  return JSON.stringify([
    status,
    isOpen(rehire) ? now : '',
    due,
    news,
    found,
    status === 'waits for the talk' || status === 'waits for the offer' ? since : '',
    [offer?.revision, status === 'waits for the answer' ? offer?.answerBy : ''],
    open && [isAwaited, open.asked, open.mail, open.reminders, open.isEscalated],
    words,
    tasks.map(({ status, mail, reminded }) => [status, mail, reminded.length]),
    checkIns.map(({ status }) => status),
    file.profile ? file.person.stints.map((stint) => stint.status) : 'gone',
    ledger.length,
  ]);
}

type Node = { world: World; by?: string; before?: string };

/** What must hold; `how` tells by which steps it came about. */
export type Rules = {
  ofWorld: (world: World, how: () => string) => void;
  ofStep: (before: World, after: World, how: () => string) => void;
};

/** Explores all that may follow; each step, and each world, must be as the rules say. */
export function explore(first: World, rules: Rules): { nodes: Map<string, Node>; alone: Map<string, string[]> } {
  const nodes = new Map<string, Node>([[keyOf(first), { world: first }]]);
  const alone = new Map<string, string[]>();
  const left = [...nodes.keys()];
  for (let key = left.pop(); key !== undefined; key = left.pop()) {
    const world = nodes.get(key)?.world;
    if (!world) continue;
    rules.ofWorld(world, () => pathTo(nodes, key ?? ''));
    const own = bySelf(world).map((each) => ({ each, isAlone: each.do !== 'tell and crash' }));
    for (const { each, isAlone } of [...own, ...choices(world).map((each) => ({ each, isAlone: false }))]) {
      const next = act(world, each);
      const nextKey = keyOf(next);
      if (isAlone) alone.set(nextKey, [...(alone.get(nextKey) ?? []), key]);
      rules.ofStep(world, next, () => `${pathTo(nodes, key ?? '')} → ${JSON.stringify(each)}`);
      if (nodes.has(nextKey)) continue;
      nodes.set(nextKey, { world: next, by: JSON.stringify(each), before: key });
      left.push(nextKey);
    }
  }
  return { nodes, alone };
}

export function pathTo(nodes: ReadonlyMap<string, Node>, key: string): string {
  const steps: string[] = [];
  for (let node = nodes.get(key); node; node = node.before === undefined ? undefined : nodes.get(node.before)) {
    if (node.by) steps.unshift(node.by);
  }
  return steps.join(' → ');
}

/** Those from which an end is reached by executions, the sweep and time alone. */
export function endsAlone(nodes: ReadonlyMap<string, Node>, alone: ReadonlyMap<string, string[]>): Set<string> {
  const left = [...nodes]
    .filter(([, { world }]) => !isOpen(world.rehire) && world.rehire.news.length === 0)
    .map(([key]) => key);
  const found = new Set(left);
  for (let key = left.pop(); key !== undefined; key = left.pop()) {
    for (const before of alone.get(key) ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      left.push(before);
    }
  }
  return found;
}
