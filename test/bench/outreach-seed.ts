import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import PQueue from 'p-queue';
import { Temporal } from 'temporal-polyfill';
import { parseEditionFile } from '../../cli/edition/file.ts';
import { addEdition } from '../../functions/adapters/editions.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { PersonFile, Write } from '../../functions/domain/decision.ts';
import type { Question } from '../../functions/domain/question.ts';
import { alumnusId } from './outreach/alumni.ts';

/** Writes alumni, or an edition, as the product's own adapters do; a process of its own, since node reads its certificates at its start. */

const { values } = parseArgs({
  options: {
    alumni: { type: 'string', default: '0' },
    group: { type: 'string', default: 'okaeri' },
    /** The alumnus's next outreach, or that of the first; the others' follow day by day for `spread` days. */
    from: { type: 'string', default: '' },
    spread: { type: 'string', default: '1' },
    /** How many days before it the last day was, and how many times a touch's distance longer for others. */
    away: { type: 'string', default: '180' },
    every: { type: 'string', default: '45' },
    rounds: { type: 'string', default: '1' },
    /** Days on which an edition was approved. */
    edition: { type: 'string', multiple: true, default: [] },
  },
});

const surnames = ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '長谷川'];
const names = ['遥', '大輔', '美咲', '健太郎', 'さくら', '翔', '陽菜', '結衣', '拓海', '千晴'];
const kana = ['サトウ ハルカ', 'スズキ ダイスケ', 'タカハシ ミサキ', 'ハセガワ チハル'];
const departments = ['開発部', '営業企画部', 'カスタマーサポート部', '人事部'];

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function alumnus({ person }: PersonFile, index: number): Write {
  const spread = Number(values.spread);
  const next = Temporal.PlainDate.from(values.from).add({ days: index % spread });
  const round = Math.floor(index / spread) % Number(values.rounds);
  const lastDay = next.subtract({ days: Number(values.away) + round * Number(values.every) }).toString();
  const at = `${lastDay}T15:00:00.000Z`;
  const settled = (kind: Question['kind'], outcome: string): Question => ({
    id: `1-1-1-${kind.replace(' ', '-')}`,
    kind,
    stint: 1,
    generation: 1,
    askedAt: at,
    reminders: 0,
    status: 'answered',
    outcome,
    settledAt: at,
    taken: true,
  });
  const mail = `alumnus-${values.group}-${index}@example.com`;
  return {
    person: {
      ...person,
      stints: [
        {
          number: 1,
          generation: 1,
          revision: 1,
          hireDate: '2016-04-01',
          lastDay,
          report: { order: Date.parse(at), digest: person.id, at },
          facts: { contract: 'permanent', reason: 'career', country: 'JP' },
          consentedAt: at,
          status: 'enrolled',
          enrolledAt: at,
        },
      ],
      consents: ['outreach', 'gatherings'],
      nextOutreach: next.toString(),
    },
    profile: {
      employeeId: `E${100_000 + index}`,
      name: `${pick(surnames, index)} ${pick(names, Math.floor(index / 10))}`,
      nameKana: pick(kana, index),
      language: index % 10 === 0 ? 'en' : 'ja',
      address: mail,
      reportedAddress: mail,
      workEmail: `e${100_000 + index}@hikari.example.com`,
      department: pick(departments, index),
      role: 'リーダー',
    },
    questions: [settled('consent', 'yes'), settled('last day', 'over')],
  };
}

const writing = new PQueue({ concurrency: 8 });
for (let index = 0; index < Number(values.alumni); index += 1) {
  void writing.add(() =>
    decideAndWrite(alumnusId(values.group, index), (file) => ({ outcome: 'written', write: alumnus(file, index) })),
  );
}
await writing.onIdle();

const file = parseEditionFile(await readFile('docs/samples/edition.md', 'utf8'), policy);
if (!file.ok) throw new Error('the sample edition cannot be read');
for (const day of values.edition) {
  const now = `${day}T00:00:00Z`;
  await addEdition(([newest]) => ({
    outcome: 'written',
    write: {
      edition: {
        number: (newest?.number ?? 0) + 1,
        version: 0,
        status: 'approved',
        content: file.content,
        digest: alumnusId('edition', newest?.number ?? 0),
        submittedAt: now,
        policyVersion: policy.version,
        decidedAt: now,
        decidedBy: 'link',
      },
    },
  }));
}
// Kept-alive connections would hold the process.
process.exit();
