import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Definition, definitionsOf, readTemplate, type State, synthesize } from '../infra/synth.ts';

/**
 * Draws the state machines into docs/workflows.md, from the definitions that are deployed.
 * `npx tsx docs/draw-workflows.ts` writes it; with `--check` it only says whether it is stale.
 */

export const picturesFile = new URL('workflows.md', import.meta.url);

/** What each picture shows, in plain words. A state machine without them cannot be drawn. */
const words: Readonly<Record<string, { title: string; text: string }>> = {
  'okaeri-offboarding': {
    title: 'Offboarding',
    text: 'From a reported departure to an enrolled alumnus. The execution takes stock of the departure: the table says where it stands. If something is missing, it asks the one who can give it (HR for a reason or an address, the leaver for a confirmation or consent, the calendar for the last day) and waits; a wait that takes too long reminds, and in the end closes the question. Whatever ends a wait, the execution takes stock again, so that a departure that was moved, cancelled or announced anew meanwhile takes its own way.',
  },
  'okaeri-edition': {
    title: 'The review of an edition',
    text: 'An edition that the scan let through waits for the reviewer, who decides by the mail’s link, in the console or by command. Silence is reminded of, and in the end means no. The admin is told what came of it.',
  },
  'okaeri-decide-edition': {
    title: 'Deciding on an edition in the console',
    text: 'The reviewer starts an execution with the number of the edition, the decision, and the code of the mail. Its end says what became of that.',
  },
  'okaeri-gathering': {
    title: 'A gathering',
    text: 'From a plan to the thanks, in one execution for each gathering. It takes stock of the gathering: the table says what comes next. It takes that one step, or waits, and takes stock again. So a plan may change, its dates may move, and it may be called off, wherever the execution happens to be. In an undisturbed life the reviewer approves the plan, the organiser and the hosts are told, the audience is invited in batches (a step that stops in time is simply the next one again), those who have not answered are reminded, the answers close after the deadline, the details go out on the day before, those who came are thanked and asked how it was, and the cost is booked. In between it waits; the daily sweep wakes it on each of its dates, and a decision about it (a word of the reviewer, a change, a cancellation) at once. A wait that nobody ends is over after 30 days.',
  },
  'okaeri-decide-gathering': {
    title: 'Deciding on a plan in the console',
    text: 'The reviewer starts an execution with the number of the gathering, the decision, and the code of the newest mail. Its end says what became of that.',
  },
  'okaeri-contribution': {
    title: 'A contribution',
    text: 'Tells whoever must hear of a contribution, each once, and ends; what a contribution waits for may take years, so it waits in the table. A candidate who applies, an outcome that is reported, an answer, or a date that the sweep brings starts another execution, whose name counts them.',
  },
  'okaeri-reward': {
    title: 'A reward',
    text: 'Begins when a contribution has come to what it was for. Rules screen it first; then listed people decide, one or, for a large sum, two different ones. Each has a code of their own, and any attempt spends it. The execution waits at _Await approval_, whose input in the console shows what it is about, and with what to start _okaeri-decide-reward_. It reminds, asks the deputies too, and expires. With the last approval the sum is taken from the budget; then the payout is instructed, once, and confirmed by whoever pays.',
  },
  'okaeri-decide-reward': {
    title: 'Deciding on a reward in the console',
    text: 'An approver starts an execution with the input of their mail. It ends green with what it did, or fails with a sentence that says why it does not count.',
  },
  'okaeri-rehire': {
    title: 'A return',
    text: 'One stretch of an alumnus’s way back, employed or freelance: whoever must hear of something is told, once each, and the execution ends at the next wait. Only two waits are here, since listed people look for them in the console: _Await HR’s word_, where a condition does not hold and two people may override it, and _Await the decision_, whether an offer is made. Their codes, reminders and deputies are those of a reward; the input of the state shows what it is about, and with what to start _okaeri-decide-rehire_. All other waits (the talk, the offer, the answer, the tasks before the first day, the check-ins after it) are in the table. The recruiter’s word, the alumnus’s click or a date that the sweep brings starts another execution, whose name counts them. Tasks are done beside each other, each by an owner of its own, and need no execution in between. In an undisturbed life: the receipt, the talk if it is wanted, the decision, the offer, the welcome and the tasks, the first day, three check-ins, and _Completed_.',
  },
  'okaeri-decide-rehire': {
    title: 'Deciding on a return in the console',
    text: 'Somebody who is asked starts an execution with the input of their mail. It ends green with what it did, or fails with a sentence that says why it does not count.',
  },
  'okaeri-sweep': {
    title: 'The daily sweep',
    text: 'Once a day, for a given date. First it acts on everything that is due on that date, shows relay whatever it has not carried out yet, reads SES’s suppression list, and checks that the HR system still reports. Then it writes to everybody who is due for outreach, at the rate that SES allows. Each step is a function that stops in time, and is called again while there is more.',
  },
};

