import { readFile, rename, writeFile } from 'node:fs/promises';
import { claim } from './claim.ts';
import { currentKey } from './current-key.ts';
import { bootstrap, deploy, type Outputs } from './deploy.ts';
import { givenAws, startEmulator } from './emulator.ts';
import { openFrontDoor } from './front-door.ts';
import { startInbox } from './inbox.ts';
import { openHris } from './hris.ts';
import { openPayroll } from './payroll.ts';
import { fixedPorts, freePorts, type Ports } from './ports.ts';
import { startPostman } from './postman.ts';
import { type Child, Trouble } from './processes.ts';
import { emulatorPython } from './python.ts';
import { verifySender } from './sender.ts';
import { type LocalSettings, settingsFile } from './settings.ts';

/** How a bring-up tells what it does: steps that end, and sentences worth keeping. */
export type Progress = {
  step<T>(title: string, work: (say: (line: string) => void) => Promise<T>): Promise<T>;
  note(sentence: string): void;
};

export type LocalOptions = {
  stateDir: string;
  /** `fixed` (the default): the usual ports, or the next free ones. `free`: any, for tests. */
  ports?: 'fixed' | 'free';
  /** The rules to deploy, instead of the demo's. */
  policy?: string;
  /** Mail goes to this port, past the inbox; whoever listens there reports what became of it. */
  smtp?: number;
  progress?: Progress;
  signal?: AbortSignal;
};

export type Local = {
  settings: LocalSettings;
  /** Settles with a sentence when a part of the stack ends without being asked to. */
  broken: Promise<string>;
  stop(): Promise<void>;
};

/** For who does not watch. */
const silent: Progress = { step: (_title, work) => work(() => {}), note: () => {} };

/** Brings up the whole of Okaeri on this machine; what was started is stopped again when anything fails. */
export async function startLocal({
  stateDir,
  ports = 'fixed',
  policy,
  smtp,
  progress = silent,
  signal: asked,
}: LocalOptions): Promise<Local> {
  const claimed = await claim(stateDir);
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, ...(asked ? [asked] : [])]);
  const ends: (() => Promise<void>)[] = [() => claimed.release()];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      ending.abort();
      for (const end of ends.toReversed()) await end().catch(() => {});
    })();
    return stopped;
  };
  let breaks: (sentence: string) => void = () => {};
  const broken = new Promise<string>((resolve) => {
    breaks = resolve;
  });
  const keep = (child: Child, sentence: string) => {
    ends.push(() => child.stop());
    void child.ended.then(() => stopped ?? breaks(sentence));
  };

  try {
    const at = ports === 'free' ? await freePorts() : await fixedPorts((sentence) => progress.note(sentence));
    const door = await openFrontDoor(at.portal);
    ends.push(() => door.stop());
    const portal = `http://localhost:${at.portal}`;
    const payer = await openPayroll({ port: at.payroll, confirmTo: `${portal}/payout/standard` });
    ends.push(() => payer.stop());
    const recorder = await openHris({ port: at.hris, confirmTo: `${portal}/hris/standard` });
    ends.push(() => recorder.stop());

    const aws = await progress.step('Start the inbox and the local AWS', async (say) => {
      keep(
        await startInbox({ stateDir, web: at.inbox, smtp: at.smtp, claimed, signal }),
        `The inbox ended. See ${stateDir}/inbox.log`,
      );
      const given = givenAws(process.env);
      if (given) {
        progress.note(
          `AWS_ENDPOINT_URL is set, so ${given.endpoint} is used; have its SES deliver to SMTP localhost:${at.smtp}.`,
        );
        return given;
      }
      const python = await emulatorPython({ signal, say });
      const emulator = await startEmulator({
        python,
        stateDir,
        port: at.emulator,
        smtp: smtp ?? at.smtp,
        claimed,
        signal,
      });
      keep(emulator.child, `The local AWS ended. See ${stateDir}/emulator.log`);
      return emulator.aws;
    });

    const payroll = `http://localhost:${at.payroll}`;
    const hris = `http://localhost:${at.hris}`;
    const to = { aws, stateDir, portal, payroll, hris, policy, signal };
    const outputs = await Promise.race([
      progress
        .step('Prepare the account (cdk bootstrap)', (say) => bootstrap({ ...to, say }))
        .then(() => progress.step('Deploy Okaeri (cdk deploy)', (say) => deploy({ ...to, say }))),
      broken.then((sentence) => Promise.reject(new Trouble(sentence))),
    ]);

    await verifySender(aws);
    const settings = await describe(outputs, aws, at, portal);
    const certificate = aws.certificate ? await readFile(aws.certificate) : undefined;
    door.leadTo(`${aws.endpoint}/_aws/execute-api/${settings.apiId}/$default`, certificate);
    payer.share(() => currentKey(aws, outputOf(outputs, 'PayoutSecret')));
    recorder.share(() => currentKey(aws, outputOf(outputs, 'HrisSecret')));
    const postman = await startPostman(settings);
    ends.push(() => postman.stop());

    // Whole or not there: others wait for this file.
    await writeFile(`${settingsFile(stateDir)}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    await rename(`${settingsFile(stateDir)}.new`, settingsFile(stateDir));
    signal?.throwIfAborted();
    return { settings, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function describe(
  outputs: Outputs,
  aws: LocalSettings['aws'],
  at: Ports,
  portal: string,
): Promise<LocalSettings> {
  const output = (name: string) => outputOf(outputs, name);
  const named = (prefix: string) =>
    Object.fromEntries(
      Object.entries(outputs).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const key = await currentKey(aws, output('HrisSecret'));
  for (const needed of ['QueueFeedback', 'PayoutSecret']) output(needed); // The postman's, and the payroll's.
  return {
    pid: process.pid,
    aws,
    portal,
    hris: { url: `${portal}/hris/standard`, secret: `whsec_${key}` },
    inbox: `http://localhost:${at.inbox}`,
    payroll: `http://localhost:${at.payroll}`,
    returns: `http://localhost:${at.hris}`,
    table: output('TableName'),
    bus: output('BusName'),
    apiId: output('ApiId'),
    queues: named('Queue'),
    stateMachines: named('StateMachine'),
    functions: named('Function'),
  };
}

function outputOf(outputs: Outputs, name: string): string {
  const value = outputs[name];
  if (!value) throw new Trouble(`The stack "okaeri" has no output "${name}".`);
  return value;
}
