import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Listr } from 'listr2';
import { playScenarios } from './demo/play.ts';
import { departureSnippet, sampleDeparture } from './departure-snippet.ts';
import { type Local, type Progress, startLocal } from './local.ts';
import { Trouble } from './processes.ts';
import { type LocalSettings, settingsFile, stateHome } from './settings.ts';

// The one who is told what to do, in the terminal of `npm start`.
const print = (line = '') => console.log(line);

// A terminal without a width, as some runners give, shows one letter a line.
const terminal = process.stdout.isTTY && process.stdout.columns > 20;

const progress: Progress = {
  async step(title, work) {
    if (!terminal) print(`· ${title}`);
    const done: Awaited<ReturnType<typeof work>>[] = [];
    const task = {
      title,
      task: async (_: unknown, shown: { output: string }) => {
        done.push(
          await work((line) => {
            shown.output = line;
          }),
        );
      },
    };
    await new Listr([task], {
      renderer: terminal ? 'default' : 'silent',
      // Ctrl-C is ours: it stops everything, in order.
      registerSignalListeners: false,
      rendererOptions: { showErrorMessage: false },
    }).run();
    if (!terminal) print(`✓ ${title}`);
    for (const result of done) return result;
    throw new Error(`"${title}" ended without a result.`);
  },
  note: print,
};

async function start(exit: boolean): Promise<number> {
  const interrupted = new AbortController();
  const interruption = new Promise<'interrupted'>((resolve) => {
    interrupted.signal.addEventListener('abort', () => resolve('interrupted'));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

  let local: Local | undefined;
  try {
    if (process.platform === 'win32') throw new Trouble('On Windows, run this inside WSL: the local AWS needs a Unix.');
    local = await startLocal({ stateDir: stateHome, progress, signal: interrupted.signal });
    const broken = local.broken.then((sentence) => Promise.reject(new Trouble(sentence)));
    print('\nThe demo plays through the front door:');
    const played = await Promise.race([playScenarios(local.settings, print), interruption, broken]);
    if (exit) return played === true ? 0 : 1;
    if (played !== 'interrupted') {
      print(addresses(local.settings));
      await Promise.race([interruption, broken]);
    }
    return 0;
  } catch (error) {
    if (interrupted.signal.aborted) return exit ? 1 : 0;
    print(`\n${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof Trouble)) print(`That was not foreseen. The logs are in ${relative('.', stateHome)}/`);
    return 1;
  } finally {
    if (interrupted.signal.aborted) print('\nStopping what was started …');
    await local?.stop();
    if (interrupted.signal.aborted) print('Stopped.');
  }
}

function addresses(settings: LocalSettings): string {
  const file = settingsFile(`./${relative('.', stateHome)}`);
  return `
Okaeri is up.
  Inbox   ${settings.inbox}  (follow links from a mail's Plain Text tab)
  Portal  ${settings.portal}
  Payroll ${settings.payroll}  (what a stand-in for the payroll system was told to pay)
  Returns ${settings.returns}  (what a stand-in for the HR system was told of people who come back)
  The rest (AWS endpoint, table, queues, …) is in ${file}

Report another departure, as an HR system does:

${departureSnippet(settings, `./${file}`, JSON.stringify(sampleDeparture(new Date())))}

See what happened to somebody:

npm run okaeri -- timeline E1001      (or E2001, after the report above)

Let its last day pass, once E2001 has said yes:

npm run okaeri -- sweep --date ${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)}

See the gathering that was held:

npm run okaeri -- gathering list
npm run okaeri -- gathering report 1

Have the reward that nobody decided on asked for once more, and approve it by the mail to m.saito@hikari.example.com:

npm run okaeri -- reward reopen 1

See what the programme has cost and brought back:

npm run okaeri -- ledger report --svg ledger.svg

Ctrl-C stops everything.`;
}

// The SDK's notice about Node 20 is for who maintains this, and shown by the tests.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const { values } = parseArgs({ options: { exit: { type: 'boolean', default: false } } });
process.exitCode = await start(values.exit);
// Kept-alive connections and the like must not hold the terminal once everything is stopped.
process.exit();
