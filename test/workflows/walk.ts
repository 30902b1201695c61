import type { Definition } from '../../infra/synth.ts';
import { machines } from '../infra/assembly.ts';

/** Goes through a state machine as an execution would. */

/** What a step answered; `answered` for a wait that somebody ended, or the name of an error. */
type Happening = string;

/** @throws where the machine has no such state */
export function state(machine: string, name: string): Definition['States'][string] {
  const found = machines[machine]?.States[name];
  if (!found) throw new Error(`${machine} has no state "${name}"`);
  return found;
}

/** The state that follows a step which answers with an outcome, past every choice. */
export function follow(machine: string, step: string, outcome: string): string {
  let name = state(machine, step).Next ?? '';
  while (state(machine, name).Type === 'Choice') name = chosen(machine, name, outcome, {});
  return name;
}

/**
 * The states that an execution enters, each of which is a state transition.
 * @param happenings what happens at each task, in order
 */
export function walk(machine: string, happenings: readonly Happening[]): string[] {
  const left = [...happenings];
  const entered = play(machine, (name) => {
    const happened = left.shift();
    if (happened === undefined) throw new Error(`nothing happens at "${name}"`);
    return happened;
  });
  if (left.length > 0) throw new Error(`it ended before: ${left.join()}`);
  return entered;
}

/**
 * The states that an execution enters.
 * @param happens what happens at a task
 */
export function play(machine: string, happens: (name: string) => Happening): string[] {
  const entered: string[] = [];
  const variables: Record<string, string> = {};
  let outcome = '';
  for (let name = machines[machine]?.StartAt ?? ''; ; ) {
    entered.push(name);
    const { Type, Next = '', Assign = {}, Catch = [] } = state(machine, name);
    if (Type === 'Succeed' || Type === 'Fail') return entered;
    if (Type === 'Choice') {
      name = chosen(machine, name, outcome, variables);
      continue;
    }
    const happened = happens(name);
    outcome = happened;
    const caught = Catch.find(({ ErrorEquals }) => ErrorEquals.includes(happened));
    for (const [variable, value] of caught ? [] : Object.entries(Assign)) {
      if (value === '{% $states.result.Payload.outcome %}') variables[variable] = happened;
    }
    name = caught?.Next ?? Next;
  }
}

function chosen(machine: string, name: string, outcome: string, variables: Readonly<Record<string, string>>): string {
  const { Choices = [], Default = '' } = state(machine, name);
  return Choices.find(({ Condition }) => holds(Condition, outcome, variables))?.Next ?? Default;
}

/** The kinds of condition there are: outcomes in a list, and what the sweep asks of both its steps. */
function holds(condition: string, outcome: string, { day }: Readonly<Record<string, string>>): boolean {
  if (condition === "{% $states.input.outcome = 'more' or $day = 'more' %}")
    return outcome === 'more' || day === 'more';
  const list = /^\{% \$states\.input\.outcome in (\[.*\]) %\}$/.exec(condition)?.[1];
  if (!list) throw new Error(`a condition of another kind: ${condition}`);
  return JSON.parse(list).includes(outcome);
}
