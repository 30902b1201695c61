import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Fail, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Policy } from '../functions/domain/policy.ts';
import { secondsOf } from '../functions/domain/time.ts';
import { numbered, park } from './question.ts';
import { call, now, outcomeIs } from './step.ts';

/**
 * A reward: screened by rules, approved by people, paid once. Whenever something wakes it, it looks into the table, which
 * alone says how it stands.
 */
export function reward(
  scope: Construct,
  { steps, table, policy }: { steps: IFunction; table: ITable; policy: Policy },
): IChainable {
  const number = '{% $states.context.Execution.Input.reward %}';
  const step = (name: string, what: string, comment: string, assign?: Record<string, unknown>) =>
    call(scope, name, {
      handler: steps,
      payload: { step: what, reward: number, now, execution: '{% $states.context.Execution.Id %}' },
      comment,
      ...(assign && { assign }),
    });
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });
  const countWaits = { round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}' };
  const wait = (name: string, every: string, comment: string) =>
    park(scope, name, { table, seconds: secondsOf(every), key: numbered('contribution', 'reward'), comment });
  /** Woken, reminded by the clock, or too late to wait: the table says what it was. */
  const thenLook = (waiting: ReturnType<typeof wait>, look: ReturnType<typeof step>) => {
    waiting.addCatch(look, { errors: ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'] });
    waiting.next(look);
  };
  const { approval, payout } = policy.rewards;

  // The payout.
  const paidYet = step(
    'Take stock of the payout',
    'take stock of the payout',
    'Has the payout system confirmed?',
    countWaits,
  );
  const awaitConfirmation = wait('Await confirmation', payout.remindEvery, 'Parked, until the payout system confirms.');
  thenLook(awaitConfirmation, paidYet);
  const tellOfPayment = step('Tell of the payment', 'paid', 'The alumnus hears that it was paid.');
  const isPaid = Choice.jsonata(scope, 'Is it paid?')
    .when(outcomeIs('paid'), tellOfPayment.next(end('Paid', 'It is booked in the ledger, and final.')), {
      comment: 'Yes',
    })
    .when(
      outcomeIs('remind'),
      step('Remind of the payout', 'remind of the payout', 'Mail to the admin, and an alarm.').next(paidYet),
      {
        comment: 'Not for long',
      },
    )
    .when(outcomeIs('wait'), awaitConfirmation, { comment: 'Not yet' })
    .otherwise(
      end('Not confirmed', 'Nobody confirmed in time. A confirmation that comes later is booked all the same.'),
    );
  paidYet.next(isPaid);
  const instruct = step('Instruct the payout', 'instruct', 'One instruction, whose id the payout system pays once.');
  const isInstructed = Choice.jsonata(scope, 'Instructed?')
    .when(
      outcomeIs('instructed', 'paid'),
      step('Tell of the approval', 'granted', 'The alumnus hears what they get, and how.').next(paidYet),
      { comment: 'Yes' },
    )
    .otherwise(end('Declined at last', 'The alumnus was quicker. The budget has it back.'));
  instruct.next(isInstructed);

  // The approval.
  const approvedYet = step(
    'Take stock of the approval',
    'take stock of the approval',
    'Who has decided, and what is due?',
    countWaits,
  );
  const awaitApproval = wait(
    'Await approval',
    approval.remindEvery,
    'Parked, until an approver starts decide-reward, presses the button in the mail, or uses the command line. The input of this state says what it is about.',
  );
  thenLook(awaitApproval, approvedYet);
  const mail = (what: string, name: string, comment: string) => step(name, what, comment).next(approvedYet);
  const notGranted = step('Tell of the rejection', 'not granted', 'The alumnus hears of it.');
  const expire = step('Tell that it expired', 'expired', 'The admin hears of it, and may ask again.');
  const isApproved = Choice.jsonata(scope, 'Is it approved?')
    .when(outcomeIs('ask'), mail('ask', 'Ask the approvers', 'Each by a mail with a code of their own.'), {
      comment: 'Nobody was asked yet',
    })
    .when(outcomeIs('wait'), awaitApproval, { comment: 'Not yet' })
    .when(outcomeIs('remind'), mail('remind', 'Remind the approvers', 'Those who have not decided.'), {
      comment: 'Not for long',
    })
    .when(outcomeIs('escalate'), mail('escalate', 'Escalate to the deputies', 'They are asked besides.'), {
      comment: 'Not for too long',
    })
    .when(outcomeIs('new code'), mail('new code', 'Send another code', 'Any attempt spends one.'), {
      comment: 'A code was spent for nothing',
    })
    .when(outcomeIs('approved', 'instructed', 'paid'), instruct, { comment: 'Yes' })
    .when(outcomeIs('rejected'), notGranted.next(end('Rejected', 'An approver said no. Nothing is paid.')), {
      comment: 'No',
    })
    .when(outcomeIs('expired'), expire.next(end('Expired', 'Nobody decided in time. Nothing is paid.')), {
      comment: 'The time is over',
    })
    .otherwise(end('Declined', 'The alumnus wants no reward, or may have none.'));
  approvedYet.next(isApproved);

  // The rules.
  const screened = step(
    'Screen the reward',
    'screen',
    'Standing, wish, country, law, amount and budget, each by its rule.',
  );
  const mayBeGiven = Choice.jsonata(scope, 'May it be given?')
    .when(
      outcomeIs('blocked'),
      step('Thank without a reward', 'thanks', 'The alumnus hears which rule it was.').next(
        end('Thanked without a reward', 'A rule allows none; the contribution says which.'),
      ),
      { comment: 'A rule blocks it' },
    )
    .when(
      outcomeIs('put off'),
      end('Put off', 'The budget is used up; the sweep has it screened in the next period.'),
      {
        comment: 'Not in this period',
      },
    )
    .when(outcomeIs('no reward', 'unknown'), end('Unknown', 'There is no such reward.'), { comment: 'There is none' })
    .otherwise(approvedYet);
  return screened.next(mayBeGiven);
}

/**
 * An approver's word from the console: start an execution with `{"reward": "7", "decision": "approve", "code": "…", "note": "…"}`.
 * It ends green with what it did, or fails with a sentence that says why.
 */
export function decideReward(scope: Construct, { decide }: { decide: IFunction }): IChainable {
  // Whole, since what somebody typed may lack anything.
  const payload = { input: '{% $states.context.Execution.Input %}', now };
  const end = (name: string, comment: string) => Succeed.jsonata(scope, name, { comment });
  const decided = Choice.jsonata(scope, 'Does it count?')
    .when(outcomeIs('approved'), end('Approved', 'The payout is instructed now.'), { comment: 'Approved' })
    .when(outcomeIs('one of two'), end('Approved by one of two', 'Another person must agree.'), {
      comment: 'Approved by one',
    })
    .when(outcomeIs('rejected'), end('Rejected', 'Nothing is paid.'), { comment: 'Rejected' })
    .otherwise(
      Fail.jsonata(scope, 'Does not count', {
        comment: 'The cause says why.',
        error: '{% $states.input.outcome %}',
        cause: '{% $states.input.sentence %}',
      }),
    );
  return call(scope, 'Decide on the reward', { handler: decide, payload }).next(decided);
}
