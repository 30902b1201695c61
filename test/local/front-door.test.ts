import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openFrontDoor } from '../../infra/local/front-door.ts';
import { freePorts } from '../../infra/local/ports.ts';

test('what comes in goes on byte for byte, and the answer comes back whole', async () => {
  const behind = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.writeHead(418, {
      'set-cookie': ['a=1', 'b=2'],
      'x-path': request.url ?? '',
      'x-method': request.method ?? '',
    });
    response.end(Buffer.concat(chunks));
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  const { portal } = await freePorts();
  const door = await openFrontDoor(portal);
  const knock = () =>
    fetch(`http://127.0.0.1:${portal}/hris/standard?a=b%20c`, { method: 'POST', body: Buffer.from([0, 13, 10, 255]) });

  expect((await knock()).status).toBe(503);
  door.leadTo(`http://127.0.0.1:${(behind.address() as AddressInfo).port}/base/$default`);
  const answer = await knock();
  expect(answer.status).toBe(418);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(answer.headers.get('x-path')).toBe('/base/$default/hris/standard?a=b%20c');
  expect(answer.headers.get('x-method')).toBe('POST');
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 13, 10, 255]);

  behind.closeAllConnections();
  behind.close();
  const away = await knock();
  expect(away.status).toBe(502);
  expect(await away.text()).toMatch(/does not answer/);
  await door.stop();
});
