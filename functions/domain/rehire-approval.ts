import type { Holder } from './approval.ts';
import { isExpired } from './approval.ts';
import { nextAsking } from './approval-asking.ts';
import { type ApprovalWord, saidBefore, takeWord } from './approval-word.ts';
import type { Given } from './decision.ts';
import { addressesOf, type Profile } from './profile.ts';
import {
  line,
  openApproval,
  type Rehire,
  type RehireApproval,
  type RehireDecision,
  type RehireNews,
  type RehireStatus,
  type RehireWrite,
  withApproval,
  woken,
} from './rehire.ts';
import { ended, firstWait, moved, rulesFor } from './rehire-waits.ts';

/** What listed people decide about a rehire: whether HR overrides a condition, and whether an offer is made. */

export type RehireApprovalOutcome =
  /** Everybody who must agree has. */
  | 'approved'
  /** One has agreed, and another must. */
  | 'one of two'
  | 'rejected'
  /** The code was used before. */
  | 'spent'
  /** This person has decided before. */
  | 'said before'
  /** It is over: who decided, and when, is on record. */
  | 'decided'
  | 'expired'
  /** There is nothing to decide any more: it was taken back, called off or erased. */
  | 'ended'
  | 'own return'
  | 'not understood'
  /** An override says why. */
  | 'no reason';

/** Takes the word of who holds a genuine code. Whatever comes of it, the code is spent. */
export function decideRehire(
  rehire: Rehire,
  holder: Holder,
  word: ApprovalWord,
  profile: Profile | undefined,
  given: Given,
): RehireDecision<RehireApprovalOutcome> {
  const { generation } = holder;
  const approval = rehire.approvals[generation - 1];
  if (!approval) return { outcome: 'ended' };
  const before = saidBefore(approval, holder, word);
  if (before) return { outcome: repeated(before, approval) };
  const isOver = openApproval(rehire)?.generation !== generation;
  const isWithoutReason = approval.about === 'override' && word.decision === 'approve' && !word.note;
  const taken = takeWord(
    approval,
    holder,
    isWithoutReason ? { ...word, decision: undefined } : word,
    { rules: rulesFor(approval.about, given.policy), addresses: addressesOf(profile), isOver },
    given,
  );
  if (!taken) return { outcome: whyOver(rehire, approval) };
  switch (taken.outcome) {
    case 'spent':
    case 'said before': {
      const changed = withApproval(rehire, generation, { ...approval, ...taken.approval });
      return {
        outcome: isOver && taken.outcome === 'spent' ? whyOver(rehire, approval) : taken.outcome,
        write: { rehire: changed, ...(taken.alarms && { consequences: [{ kind: 'count', what: 'RefusedCodes' }] }) },
      };
    }
    case 'expired':
      return { outcome: 'expired', write: expired(rehire, approval, given) };
    case 'own':
    case 'not understood': {
      const changed = withApproval(rehire, generation, { ...approval, ...taken.approval });
      const outcome = taken.outcome === 'own' ? 'own return' : isWithoutReason ? 'no reason' : 'not understood';
      // Whoever asked wakes, and sends another code.
      return { outcome, write: woken({ rehire: changed }, [], given) };
    }
    case 'rejected':
    case 'one of two':
    case 'agreed':
      return counted(
        withApproval(rehire, generation, { ...approval, ...taken.approval }),
        taken.outcome,
        profile,
        given,
      );
  }
}

/** What comes of a word that counts. */
function counted(
  rehire: Rehire,
  outcome: 'rejected' | 'one of two' | 'agreed',
  profile: Profile | undefined,
  given: Given,
): RehireDecision<RehireApprovalOutcome> {
  const isOverride = rehire.status === 'waits for HR';
  if (outcome === 'one of two') return { outcome, write: woken({ rehire }, [], given) };
  if (outcome === 'rejected') {
    const timeline = [line(rehire, isOverride ? 'conditions not overridden' : 'not offered', 'hr', given)];
    return { outcome, write: ended(rehire, { timeline }, isOverride ? 'conditions not met' : 'not offered', given) };
  }
  const timeline = [line(rehire, isOverride ? 'conditions overridden by two people' : 'to be offered', 'hr', given)];
  const next = isOverride ? firstWait(rehire) : 'waits for the offer';
  return { outcome: 'approved', write: moved(rehire, { timeline }, next, profile, given) };
}

