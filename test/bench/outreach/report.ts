import { arch, availableParallelism, platform } from 'node:os';
import type { Design } from '../baselines/plan.ts';
import { asOf, prices } from '../prices.ts';
import { requestCost } from './cost.ts';
import type { Fixed } from './fixed.ts';
import { hourly, idleUsage, type Measured } from './okaeri.ts';
import { picture } from './picture.ts';
import { comparison, markdown, type Named, pricedAt, ratioOf } from './table.ts';
import { nothing, sum, times, type Usage } from './usage.ts';
import type { Year } from './year.ts';

/** Everything that a run of the bench found out. */
export type Bench = {
  year: Year;
  okaeri: Measured;
  /** What SES's report of a mail takes in any design. */
  feedback: Usage;
  baselines: Record<Design, Usage>;
  fixed: Fixed;
};

const titles: Record<Design, string> = {
  SleepingSteps: 'sleeping execution, a state a step',
  Sleeping: 'sleeping execution, fewest states',
  ScheduledSteps: 'schedule → execution',
  Scheduled: 'schedule → function',
};

/** The page docs/bench-outreach.md, and its picture. */
export function report({ year, okaeri, feedback, baselines, fixed }: Bench): { page: string; svg: string } {
  const mailsEach = okaeri.mails / year.alumni;
  const { perMail, perDay } = okaeri;
  const own: Named = { name: '**Okaeri**', perMail, perDay, idleDay: idleUsage(year.idle.with) };
  const others = Object.entries(baselines).map(([name, usage]): Named => ordinary(name as Design, usage, feedback));
  const before = idleUsage(year.idle.without).reads;
  const after = idleUsage(year.idle.with).reads;
  const withHourly = { ...own, perDay: sum(perDay, hourly) };
  const floor = pricedAt * mailsEach;
  const hourlyShare = (requestCost(hourly) * 365) / (floor * prices.mail.usd);
  const bars = [own, ...others].map((design) => ({
    name: design.name.replace(/\*/g, ''),
    ratio: ratioOf(design, mailsEach),
  }));
  const [ours = '', sleeping = ''] = bars.map(({ ratio }) => `${Math.round((ratio - 1) * 100)} %`);
  const svg = picture(
    bars,
    `Okaeri costs ${ours} more than the mails alone, an execution that sleeps ${sleeping} more`,
  );
  const page = `# What outreach costs

\`npm run bench:outreach -- --alumni ${year.alumni}\` on ${today()}: ${year.days.length} days of ${year.alumni} alumni in the
emulator, ${okaeri.mails} mails, ${mailsEach.toFixed(2)} to each, none of them twice. ${year.days.length === 365 ? '' : 'A shortened run: not a year. '}On ${availableParallelism()} cores, ${platform()} ${arch()}, Node.js ${process.versions.node}.
Written by the bench; do not edit.

The floor is what SES alone charges for the mails. Prices are those of Tokyo, without free tiers; the first four lines are
priced at ${pricedAt.toLocaleString('en')} alumni with ${mailsEach.toFixed(1)} mails each, so that what a day costs is shared by all of them.

![What the designs cost, as multiples of what SES charges](images/bench-outreach.svg)

${comparison([own, ...others], mailsEach)}

## Does an idle day grow?

The same working day with nobody due was swept twice: ${before} RRU with an empty table, ${after} RRU with ${year.alumni} alumni.
${after <= before ? '✓ It does not grow.' : '✗ It grows.'}

## The fixed cost of a month

${markdown([['', 'count', 'a month'], ...fixed.rows.map(({ what, count, usd }) => [what, String(count), `$${usd.toFixed(2)}`])])}

$${fixed.usd.toFixed(2)} with what is free in every account (aim ≤ $3 ${fixed.usd <= 3 ? '✓' : '✗ missed'}), $${fixed.withoutFree.toFixed(2)} without. Storage is left out: it is cents.

## What Okaeri uses

${markdown(usageRows(okaeri))}

Per day, whether or not anybody is due: transitions, calls, keys, the look at each shard, the lease and the breaker's count.
The hourly look at what is pending, which all stages share, would add ${(hourlyShare * 100).toFixed(2)} % of the floor (${ratioOf(withHourly, mailsEach).toFixed(3)} in all)
and $${requestCost(hourly).toFixed(5)} a day.

## What is counted, and what is computed

- Counted in execution histories: transitions (each state entered, each further try) and calls of the sweep's functions.
- Counted by DynamoDB's own answers (ConsumedCapacity, indexes included): WRU and RRU. What one mail takes is the slope of
  the line through all days with mail; the rest is what a day takes.
- Counted in log groups: calls, durations and bytes of the functions. Relay was called ${okaeri.relayCalls} times by outreach${okaeri.relayCalls === 0 ? '' : ', by what seeding wrote'}.
- Computed: reports at full batches of 100 (the emulator's queue does not wait for a batch: ${okaeri.reportsInCall.toFixed(1)} in a call here;
  AWS's fills one with what comes within its window); a request to put each on the queue and two for every ten to take them
  off; half an RRU to look each up, since of BatchGetItem the emulator says nothing; keys read once a day by each
  function; state machine logs at 400 bytes an event; one X-Ray trace a day.
- Free: GetSendQuota, SES's events on the default bus and the rule that takes them to the queue, relay's look at the stream.
- The ordinary designs write with the same code (claim, consistent read of consent, settle) to a table without indexes, read
  the editions once a container, and share the reports' way. A sleeping execution with a state a step enters six for a mail;
  with the fewest, three. Their schedules are made beforehand, which is free. Of an execution's states the very last, once in
  an alumnus's life, is left out. They are played with few mails, so that the starts of their functions weigh more in duration
  than they would. None of them keeps to SES's rate for all senders, to an order, or to the breaker.
- Not among it: writing and reviewing an edition, which is the same in every design.

## Prices

As of ${asOf}, in \`test/bench/prices.ts\`.

${markdown([['', 'USD', 'source', 'checked'], ...Object.values(prices).map(({ per, usd, source, checked }) => [per, amount(usd), source, checked ? 'yes' : 'no'])])}
`;
  return { page, svg };
}

/** An ordinary design for each mail; it has no days of its own. */
function ordinary(name: Design, usage: Usage, feedback: Usage): Named {
  const { mails } = usage;
  const perMail = sum(times(usage, 1 / mails), feedback);
  // As if one container did all of a day.
  const perDay = sum({ secretCalls: 2 });
  return { name: titles[name], perMail, perDay, idleDay: nothing };
}

function usageRows({ perMail, perDay }: Measured): string[][] {
  const kinds = Object.keys(nothing) as (keyof Usage)[];
  const words: Record<keyof Usage, string> = {
    mails: 'mails',
    transitions: 'state transitions',
    invocations: 'calls of functions',
    reads: 'RRU',
    writes: 'WRU',
    queueRequests: 'SQS requests',
    schedules: 'schedules that fired',
    secretCalls: 'reads of a key',
    gigabyteSeconds: 'GB-seconds',
    logBytes: 'bytes of logs',
    traces: 'traces',
  };
  return [
    ['', 'for each mail', 'for each day'],
    ...kinds.map((kind) => [words[kind], short(perMail[kind]), short(perDay[kind])]),
  ];
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function amount(usd: number): string {
  return usd >= 0.001 ? String(usd) : `${Number((usd * 1e6).toPrecision(4))} a million`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
