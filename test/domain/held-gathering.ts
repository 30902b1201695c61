import type { Announced } from '../../functions/domain/gathering.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';

/** The plan of a dinner in Tokyo; only what a test is about needs saying. */
export function dinner(said: Partial<Plan> = {}): Plan {
  const text = (title: string, place: string) => ({ title, titleLine: 2, blocks: [], place: { text: place, line: 5 } });
  return {
    classification: 'alumni',
    variants: { ja: text('春の交流会', '見本町の会場'), en: text('Spring dinner', 'The hall in Mihon-cho') },
    start: '2027-03-12T18:30',
    end: '2027-03-12T20:30',
    timeZone: 'Asia/Tokyo',
    capacity: 12,
    hosts: [{ name: '田中 健', email: 'k.tanaka@hikari.example.com', line: 9 }],
    organiser: 'events@hikari.example.com',
    guests: 2,
    fee: 3000,
    budget: 80_000,
    deadline: '2027-03-05',
    reminders: ['P7D'],
    audience: {},
    ...said,
  };
}

/** Gathering 3, announced. */
export function announced(said: Partial<Announced> = {}, plan: Partial<Plan> = {}): Announced {
  return {
    number: 3,
    version: 2,
    status: 'announced',
    plan: dinner(plan),
    digest: 'digest',
    revision: 1,
    submissions: 1,
    decided: {
      submission: 1,
      change: false,
      titles: { ja: '春の交流会', en: 'Spring dinner' },
      outcome: 'approved',
      at: '2027-01-12T03:00:00Z',
      by: 'link',
      told: true,
    },
    done: {},
    waits: 1,
    policyVersion: '2026-11',
    ...said,
  };
}