/** What came of a word when it was said, whatever came since. */
function repeated(
  word: RehireApproval['said'][number],
  { said, needed }: RehireApproval,
): 'rejected' | 'one of two' | 'approved' {
  if (word.decision === 'reject') return 'rejected';
  return said.indexOf(word) + 1 < needed ? 'one of two' : 'approved';
}

/** Why a word comes too late. */
function whyOver(
  { status, endedIn }: Rehire,
  { about, said, needed }: RehireApproval,
): 'decided' | 'expired' | 'ended' {
  const isDecided = said.length >= needed || said.some(({ decision }) => decision === 'reject');
  if (isDecided) return 'decided';
  const isExpiredHere = status === 'expired' && endedIn === 'waits for the decision';
  return isExpiredHere || (about === 'override' && status === 'conditions not met') ? 'expired' : 'ended';
}

/** An attempt with a code that is none, or not of this rehire: it is counted, and an alarm hears of it. */
export function refuseCode(rehire: Rehire): RehireDecision<'wrong code'> {
  const generation = rehire.approvals.length;
  const approval = rehire.approvals.at(-1);
  const changed = approval ? withApproval(rehire, generation, { ...approval, refused: approval.refused + 1 }) : rehire;
  return { outcome: 'wrong code', write: { rehire: changed, consequences: [{ kind: 'count', what: 'RefusedCodes' }] } };
}

/** Nobody decided in time: an override was not given; a decision was not made, and nobody is to blame for it. */
export function expired(rehire: Rehire, { about }: RehireApproval, given: Given): RehireWrite {
  const timeline = [
    line(rehire, about === 'override' ? 'conditions not overridden in time' : 'not decided in time', 'calendar', given),
  ];
  return ended(rehire, { timeline }, about === 'override' ? 'conditions not met' : 'expired', given);
}

/** What an execution does next: tell somebody, ask approvers, wait for them; or how the rehire stands. */
export type RehireStock =
  | RehireNews
  | 'ask'
  | 'remind'
  | 'escalate'
  | 'new code'
  | 'wait for HR'
  | 'wait for the decision'
  | RehireStatus
  | 'superseded';

const ownRecord: ReadonlySet<RehireNews> = new Set(['come back', 'become an alumnus again']);

/** Takes stock; waiting is written, so that whoever wakes the execution knows. */
export function takeStockOfRehire(rehire: Rehire, round: number, given: Given): RehireDecision<RehireStock> {
  // A newer execution goes on.
  if (round !== rehire.rounds) return { outcome: 'superseded' };
  // The person's own record first, so that no mail that cannot be sent keeps it waiting.
  const next = rehire.news.find((news) => ownRecord.has(news)) ?? rehire.news[0];
  if (next) return { outcome: next };
  const open = openApproval(rehire);
  if (!open) return { outcome: rehire.status };
  const { approval, generation } = open;
  if (approval.mail) return { outcome: approval.mail };
  const rules = rulesFor(approval.about, given.policy);
  if (isExpired(approval, rules, given)) {
    const write = expired(rehire, approval, given);
    return { outcome: write.rehire.news[0] ?? write.rehire.status, write };
  }
  const asking = nextAsking(approval, rules, given);
  if (asking?.mail) {
    return { outcome: asking.mail, write: { rehire: withApproval(rehire, generation, { ...approval, ...asking }) } };
  }
  return {
    outcome: approval.about === 'override' ? 'wait for HR' : 'wait for the decision',
    write: { rehire: { ...rehire, waits: rehire.waits + 1, isAwaited: true } },
  };
}

/** The mails to those who were asked went out. */
export function approversAsked(
  rehire: Rehire,
  generation: number,
  mail: RehireApproval['mail'],
): RehireDecision<'noted'> {
  const approval = rehire.approvals[generation - 1];
  if (!approval || approval.mail !== mail) return { outcome: 'noted' };
  const { mail: _, ...rest } = approval;
  return { outcome: 'noted', write: { rehire: withApproval(rehire, generation, rest) } };
}
