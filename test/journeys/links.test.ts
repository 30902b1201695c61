import { request } from 'node:http';
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { beforeAll, describe, expect, it } from 'vitest';
import { linkUrl } from '../../functions/adapters/links.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { linkDays } from '../../functions/domain/link.ts';
import { change } from '../../infra/local/play/hr-system.ts';
import { awaitMail, linkIn, send } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { contributing, linksOfContributions } from './contribution-links.ts';
import { answer, asked, enrolled, everythingOf, inDays, leaver, settings, theProgramme } from './stage.ts';

/** Every kind of link but a gathering's, of two people: one who is asked still, one who is an alumnus with a new address to confirm. */
type Links = Record<'consent' | 'preferences' | 'leave' | 'stop' | 'confirm' | (typeof contributing)[number], string>;
let links: Links;
let open: { departure: string; link: string };
let alumnus: string;

beforeAll(async () => {
  const parked = leaver({ lastWorkingDay: inDays(30) });
  const member = leaver();
  const [one, other] = await Promise.all([asked(parked), enrolled(member)]);
  open = one;
  alumnus = other.departure;
  const moved = `new-${member.personalEmail}`;
  await change(settings, { ...member, personalEmail: moved });
  const confirm = linkIn(await awaitMail(settings, moved, 'confirm-address'), 'confirm');
  await theProgramme.parkedOn(alumnus, 'confirmation');
  const preferences = linkIn(other.welcome, 'preferences');
  links = {
    consent: one.link,
    preferences,
    leave: `${preferences}/leave`,
    stop: linkIn(other.welcome, 'stop'),
    confirm,
    ...(await linksOfContributions(alumnus)),
  };
});

/** Reminders of a question asked go on meanwhile: of the alumnus and the asked only what a person decides counts. */
async function decidedOf(departure: string) {
  const found = await everythingOf(departure);
  return found.map((item) => {
    const { taskToken: _, parkedRound: __, nonce: ___, version: ____, ...rest } = item;
    return JSON.stringify(rest);
  });
}

const kinds = ['consent', 'preferences', 'leave', 'stop', 'confirm', ...contributing] as const;
const pathOf = (link: string) => new URL(link).pathname;

describe('opening a link never changes anything', () => {
  it('a hundred times with GET and HEAD, every kind', async () => {
    const steady = await enrolled(leaver());
    const page = {
      preferences: linkIn(steady.welcome, 'preferences'),
      stop: linkIn(steady.welcome, 'stop'),
      consent: steady.link,
    };
    const before = JSON.stringify(await everythingOf(steady.departure));
    const all = [page.consent, page.preferences, `${page.preferences}/leave`, page.stop];
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        all.flatMap((link) =>
          [
            ...Array.from({ length: 10 }, () => fetch(link)),
            ...Array.from({ length: 10 }, () => fetch(link, { method: 'HEAD' })),
          ].map(ok),
        ),
      );
    }
    expect(JSON.stringify(await everythingOf(steady.departure))).toBe(before);
  });

  it('also while a question is open', async () => {
    const before = { ...(await loadPerson(open.departure)).person };
    await Promise.all(
      [links.consent, links.confirm].flatMap((link) =>
        Array.from({ length: 50 }, (_, n) => fetch(link, { method: n % 2 ? 'HEAD' : 'GET' })).map(ok),
      ),
    );
    const { person, questions } = await loadPerson(open.departure);
    expect(person.stints).toEqual(before.stints);
    expect(person.consents).toEqual([]);
    expect(questions.map(({ status }) => status)).toEqual(['open']);
    expect((await loadPerson(alumnus)).questions.find(({ kind }) => kind === 'confirmation')?.status).toBe('open');
    expect((await decidedOf(open.departure)).filter((item) => item.includes('EVIDENCE#'))).toEqual([]);
  });
});

async function ok(response: Promise<Response>): Promise<void> {
  const { status, ...answer } = await response.then(async (one) => ({ status: one.status, text: await one.text() }));
  expect(status, answer.text).toBe(200);
}

const tailOf = (kind: (typeof kinds)[number]) => (kind === 'leave' ? '/leave' : kind === 'contribute' ? '/lead' : '');

