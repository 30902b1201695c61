import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Policy } from '../functions/domain/policy.ts';
import type { RehireEnd, RehireWait } from '../functions/domain/rehire.ts';
import type { RehireStock } from '../functions/domain/rehire-approval.ts';
import { secondsOf } from '../functions/domain/time.ts';
import { numbered, park } from './question.ts';
import { call, now, outcomeIs } from './step.ts';

type RehireProps = { steps: IFunction; table: ITable; policy: Policy };

/**
 * A return: it tells whoever must hear of it, and waits here while listed people decide. Every other wait, for the talk, the
 * offer, the alumnus's answer, the tasks, the first day and the check-ins, is in the table, and whatever ends it starts the
 * next execution: none outlives the time to decide.
 */
export function rehire(scope: Construct, { steps, table, policy }: RehireProps): IChainable {
  const step = (name: string, what: string, comment: string): LambdaInvoke =>
    call(scope, name, {
      handler: steps,
      payload: {
        step: what,
        rehire: '{% $states.context.Execution.Input.rehire %}',
        round: '{% $states.context.Execution.Input.round %}',
        now,
        execution: '{% $states.context.Execution.Id %}',
      },
      comment,
      // A stock that finds that nothing is to be done counts the wait that follows.
      ...(what === 'take stock' && {
        assign: { round: '{% $exists($states.result.Payload.wait) ? $states.result.Payload.wait : 0 %}' },
      }),
    });
  const look = step('Take stock of the return', 'take stock', 'The table says what is to be done next.');
  const next = Choice.jsonata(scope, 'Is all done for now?', {
    comment: 'Else somebody is told, or asked and waited for; then it looks again.',
  });
  const stands = Choice.jsonata(scope, 'How does it stand?', { comment: 'It waits in the table, or it is over.' });
  const then = (outcome: RehireStock, when: string, name: string, comment: string) =>
    next.when(outcomeIs(outcome), step(name, outcome, comment).next(look), { comment: when });
  const end = (outcome: RehireStock, when: string, name: string, comment: string) =>
    stands.when(outcomeIs(outcome), Succeed.jsonata(scope, name, { comment }), { comment: when });
  /** Woken, reminded by the clock, or too late to wait: it looks. */
  const wait = (outcome: RehireStock, when: string, name: string, every: string, comment: string) => {
    const parked = park(scope, name, { table, seconds: secondsOf(every), key: numbered('rehire'), comment });
    parked.addCatch(look, { errors: ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'] });
    next.when(outcomeIs(outcome), parked.next(look), { comment: when });
  };

  then('receipt', 'It has begun', 'Confirm the receipt', 'The alumnus hears that it has begun, and what happens next.');
  then('ask', 'Nobody has been asked', 'Ask who decides', 'Each by a mail with a code of their own.');
  then('new code', 'A code was spent for nothing', 'Send another code', 'Any attempt spends one.');
  then('remind', 'Undecided: remind', 'Remind who decides', 'Those who have not decided.');
  then('escalate', 'Undecided: ask deputies', 'Escalate to the deputies', 'They are asked besides.');
  const parked =
    'Parked until somebody starts decide-rehire, presses the button in the mail, or uses the command line.';
  const { override, decision } = policy.rehire;
  wait(
    'wait for HR',
    'A condition does not hold',
    'Await HR’s word',
    override.remindEvery,
    `${parked} Two people of HR may override a condition before the alumnus is told.`,
  );
  wait(
    'wait for the decision',
    'Undecided',
    'Await the decision',
    decision.remindEvery,
    `${parked} Whether an offer is made.`,
  );
  then(
    'talk',
    'A talk is wanted',
    'Ask for the informal talk',
    'It is recorded as held or not, and nothing else of it.',
  );
  then('offer needed', 'An offer is to be made', 'Ask for the offer', 'Its terms are checked before it is sent.');
  then('offer', 'An offer was made', 'Send the offer', 'All of its terms; they answer by its link.');
  then('welcome', 'It was accepted', 'Welcome back', 'What happens until the first day.');
  then(
    'tasks',
    'Tasks are new, late or off',
    'Hand over the tasks',
    'Or remind, escalate, take back; the HR system is told by a webhook.',
  );
  then(
    'come back',
    'They have started',
    'Make them a colleague again',
    'Outreach and invitations stop; the history stays.',
  );
  then('check-in', 'They have been here a while', 'Ask how it is', 'Two questions; the answers go to HR.');
  then('answer', 'They have answered', 'Hand HR the answer', 'Whether they were received without prying.');
  then(
    'become an alumnus again',
    'Called off after the start',
    'Make them an alumnus again',
    'With what they had agreed to.',
  );
  then('end', 'It has ended: the alumnus', 'Tell the alumnus how it ended', 'Kindly, and what would change it.');
  then('staff', 'It went on: HR', 'Tell HR how it stands', 'With a page that shows what is open.');

  const waits: readonly [Exclude<RehireWait, 'waits for HR' | 'waits for the decision'>, string, string][] = [
    ['waits for the talk', 'Waits for the talk', 'The recruiter says whether it was held; the sweep reminds.'],
    ['waits for the offer', 'Waits for the offer', 'The recruiter makes it; the sweep reminds.'],
    ['waits for the answer', 'Waits for the answer', 'The alumnus accepts or declines by the link, or it lapses.'],
    [
      'onboarding',
      'Onboarding',
      'Owners tick off their tasks; the sweep reminds, escalates, and starts on the first day.',
    ],
    ['started', 'Started', 'The sweep asks how it is, after each of the policy’s times.'],
  ];
  for (const [status, name, comment] of waits) end(status, 'It waits', name, comment);
  const ends: readonly [RehireEnd, string, string][] = [
    ['completed', 'Completed', 'The last check-in is over. They have come back.'],
    ['conditions not met', 'Conditions not met', 'The alumnus knows which, and what would change it.'],
    ['not offered', 'Not offered', 'The recruiter said no.'],
    ['expired', 'Expired', 'The company did not decide in time. The alumnus may ask again.'],
    ['withdrawn', 'Withdrawn', 'The alumnus took it back.'],
    ['declined', 'Declined', 'The alumnus did not take the offer.'],
    ['lapsed', 'Lapsed', 'The offer was not answered.'],
    ['cancelled', 'Called off', 'The company called it off. They are an alumnus as before.'],
    ['left again', 'Left again', 'Before they had settled in.'],
    ['erased', 'Erased', 'Their data is gone.'],
  ];
  for (const [status, name, comment] of ends) end(status, 'It is over', name, comment);
  end('superseded', 'Something came since', 'Superseded', 'A newer execution goes on.');
  stands.otherwise(Succeed.jsonata(scope, 'Unknown', { comment: 'There is no such return.' }));
  return look.next(next.otherwise(stands));
}
