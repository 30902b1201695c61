import * as z from 'zod/mini';
import type { LinkPurpose } from '../../../functions/domain/link.ts';
import type { LocalSettings } from '../settings.ts';
import { until } from './until.ts';

/** Plays a leaver: reads the inbox, opens links, sends forms. */

const Mail = z.object({
  id: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  to: z.array(z.object({ address: z.string() })),
  headers: z.record(z.string(), z.unknown()),
  attachments: z.optional(z.array(z.object({ contentType: z.string(), generatedFileName: z.string() }))),
});
export type Mail = z.infer<typeof Mail>;

/** The dispatch that a mail is: its purpose and occasion. */
export function dispatchOf(mail: Mail): string {
  return /dispatch=(\S+)/.exec(String(mail.headers['x-ses-message-tags']))?.[1] ?? '';
}

/** Every mail to an address, oldest first. */
export async function mailsTo(settings: Pick<LocalSettings, 'inbox'>, address: string): Promise<Mail[]> {
  const response = await fetch(`${settings.inbox}/api/email`);
  const mails = z.array(Mail).parse(await response.json());
  return mails.filter(({ to }) => to.some((recipient) => recipient.address === address));
}

/** Waits for a mail of a purpose. */
export function awaitMail(settings: Pick<LocalSettings, 'inbox'>, address: string, purpose: string): Promise<Mail> {
  return until(`a mail ${purpose}`, async () =>
    (await mailsTo(settings, address)).find((mail) => dispatchOf(mail).startsWith(purpose)),
  );
}

/** The link of a mail to one of the portal's pages. */
export function linkIn(mail: Mail, page: LinkPurpose): string {
  const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(mail.text)?.[0];
  if (!link) throw new Error(`the mail has no link to the ${page} page`);
  return link;
}

/** Presses a button of a page's form. */
export async function send(link: string, fields: [string, string][]): Promise<Response> {
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) throw new Error(`the page answered ${response.status}`);
  return response;
}