const legend = `Rectangles are steps, diamonds are questions that the step before has answered, hexagons are waits for a human or for the calendar, and rounded boxes are ends. Dotted lines are taken when a wait is not answered in time, or when the question was settled before the wait began. Retries are not drawn: every step is tried again, at ever longer intervals, for some hours.`;

/** The whole of docs/workflows.md. */
export function workflowsPage(definitions: Readonly<Record<string, Definition>>): string {
  const pictures = Object.entries(definitions).map(([name, definition]) => {
    const described = words[name];
    if (!described) throw new Error(`docs/draw-workflows.ts has no words for the state machine ${name}`);
    return `## ${described.title}\n\n${described.text}\n\n\`\`\`mermaid\n${flowchart(definition)}\n\`\`\`\n`;
  });
  return `# Workflows\n\n<!-- Drawn by docs/draw-workflows.ts from the synthesized state machines: do not edit. -->\n\n${legend}\n\n${pictures.join('\n')}`;
}

/** One state machine as a Mermaid flowchart, its states in the order in which one meets them. */
export function flowchart({ StartAt, States }: Definition): string {
  const names = inOrder(StartAt, States);
  const ids = new Map(names.map((name, index) => [name, `s${index}`]));
  const id = (name: string): string => ids.get(name) ?? name;
  return [
    'flowchart TD',
    '  start(( )) --> s0',
    ...names.flatMap((name) => {
      const state = States[name];
      return state ? [`  ${id(name)}${shape(name, state)}`] : [];
    }),
    ...names.flatMap((name) => {
      const state = States[name];
      return state
        ? waysOn(state).map(({ to, label, isCatch }) => `  ${id(name)} ${arrow(label, isCatch)} ${id(to)}`)
        : [];
    }),
    '  classDef wait fill:#fff3d6,stroke:#b7791f',
    '  classDef done fill:#e3f4e8,stroke:#2f855a',
  ].join('\n');
}

type Way = { to: string; label?: string; isCatch?: boolean };

/** Every way out of a state. */
export function waysOn(state: State): Way[] {
  const { Next, Choices = [], Default, Catch = [] } = state;
  return [
    ...(Next ? [{ to: Next, ...(isWait(state) && { label: 'answered' }) }] : []),
    ...Choices.map(({ Next: to, Comment, Condition }) => ({ to, label: Comment ?? Condition })),
    ...(Default
      ? [
          {
            to: Default,
            label: otherwise(
              Default,
              Choices.map(({ Comment }) => Comment),
            ),
          },
        ]
      : []),
    ...Catch.map(({ Next: to, ErrorEquals }) => ({ to, label: ErrorEquals.map(inWords).join(', '), isCatch: true })),
  ];
}

/** What is left of a question's answers: the opposite of those that are named, where they have one. */
function otherwise(to: string, comments: readonly (string | undefined)[]): string {
  const isNo = comments.includes('Yes');
  if ((isNo && comments.includes('No')) || /^(Not|Unknown|Does not)\b/.test(to)) return 'otherwise';
  return isNo ? 'No' : 'Yes';
}

function inWords(error: string): string {
  if (error === 'States.Timeout') return 'timeout';
  return error === 'DynamoDb.ConditionalCheckFailedException' ? 'settled before' : error;
}

function arrow(label: string | undefined, isCatch = false): string {
  const line = isCatch ? '-.->' : '-->';
  return label ? `${line}|"${label}"|` : line;
}

/** Whether a state waits for somebody outside. */
export function isWait({ Resource = '', Type }: State): boolean {
  return Resource.endsWith('.waitForTaskToken') || Type === 'Wait';
}

function shape(name: string, state: State): string {
  if (state.Type === 'Choice') return `{"${name}"}`;
  if (isWait(state)) return `{{"⏸ ${name}"}}:::wait`;
  if (state.Type === 'Succeed' || state.Type === 'Fail') return `(["${name}"]):::done`;
  return `["${name}"]`;
}

/** Depth first, as one reads; what nothing leads to comes last. */
function inOrder(start: string, states: Readonly<Record<string, State>>): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const state = states[name];
    if (!state || seen.has(name)) return;
    seen.add(name);
    for (const { to } of waysOn(state)) visit(to);
  };
  visit(start);
  for (const name of Object.keys(states)) visit(name);
  return [...seen];
}

async function main(isCheck: boolean): Promise<void> {
  const outdir = await mkdtemp(join(tmpdir(), 'okaeri-draw-'));
  try {
    await synthesize(outdir);
    const page = workflowsPage(definitionsOf(await readTemplate(outdir, 'okaeri')));
    if (!isCheck) return await writeFile(picturesFile, page);
    if (page === (await readFile(picturesFile, 'utf8'))) return;
    console.error('docs/workflows.md is stale: run "npx tsx docs/draw-workflows.ts".');
    process.exitCode = 1;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

if (import.meta.url === `file://${process.argv[1]}`) await main(process.argv.includes('--check'));
