import * as z from 'zod/mini';
import type { PlainDate } from '../domain/time.ts';

const Day = z.iso.date();
const written = /^(\d{4})\s*[-‐−ー/.年]\s*(\d{1,2})\s*[-‐−ー/.月]\s*(\d{1,2})\s*日?$/;

/** A date as people write it, year first: 2027-04-01, 2027/4/1, 2027年4月1日, also in full-width digits. */
export function writtenDate(text: string): PlainDate | undefined {
  const [, year, month = '', day = ''] = written.exec(text.normalize('NFKC').trim()) ?? [];
  return Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}
