import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isAlive } from '../infra/local/processes.ts';
import { readLocal, stateHome } from '../infra/local/settings.ts';
import { chooseTarget, startFor, targetInWords } from './target.ts';

// A process of its own for the commands, since node reads certificates and import conditions only when it starts.

const args = process.argv.slice(2);
const local = await readLocal(stateHome);
const target = chooseTarget(args, local && isAlive(local.pid) ? local : undefined);
const { nodeOptions, env } = startFor(target);

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const child = spawn(process.execPath, [...nodeOptions, '--import', import.meta.resolve('tsx'), main, ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...env,
    OKAERI_TARGET: targetInWords(target, process.env),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  },
});
// Ctrl-C reaches the child by itself; the launcher stays for its exit code.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('error', (error) => {
  console.error(`The command could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
