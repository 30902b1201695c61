import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bundle, functionsToBundle } from './init-bundles.ts';
import { importTime, median } from './init-timing.ts';

/** `npm run bench:init`: how big each function is, and how long its modules take to load beside an empty handler's. */

const aim = { kilobytes: 400, ratio: 70 };
const rounds = 15;

const folder = await mkdtemp(join(tmpdir(), 'okaeri-bench-'));
try {
  const functions = await functionsToBundle(folder);
  const bundles = [];
  for (const each of functions) {
    progress(`bundling ${each.name}`);
    bundles.push(await bundle(each, folder));
  }
  const empty = await bundle({ name: 'empty', entry: 'test/bench/init-empty.ts', environment: {} }, folder);
  const times = new Map([empty, ...bundles].map(({ name }) => [name, [] as number[]]));
  // Interleaved, so that whatever else the machine does falls on all alike.
  for (let round = 1; round <= rounds; round += 1) {
    progress(`measuring, round ${round} of ${rounds}`);
    for (const { name, file, environment } of [empty, ...bundles])
      times.get(name)?.push(await importTime(file, empty.file, environment));
  }
  progress();

  const base = median(times.get('empty') ?? []);
  const rows = bundles
    .map((each) => ({ ...each, kilobytes: each.bytes / 1000, ratio: median(times.get(each.name) ?? []) / base }))
    .sort((a, b) => b.ratio - a.ratio);
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`${'function'.padEnd(width)}  bundle  module init ÷ empty handler (${base.toFixed(2)} ms)`);
  for (const { name, kilobytes, ratio } of rows) {
    const size = `${kilobytes.toFixed(0)} KB`.padStart(6);
    const isOver = kilobytes > aim.kilobytes || ratio > aim.ratio;
    console.log(
      `${name.padEnd(width)}  ${size}  ${`${ratio.toFixed(0)}×`.padStart(5)}${isOver ? '  over the aim' : ''}`,
    );
  }
  console.log(`\nAim: at most ${aim.kilobytes} KB, and ${aim.ratio}× where it needs the DynamoDB client.`);
  const worst = { slowest: rows[0], biggest: [...rows].sort((a, b) => b.bytes - a.bytes)[0] };
  for (const [which, row] of Object.entries(worst)) {
    if (row)
      console.log(
        `The ${which} is ${row.name}, mostly ${row.parts.map(([part, bytes]) => `${part} ${(bytes / 1000).toFixed(0)} KB`).join(', ')}.`,
      );
  }
} finally {
  progress();
  await rm(folder, { recursive: true, force: true });
}

/** One line that is overwritten, for people. */
function progress(text = ''): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}
