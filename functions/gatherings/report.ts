import { readGathering } from '../adapters/gatherings.ts';
import { inviteesOf } from '../adapters/invitees.ts';
import { ledgerOfGathering } from '../adapters/ledger.ts';
import { readRoom } from '../adapters/rooms.ts';
import { readRsvp } from '../adapters/rsvps.ts';
import type { Given } from '../domain/decision.ts';
import type { Gathering } from '../domain/gathering.ts';
import { type GatheringReport, reportOf } from '../domain/gathering-report.ts';
import type { Rsvp } from '../domain/rsvp.ts';
import { inGroups } from './in-groups.ts';

const atOnce = 16;

/** Reports on a gathering, if there is one of that number. */
export async function reportOn(
  number: number,
  given: Given,
): Promise<{ gathering: Gathering; report: GatheringReport } | undefined> {
  const gathering = await readGathering(number);
  if (!gathering) return undefined;
  const [{ invitees, rsvps }, room, ledger] = await Promise.all([
    answersTo(number),
    readRoom(number),
    ledgerOfGathering(number),
  ]);
  return { gathering, report: reportOf({ gathering, room, invitees, rsvps, ledger }, given) };
}

async function answersTo(number: number): Promise<{ invitees: string[]; rsvps: Rsvp[] }> {
  const invitees: string[] = [];
  const rsvps: Rsvp[] = [];
  for await (const group of inGroups(inviteesOf(number), atOnce)) {
    invitees.push(...group.map(({ person }) => person));
    const read = await Promise.all(group.map(({ person }) => readRsvp(person, number)));
    rsvps.push(...read.filter((rsvp) => rsvp !== undefined));
  }
  return { invitees, rsvps };
}
