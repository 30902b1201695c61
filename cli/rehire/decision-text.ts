import type { Offer } from '../../functions/domain/offer.ts';
import type { OfferTerm } from '../../functions/domain/offer-wording.ts';
import { isOpen, type Rehire } from '../../functions/domain/rehire.ts';
import type { makeOffer } from '../../functions/domain/rehire-offer.ts';
import { type TaskKind, taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { taskNames } from '../../functions/domain/rehire-wording.ts';
import { conditionName, kindInWords } from '../../functions/domain/return-conditions-wording.ts';
import { unmet } from '../../functions/domain/return-conditions.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import type { Opened } from '../../functions/adapters/rehires.ts';
import { Trouble } from '../trouble.ts';
import { statusInWords } from './list-text.ts';

/** What the commands say that open a rehire or decide something about one. */

const day = (date: string) => dateInWords(date, 'en');

/**
 * A case that was opened, or was open.
 * @param rehire as it is now, where there is one
 * @throws Trouble where HR may open none
 */
export function openedText(employeeId: string, outcome: Opened['outcome'], rehire: Rehire | undefined): string {
  switch (outcome) {
    case 'opened': {
      const missing = unmet(rehire?.conditions ?? []).map(({ condition }) => conditionName(condition, 'en'));
      const next =
        missing.length > 0
          ? `What does not hold: ${missing.join(', ')}. Two people of HR are asked whether to make an exception.`
          : 'Every condition holds, and the recruiter is asked for an informal talk.';
      return `Rehire ${rehire?.number} is open, and the alumnus is told. ${next}`;
    }
    case 'already open':
      return `There is an open case already, rehire ${rehire?.number}; see "rehire show ${rehire?.number}".`;
    case 'too often':
      throw new Trouble(
        `${employeeId} has had as many returns opened as the policy allows within a while (rehire.cap); open another later.`,
      );
    case 'no consent':
      throw new Trouble(
        `${employeeId} has not agreed to be asked about coming back, or has stopped our mail, so HR opens no case. Should they wish to come back, ask them to use the link in any of our mails.`,
      );
    case 'no alumnus':
      throw new Trouble(
        `${employeeId} is not an alumnus now, so there is no case to open; see "timeline ${employeeId}".`,
      );
  }
}

/** Whether the informal talk was held. @throws Trouble where that is not asked */
export function talkText(
  rehire: Rehire,
  outcome: 'noted' | 'already so' | 'over' | 'erased',
  talk: NonNullable<Rehire['talk']>,
): string {
  const { number } = rehire;
  switch (outcome) {
    case 'noted':
      return `The informal talk of rehire ${number} is noted as ${talk}; whether an offer is made is decided next.`;
    case 'already so':
      return `The informal talk of rehire ${number} was noted as ${talk} before; nothing changed.`;
    case 'over':
    case 'erased':
      throw overTrouble(rehire, 'does not wait for a talk');
  }
}

type OfferDecision = ReturnType<typeof makeOffer>;
type Unmet = NonNullable<OfferDecision['unmet']>;

/**
 * The terms as the alumnus reads them, each below its title.
 * @param would what would come of sending it
 */
export function offerPreviewText(rehire: Rehire, terms: readonly OfferTerm[], would: OfferDecision): string {
  const verdict =
    would.outcome === 'offered' ? 'Nothing is missing.' : whyNotOffered(rehire, would.outcome, would.unmet);
  return [
    ...terms.flatMap(({ term, text }) => [term, ...text.split('\n').map((line) => `  ${line}`)]),
    '',
    `${verdict} Nothing was sent.`,
  ].join('\n');
}

/**
 * An offer that went out.
 * @param made what was offered, and which conditions do not hold for it
 * @throws Trouble where it did not
 */
export function offeredText(
  rehire: Rehire,
  outcome: OfferDecision['outcome'] | 'erased',
  made: Pick<Offer, 'kind' | 'startsOn'> & { unmet?: Unmet | undefined },
): string {
  const { number, kind, offer } = rehire;
  if (outcome !== 'offered') throw new Trouble(`${whyNotOffered(rehire, outcome, made.unmet)} Nothing was sent.`);
  const until = offer ? `, who may answer until ${day(offer.answerBy)}` : '';
  const other = made.kind === kind ? '' : ` They had asked for another kind of contract: ${kindInWords(kind, 'en')}.`;
  return `Offer ${offer?.revision ?? 1} of rehire ${number}, ${kindInWords(made.kind, 'en')} from ${day(made.startsOn)}, goes to the alumnus${until}.${other}`;
}

function whyNotOffered(
  rehire: Rehire,
  outcome: Exclude<OfferDecision['outcome'], 'offered'> | 'erased',
  missing: Unmet = [],
): string {
  switch (outcome) {
    case 'incomplete':
      return 'The offer cannot be sent any more as it is: its first day has come.';
    case 'conditions not met': {
      const names = missing.map(({ condition }) => conditionName(condition, 'en'));
      return `For this kind of contract and this first day a condition does not hold, and HR has not made an exception of it: ${names.join(', ')}.`;
    }
    case 'over':
    case 'erased':
      return whyOver(rehire, 'does not wait for an offer');
  }
}

/** A task that is done. @throws Trouble where it is not asked */
export function doneText(rehire: Rehire, outcome: 'done' | 'already so' | 'over' | 'erased', kind: TaskKind): string {
  const { number, tasks } = rehire;
  const task = `“${taskNames[kind].en}” (${kind})`;
  switch (outcome) {
    case 'done': {
      const left = taskKinds.filter((each) => tasks.some((one) => one.kind === each && one.status === 'open'));
      const rest = left.length > 0 ? `Still open: ${left.join(', ')}.` : 'Every task is done.';
      return `${task} of rehire ${number} is done. ${rest}`;
    }
    case 'already so':
      return `${task} of rehire ${number} was done before; nothing changed.`;
    case 'over':
    case 'erased':
      throw overTrouble(rehire, 'has no such task open');
  }
}

/** What is asked before a rehire is called off. */
export function cancelQuestion({ number, status, tasks }: Rehire): string {
  const owners = tasks.some((task) => task.status === 'open') ? ', and everybody with a task for it' : '';
  const back =
    status === 'started'
      ? ' They are an alumnus again, and the ledger gets an entry that balances what the return saved.'
      : '';
  return `This calls off rehire ${number}, for good: the alumnus is told${owners}.${back} Go on? (y/N) `;
}

/** A rehire that was called off. @throws Trouble where it was over */
export function cancelledText(rehire: Rehire, outcome: 'cancelled' | 'already so' | 'over' | 'erased'): string {
  const { number } = rehire;
  switch (outcome) {
    case 'cancelled':
      return `Rehire ${number} is called off, and whoever must know of it is told.`;
    case 'already so':
      return `Rehire ${number} is called off already.`;
    case 'over':
    case 'erased':
      throw overTrouble(rehire, 'can be called off no more');
  }
}

function overTrouble(rehire: Rehire, why: string): Trouble {
  return new Trouble(`${whyOver(rehire, why)} Nothing changed; see "rehire show ${rehire.number}".`);
}

function whyOver(rehire: Rehire, why: string): string {
  const standing = isOpen(rehire) ? 'is at' : 'is over';
  return `Rehire ${rehire.number} ${why}: it ${standing} “${statusInWords(rehire)}”.`;
}
