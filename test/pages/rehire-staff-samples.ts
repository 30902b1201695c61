import type { Language } from '../../functions/domain/language.ts';
import type { Rehire } from '../../functions/domain/rehire.ts';
import { decideRehire } from '../../functions/domain/rehire-approval.ts';
import type { RehireDecisionOutcome } from '../../functions/domain/rehire-approval-wording.ts';
import { changesSince, type TaskKind, taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { casePage } from '../../functions/rehire/pages/case.tsx';
import { decidedPage } from '../../functions/rehire/pages/decided.tsx';
import { decisionPage } from '../../functions/rehire/pages/decision.tsx';
import { taskPage } from '../../functions/rehire/pages/task.tsx';
import { taskOverPage } from '../../functions/rehire/pages/task-over.tsx';
import { accepted, begun, decided, freelanceOffer, offered, opened, opening } from '../domain/rehire-samples.ts';
import { on } from '../domain/samples.ts';
import { policy } from './samples.ts';

/** The pages about a return that staff open, in each state that looks different. */

const introduction = '組み込みの仕事を続けてきました。\n\n水曜日は在宅です。';
export const sinceThen = '海外で二年、物流の会社を手伝いました。\nいまは落ち着いています。';

/** A day after the last one: the least time away is not over. */
const early = on('2027-02-01');
const doubtful = opened({ kind: 'permanent', from: '2027-04-01' }, early).rehire;
const word = { decision: 'approve' as const, by: 'link' as const, note: '前の上長も歓迎しています' };

function said(rehire: Rehire, approver: string, decision: 'approve' | 'reject', given = opening): Rehire {
  const holder = { approver, round: 1, generation: rehire.approvals.length };
  const { outcome, write } = decideRehire(rehire, holder, { ...word, decision }, undefined, given);
  if (!write) throw new Error(`nothing was written: ${outcome}`);
  return write.rehire;
}

export const half = said(doubtful, 'hayashi', 'approve', early);
const excepted = said(half, 'endo', 'approve', early);
export const refused = said(opened().rehire, 'kato', 'reject');
export const ends: Readonly<Partial<Record<RehireDecisionOutcome, Rehire>>> = {
  approved: excepted,
  'one of two': half,
  rejected: refused,
  decided: refused,
  'said before': half,
  spent: half,
  expired: { ...opened().rehire, status: 'expired' },
  ended: { ...opened().rehire, status: 'withdrawn' },
  'own return': opened().rehire,
};

/** The second of the tasks is done, the third overdue, the fourth not needed. */
function underWay(rehire: Rehire): Rehire {
  const [first, second, third, fourth, ...rest] = rehire.tasks;
  if (!first || !second || !third || !fourth) throw new Error('too few tasks');
  const done = { ...second, status: 'done' as const, doneOn: '2027-08-10', by: 'link' as const };
  const tasks = [first, done, { ...third, due: '2027-08-05' }, { ...fourth, status: 'closed' as const }, ...rest];
  return { ...rehire, tasks };
}
const settled = begun().rehire;
export const checked: Rehire = {
  ...settled,
  checkIns: settled.checkIns.map((each, index) => ({ ...each, status: index === 0 ? 'answered' : each.status })),
};

/** What each page is made of, and every page. */
export function staffPages(language: Language) {
  const to = { language, policy };
  const decision = {
    ...to,
    about: 'decision' as const,
    rehire: opened().rehire,
    profile: { name: '佐藤 花子', department: '開発部', role: '設計主任' },
    stint: { hireDate: '2019-04-01', lastDay: '2026-12-31' },
    sinceThen,
    closesOn: '2027-08-23T03:00:00Z',
  };
  const override = { ...decision, about: 'override' as const, rehire: doubtful };
  const taskOf = (kind: TaskKind, text: string | undefined = introduction) => {
    const { rehire } = accepted();
    const task = rehire.tasks.find((each) => each.kind === kind);
    if (!task) throw new Error(`no task ${kind}`);
    const changes = changesSince('2026-06-30', policy);
    return taskPage({ ...to, rehire, task, name: '佐藤 花子', introduction: text, changes });
  };
  const about = { ...to, name: '佐藤 花子', manager: freelanceOffer.manager, today: '2027-08-12' };
  const talk = { ...about, rehire: opened({ wantsTalk: true }).rehire };

  const pages: Record<string, string> = {
    decision: decisionPage(decision),
    'decision, nothing written': decisionPage({ ...decision, sinceThen: undefined }),
    'decision, no decision': decisionPage({ ...decision, problem: 'no decision' }),
    'decision after an exception': decisionPage({ ...decision, rehire: excepted }),
    override: decisionPage(override),
    'override, no reason': decisionPage({ ...override, problem: 'no reason', note: '' }),
    'override, note too long': decisionPage({
      ...override,
      problem: 'note too long',
      note: '長い理由です。'.repeat(80),
    }),
    'override, no decision': decisionPage({ ...override, problem: 'no decision', note: '理由です。' }),
    ...Object.fromEntries(
      Object.entries(ends).map(([outcome, rehire]) => [
        `decision: ${outcome}`,
        decidedPage({ ...to, outcome: outcome as RehireDecisionOutcome, number: 1, rehire }),
      ]),
    ),
    'decision: unknown': decidedPage({ ...to, outcome: 'unknown', number: 1, rehire: undefined }),
    ...Object.fromEntries(taskKinds.map((kind) => [`task: ${kind}`, taskOf(kind)])),
    ...Object.fromEntries(
      (['done', 'done before', 'not needed'] as const).map((end) => [
        `task over: ${end}`,
        taskOverPage({ ...to, number: 1, kind: 'account', end }),
      ]),
    ),
    'case, waits for HR': casePage({ ...about, rehire: half }),
    'case, waits for the talk': casePage(talk),
    'case, no answer': casePage({ ...talk, said: 'no answer' }),
    'case, talk noted': casePage({ ...about, rehire: opened().rehire, said: 'noted' }),
    'case, too late': casePage({ ...about, rehire: offered().rehire, said: 'over' }),
    'case, waits for the offer': casePage({ ...about, rehire: decided().rehire }),
    'case, waits for the answer': casePage({ ...about, rehire: offered().rehire }),
    'case, onboarding': casePage({ ...about, rehire: underWay(accepted().rehire) }),
    'case, started': casePage({ ...about, rehire: checked }),
    'case, not offered': casePage({ ...about, rehire: refused }),
    'case, erased': casePage({
      ...about,
      rehire: { ...opened().rehire, status: 'erased' },
      name: undefined,
      manager: undefined,
    }),
  };
  return { decision, override, taskOf, about, talk, pages };
}
