import type { LocalSettings } from '../settings.ts';
import type { Mail } from './leaver.ts';

/** Plays a calendar: takes what a mail brings. */

export type CalendarEntry = { method: string; uid: string; sequence: number; location: string };

/** The calendar entry of a mail. */
export async function calendarIn({ inbox }: Pick<LocalSettings, 'inbox'>, mail: Mail): Promise<CalendarEntry> {
  const file = mail.attachments?.find(({ contentType }) => contentType === 'application/ics')?.generatedFileName;
  const response = await fetch(`${inbox}/api/email/${mail.id}/attachment/${file}`);
  if (!file || !response.ok) throw new Error('the mail brings no calendar entry');
  const lines = (await response.text()).replace(/\r\n[ \t]/g, '').split('\r\n');
  const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE')),
    location: value('LOCATION'),
  };
}
