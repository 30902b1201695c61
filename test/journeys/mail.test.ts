import { type ParsedMail, simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Mail as Outgoing, sendOnce } from '../../functions/adapters/mail.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { Stint } from '../../functions/domain/person.ts';
import { handler as welcome } from '../../functions/offboarding/welcome.ts';
import { awaitMail, linkIn, type Mail, mailsTo } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { profile, someId, stint } from '../adapters/people-samples.ts';
import { someone } from '../adapters/people-steps.ts';
import { enrolled, leaver, settings } from './stage.ts';

/** The very bytes of a mail as SMTP brought them, and what a mail program makes of them. */
async function rawOf({ id }: Mail): Promise<string> {
  return (await fetch(`${settings.inbox}/api/email/${id}/source`)).text();
}

const parsed = async (mail: Mail): Promise<ParsedMail> => simpleParser(await rawOf(mail));

/** The header block, a field a line. */
function headersOf(raw: string): string[] {
  const [block = ''] = raw.replaceAll('\r\n', '\n').split('\n\n');
  return block.replaceAll(/\n[ \t]+/g, ' ').split('\n');
}

const { company } = policy;
const people = {
  ja: leaver({ name: '髙橋 𠮷彦', language: 'ja', personalEmail: `takahashi.${someId()}@example.com` }),
  en: leaver({ name: 'Zoë O’Brien-Ñúñez', language: 'en', personalEmail: `zoe.${someId()}@example.com` }),
};
type Letters = { request: Mail; welcome: Mail };
const letters: Record<string, Letters> = {};

beforeAll(async () => {
  await Promise.all(
    Object.entries(people).map(async ([language, who]) => {
      const { welcome } = await enrolled(who);
      letters[language] = { welcome, request: await awaitMail(settings, who.personalEmail, 'consent-request') };
    }),
  );
});

function lettersIn(language: string): Letters {
  const found = letters[language];
  if (!found) throw new Error(`no letters in ${language}`);
  return found;
}

describe.each(['ja', 'en'] as const)('a mail in %s', (language) => {
  const cases = { request: 'consent request', welcome: 'welcome mail' } as const;

  it.each(Object.keys(cases) as (keyof Letters)[])(
    '%s: HTML and text, addressed to the leaver, with the footer',
    async (which) => {
      const mail = await parsed(lettersIn(language)[which]);
      expect(mail.subject).toContain(language === 'ja' ? '【株式会社ひかり】' : 'Hikari');
      expect(mail.subject).not.toContain('�');
      expect(mail.to && 'text' in mail.to && mail.to.text).toBe(people[language].personalEmail);
      expect(mail.from?.value).toEqual([{ address: company.sender, name: `${company.name.ja} / ${company.name.en}` }]);
      expect(mail.replyTo?.value[0]?.address).toBe(company.contact);
      for (const body of [mail.text, mail.html]) {
        expect(body).toContain(people[language].name);
        expect(body).toContain(company.name[language]);
        expect(body).toContain(company.postalAddress[language]);
        expect(body).toContain(company.contact);
        expect(body).not.toContain('�');
      }
      expect(mail.html).toContain(`lang="${language}"`);
    },
  );

  it('is plain ASCII on its way, with lines that every server takes', async () => {
    const raw = await rawOf(lettersIn(language).request);
    // oxlint-disable-next-line no-control-regex
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(Math.max(...raw.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
  });

  it('programme mail can be stopped: by its headers (RFC 8058) and its footer', async () => {
    const { welcome, request } = lettersIn(language);
    const headers = headersOf(await rawOf(welcome));
    const stop = linkIn(welcome, 'stop');
    expect(headers).toContain(`List-Unsubscribe: <${stop}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const { text, html } = await parsed(welcome);
    expect(text).toContain(stop);
    expect(html).toContain(stop);
    expect(headersOf(await rawOf(request)).join()).not.toContain('List-Unsubscribe');
  });
});

describe('consent is read consistently just before sending', () => {
  it.each([
    ['who stopped mail', { stopped: true, consents: ['directory' as const] }],
    ['whose address bounced', { bounced: true, consents: ['outreach' as const] }],
    ['who consents to nothing any more', { consents: [] }],
  ])('somebody %s is not welcomed', async (_, particulars) => {
    const person = someId();
    const now = new Date().toISOString();
    const enrolledStint = { ...stint, status: 'enrolled', consentedAt: now, enrolledAt: now } as Stint;
    await decideAndWrite(person, (file) => ({
      outcome: 'written',
      write: {
        person: { ...file.person, stints: [enrolledStint], ...particulars },
        profile: { ...profile, address: `${person}@example.com` },
      },
    }));
    expect(await welcome({ person, stint: 1, generation: 1, now })).toEqual({ outcome: 'not wanted' });
    expect(await mailsTo(settings, `${person}@example.com`)).toEqual([]);
  });
});

const plain = { subject: 'x', html: '<p>x</p>', text: 'x' };

/** A mail of ours to somebody in the table. */
async function mailTo(to: string, letter: Outgoing['letter'], id = someId()): Promise<Outgoing> {
  const [about, now] = [await someone(id), new Date().toISOString()];
  return { about, version: 1, purpose: 'welcome', occasion: '1', to, addressHash: 'hash', letter, now };
}

describe('header injection is impossible', () => {
  const evil = 'x\r\nBcc: evil@example.com\r\n\r\nbody';

  it.each([
    ['the subject', { letter: { subject: evil, html: '<p>x</p>', text: 'x' } }],
    ['the unsubscribe link', { unsubscribe: `https://example.com/${evil}` }],
    ['the person', { about: `${someId()}\r\nBcc: evil@example.com` }],
    ['the occasion', { occasion: evil }],
  ] as [string, Partial<Outgoing>][])('through %s', async (_, particulars) => {
    const to = `injected.${someId()}@example.com`;
    await sendOnce({ ...(await mailTo(to, plain, particulars.about)), ...particulars });
    const sent = await until('the mail', async () => (await mailsTo(settings, to))[0]);
    const names = headersOf(await rawOf(sent)).map((line) => line.split(':')[0]?.toLowerCase());
    expect(names).not.toContain('bcc');
    expect(await mailsTo(settings, 'evil@example.com')).toEqual([]);
  });

  it('through the address', async () => {
    const to = `${someId()}@example.com`;
    await sendOnce(await mailTo(`${to}\r\nBcc: evil@example.com`, plain)).catch(() => undefined);
    expect(await mailsTo(settings, 'evil@example.com')).toEqual([]);
  });
});

describe('Japanese arrives as it was written', () => {
  it('subject and body, character by character', async () => {
    const to = `ja.${someId()}@example.com`;
    const subject = `【株式会社ひかり】髙橋 𠮷彦 様 ${'ながい題名を途中で折り返しても、文字は割れません。'.repeat(6)}①〜∥Ⅲ`;
    const text = 'はしごだか髙、つちよし𠮷、波ダッシュ〜、㈱、絵文字🍁、\n半角カナ ア、結合文字 が\n.\n先頭の点';
    await sendOnce(await mailTo(to, { subject, html: `<p>${text}</p>`, text }));
    const mail = await parsed(await until('the mail', async () => (await mailsTo(settings, to))[0]));
    expect(mail.subject).toBe(subject);
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text);
    expect(mail.html).toContain(text.split('\n')[0]);
  });
});
