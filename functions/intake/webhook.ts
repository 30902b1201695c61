import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { setting } from '../adapters/environment.ts';
import { readKeys } from '../adapters/secrets.ts';
import { departureTypes } from '../domain/departure-report.ts';
import { outcomeTypes, payoutTypes } from '../domain/outcome-report.ts';
import { rehireTypes } from '../domain/rehire-report.ts';
import type { Fault } from '../domain/report.ts';
import { isSigned } from '../domain/webhook-signature.ts';
import { readReport, receiveReport } from './receive.ts';

/** One report, signed by the Standard Webhooks scheme. */

const logger = new Logger();
const sizeLimit = 64 * 1024;

type Door = { secret: string; types: readonly string[] };

/** Who holds the key of one door says nothing through another. */
const doors: Readonly<Record<string, Door>> = {
  'POST /hris/standard': { secret: 'HRIS_SECRET', types: [...departureTypes, ...outcomeTypes, ...rehireTypes] },
  'POST /payout/standard': { secret: 'PAYOUT_SECRET', types: payoutTypes },
};

const unknownPayouts: ReadonlySet<string> = new Set(['not instructed', 'unknown']);

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const door = doors[event.routeKey];
  if (!door) throw new Error(`no door has the route ${event.routeKey}`);
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > sizeLimit) return problem(413, 'The report is larger than 64 KB.');
  const { timeEpoch } = event.requestContext;
  const body = bytes.toString('utf8');
  if (!(await isAuthentic(event, body, setting(door.secret))))
    return problem(401, 'The signature is missing or not valid.');
  const now = new Date(timeEpoch).toISOString();
  const json = parseJson(body);
  if (json === undefined) return problem(400, 'The body is not JSON.');
  const parsed = readReport(json, { types: door.types, now });
  if (!parsed.ok) return problem(422, 'The report has wrong fields.', parsed.faults);
  const receipt = await receiveReport(parsed.report, { now });
  // Somebody was paid of whom nobody here knows: whoever paid must hear of it.
  if (parsed.report.type === 'payout.confirmed' && unknownPayouts.has(receipt.outcome)) {
    return problem(409, 'No such payout was instructed.');
  }
  logger.info('report received', { ...receipt, type: parsed.report.type });
  return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify(receipt) };
}

async function isAuthentic(
  { headers, requestContext }: APIGatewayProxyEventV2,
  body: string,
  secret: string,
): Promise<boolean> {
  const now = requestContext.timeEpoch;
  const message = {
    id: headers['webhook-id'],
    timestamp: headers['webhook-timestamp'],
    signatures: headers['webhook-signature'],
    body,
  };
  const { keys } = await readKeys(secret);
  if (isSigned(message, Object.values(keys), now)) return true;
  // A key added by a rotation may be younger than the cache; forgers do not make us read the secret for nothing.
  const claims = message.id && message.timestamp && message.signatures;
  if (!claims) return false;
  const { keys: fresh } = await readKeys(secret, { staleAfter: 10_000 });
  return isSigned(message, Object.values(fresh), now);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 9457. It names fields and rules, and repeats nothing of what was sent. */
function problem(status: number, title: string, errors?: Fault[]): APIGatewayProxyStructuredResultV2 {
  logger.warn('report refused', { status, fields: errors?.map(({ field }) => field) });
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, ...(errors && { errors }) }),
  };
}
