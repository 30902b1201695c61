import { UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { items, states } from './stage.ts';

/** Parks by hand what the state machine would park, with the very expression of its definition. */

type Definition = { States: Record<string, { Arguments?: UpdateItemCommandInput }> };

/**
 * @param state the state that parks, e.g. `Await consent`
 * @param at person, question id, round and task token
 */
export async function parkByHand(
  state: string,
  { person, question, round, token }: { person: string; question: string; round: number; token: string },
): Promise<void> {
  const { definition = '{}' } = await states.send(
    new DescribeStateMachineCommand({ stateMachineArn: process.env['OFFBOARDING_MACHINE'] }),
  );
  const parameters = (JSON.parse(definition) as Definition).States[state]?.Arguments;
  if (!parameters) throw new Error(`the definition has no state ${state}`);
  const values: Record<string, string> = {
    "{% 'PERSON#' & $states.context.Execution.Input.person %}": `PERSON#${person}`,
    "{% 'RECORD#question#' & $question %}": `RECORD#question#${question}`,
    '{% $states.context.Task.Token %}': token,
    '{% $string($round) %}': String(round),
  };
  const filled = JSON.stringify(parameters, (_, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('{%')) return value;
    const known = values[value];
    if (known === undefined) throw new Error(`the definition asks for ${value}`);
    return known;
  });
  await items.send(new UpdateItemCommand(JSON.parse(filled) as UpdateItemCommandInput) as never);
}
