import { ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import jsonata from 'jsonata';
import type { Definition, State } from '../../infra/synth.ts';
import { functionNamed } from './functions.ts';

/**
 * Plays executions of the synthesized state machines on a clock of its own: expressions are evaluated as Step Functions does,
 * steps call the deployed functions' handlers in this process, and a wait parks on the emulator's table.
 */

type Execution = {
  machine: string;
  name: string;
  input: Record<string, unknown>;
  startedAt: string;
  variables: Record<string, unknown>;
  /** The state it is in, and what the one before answered. */
  at: string;
  answered: unknown;
  parked?: { token: string; until: number };
  /** The state it ended in. */
  ended?: string;
};

/** A table of its own, that no relay of the deployed stack watches. */
const table = new DynamoDBClient({});

export class Executions {
  readonly #machines: Readonly<Record<string, Definition>>;
  readonly #all = new Map<string, Execution>();
  readonly #now: () => string;

  constructor(machines: Readonly<Record<string, Definition>>, now: () => string) {
    this.#machines = machines;
    this.#now = now;
  }

  /** Starts one, once for its name, and plays it until it waits or ends. */
  async start(machine: string, name: string, input: Record<string, unknown>): Promise<void> {
    const id = `${machine}:${name}`;
    if (this.#all.has(id)) return;
    const execution: Execution = {
      machine,
      name,
      input,
      startedAt: this.#now(),
      variables: {},
      at: this.#definition(machine).StartAt,
      answered: input,
    };
    this.#all.set(id, execution);
    await this.#play(execution);
  }

  /** Hands a parked one its answer; one that has gone on needs none. */
  async resume(token: string): Promise<void> {
    const execution = [...this.#all.values()].find(({ parked }) => parked?.token === token);
    if (!execution) return;
    delete execution.parked;
    const state = this.#state(execution);
    execution.answered = {};
    execution.at = state.Next ?? '';
    await this.#play(execution);
  }

  /** The next time at which a wait is over, in milliseconds since 1970. */
  nextTimeOut(): number | undefined {
    const times = [...this.#all.values()].flatMap(({ parked }) => (parked ? [parked.until] : []));
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Lets the waits go on that are over. */
  async timeOut(): Promise<void> {
    const now = Date.parse(this.#now());
    for (const execution of [...this.#all.values()].filter(({ parked }) => parked && parked.until <= now)) {
      if (!execution.parked) continue;
      delete execution.parked;
      this.#caught(execution, 'States.Timeout');
      await this.#play(execution);
    }
  }

  /** The state that one ended in; nothing while it waits or has not begun. */
  endOf(machine: string, name: string): string | undefined {
    return this.#all.get(`${machine}:${name}`)?.ended;
  }

  /** Those that wait. */
  waiting(): string[] {
    return [...this.#all.values()].flatMap(({ parked, name, at }) => (parked ? [`${name}: ${at}`] : []));
  }

  #definition(machine: string): Definition {
    const found = this.#machines[machine];
    if (!found) throw new Error(`no machine is called ${machine}`);
    return found;
  }

  #state({ machine, at }: Execution): State {
    const found = this.#definition(machine).States[at];
    if (!found) throw new Error(`${machine} has no state "${at}"`);
    return found;
  }

  async #play(execution: Execution): Promise<void> {
    while (!execution.ended && !execution.parked) {
      const state = this.#state(execution);
      if (state.Type === 'Succeed' || state.Type === 'Fail') execution.ended = execution.at;
      else if (state.Type === 'Choice') await this.#choose(execution, state);
      else if (state.Resource?.endsWith('.waitForTaskToken')) await this.#park(execution, state);
      else await this.#call(execution, state);
    }
  }

  async #choose(execution: Execution, { Choices = [], Default }: State): Promise<void> {
    for (const { Condition, Next } of Choices) {
      if (await this.#evaluated(execution, Condition)) {
        execution.at = Next;
        return;
      }
    }
    if (!Default) throw new Error(`${execution.name}: nothing was chosen at "${execution.at}"`);
    execution.at = Default;
  }

  async #call(execution: Execution, state: State): Promise<void> {
    const { FunctionName, Payload } = Object(await this.#evaluated(execution, state.Arguments));
    const answer: unknown = await functionNamed(String(FunctionName))(Payload);
    const result = { result: { Payload: answer } };
    for (const [name, value] of Object.entries(state.Assign ?? {})) {
      execution.variables[name] = await this.#evaluated(execution, value, result);
    }
    execution.answered = state.Output === undefined ? answer : await this.#evaluated(execution, state.Output, result);
    execution.at = state.Next ?? '';
  }

  async #park(execution: Execution, state: State): Promise<void> {
    const token = `${execution.machine}:${execution.name}:${execution.at}:${this.#now()}`;
    const written = Object(await this.#evaluated(execution, state.Arguments, { token }));
    try {
      await table.send(new UpdateItemCommand({ ...written, TableName: process.env['TABLE_NAME'] }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      this.#caught(execution, 'DynamoDb.ConditionalCheckFailedException');
      return;
    }
    execution.parked = { token, until: Date.parse(this.#now()) + (state.TimeoutSeconds ?? Number.NaN) * 1000 };
  }

  #caught(execution: Execution, error: string): void {
    const { Catch = [] } = this.#state(execution);
    const caught = Catch.find(({ ErrorEquals }) => ErrorEquals.includes(error));
    if (!caught) throw new Error(`${execution.name}: nothing catches ${error} at "${execution.at}"`);
    execution.answered = {};
    execution.at = caught.Next;
  }

  /** The value of a definition, whose texts between `{%` and `%}` are expressions. */
  async #evaluated(
    execution: Execution,
    value: unknown,
    more: { result?: object; token?: string } = {},
  ): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((each) => this.#evaluated(execution, each, more)));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(
        async ([name, each]) => [name, await this.#evaluated(execution, each, more)] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    }
    const expression = typeof value === 'string' ? /^\{%(.*)%\}$/s.exec(value)?.[1] : undefined;
    if (expression === undefined) return value;
    const now = this.#now();
    const { machine, name, input, startedAt, variables, answered } = execution;
    const states = {
      input: answered,
      ...(more.result && { result: more.result }),
      context: {
        Execution: {
          Id: `arn:aws:states:ap-northeast-1:000000000000:execution:${machine}:${name}`,
          Name: name,
          Input: input,
          StartTime: startedAt,
        },
        State: { EnteredTime: now },
        Task: { Token: more.token },
      },
    };
    // As it comes from Step Functions: JSON, without the sequences of JSONata.
    const evaluated: unknown = await jsonata(expression).evaluate({}, { states, ...variables });
    return evaluated === undefined ? undefined : JSON.parse(JSON.stringify(evaluated));
  }
}
