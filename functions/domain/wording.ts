import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.ts';

const weekdays = ['月', '火', '水', '木', '金', '土', '日'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A date as people write it: 2026年12月31日(木), 31 December 2026.
 * Not by Intl, whose first use costs a cold start.
 * @param date an ISO 8601 date
 */
export function dateInWords(date: string, language: Language): string {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  return language === 'ja'
    ? `${year}年${month}月${day}日(${weekdays[dayOfWeek - 1]})`
    : `${day} ${months[month - 1]} ${year}`;
}

const units = [
  ['years', '年', 'year'],
  ['months', 'か月', 'month'],
  ['weeks', '週間', 'week'],
  ['days', '日', 'day'],
  ['hours', '時間', 'hour'],
  ['minutes', '分', 'minute'],
  ['seconds', '秒', 'second'],
] as const;

/**
 * A length of time as people say it: 14日, 6か月, 20秒; 14 days, 6 months, 20 seconds.
 * @param duration an ISO 8601 duration
 */
export function durationInWords(duration: string, language: Language): string {
  const length = Temporal.Duration.from(duration);
  const parts = units.flatMap(([unit, ja, en]) => {
    const count = length[unit];
    if (count === 0) return [];
    return [language === 'ja' ? `${count}${ja}` : `${count} ${en}${count === 1 ? '' : 's'}`];
  });
  return language === 'ja' ? parts.join('') : parts.join(' and ');
}

/**
 * One line, without control or direction characters: a name cannot start a line of its own or turn the text round.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '')
    .trim();
}

/** What somebody called a thing, in quotes; those within it become inner ones in Japanese. */
export function titleInWords(title: string, language: Language): string {
  const line = oneLine(title);
  return language === 'ja' ? `「${line.replaceAll('「', '『').replaceAll('」', '』')}」` : `“${line}”`;
}

/** Words as a sentence or line begins: Gathering no. 3. */
export function asStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A count as people write it: 1,250. */
export function countInWords(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** An address that its owner recognises and nobody else can use: t***@example.com. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address.slice(0, Math.max(at, 0));
  return at < 0 ? '***' : `${first}***${address.slice(at)}`;
}
