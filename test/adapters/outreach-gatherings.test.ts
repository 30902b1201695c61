import { simpleParser } from 'mailparser';
import { beforeAll, expect, it } from 'vitest';
import { readDispatch } from '../../functions/adapters/dispatches.ts';
import { linkUrl } from '../../functions/adapters/links.ts';
import { dispatchId } from '../../functions/domain/dispatch.ts';
import type { Announced } from '../../functions/domain/gathering.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { dinner } from '../domain/held-gathering.ts';
import { alumnus, approve, firstDay } from './alumni.ts';
import { gathering } from './gathering-steps.ts';
import { useOwnTable } from './own-table.ts';
import { useSes } from './ses-stand-in.ts';
import { sweep } from './sweep-day.ts';

/** What a mail of outreach tells of gatherings: those that its reader is invited to and may still answer. */
useOwnTable();
const ses = useSes();
const now = Date.parse(`${firstDay}T00:00:00Z`);

const kinds: Record<string, [Partial<Announced>, Partial<Plan>]> = {
  everybody: [{}, {}],
  'their department': [{ revision: 2 }, { audience: { departments: ['カスタマーサポート部'] } }],
  'another department': [{}, { audience: { departments: ['経理部'] } }],
  'another language': [{}, { audience: { languages: ['en'] } }],
  'another country': [{}, { audience: { countries: ['SG'] } }],
  'deadline over': [{}, { deadline: '2026-12-02' }],
  closed: [{ done: { closed: true } }, {}],
  cancelled: [{ status: 'cancelled' }, {}],
  over: [{ status: 'over' }, {}],
  'in review': [{ status: 'in review' }, {}],
  'not shareable any more': [{}, { classification: 'internal' }],
};
const numbers = new Map<string, number>();

beforeAll(async () => {
  await approve('2026-11-20');
  for (const [kind, [said, plan]] of Object.entries(kinds)) {
    const title = { ja: { title: kind, titleLine: 2, blocks: [] }, en: { title: kind, titleLine: 2, blocks: [] } };
    numbers.set(kind, await gathering(said, { ...dinner(), variants: title, ...plan }));
  }
});

/** Which gatherings the mail to somebody tells of, by their links; and which the record of it names. */
async function toldTo(person: string) {
  const { text = '' } = await simpleParser(ses.to(person)[0]?.raw ?? '');
  const kinds: string[] = [];
  for (const [kind, number] of numbers)
    if (text.includes(await linkUrl('gathering', { person, matter: String(number) }, now))) kinds.push(kind);
  expect(text.match(/\/gathering\//g) ?? []).toHaveLength(kinds.length);
  const dispatch = await readDispatch({ about: person, id: dispatchId('outreach', firstDay) });
  return { kinds: kinds.sort(), recorded: dispatch?.gatherings };
}

it('lists the upcoming gatherings that its reader is invited to and no others, and the dispatch records them', async () => {
  const [member, reader, abroad] = [
    await alumnus(),
    await alumnus({ person: { consents: ['outreach'] } }),
    await alumnus({ profile: { language: 'en', department: '営業部' } }),
  ];
  expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { sent: 3 } });
  expect(await toldTo(member)).toEqual({
    kinds: ['everybody', 'their department'],
    recorded: expect.arrayContaining([`${numbers.get('everybody')}-1`, `${numbers.get('their department')}-2`]),
  });
  expect((await toldTo(member)).recorded).toHaveLength(2);
  expect(await toldTo(reader)).toEqual({ kinds: [], recorded: undefined });
  expect(await toldTo(abroad)).toEqual({
    kinds: ['another language', 'everybody'],
    recorded: expect.arrayContaining([`${numbers.get('everybody')}-1`, `${numbers.get('another language')}-1`]),
  });
});
