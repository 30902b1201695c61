import type { Given } from '../../functions/domain/decision.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { openApproval, type Rehire, type RehireApproval } from '../../functions/domain/rehire.ts';
import { ownerOf, type RehireTask } from '../../functions/domain/rehire-tasks.ts';
import { rulesFor } from '../../functions/domain/rehire-waits.ts';
import { standingForStaff, taskNames } from '../../functions/domain/rehire-wording.ts';
import type { RehireWords } from '../../functions/domain/rehire-words.ts';
import type { ConditionResult } from '../../functions/domain/return-conditions.ts';
import { conditionName, kindInWords } from '../../functions/domain/return-conditions-wording.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { askedInWords, wordInWords } from '../approval-lines.ts';

/** One rehire, as `rehire show` tells it: whose it is and what they wrote stay where they are. */

/** What is known of a rehire besides its record. */
export type AboutRehire = {
  /** The receiving manager, as long as the offer is kept. */
  manager?: NonNullable<RehireWords['offer']>['manager'] | undefined;
  ledger: readonly LedgerEntry[];
};

type Task = Omit<RehireTask, 'mail'> & { owner: string };

/** What is shown for machines. */
export type ShownRehire = Omit<
  Rehire,
  'person' | 'stint' | 'version' | 'taskToken' | 'rounds' | 'waits' | 'isAwaited' | 'tasks'
> & { tasks: Task[]; ledger: readonly LedgerEntry[]; execution?: string };

/** What of a rehire is shown. */
export function shownRehire(rehire: Rehire, { manager, ledger }: AboutRehire, { policy }: Given): ShownRehire {
  const {
    person: _,
    stint: __,
    version: ___,
    taskToken: ____,
    rounds: _____,
    waits: ______,
    isAwaited: _______,
    ...rest
  } = rehire;
  const execution = executionOf(rehire);
  const tasks = rehire.tasks.map(({ mail: ________, ...task }) => ({
    ...task,
    owner: ownerOf(task.kind, manager ?? 'the receiving manager', policy),
  }));
  return { ...rest, tasks, ledger, ...(execution && { execution }) };
}

type Line = readonly [term: string, text: string];

const day = (date: string) => dateInWords(date, 'en');

/** The same for people. */
export function rehireText(rehire: Rehire, about: AboutRehire, given: Given): string {
  const { policy } = given;
  const { tasks, ledger, execution } = shownRehire(rehire, about, given);
  const lines: Line[] = [
    ...standingLines(rehire, policy),
    ...rehire.conditions.map((result): Line => ['Condition', conditionInWords(result)]),
    ...rehire.approvals.flatMap((approval) => approvalLines(approval, policy)),
    ...offerLines(rehire),
    ...tasks.map((task): Line => ['Task', taskInWords(task)]),
    ...rehire.checkIns.map(({ on, status }, index): Line => [`Check-in ${index + 1}`, `${day(on)}, ${status}`]),
    ...ledger.map(
      ({ id, on, kind, amount, currency }): Line => [
        'Booked',
        `${moneyInWords(amount, currency, 'en')}, ${kind}, as ${id} on ${day(on)}`,
      ],
    ),
    ...(rehire.news.length > 0 ? [['To be told', rehire.news.join(', ')] as const] : []),
    ...(execution ? [['Execution', execution] as const] : []),
    ['Policy', rehire.policyVersion],
  ];
  const width = Math.max(...lines.map(([term]) => term.length));
  return [
    `Rehire ${rehire.number}: ${rehire.status}`,
    ...lines.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`),
  ].join('\n');
}

function standingLines(rehire: Rehire, policy: Policy): Line[] {
  const { openedOn, openedBy, cohort, kind, from, wantsTalk, talk, otherKinds, due, reminded } = rehire;
  const by = openedBy === 'HR' ? 'by HR, for an alumnus' : 'by an alumnus';
  return [
    ['Standing', standingForStaff(rehire, policy, 'en')],
    ['Opened', `${day(openedOn)}, ${by} of ${cohort}`],
    ['Would like', `${kindInWords(kind, 'en')}${from ? `, from ${day(from)}` : ''}`],
    ['Informal talk', talk ?? (wantsTalk ? 'wanted' : 'not wanted')],
    ...(otherKinds.length > 0
      ? [['Also possible', otherKinds.map((other) => kindInWords(other, 'en')).join(', ')] as const]
      : []),
    ...(due ? [['Next look', day(due)] as const] : []),
    ...(reminded.length > 0 ? [['Reminded', reminded.join(', ')] as const] : []),
  ];
}

function conditionInWords({ condition, holds, holdsFrom }: ConditionResult): string {
  const says = holds ? 'holds' : holdsFrom ? `does not hold before ${day(holdsFrom)}` : 'does not hold';
  return `${conditionName(condition, 'en')}: ${says}`;
}

const askedAbout: Readonly<Record<RehireApproval['about'], string>> = {
  override: 'Asked to override',
  decision: 'Asked to decide',
};

function approvalLines(approval: RehireApproval, policy: Policy): Line[] {
  const { about, needed, said, refused } = approval;
  const { approvers } = rulesFor(about, policy);
  // An id of somebody whom the policy lists no more.
  const nameOf = (id: string) => approvers.find((approver) => approver.id === id)?.name ?? id;
  return [
    [askedAbout[about], askedInWords(approval, nameOf)],
    ...(needed > 1 ? [['Needed', `${needed}, of different people`] as const] : []),
    ...said.map((word): Line => ['Decided', wordInWords(word, nameOf, policy)]),
    ...(refused > 0 ? [['Refused attempts', String(refused)] as const] : []),
  ];
}

function offerLines({ offer, status }: Rehire): Line[] {
  if (!offer) return [];
  const { revision, kind, startsOn, answerBy } = offer;
  const until = status === 'waits for the answer' ? `; to be answered by ${day(answerBy)}` : '';
  return [['Offer', `${revision}, ${kindInWords(kind, 'en')}, from ${day(startsOn)}${until}`]];
}

function taskInWords({ kind, owner, due, status, doneOn, isEscalated }: Task): string {
  const done = status === 'done' && doneOn ? `done on ${day(doneOn)}` : undefined;
  const open = `by ${day(due)}${isEscalated ? ', overdue; HR knows' : ''}`;
  const standing = done ?? (status === 'closed' ? 'not needed any more' : open);
  return `${kind} (${taskNames[kind].en}), ${owner}: ${standing}`;
}

/** Where the execution of a rehire is at work, if it is: what else it waits for waits in the table. */
function executionOf(rehire: Rehire): string | undefined {
  const name = `rehire-${rehire.number}-${rehire.rounds} of okaeri-rehire`;
  const open = openApproval(rehire);
  if (!open) return rehire.news.length > 0 ? `${name} tells people` : undefined;
  const state = open.approval.about === 'override' ? 'Await HR’s word' : 'Await the decision';
  return rehire.isAwaited ? `${name} waits at “${state}”` : `${name} writes to who decides`;
}
