import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Departure } from '../../infra/local/play/hr-system.ts';
import { mailsTo } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { okaeri } from './cli.ts';
import {
  answer,
  asked,
  enrolled,
  everythingOf,
  items,
  leaver,
  onlyTombstone,
  reported,
  settings,
  theProgramme,
} from './stage.ts';
import { expectNoTrace, expectNoTraceInLogs, historiesOf } from './traces.ts';

/** One of each ending, in both languages; the names are like nobody else's in this run. */
const people = {
  consenting: leaver({
    name: '鬼頭 紗夜香',
    nameKana: 'キトウ サヤカ',
    language: 'ja',
    workEmail: 'sayaka.kito@hikari.example.com',
    department: '宇宙開発部',
    role: '軌道設計',
  }),
  erased: leaver({
    name: 'Quentin Zabriskie',
    language: 'en',
    workEmail: 'q.zabriskie@hikari.example.com',
    department: 'Orbital Desk',
  }),
  declining: leaver({ name: '蓬莱 峻太朗', nameKana: 'ホウライ シュンタロウ', language: 'ja' }),
  silent: leaver({ name: 'Wilhelmina Oyelaran', language: 'en' }),
  unreachable: leaver({ name: '纐纈 百々子', language: 'ja', personalEmail: 'bounce+koketsu@simulator.amazonses.com' }),
};
type Name = keyof typeof people;
const gone: Name[] = ['erased', 'declining', 'silent'];
const departures: Partial<Record<Name, string>> = {};
const tokens: string[] = [];

beforeAll(async () => {
  await Promise.all([
    enrolled(people.consenting).then(({ departure }) => (departures.consenting = departure)),
    enrolled(people.erased).then(async ({ departure }) => {
      departures.erased = departure;
      await okaeri('person', 'erase', people.erased.employeeId, '--yes');
    }),
    asked(people.declining).then(async ({ departure, link }) => {
      departures.declining = departure;
      await answer(link, 'no');
    }),
    reported(people.silent).then((departure) => (departures.silent = departure)),
    reported(people.unreachable).then(async (departure) => {
      departures.unreachable = departure;
      await theProgramme.parkedOn(departure, 'address');
      await until('the bounce', async () =>
        (await everythingOf(departure)).some(({ status }) => status === 'bounced') ? true : undefined,
      );
    }),
  ]);
  expect(await theProgramme.outcomeOf(departures.silent ?? '')).toBe('No answer');
  for (const { personalEmail } of Object.values(people)) {
    for (const { text } of await mailsTo(settings, personalEmail)) {
      tokens.push(
        ...[...text.matchAll(/\/(?:consent|preferences|stop|confirm)\/([\w.-]+)/g)].map(([, token = '']) => token),
      );
    }
  }
  await Promise.all(gone.map((name) => onlyTombstone(departures[name] ?? '')));
});

/** Everything by which somebody could be known. */
function tracesOf({ employeeId, name, nameKana, personalEmail, workEmail, department, role }: Departure): string[] {
  // A Japanese surname has two characters; two Latin letters would be found in any log.
  const parts = [name, nameKana]
    .flatMap((text) => text?.split(' ') ?? [])
    .filter((part) => part.length > (/^[\x20-\x7e]*$/.test(part) ? 2 : 1));
  return [employeeId, name, nameKana, personalEmail, workEmail, department, role, ...parts].filter(
    (text) => text !== undefined,
  );
}

const everybody = Object.values(people).flatMap(tracesOf);

describe('personal data stays in the table', () => {
  it('no log holds a name, an address, an employee id or a link', async () => {
    expect(tokens.length).toBeGreaterThan(5);
    expect(await expectNoTraceInLogs([...everybody, ...tokens])).toBeGreaterThan(20);
  });

  it('nor does the history of any execution', async () => {
    const ours = new Set(Object.values(departures));
    let found = 0;
    for await (const { name, events } of historiesOf('Offboarding', (each) => ours.has(each.split('-')[0] ?? ''))) {
      found += events.length;
      expectNoTrace(JSON.stringify(events), [...everybody, ...tokens], name);
    }
    expect(found).toBeGreaterThan(100);
  });

  it('and in the table it stands in exactly one item for each person', async () => {
    for (const name of ['consenting', 'unreachable'] as const) {
      const found = await everythingOf(departures[name] ?? '');
      const profile = found.find(({ sk }) => sk === 'RECORD#profile');
      for (const trace of tracesOf(people[name])) expect(JSON.stringify(profile)).toContain(trace);
      const others = found.filter(({ sk }) => sk !== 'RECORD#profile');
      expect(others).toHaveLength(found.length - 1);
      expectNoTrace(JSON.stringify(others), tracesOf(people[name]), name);
    }
  });
});

describe('after no, silence and erasure', () => {
  it('nothing of them is in the whole table, in no index and no queue of it', async () => {
    const traces = gone.flatMap((name) => tracesOf(people[name]));
    for (const IndexName of [undefined, 'due', 'pending']) {
      for await (const { Items = [] } of paginateScan({ client: items }, { TableName: settings.table, IndexName })) {
        expectNoTrace(JSON.stringify(Items), traces, IndexName ?? 'table');
      }
    }
  });

  it('the evidence of consent stays apart until its end, without them', async () => {
    const found = await everythingOf(departures.erased ?? '');
    const evidence = found.filter(({ pk }) => String(pk).startsWith('EVIDENCE#'));
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({
      due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      data: { purposes: ['outreach'], language: 'en' },
    });
    expect(found.filter(({ pk }) => String(pk).startsWith('PERSON#')).map(({ sk }) => sk)).toEqual(['RECORD#person']);
  });
});
