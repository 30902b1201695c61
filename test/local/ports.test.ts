import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { fixedPorts, freePorts, portIsFree, usualPorts } from '../../infra/local/ports.ts';

test('the usual ports are taken when they are free, without a word', async () => {
  const notes: string[] = [];
  expect(
    await fixedPorts(
      (note) => notes.push(note),
      async () => true,
    ),
  ).toEqual(usualPorts);
  expect(notes).toEqual([]);
});

test('a port in use gives way to the next free one, and that is said', async () => {
  const notes: string[] = [];
  const taken = [usualPorts.portal, usualPorts.portal + 1];
  const ports = await fixedPorts(
    (note) => notes.push(note),
    async (port) => !taken.includes(port),
  );
  expect(ports).toEqual({ ...usualPorts, portal: usualPorts.portal + 2 });
  expect(notes).toEqual(['Port 8080 is used by something else, so the portal is on port 8082.']);
});

test('free ports are six different ones', async () => {
  expect(new Set(Object.values(await freePorts())).size).toBe(6);
});

test.each(['127.0.0.1', '0.0.0.0'])('a port that somebody listens on at %s is not free', async (host) => {
  const { portal } = await freePorts();
  expect(await portIsFree(portal)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(portal, host, resolve));
  expect(await portIsFree(portal)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});
