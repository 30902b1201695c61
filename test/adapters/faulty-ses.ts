import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request } from 'node:https';
import { afterAll, beforeAll } from 'vitest';

/** What stands between Okaeri and SES may do: pass, answer with an error, answer nothing, or cut the line. */
type Fault = 'none' | 'refused' | 'throttled' | 'quota' | 'paused' | 'broken' | 'cut' | 'cut after' | 'silent';

type FaultySes = {
  /** What it does to the next sendings. */
  fault: Fault;
  /** How many sendings arrived. */
  arrived: number;
};

const answers = {
  refused: [400, 'MessageRejected', 'Address blacklisted.'],
  throttled: [400, 'Throttling', 'Maximum sending rate exceeded.'],
  quota: [400, 'Throttling', 'Daily message quota exceeded.'],
  paused: [400, 'AccountSendingPausedException', 'Sending paused for this account.'],
  broken: [500, 'InternalFailure', 'Internal failure.'],
} as const;

/** Leads the SES client of a test file through a server that misbehaves as told. */
export function useFaultySes(): FaultySes {
  const ses: FaultySes = { fault: 'none', arrived: 0 };
  const server = createServer((incoming, outgoing) => {
    ses.arrived += 1;
    switch (ses.fault) {
      case 'none':
        return passOn(incoming, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        });
      case 'refused':
      case 'throttled':
      case 'quota':
      case 'paused':
      case 'broken':
        return refuse(incoming, outgoing, answers[ses.fault]);
      case 'cut':
        return incoming.resume().on('end', () => incoming.socket.destroy());
      case 'cut after':
        return passOn(incoming, (answer) => answer.resume().on('end', () => incoming.socket.destroy()));
      case 'silent':
        return incoming.resume();
    }
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    // Read by the client when it first sends.
    process.env['AWS_ENDPOINT_URL_SES'] = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return ses;
}

function passOn(incoming: IncomingMessage, answered: (answer: IncomingMessage) => void): void {
  const { method, headers, url } = incoming;
  incoming.pipe(request(`${process.env['AWS_ENDPOINT_URL']}${url}`, { method, headers }, answered));
}

function refuse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  [status, code, message]: readonly [number, string, string],
): void {
  const body = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  incoming.resume().on('end', () => outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(body));
}
