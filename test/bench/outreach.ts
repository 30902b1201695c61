import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocal } from '../../infra/local/local.ts';
import { Trouble } from '../../infra/local/processes.ts';
import { stateHome } from '../../infra/local/settings.ts';
import { playBaselines } from './baselines/run.ts';
import { fixedCost } from './outreach/fixed.ts';
import { readCalls } from './outreach/logs.ts';
import { feedbackPerMail, measure } from './outreach/okaeri.ts';
import { Bar } from './outreach/progress.ts';
import { type Bench, report } from './outreach/report.ts';
import { startSink } from './outreach/sink.ts';
import { allReported, countOf, playYear, touchEvery } from './outreach/year.ts';

/**
 * `npm run bench:outreach -- --alumni 1000`: plays a year of outreach in the emulator, counts what AWS would charge for,
 * and writes docs/bench-outreach.md.
 */

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const { values } = parseArgs({
  options: {
    alumni: { type: 'string', default: '1000' },
    /** Fewer of them only try the bench out: nothing is written. */
    days: { type: 'string', default: '365' },
  },
});
const plan = { alumni: Number(values.alumni), days: Number(values.days), first: '2027-01-04' };

async function bench(): Promise<void> {
  if (!(plan.alumni > 0 && plan.days > 0)) throw new Trouble('Give --alumni a number, such as 1000.');
  const stateDir = join(stateHome, 'bench');
  await mkdir(stateDir, { recursive: true });
  const policy = join(stateDir, 'policy.json');
  await writeFile(policy, await benchPolicy());
  const sink = await startSink();
  const starting = new Bar('Starting');
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());
  const local = await startLocal({ stateDir, ports: 'free', policy, smtp: sink.port, signal: interrupted.signal });
  const ended = new Promise<never>((_, reject) => {
    interrupted.signal.addEventListener('abort', () => reject(new Trouble('Interrupted.')));
    void local.broken.then((sentence) => reject(new Trouble(sentence)));
  });
  try {
    starting.end('A stack of its own is up');
    const played = await Promise.race([play(), ended]);
    const { page, svg } = report(played);
    console.log(`\n${page}`);
    if (plan.days === 365) {
      await writeFile('docs/bench-outreach.md', page);
      await writeFile('docs/images/bench-outreach.svg', svg);
    }
  } finally {
    await local.stop();
    await sink.stop();
  }
  await rm(stateDir, { recursive: true, force: true });

  async function play(): Promise<Bench> {
    const { settings } = local;
    const relayBefore = (await readCalls(settings, 'okaeri', 'Relay')).invocations;
    const year = await playYear(settings, sink, plan);
    const mails = countOf(year, 'sent');
    await allReported(settings, sink, mails);
    const twice = [...sink.mails].filter(([, count]) => count > 1);
    if (twice.length > 0) throw new Trouble(`${twice.length} mails went out twice, such as ${twice[0]?.[0]}`);
    if (sink.mails.size !== mails) throw new Trouble(`${mails} mails were sent and ${sink.mails.size} arrived`);
    const okaeri = await measure(settings, year, relayBefore);
    const feedback = await feedbackPerMail(settings, mails);
    const baselines = await playBaselines(settings, stateDir, policy);
    return { year, okaeri, feedback, baselines, fixed: await fixedCost(stateDir) };
  }
}

/** policy.json, but with touches so close that its cap of eight a year is what counts. */
async function benchPolicy(): Promise<string> {
  const policy = JSON.parse(await readFile('policy.json', 'utf8'));
  return JSON.stringify({ ...policy, outreach: { ...policy.outreach, every: `P${touchEvery}D` } });
}

try {
  await bench();
} catch (error) {
  const isExpected = error instanceof Trouble || (error instanceof Error && error.name === 'AbortError');
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
// Kept-alive connections and the like must not hold the terminal.
process.exit();