describe('links that are not what they say are refused with a page that helps', () => {
  const open = (link: string, language: string, method = 'GET') =>
    fetch(link, { method, headers: { 'accept-language': language } });

  it.each(kinds)('%s: forged, altered, or of another purpose', async (kind) => {
    const link = links[kind === 'leave' ? 'preferences' : kind];
    const [page = '', token = ''] = pathOf(link).split('/').slice(1);
    const parts = token.split('.');
    const altered = parts.map((part, index) =>
      parts.with(index, `${part.slice(0, -1)}${part.endsWith('x') ? 'y' : 'x'}`).join('.'),
    );
    const other = page === 'stop' ? 'consent' : 'stop';
    const foreign = pathOf(links[other]).split('/')[2] ?? '';
    const tail = tailOf(kind);
    for (const wrong of [...altered, 'x', `${token}x`, parts.slice(0, 5).join('.'), foreign, `${'a.'.repeat(5)}b`]) {
      for (const method of ['GET', 'POST']) {
        const response = await open(`${settings.portal}/${page}/${wrong}${tail}`, 'en', method);
        const text = await response.text();
        expect(response.status, `${method} ${page} ${wrong}`).toBe(403);
        expect(text).toContain('<html lang="en"');
        expect(text).toContain('alumni-desk@hikari.example.com');
      }
    }
  });

  it('in the visitor’s language', async () => {
    const wrong = `${links.consent}x`;
    expect(await (await open(wrong, 'ja-JP,ja;q=0.9')).text()).toContain('このリンクは使えません');
    expect(await (await open(wrong, 'fr')).text()).toContain('doesn’t work');
    expect(await (await open(`${wrong}?lang=ja`, 'en')).text()).toContain('このリンクは使えません');
  });

  it.each(['consent', 'preferences', 'stop', 'confirm', ...contributing] as const)(
    '%s: 410 once expired',
    async (purpose) => {
      const expired = await linkUrl(
        purpose,
        { person: alumnus, matter: '1' },
        Date.now() - (linkDays[purpose] + 1) * 86_400_000,
      );
      for (const method of ['GET', 'POST']) {
        const response = await open(`${expired}${tailOf(purpose)}`, 'en', method);
        expect(response.status).toBe(410);
        expect(await response.text()).toContain('This link has expired');
      }
    },
  );
});

describe('every page', () => {
  it.each([...kinds, 'programme', 'missing', 'refused'] as const)(
    '%s sends CSP, no-referrer and no-store',
    async (kind) => {
      const addresses = {
        ...links,
        programme: `${settings.portal}/`,
        missing: `${settings.portal}/nothing/here`,
        refused: `${links.consent}x`,
      };
      const { headers } = await fetch(addresses[kind]);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  it('takes no more than a form', async () => {
    const response = await fetch(links.consent, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'x'.repeat(40_000) }),
    });
    expect(response.status).toBe(413);
  });
});

describe('one-click unsubscribe (RFC 8058)', () => {
  it('stops mail at once, from a form body with neither Origin nor cookie', async () => {
    const { departure, welcome } = await enrolled(leaver());
    const stop = linkIn(welcome, 'stop');
    const once = () => send(stop, [['List-Unsubscribe', 'One-Click']]);
    await Promise.all([once(), once()]);
    const { person } = await loadPerson(departure);
    expect(person).toMatchObject({ stopped: true, consents: [] });
    expect(person.nextOutreach).toBeUndefined();
    const evidence = (await everythingOf(departure)).filter(({ pk }) => String(pk).startsWith('EVIDENCE#'));
    expect(evidence.map(({ data }) => (data as { method: string }).method).sort()).toEqual(['link', 'one-click']);
  });

  it('asks for no header but the one that says it is a form', async () => {
    const { departure, welcome } = await enrolled(leaver());
    const body = 'List-Unsubscribe=One-Click';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
    const status = await new Promise((resolve, reject) => {
      // Node's own fetch would say more of itself.
      const post = request(linkIn(welcome, 'stop'), { method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      post.on('error', reject).end(body);
    });
    expect(status).toBe(200);
    expect((await loadPerson(departure)).person).toMatchObject({ stopped: true, consents: [] });
  });
});

describe('access logs carry no link', () => {
  it('by their format, since the emulator writes none', async () => {
    const cloud = new CloudFormationClient({});
    const { TemplateBody = '' } = await cloud.send(
      new GetTemplateCommand({ StackName: 'okaeri', TemplateStage: 'Processed' }),
    );
    const { Resources } = JSON.parse(TemplateBody) as {
      Resources: Record<string, { Type: string; Properties: { AccessLogSettings?: { Format: string } } }>;
    };
    const formats = Object.values(Resources).flatMap(({ Type, Properties }) =>
      Type === 'AWS::ApiGatewayV2::Stage' ? [Properties.AccessLogSettings?.Format] : [],
    );
    expect(formats).toHaveLength(1);
    expect([...String(formats[0]).matchAll(/\$context\.([\w.]+)/g)].map(([, field]) => field).sort()).toEqual([
      'integrationErrorMessage',
      'requestId',
      'requestTime',
      'responseLatency',
      'routeKey',
      'status',
    ]);
  });

  it('nor does any other log', async () => {
    const tokens = Object.values(links).map((link) => pathOf(link).split('/')[2] ?? '');
    await answer(links.consent, 'yes');
    await until('the answer', async () =>
      (await loadPerson(open.departure)).person.consents.length > 0 ? true : undefined,
    );
    const logs = new CloudWatchLogsClient({});
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups.length).toBeGreaterThan(5);
    for (const { logGroupName } of logGroups) {
      const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
      for (const token of tokens) expect(events.filter(({ message }) => message?.includes(token))).toEqual([]);
    }
  });
});
