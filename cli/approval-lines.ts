import type { Approval, Said, SaidBy } from '../functions/domain/approval.ts';
import type { Policy } from '../functions/domain/policy.ts';
import { dateOf } from '../functions/domain/time.ts';
import { dateInWords, oneLine } from '../functions/domain/wording.ts';

/** An approval as `contribution show` and `rehire show` tell it: who was asked, and who said what. */

const saidBy: Readonly<Record<SaidBy, string>> = {
  console: 'in the console',
  link: 'by the link in the mail',
  cli: 'by command',
};

type NameOf = (approver: string) => string;

/** Who was asked, and how they were reminded. */
export function askedInWords(
  { asked, reminders, isEscalated }: Pick<Approval, 'asked' | 'reminders' | 'isEscalated'>,
  nameOf: NameOf,
): string {
  const names = asked.map(
    ({ approver, deputyOf }) => `${nameOf(approver)}${deputyOf ? ` (deputy of ${nameOf(deputyOf)})` : ''}`,
  );
  const more = [...(reminders > 0 ? [timesReminded(reminders)] : []), ...(isEscalated ? ['deputies asked too'] : [])];
  return [names.join(', '), ...more].join('; ');
}

/** `reminded once`, `reminded 2 times`. */
export function timesReminded(reminders: number): string {
  return `reminded ${reminders === 1 ? 'once' : `${reminders} times`}`;
}

/** What one of them said. */
export function wordInWords({ approver, decision, at, by, note }: Said, nameOf: NameOf, { company }: Policy): string {
  const day = dateInWords(dateOf(at, company.timeZone), 'en');
  const verb = decision === 'approve' ? 'approved' : 'rejected';
  return `${nameOf(approver)} ${verb} it on ${day} ${saidBy[by]}${note ? `: ${oneLine(note)}` : ''}`;
}
