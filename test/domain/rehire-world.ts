import { becomeAlumnusAgain, comeBack } from '../../functions/domain/coming-back.ts';
import type { Given, PersonFile } from '../../functions/domain/decision.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import { type Stint, withStint } from '../../functions/domain/person.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { openApproval, type RehireDecision, RehireNews, toldOf } from '../../functions/domain/rehire.ts';
import { approversAsked, decideRehire, takeStockOfRehire } from '../../functions/domain/rehire-approval.ts';
import { endOfErased, rehireDue } from '../../functions/domain/rehire-due.ts';
import { acceptOffer, declineOffer, makeOffer, noteTalk, withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { answerCheckIn, cancelRehire, finishTask, tasksTold } from '../../functions/domain/rehire-start.ts';
import { taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { dateOf } from '../../functions/domain/time.ts';
import { alumna, type Case, freelanceOffer, gone, opened } from './rehire-samples.ts';
import { policy as usual } from './samples.ts';

/** All that may happen to one return, in whatever order: people, the calendar, executions, and their crashes. */

/** Little time for everything, so that few moments matter; everybody is reminded of nothing but approvals. */
export const quickly = { remindEvery: 'P2D', escalateAfter: 'P3D', window: 'P4D' };
export const policy: Policy = {
  ...usual,
  rehire: {
    ...usual.rehire,
    override: { ...usual.rehire.override, ...quickly },
    decision: { ...usual.rehire.decision, ...quickly },
    remindEvery: 'P90D',
    talkWithin: 'P3D',
    offerWithin: 'P3D',
    answerWithin: 'P3D',
    escalateAfter: 'P90D',
    checkIns: ['P30D', 'P60D'],
  },
};

export type World = Case & {
  file: PersonFile;
  now: string;
  /** What an execution found to be next, and has not begun. */
  found?: RehireNews | undefined;
  /** What the alumnus was mailed in the last step. */
  mailed?: RehireNews | undefined;
  ledger: readonly LedgerEntry[];
};

export type Act =
  | { do: 'say'; approver: string; decision: 'approve' | 'reject'; note?: string; round?: number }
  | { do: 'talk'; held: 'held' | 'not held' }
  | { do: 'offer' }
  | { do: 'accept' | 'decline'; revision: number }
  | { do: 'finish'; what: 'hris' | 'the rest' }
  | { do: 'answer'; checkIn: number }
  | { do: 'withdraw' | 'cancel' | 'leave again' | 'erase' | 'sweep' | 'tell' | 'tell and crash' | 'find' | 'begin' }
  | { do: 'pass'; until: string };

export function begin(wish: Parameters<typeof opened>[0], date: string): World {
  const now = `${date}T03:00:00Z`;
  return { ...opened(wish, { now, policy }), file: alumna, now, ledger: [] };
}

const given = ({ now }: World): Given => ({ now, policy });
const today = ({ now }: World) => dateOf(now, policy.company.timeZone);

const toAlumnus: ReadonlySet<string> = new Set(['receipt', 'offer', 'welcome', 'check-in', 'end']);

/** What happens, and what came of it. */
export function act(before: World, what: Act): World {
  const world: World = { ...before, mailed: undefined };
  const { rehire, words, file } = world;
  switch (what.do) {
    case 'say': {
      const open = openApproval(rehire) ?? { generation: rehire.approvals.length };
      const round =
        what.round ?? rehire.approvals.at(-1)?.asked.find(({ approver }) => approver === what.approver)?.round ?? 1;
      const holder = { approver: what.approver, round, generation: open.generation };
      const { decision, note } = what;
      return decide(world, () =>
        decideRehire(rehire, holder, { decision, by: 'link', ...(note && { note }) }, file.profile, given(world)),
      );
    }
    case 'talk':
      return decide(world, () => noteTalk(rehire, what.held, file.profile, given(world)));
    case 'offer':
      return decide(world, () => makeOffer(rehire, { file, words }, freelanceOffer, given(world)));
    case 'accept':
      return decide(world, () => acceptOffer(rehire, words, { revision: what.revision }, given(world)));
    case 'decline':
      return decide(world, () => declineOffer(rehire, what.revision, given(world)));
    case 'withdraw':
      return decide(world, () => withdrawRehire(rehire, given(world)));
    case 'cancel':
      return decide(world, () => cancelRehire(rehire, given(world)));
    case 'finish': {
      const kinds = taskKinds.filter((kind) => (kind === 'hris') === (what.what === 'hris'));
      return kinds.reduce(
        (done, kind) => decide(done, (now) => finishTask(now.rehire, kind, 'link', given(world))),
        world,
      );
    }
    case 'answer': {
      const answer = { checkIn: what.checkIn, at: world.now, prying: 'none', settled: 'well' } as const;
      return decide(world, () => answerCheckIn(rehire, words, answer, given(world)));
    }
    case 'leave again':
      return { ...world, file: leavesAgain(world) };
    case 'erase':
      return { ...world, file: gone };
    case 'sweep':
      return decide(world, () => rehireDue(rehire, today(world), file, given(world)));
    case 'tell':
      return execute(world, false);
    case 'tell and crash':
      return execute(world, true);
    case 'find':
      return { ...world, found: foundBy(world) };
    case 'begin':
      return begun(world);
    case 'pass':
      return { ...world, now: what.until };
  }
}

/** As the adapter does it: of somebody who is gone nothing is decided. */
function decide(world: World, decision: (world: World) => RehireDecision): World {
  const isGone = !world.file.profile;
  const isOpenStill = world.rehire.endedOn === undefined;
  const decided = isGone && isOpenStill ? endOfErased(world.rehire, given(world)) : decision(world);
  const { write } = decided;
  if (!write) return world;
  const { rehire, words = world.words, bookings = [] } = write;
  return { ...world, rehire, words, ledger: [...world.ledger, ...bookings] };
}

/** What the newest execution finds to be next, where the alumnus or their record may take harm from it. */
export function foundBy({ rehire }: World): RehireNews | undefined {
  const [next] = rehire.news;
  return next && (toAlumnus.has(next) || next === 'come back') ? next : undefined;
}

/** It begins: what came since may have overtaken it. */
function begun({ found, ...world }: World): World {
  if (!found || !world.rehire.news.includes(found)) return world;
  const { rehire } = world;
  return decide(toldBy(world, found), (now) => toldOf(now.rehire, found, rehire));
}

/** The newest execution takes stock, and does what is next. */
function execute(world: World, crashes: boolean): World {
  let outcome = '';
  const stocked = decide(world, (now) => {
    const decision = takeStockOfRehire(now.rehire, now.rehire.rounds, given(world));
    outcome = decision.outcome;
    return decision;
  });
  const seen = stocked.rehire;
  const open = openApproval(seen);
  if (open?.approval.mail && outcome === open.approval.mail) {
    return crashes
      ? stocked
      : decide(stocked, (now) => approversAsked(now.rehire, open.generation, open.approval.mail));
  }
  const news = RehireNews.safeParse(outcome).data;
  if (!news) return stocked;
  const told = toldBy(stocked, news);
  return crashes
    ? told
    : decide(told, (now) => toldOf(news === 'tasks' ? tasksTold(now.rehire, seen) : now.rehire, news, seen));
}

function toldBy(world: World, news: RehireNews): World {
  const isMailed = toAlumnus.has(news) && world.file.profile !== undefined;
  return { ...carriedOut(world, news), ...(isMailed && { mailed: news }) };
}

function carriedOut(world: World, news: RehireNews): World {
  const { rehire, file } = world;
  const { number, offer } = rehire;
  const decision =
    news === 'come back' && offer
      ? comeBack(file, { rehire: number, stint: 1, on: offer.startsOn }, given(world))
      : news === 'become an alumnus again'
        ? becomeAlumnusAgain(file, number, given(world))
        : undefined;
  return decision?.write ? { ...world, file: { ...file, person: decision.write.person } } : world;
}

/** A second stint, over by today. */
function leavesAgain({ file, now }: World): PersonFile {
  const [first] = file.person.stints;
  if (first?.status !== 'rehired') return file;
  const lastDay = dateOf(now, policy.company.timeZone);
  const { rehiredOn, rehire: _, status: __, ...rest } = first;
  const second: Stint = { ...rest, number: first.number + 1, hireDate: rehiredOn, lastDay, status: 'enrolled' };
  return { ...file, person: withStint(file.person, second) };
}
