import { createServer, type Server } from 'node:net';
import { Trouble } from './processes.ts';

const portNames = ['portal', 'inbox', 'smtp', 'emulator', 'payroll', 'hris'] as const;
type PortName = (typeof portNames)[number];
export type Ports = Record<PortName, number>;

/** Where `npm start` is found, unless something else is there. */
export const usualPorts: Ports = { portal: 8080, inbox: 1080, smtp: 1025, emulator: 4566, payroll: 8090, hris: 8091 };

/** Any free port of each. They are held until all are known, so that no two are the same. */
export async function freePorts(): Promise<Ports> {
  const held = await Promise.all(portNames.map(() => listen(0, '127.0.0.1')));
  const [portal, inbox, smtp, emulator, payroll, hris] = held.map(portOf);
  await Promise.all(held.map(close));
  if (!portal || !inbox || !smtp || !emulator || !payroll || !hris) throw new Error('This machine gave no free port.');
  return { portal, inbox, smtp, emulator, payroll, hris };
}

/** The usual ports, or the next free one of each; `note` is told in a sentence about every change. */
export async function fixedPorts(note: (sentence: string) => void, isFree = portIsFree): Promise<Ports> {
  const ports = { ...usualPorts };
  for (const name of portNames) {
    const others = portNames.filter((other) => other !== name).map((other) => ports[other]);
    while (others.includes(ports[name]) || !(await isFree(ports[name]))) {
      ports[name] += 1;
      if (ports[name] > usualPorts[name] + 100) {
        throw new Trouble(
          `No port from ${usualPorts[name]} to ${ports[name] - 1} is free for the ${name}. Stop something, and run this again.`,
        );
      }
    }
    if (ports[name] !== usualPorts[name]) {
      note(`Port ${usualPorts[name]} is used by something else, so the ${name} is on port ${ports[name]}.`);
    }
  }
  return ports;
}

/** Whether nobody listens on this port, on the loopback address or on all addresses. */
export async function portIsFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', undefined]) {
    try {
      await close(await listen(port, host));
    } catch {
      return false;
    }
  }
  return true;
}

function listen(port: number, host?: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host ? { host } : {}) }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

const close = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));
