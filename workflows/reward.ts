import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { CallAwsService, LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Policy } from '../functions/domain/policy.ts';
import { secondsOf } from '../functions/domain/time.ts';
import { numbered, park } from './question.ts';
import { call, now, outcomeIs } from './step.ts';

type RewardProps = { steps: IFunction; table: ITable; policy: Policy };

/**
 * A reward: screened by rules, approved by people, paid once. Whenever something wakes it, it looks into the table, which
 * alone says how it stands.
 */
export function reward(scope: Construct, props: RewardProps): IChainable {
  const parts = partsOf(scope, props);
  const superseded = parts.end('Superseded', 'It was asked for once more, and another execution goes on.');
  const blocked = parts.step('Thank without a reward', 'thanks', 'The alumnus hears which rule it was.');
  blocked.next(parts.end('Thanked without a reward', 'A rule allows none.'));
  const elsewhere = { superseded, blocked };
  return screening(parts, elsewhere, approval(parts, elsewhere, payout(parts)));
}

/** Where both the rules and the approval may lead. */
type Elsewhere = { superseded: Succeed; blocked: LambdaInvoke };

type Parts = ReturnType<typeof partsOf>;

function screening({ step, choice, end }: Parts, { superseded, blocked }: Elsewhere, asked: LambdaInvoke): IChainable {
  const screen = step('Screen the reward', 'screen', 'Standing, wish, country, law, amount and budget, a rule each.');
  return screen.next(
    choice('May it be given?', 'What the rules said; screened before, it goes on from there.')
      .when(outcomeIs('blocked'), blocked, { comment: 'A rule blocks it' })
      .when(outcomeIs('put off'), end('Put off', 'The sweep has it screened again in the next period.'), {
        comment: 'The budget is used up',
      })
      .when(outcomeIs('no reward', 'unknown'), end('Unknown', 'There is no such reward.'), { comment: 'There is none' })
      .when(outcomeIs('superseded'), superseded, { comment: 'Asked for once more' })
      .otherwise(asked),
  );
}

/** Listed people decide in time: reminded, then their deputies too; or it expires. */
function approval(
  { step, choice, end, await: awaits, policy }: Parts,
  { superseded, blocked }: Elsewhere,
  approved: LambdaInvoke,
): LambdaInvoke {
  const look = step('Take stock of the approval', 'take stock of the approval', 'Who has decided, and what is due?');
  const parked = awaits('Await approval', policy.rewards.approval.remindEvery, look, [
    'Parked until an approver starts decide-reward, presses the button in the mail, or uses the command line.',
    'The input of this state says what it is about, and what to start decide-reward with.',
  ]);
  const mail = (what: string, name: string, comment: string) => step(name, what, comment).next(look);
  const tellAlumnus = step('Tell of the rejection', 'not granted', 'The alumnus hears of it.');
  const tellAdmin = step('Tell that it expired', 'expired', 'The admin hears of it, and may have it asked again.');
  look.next(
    choice('Is it approved?', 'What is to be done next, or how it ended.')
      .when(outcomeIs('ask'), mail('ask', 'Ask the approvers', 'Each by a mail with a code of their own.'), {
        comment: 'Nobody has been asked',
      })
      .when(outcomeIs('wait'), parked, { comment: 'Not yet' })
      .when(outcomeIs('new code'), mail('new code', 'Send another code', 'Any attempt spends one.'), {
        comment: 'A code was spent for nothing',
      })
      .when(outcomeIs('remind'), mail('remind', 'Remind the approvers', 'Those who have not decided.'), {
        comment: 'Undecided: remind',
      })
      .when(outcomeIs('escalate'), mail('escalate', 'Escalate to the deputies', 'They are asked besides.'), {
        comment: 'Undecided: ask deputies',
      })
      .when(outcomeIs('expired'), tellAdmin.next(end('Expired', 'Nobody decided in time. Nothing is paid.')), {
        comment: 'The time is over',
      })
      .when(outcomeIs('rejected'), tellAlumnus.next(end('Rejected', 'An approver said no. Nothing is paid.')), {
        comment: 'No',
      })
      .when(outcomeIs('approved', 'instructed', 'paid'), approved, { comment: 'Yes' })
      .when(outcomeIs('declined'), end('Declined', 'The alumnus wants no reward.'), {
        comment: 'The alumnus declined',
      })
      .when(outcomeIs('blocked'), blocked, { comment: 'A rule forbids it by now' })
      .otherwise(superseded),
  );
  return look;
}

/** One instruction; whoever pays confirms it. */
function payout({ step, choice, end, await: awaits, policy }: Parts): LambdaInvoke {
  const instruct = step('Instruct the payout', 'instruct', 'One instruction, whose id is paid once.');
  const tellOfApproval = step('Tell of the approval', 'granted', 'The alumnus hears what they get, and how.');
  const look = step('Take stock of the payout', 'take stock of the payout', 'Has the payout system confirmed?');
  const parked = awaits('Await confirmation', policy.rewards.payout.remindEvery, look, [
    'Parked until the payout system confirms.',
  ]);
  const remind = step('Remind of the payout', 'remind of the payout', 'A mail to the admin, and an alarm.');
  instruct.next(
    choice('Instructed?', 'Until then the alumnus may decline.')
      // `over`: the alumnus was erased since, and it is too late to decline for them.
      .when(outcomeIs('instructed', 'paid', 'over'), tellOfApproval.next(look), { comment: 'Yes' })
      .otherwise(end('Declined at last', 'The alumnus was quicker. The budget has it back.')),
  );
  look.next(
    choice('Is it paid?', 'It is once the payout system says so.')
      .when(outcomeIs('wait'), parked, { comment: 'Not yet' })
      .when(outcomeIs('remind'), remind.next(look), { comment: 'Not for long' })
      .when(outcomeIs('paid'), end('Paid', 'It is booked in the ledger, and final. The alumnus is told.'), {
        comment: 'Yes',
      })
      .otherwise(end('Not confirmed', 'Nobody confirmed in time. A later confirmation is booked all the same.')),
  );
  return instruct;
}

/** What the three parts are made of. */
function partsOf(scope: Construct, { steps, table, policy }: RewardProps) {
  const number = '{% $states.context.Execution.Input.reward %}';
  const generation = '{% $states.context.Execution.Input.generation %}';
  return {
    policy,
    end: (name: string, comment: string) => Succeed.jsonata(scope, name, { comment }),
    choice: (name: string, comment: string) => Choice.jsonata(scope, name, { comment }),
    step: (name: string, what: string, comment: string): LambdaInvoke =>
      call(scope, name, {
        handler: steps,
        payload: { step: what, reward: number, generation, now, execution: '{% $states.context.Execution.Id %}' },
        comment,
        // A stock that finds that nothing is to be done counts the wait that follows.
        ...(what.startsWith('take stock') && {
          assign: { round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}' },
        }),
      }),
    /** Woken, reminded by the clock, or too late to wait: it looks. */
    await: (name: string, every: string, look: LambdaInvoke, comments: readonly string[]): CallAwsService => {
      const key = numbered('contribution', 'reward');
      const parked = park(scope, name, { table, seconds: secondsOf(every), key, comment: comments.join(' ') });
      parked.addCatch(look, { errors: ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'] });
      parked.next(look);
      return parked;
    },
  };
}
