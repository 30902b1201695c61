import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { parseReport } from '../../functions/domain/departure-report.ts';
import { departureSnippet, sampleDeparture } from '../../infra/local/departure-snippet.ts';

test('the printed commands send what the Standard Webhooks library accepts', async () => {
  const secret = 'whsec_0123456789abcdefghijABCDEFGHIJklmnopKLMNOPqrstuv';
  const body = JSON.stringify({ name: "青木 O'Hara", spaces: ' a  b ' });
  const received: { body: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = await mkdtemp(join(tmpdir(), 'okaeri-snippet-'));
  try {
    const hris = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hris/standard`, secret };
    const file = join(folder, 'local.json');
    await writeFile(file, JSON.stringify({ hris }));
    await promisify(execFile)('sh', ['-c', departureSnippet({ hris }, file, body)]);
  } finally {
    await rm(folder, { recursive: true });
    server.close();
  }
  const [sent] = received;
  expect(sent?.body).toBe(body);
  expect(new Webhook(secret).verify(sent?.body ?? '', sent?.headers as Record<string, string>)).toEqual(
    JSON.parse(body),
  );
});

test('the sample departure is one that the front door takes', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const sample = sampleDeparture(now);
  expect(sample.data.lastWorkingDay).toBe('2026-12-22');
  expect(parseReport(sample, now.toISOString())).toMatchObject({ ok: true });
});
