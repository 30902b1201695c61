import { handler as gathering } from '../../functions/gatherings/steps.ts';
import { handler as ask } from '../../functions/offboarding/ask.ts';
import { handler as close } from '../../functions/offboarding/close.ts';
import { handler as enrol } from '../../functions/offboarding/enrol.ts';
import { handler as remind } from '../../functions/offboarding/remind.ts';
import { handler as takeStock } from '../../functions/offboarding/take-stock.ts';
import { handler as welcome } from '../../functions/offboarding/welcome.ts';
import { handler as review } from '../../functions/outreach/review.ts';
import { handler as outreach } from '../../functions/outreach/write-to-who-is-due.ts';
import { handler as rehire } from '../../functions/rehire/rehire-steps.ts';
import { handler as contribution } from '../../functions/rewards/contribution-steps.ts';
import { handler as reward } from '../../functions/rewards/reward-steps.ts';
import { handler as sweep } from '../../functions/sweep/sweep.ts';
import { app } from '../infra/assembly.ts';

/** The handlers behind the functions that state machines call. */

type Handler = (event: unknown) => Promise<unknown>;

/** There is always time left. */
const context = { getRemainingTimeInMillis: () => 900_000 };

const handlers: Readonly<Record<string, Handler>> = {
  'okaeri-take-stock': takeStock,
  'okaeri-ask': ask,
  'okaeri-remind': remind,
  'okaeri-close': close,
  'okaeri-enrol': enrol,
  'okaeri-welcome': welcome,
  'okaeri-outreach': (event) => outreach(event, context),
  'okaeri-review': review,
  'okaeri-gathering': (event) => gathering(event, context),
  'okaeri-contribution': contribution,
  'okaeri-reward': reward,
  'okaeri-rehire': rehire,
  'okaeri-sweep': (event) => sweep(event, context),
};

/** @param reference as the definition names it: `<LogicalId.Arn>` */
export function functionNamed(reference: string): Handler {
  const id = /^<(\w+)\.Arn>$/.exec(reference)?.[1] ?? '';
  const name = String(app.Resources[id]?.Properties?.['FunctionName']);
  const handler = handlers[name];
  if (!handler) throw new Error(`no handler is known for ${reference}`);
  return handler;
}
