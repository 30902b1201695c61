import {
  type DispatchPurpose,
  type ProgrammePurpose,
  programmePurposes,
  purposeOf,
} from '../functions/domain/dispatch.ts';
import { count } from './print.ts';
import { localTime } from './time.ts';

/** How a command is told that a mail was about the programme and not about a person. */
export const programmeName = 'programme';

/** A mail in doubt. */
export type Held = {
  since: string;
  purpose: string;
  dispatch: string;
  /** Whom it was about: the programme, or a person's id. */
  person: string;
  employeeId?: string;
};

/** The purpose that a dispatch's identity names, be it about a person or about the programme. */
export function purposeNamedBy(dispatch: string): DispatchPurpose | ProgrammePurpose | undefined {
  return purposeOf(dispatch) ?? programmePurposes.find((purpose) => dispatch.startsWith(`${purpose}_`));
}

/** The mails in doubt for people. */
export function heldText(held: readonly Held[], timeZone: string): string {
  if (held.length === 0) return 'No mail is in doubt.';
  return [
    `${count(held.length, 'mail')} in doubt. None is sent again by itself; look for its tag "dispatch" in the records of SES, then say "held settle <who> <dispatch> --sent" or "--not-sent".`,
    ...held.map(
      ({ since, purpose, dispatch, person, employeeId }) =>
        `  ${localTime(since, timeZone)}  ${purpose} ${person === programmeName ? 'about the programme' : `to ${employeeId ?? person}`} (${dispatch})`,
    ),
  ].join('\n');
}

/** What follows from a human's word about a mail. */
export function settledText(who: string, dispatch: string, wasSent: boolean): string {
  if (wasSent) return `The mail ${dispatch} is settled as sent.`;
  if (purposeNamedBy(dispatch) === 'outreach')
    return `The mail ${dispatch} is settled as not sent. ${who} is due again from tomorrow on, and its edition counts as not told.`;
  const next =
    who === programmeName ? 'a reminder comes where one is due' : `"timeline ${who}" shows what is waited for`;
  return `The mail ${dispatch} is settled as not sent. It is not sent again by itself: ${next}.`;
}
