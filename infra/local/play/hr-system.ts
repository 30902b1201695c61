import { randomUUID } from 'node:crypto';
import { signedHeaders } from '../../../functions/domain/webhook-signature.ts';
import type { LocalSettings } from '../settings.ts';

/** Plays the HR system: signs reports by the Standard Webhooks scheme and posts them at the front door. */

export type Departure = {
  employeeId: string;
  name: string;
  nameKana?: string;
  personalEmail?: string;
  workEmail?: string;
  language: string;
  hireDate: string;
  lastWorkingDay: string;
  department?: string;
  role?: string;
  contract: string;
  reason: string;
  country: string;
};

export type Answer = { status: number; departure: string; outcome: string };

/**
 * Posts one report.
 * @param secret sign with another secret, as a forger would
 * @returns the HTTP status, and for an accepted report its departure and outcome
 */
export async function post(
  settings: Pick<LocalSettings, 'hris'>,
  report: { type: string; timestamp?: string; sequence?: number; data: unknown },
  { secret = settings.hris.secret }: { secret?: string } = {},
): Promise<Answer> {
  const body = JSON.stringify({ timestamp: new Date().toISOString(), ...report });
  const id = `msg_${randomUUID()}`;
  const response = await fetch(settings.hris.url, {
    method: 'POST',
    headers: signedHeaders(id, body, Date.now(), secret.replace('whsec_', '')),
    body,
  });
  const answer: unknown = await response.json();
  const said = (name: string) => String(Object.entries(answer ?? {}).find(([key]) => key === name)?.[1] ?? '');
  return { status: response.status, departure: said('departure'), outcome: said('outcome') };
}

export const announce = (settings: LocalSettings, data: Departure, order: { sequence?: number } = {}) =>
  post(settings, { type: 'departure.announced', data, ...order });
export const change = (settings: LocalSettings, data: Departure, order: { sequence?: number } = {}) =>
  post(settings, { type: 'departure.changed', data, ...order });
export const cancel = (
  settings: LocalSettings,
  { employeeId, hireDate }: Departure,
  order: { sequence?: number } = {},
) => post(settings, { type: 'departure.cancelled', data: { employeeId, hireDate }, ...order });
