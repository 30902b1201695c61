import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Policy } from '../functions/domain/policy.ts';
import { secondsOf } from '../functions/domain/time.ts';
import { calendarQuestion, type QuestionSteps, question } from './question.ts';
import { call, outcomeIs, stint } from './step.ts';

/**
 * Offboarding: from a reported departure to an enrolled alumnus.
 *
 * Eligible? Address known? Consent given? Last day over? Then enrol and welcome.
 * Each answer of no asks the one who can change it, and then takes stock again.
 */

export type OffboardingSteps = QuestionSteps & { takeStock: IFunction; enrol: IFunction; welcome: IFunction };

export function offboarding(
  scope: Construct,
  props: { steps: OffboardingSteps; table: ITable; policy: Policy },
): IChainable {
  const { steps, table, policy } = props;
  const takeStock = call(scope, 'Take stock of the departure', { handler: steps.takeStock, payload: stint });
  const asking = { steps, table, settled: takeStock };
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });

  const askHrAboutReason = question(scope, {
    ...asking,
    kind: 'reason',
    remindEvery: secondsOf(policy.hold.remindEvery),
    names: {
      ask: 'Ask HR about the departure',
      await: 'Await word from HR',
      remind: 'Remind HR of the departure',
      open: 'Still no word from HR?',
      close: 'Close without word from HR',
    },
  });
  const askHrForAddress = question(scope, {
    ...asking,
    kind: 'address',
    remindEvery: secondsOf(policy.address.remindEvery),
    names: {
      ask: 'Ask HR for an address',
      await: 'Await an address',
      remind: 'Remind HR of the address',
      open: 'Still no address?',
      close: 'Close without an address',
    },
  });
  const askToConfirm = question(scope, {
    ...asking,
    kind: 'confirmation',
    remindEvery: secondsOf(policy.address.remindEvery),
    names: {
      ask: 'Ask to confirm the new address',
      await: 'Await the confirmation',
      remind: 'Remind of the confirmation',
      open: 'Still not confirmed?',
      close: 'Drop the new address',
    },
  });
  const askForConsent = question(scope, {
    ...asking,
    kind: 'consent',
    remindEvery: secondsOf(policy.consent.remindEvery),
    names: {
      ask: 'Ask for consent',
      await: 'Await consent',
      remind: 'Remind of consent',
      open: 'Still no answer?',
      close: 'Close without consent, delete the data',
    },
  });
  const askTheCalendar = calendarQuestion(scope, {
    ...asking,
    kind: 'last day',
    names: { ask: 'Ask the calendar', await: 'Await the last day' },
  });

  const enrolled = Choice.jsonata(scope, 'Enrolled?')
    .when(
      outcomeIs('enrolled'),
      call(scope, 'Send the welcome mail', { handler: steps.welcome, payload: stint }).next(
        end('Enrolled', 'An alumnus; the first outreach has its date.'),
      ),
      { comment: 'Yes' },
    )
    .otherwise(takeStock);
  const enrol = call(scope, 'Enrol', { handler: steps.enrol, payload: stint }).next(enrolled);

  const lastDayOver = Choice.jsonata(scope, 'Last day over?')
    .when(outcomeIs('left'), enrol, { comment: 'Yes' })
    .otherwise(askTheCalendar);
  const consentGiven = Choice.jsonata(scope, 'Consent given?')
    .when(outcomeIs('consent needed'), askForConsent, { comment: 'Not answered yet' })
    .when(outcomeIs('declined'), end('Declined', 'Personal data is deleted; nobody asks again.'), { comment: 'No' })
    .when(outcomeIs('silent'), end('No answer', 'Personal data is deleted; nobody asks again.'), { comment: 'Silence' })
    .otherwise(lastDayOver);
  const addressKnown = Choice.jsonata(scope, 'Address known?')
    .when(outcomeIs('address needed'), askHrForAddress, { comment: 'No' })
    .when(outcomeIs('address unconfirmed'), askToConfirm, { comment: 'A new one, not confirmed' })
    .otherwise(consentGiven);
  const eligible = Choice.jsonata(scope, 'Eligible?')
    .when(outcomeIs('on hold'), askHrAboutReason, { comment: 'HR must say' })
    .when(outcomeIs('not eligible'), end('Not eligible', 'The rule is on record; the data expires.'), { comment: 'No' })
    .when(outcomeIs('no departure'), end('No departure', 'The person stays in another form.'), {
      comment: 'Nobody leaves',
    })
    .otherwise(addressKnown);
  const stillLeaving = Choice.jsonata(scope, 'Still leaving?')
    .when(outcomeIs('cancelled'), end('Cancelled', 'The departure was called off.'), { comment: 'Called off' })
    .when(outcomeIs('erased', 'expired'), end('Erased', 'Everything personal is gone.'), { comment: 'Erased' })
    .when(outcomeIs('superseded'), end('Superseded', 'A newer execution has taken over.'), {
      comment: 'Announced again',
    })
    .otherwise(eligible);
  return takeStock.next(stillLeaving);
}
