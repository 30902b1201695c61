import { beforeEach, describe, expect, it } from 'vitest';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { mailQuestion } from '../../functions/offboarding/question-mail.ts';
import { useFaultySes } from './faulty-ses.ts';
import { useOwnTable } from './own-table.ts';
import { profile, question, someId, stint } from './people-samples.ts';

useOwnTable();
const ses = useFaultySes();
beforeEach(() => Object.assign(ses, { fault: 'none', arrived: 0 }));

/** Somebody whose new address waits to be confirmed. */
async function moving(): Promise<string> {
  const id = someId();
  const confirmation = { ...question, id: '1-1-1-confirmation', kind: 'confirmation' as const };
  await decideAndWrite(id, ({ person }) => ({
    outcome: 'written',
    write: {
      person: { ...person, stints: [{ ...stint, enrolledAt: '2026-11-01T00:00:00Z' }] },
      profile: { ...profile, reportedAddress: `${id}@example.org` },
      questions: [confirmation],
    },
  }));
  return id;
}

async function ask(id: string) {
  const file = await loadPerson(id);
  const [open] = file.questions;
  if (!open) throw new Error('no question');
  return mailQuestion(file, open, { round: 0, now: '2026-11-22T03:00:00Z' });
}

describe('a new address', () => {
  it('is asked there to be confirmed, and the one in use is told, once', async () => {
    const id = await moving();
    expect(await ask(id)).toBe('sent');
    expect(ses.arrived).toBe(2);
    expect(await ask(id)).toBe('sent before');
    expect(ses.arrived).toBe(2);
  });

  it('that SES refuses is given up, so that nobody waits for it', async () => {
    const id = await moving();
    ses.fault = 'refused';
    expect(await ask(id)).toBe('no mail');
    const { profile: left, questions, person } = await loadPerson(id);
    expect(left?.reportedAddress).toBe(profile.address);
    expect(questions[0]).toMatchObject({ status: 'closed', outcome: 'bounced' });
    expect(person.bounced).toBe(false);
  });

  it('waits where SES is only too fast', async () => {
    const id = await moving();
    ses.fault = 'throttled';
    await expect(ask(id)).rejects.toThrow('too fast');
  });
});
