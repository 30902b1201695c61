import { stringify } from 'csv-stringify/sync';
import type { Plan } from '../../domain/gathering-plan.ts';
import { cellText } from '../../domain/spreadsheet.ts';
import { type Attendee, attendeesWith } from './attendee.ts';

const statusNames = {
  attending: '参加 (attending)',
  offered: '席の確認待ち (offered a place)',
  waiting: 'キャンセル待ち (waiting)',
  lapsed: '期限切れ (offer lapsed)',
  left: '不参加 (not coming)',
} as const satisfies Record<Attendee['status'], string>;

/** Who comes, who waits and who left, as spreadsheets open it. */
export function attendeesCsv({ variants }: Plan, attendees: readonly Attendee[]): string {
  const questions = [variants.ja?.question?.text, variants.en?.question?.text].filter((text) => text !== undefined);
  const heading = [
    '状態 (Status)',
    '順番 (Position)',
    '氏名 (Name)',
    'ふりがな (Kana)',
    '人数 (Heads)',
    '来場 (Came)',
    'メールの不達 (Mail doesn’t reach them)',
    'お食事や設備のご希望 (Food and access)',
    questions.length > 0 ? questions.join(' / ') : '質問への回答 (Reply)',
  ];
  const rows = [
    ...attendeesWith(attendees, 'attending'),
    ...attendeesWith(attendees, 'offered'),
    ...attendeesWith(attendees, 'waiting'),
    ...attendeesWith(attendees, 'lapsed', 'left'),
  ].map(({ status, position, name, nameKana, party, came, unreachable, needs, reply }) => [
    statusNames[status],
    position,
    cellText(name),
    cellText(nameKana),
    party,
    came,
    unreachable ? '届きません (doesn’t reach them)' : '',
    cellText(needs),
    cellText(reply),
  ]);
  return stringify([heading.map(cellText), ...rows], {
    bom: true,
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: 'windows',
  });
}
