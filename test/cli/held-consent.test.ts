import { describe, expect, it } from 'vitest';
import type { HeldConsent } from '../../functions/domain/consent.ts';
import { type PersonFile, unknownPerson, type Write } from '../../functions/domain/decision.ts';
import { decideReport } from '../../functions/domain/departure.ts';
import type { DepartureReport } from '../../functions/domain/departure-report.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { takeStock } from '../../functions/domain/stock.ts';
import demo from '../../policy.demo.json' with { type: 'json' };

const given = { now: '2026-11-22T03:00:00Z', policy: parsePolicy(demo) };
const report: DepartureReport = {
  type: 'departure.announced',
  timestamp: '2026-11-20T03:00:00Z',
  data: {
    employeeId: 'F1',
    name: 'Jo',
    language: 'en',
    personalEmail: 'jo@example.com',
    hireDate: '2010-04-01',
    lastWorkingDay: '2020-03-31',
    contract: 'permanent',
    reason: 'career',
    country: 'JP',
  },
};
const consent: HeldConsent = {
  purposes: ['outreach', 'directory'],
  at: '2020-03-01T00:00:00Z',
  proof: { wording: 'imported', language: 'en', method: 'import', address: 'hash', source: 'box 12' },
};
const received = { report, digest: 'd1' };
/** A file saved after they were erased. */
const reopening = { ...received, report: { ...report, timestamp: '2026-11-22T04:00:00Z' }, consent, reopen: true };

function after(file: PersonFile, write: Write | undefined): PersonFile {
  if (!write) return file;
  const { person, profile = file.profile } = write;
  return {
    person: { ...person, version: person.version + 1 },
    ...(profile && profile !== 'delete' && { profile }),
    questions: write.questions ?? file.questions,
  };
}

describe('somebody who left before the programme began', () => {
  const first = decideReport(unknownPerson('p'), { ...received, consent }, given);
  const imported = after(unknownPerson('p'), first.write);

  it('is taken in with the consent and its evidence, and need not be asked', () => {
    expect(first.outcome).toBe('accepted');
    expect(first.write?.evidence).toEqual([{ at: consent.at, purposes: ['outreach', 'directory'], ...consent.proof }]);
    expect(imported.person.consents).toEqual(['outreach', 'directory']);
    expect(imported.profile?.address).toBe('jo@example.com');
    expect(takeStock(imported, { stint: 1, generation: 1 }, given).outcome).toBe('left');
  });

  it('is a duplicate when imported again', () => {
    const again = decideReport(imported, { ...received, consent }, given);
    expect(again).toEqual({ outcome: 'duplicate' });
  });

  it('keeps what they chose since', () => {
    const changed: PersonFile = { ...imported, person: { ...imported.person, consents: [] } };
    const corrected = { report: { ...report, timestamp: '2026-11-21T03:00:00Z' }, digest: 'd2', consent };
    expect(decideReport(changed, corrected, given).write?.person.consents).toEqual([]);
  });

  it('who was asked answers for themselves, whatever evidence turns up', () => {
    const asked = after(unknownPerson('p'), decideReport(unknownPerson('p'), received, given).write);
    expect(decideReport(asked, { ...received, consent }, given)).toEqual({ outcome: 'duplicate' });
    const later = { report: { ...report, timestamp: '2026-11-21T03:00:00Z' }, digest: 'd2', consent };
    expect(decideReport(asked, later, given).write).not.toMatchObject({
      person: { consents: ['outreach', 'directory'] },
    });
  });

  it('who was erased since is not brought back by the evidence of before', () => {
    const erased = after(imported, erasePerson(imported, given).write);
    expect(decideReport(erased, { ...received, consent }, given)).toEqual({ outcome: 'remembered' });
    expect(decideReport(erased, { ...received, consent, reopen: true }, given)).toEqual({ outcome: 'remembered' });
    const reopened = decideReport(erased, reopening, given);
    expect(reopened.outcome).toBe('accepted');
    expect(reopened.write?.person.consents).toEqual([]);
    expect(reopened.write?.evidence ?? []).toEqual([]);
    expect(takeStock(after(erased, reopened.write), { stint: 1, generation: 2 }, given).outcome).toBe('consent needed');
  });

  it('who refused at a later time here is not enrolled by evidence of an earlier time', () => {
    const erased = after(imported, erasePerson(imported, given).write);
    const earlier = { ...report, data: { ...report.data, hireDate: '2000-04-01', lastWorkingDay: '2005-03-31' } };
    expect(decideReport(erased, { report: earlier, digest: 'd3', consent }, given)).toEqual({ outcome: 'remembered' });
  });

  it('is asked again once, however often HR says so', () => {
    const erased = after(imported, erasePerson(imported, given).write);
    const reopened = after(erased, decideReport(erased, reopening, given).write);
    expect(decideReport(reopened, reopening, given)).toEqual({ outcome: 'duplicate' });
  });
});
