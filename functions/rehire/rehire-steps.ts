import * as z from 'zod/mini';
import { decideAndWrite } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { decideOnRehire, type RehireFile, readRehire, readRehireFile } from '../adapters/rehires.ts';
import { AskingMail } from '../domain/approval.ts';
import { becomeAlumnusAgain, comeBack } from '../domain/coming-back.ts';
import type { Given } from '../domain/decision.ts';
import { type Rehire, RehireNews, toldOf } from '../domain/rehire.ts';
import { takeStockOfRehire } from '../domain/rehire-approval.ts';
import { tasksTold } from '../domain/rehire-start.ts';
import { askWhoDecides } from './steps/ask-who-decides.ts';
import { forTheConsole, type Waiting } from './steps/for-the-console.ts';
import { sendCheckIn, sendEnd, sendOffer, sendReceipt, sendWelcome } from './steps/tell-alumnus.ts';
import { tellOwners } from './steps/tell-owners.ts';
import { askForOffer, askForTalk, tellAnswers, tellNews } from './steps/tell-staff.ts';

/** The steps of a rehire's execution. Each notes what it has done; the next stock finds it. */

const Event = z.object({
  step: z.union([z.literal('take stock'), AskingMail, RehireNews]),
  rehire: z.int(),
  round: z.int(),
  now: z.iso.datetime({ offset: true }),
  execution: z.string(),
});
type Event = z.infer<typeof Event>;

/** What came of a step. `wait` counts the waits; `waiting`: what who decides sees of it in the console. */
type Stepped = { outcome: string; wait?: number; waiting?: Waiting };

export async function handler(event: unknown): Promise<Stepped> {
  const { step, rehire: number, round, now, execution } = Event.parse(event);
  const given = { now, policy };
  if (step === 'take stock') return takeStock(number, round, given);
  const rehire = await readRehire(number);
  if (!rehire) return { outcome: 'unknown' };
  await carryOut(step, rehire, execution, given);
  return { outcome: 'told' };
}

/** Waiting, the execution shows what it waits for. */
async function takeStock(number: number, round: number, given: Given): Promise<Stepped> {
  const outcome = await decideOnRehire(number, (rehire) => takeStockOfRehire(rehire, round, given), given);
  if (outcome !== 'wait for HR' && outcome !== 'wait for the decision') return { outcome };
  const rehire = await readRehire(number);
  return rehire ? { outcome, wait: rehire.waits, waiting: forTheConsole(rehire, given) } : { outcome: 'unknown' };
}

async function carryOut(
  step: Exclude<Event['step'], 'take stock'>,
  rehire: Rehire,
  execution: string,
  given: Given,
): Promise<void> {
  // Something came since the stock: what is not to be told any more is not told.
  if (!AskingMail.safeParse(step).success && !rehire.news.some((news) => news === step)) {
    if (step === 'come back') await takeBackIfCalledOff(rehire.number, given);
    return;
  }
  const about = await readRehireFile(rehire);
  switch (step) {
    case 'ask':
    case 'remind':
    case 'escalate':
    case 'new code':
      return askWhoDecides(rehire, about, step, execution, given);
    case 'tasks':
      await tellOwners(rehire, about, given);
      await decideOnRehire(rehire.number, (found) => toldOf(tasksTold(found, rehire), step, rehire), given);
      return;
    default:
      await tell(step, rehire, about, given);
      await decideOnRehire(rehire.number, (found) => toldOf(found, step, rehire), given);
  }
}

async function tell(
  news: Exclude<RehireNews, 'tasks'>,
  rehire: Rehire,
  about: RehireFile,
  given: Given,
): Promise<void> {
  const { number, person, stint, offer } = rehire;
  switch (news) {
    case 'receipt':
      return sendReceipt(rehire, given);
    case 'talk':
      return askForTalk(rehire, about, given);
    case 'offer needed':
      return askForOffer(rehire, about, given);
    case 'offer':
      return sendOffer(rehire, about, given);
    case 'welcome':
      return sendWelcome(rehire, about, given);
    case 'check-in':
      return sendCheckIn(rehire, given);
    case 'end':
      return sendEnd(rehire, given);
    case 'staff':
      return tellNews(rehire, about, given);
    case 'answer':
      return tellAnswers(rehire, about, given);
    case 'come back':
      if (!offer) return;
      await decideAndWrite(person, (file) => comeBack(file, { rehire: number, stint, on: offer.startsOn }, given));
      return takeBackIfCalledOff(number, given);
    case 'become an alumnus again':
      await decideAndWrite(person, (file) => becomeAlumnusAgain(file, number, given));
      return;
  }
}

/** Who came back while the start was called off is an alumnus again: the other execution may have found nothing to take back yet. */
async function takeBackIfCalledOff(number: number, given: Given): Promise<void> {
  const rehire = await readRehire(number);
  if (rehire?.status !== 'cancelled') return;
  await decideAndWrite(rehire.person, (file) => becomeAlumnusAgain(file, number, given));
}
