import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { ContributionStatus, News } from '../functions/domain/contribution.ts';
import { call, now, outcomeIs } from './step.ts';

/**
 * A contribution: whoever must hear of it is told, each once; then it waits in the table, where it may wait for years.
 * Whatever happens to it there starts another execution.
 */
export function contribution(scope: Construct, { steps }: { steps: IFunction }): IChainable {
  const number = '{% $states.context.Execution.Input.contribution %}';
  const step = (name: string, what: string, comment: string) =>
    call(scope, name, {
      handler: steps,
      payload: { step: what, contribution: number, now, execution: '{% $states.context.Execution.Id %}' },
      comment,
    });
  const takeStock = step('Take stock of the contribution', 'take stock', 'The table says who must hear of it still.');
  const whatIsNext = Choice.jsonata(scope, 'Who must hear of it?', {
    comment: 'Nobody: then it waits in the table, or is over.',
  });
  const tell = (news: News, who: string, name: string, comment: string) =>
    whatIsNext.when(outcomeIs(news), step(name, news, comment).next(takeStock), { comment: who });
  tell('invitation', 'The alumnus', 'Send the invitation to forward', 'A candidate enters their own data by its link.');
  tell('candidate', 'The candidate', 'Ask the candidate to confirm', 'Until then their data is told to nobody.');
  tell('recruiter', 'The recruiter', 'Tell the recruiter', 'Who reports a hire later on.');
  tell('withdrawal', 'The recruiter once more', 'Tell that the candidate withdrew', 'Copies of their data must go.');
  tell('owner', 'The owner of the matter', 'Ask the owner', 'Of feedback for an answer, of a lead for its end.');
  tell('outcome', 'The alumnus again', 'Tell the alumnus what came of it', 'Whatever it was.');
  tell('payment', 'The alumnus at last', 'Tell the alumnus of the payment', 'Amount and date.');

  const ends: readonly [ContributionStatus, string, string][] = [
    ['waits for the candidate', 'Waits for the candidate', 'Until somebody enters their data, or it lapses.'],
    [
      'waits for the confirmation',
      'Waits for the confirmation',
      'Until the candidate says that the address is theirs.',
    ],
    ['waits for the hire', 'Waits for the hire', 'Until the HR system says whether the candidate was hired.'],
    ['waits for the holding period', 'Waits for the holding period', 'The sweep looks whether the hired one stayed.'],
    ['waits for the deal', 'Waits for the deal', 'Until the CRM says whether the lead was won.'],
    ['waits for the answer', 'Waits for the answer', 'The sweep reminds the owner of the topic.'],
    ['qualified', 'Qualified', 'The execution of its reward goes on.'],
    ['not qualified', 'Not qualified', 'Nothing came of it, and the alumnus knows.'],
    ['duplicate', 'Duplicate', 'Somebody named the same before, and the first counts.'],
    ['lapsed', 'Lapsed', 'Nothing came of it for too long.'],
  ];
  for (const [status, name, comment] of ends) {
    whatIsNext.when(outcomeIs(status), Succeed.jsonata(scope, name, { comment }), { comment: 'Nobody' });
  }
  whatIsNext.when(
    outcomeIs('told by another'),
    Succeed.jsonata(scope, 'Told by another', { comment: 'An execution that began before goes on with it.' }),
    {
      comment: 'Another execution is at it',
    },
  );
  whatIsNext.otherwise(Succeed.jsonata(scope, 'Unknown', { comment: 'There is no such contribution.' }));
  return takeStock.next(whatIsNext);
}
