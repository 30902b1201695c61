/**
 * Takes the pictures that the README shows: `npx tsx docs/screenshots.ts`.
 * Needs a Japanese font (Noto Sans CJK).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { approvalEnds } from '../functions/domain/reward-approval.ts';
import { offerPage } from '../functions/rehire/pages/offer.tsx';
import { approvalPage } from '../functions/rewards/pages/approval.tsx';
import { asking, given } from '../test/domain/contribution-samples.ts';
import { freelanceOffer } from '../test/domain/rehire-samples.ts';
import { sampleApprovals } from '../test/mail/contribution-letter-samples.ts';
import { sampleLetters as gatheringLetters } from '../test/mail/gathering-letter-samples.ts';
import { sampleLetters } from '../test/mail/samples.ts';
import { closeBrowser, openHtml } from '../test/pages/browser.ts';
import { contributionPages } from '../test/pages/contribution-samples.ts';
import { gatheringPages } from '../test/pages/gathering-pages.ts';
import { offerOf, rehirePages } from '../test/pages/rehire-alumnus-samples.ts';
import { staffPages } from '../test/pages/rehire-staff-samples.ts';
import { samplePages } from '../test/pages/samples.ts';

const folder = new URL('images/', import.meta.url);
const width = 390;
/** What a phone would choose for system-ui. */
const phoneFont = '* { font-family: "Noto Sans CJK JP", sans-serif !important; }';

/** Opened as a mail is, without the security policy, which would refuse the font. */
async function picture(
  html: string,
  { height, deviceScaleFactor }: { height: number; deviceScaleFactor: number },
): Promise<Buffer> {
  const page = await openHtml(html, { mail: true, viewport: { width, height }, deviceScaleFactor });
  await page.addStyleTag({ content: phoneFont });
  const image = await page.screenshot();
  await page.context().close();
  return image;
}

async function write(name: string, image: Buffer): Promise<void> {
  await writeFile(new URL(name, folder), image);
  console.log(`✓ docs/images/${name} (${Math.round(image.length / 1000)} KB)`);
}

await mkdir(folder, { recursive: true });
const letters = sampleLetters('ja');
const pages = { ja: samplePages('ja'), en: samplePages('en') };
const request = letters['consent request']?.html ?? '';
const consent = { ja: pages.ja['consent'] ?? '', en: pages.en['consent'] ?? '' };

await write('consent-request-ja.png', await picture(request, { height: 975, deviceScaleFactor: 1.85 }));
await write('consent-ja.png', await picture(consent.ja, { height: 930, deviceScaleFactor: 2 }));
await write('consent-en.png', await picture(consent.en, { height: 930, deviceScaleFactor: 2 }));

/** Three screens side by side, a little smaller than life, so that the README stays light. */
async function sideBySide(name: string, screens: readonly string[], height: number, scale = 0.8): Promise<void> {
  const frame = { width: width * scale, height: height * scale };
  const images = await Promise.all(screens.map((html) => picture(html, { height, deviceScaleFactor: scale })));
  const frames = images.map(
    (image) => `<img width="${frame.width}" src="data:image/png;base64,${image.toString('base64')}" alt="">`,
  );
  const wide = await openHtml(
    `<!doctype html><style>body { margin: 0; padding: 28px; display: flex; gap: 28px; background: #e9e5da } img { border-radius: 14px; border: 1px solid #d9d4c7 }</style>${frames.join('')}`,
    { mail: true, viewport: { width: 3 * (frame.width + 2) + 4 * 28, height: frame.height + 58 } },
  );
  await write(name, await wide.screenshot());
}

await sideBySide('first-stage.png', [request, consent.ja, pages.ja['consent given'] ?? ''], 990);

const news = { ja: letters['outreach']?.html ?? '', en: sampleLetters('en')['outreach']?.html ?? '' };
await write('outreach-ja.png', await picture(news.ja, { height: 1830, deviceScaleFactor: 1.5 }));
await write('outreach-en.png', await picture(news.en, { height: 1700, deviceScaleFactor: 1.5 }));
await sideBySide('outreach.png', [news.ja, news.en, pages.ja['preferences'] ?? ''], 1200);

/** An invitation, its answer with the QR code, and the organiser's list. */
const gathering = (language: 'ja' | 'en') => {
  const { attending = '', door = '' } = gatheringPages(language);
  return { invitation: gatheringLetters(language)['invitation']?.html ?? '', attending, door };
};
const [ja, en] = [gathering('ja'), gathering('en')];
await sideBySide('gatherings.png', [ja.invitation, en.attending, ja.door], 1200);
await sideBySide('gatherings-ja.png', [ja.invitation, ja.attending, ja.door], 1722, 1);
await sideBySide('gatherings-en.png', [en.invitation, en.attending, en.door], 1746, 1);

/** Where an alumnus contributes, what an approver is asked, and where it stands. */
const contributing = (language: 'ja' | 'en') => {
  const { home = '', 'standing, approval': standing = '' } = contributionPages(language);
  const contribution = asking();
  const closesOn = approvalEnds(contribution.reward, given);
  return {
    home,
    standing,
    approval: approvalPage({
      language,
      policy: given.policy,
      contribution,
      budgetLeft: contribution.reward.budgetLeft,
      closesOn,
    }),
  };
};
const asked = sampleApprovals()['ask']?.html ?? '';
const [inJapanese, inEnglish] = [contributing('ja'), contributing('en')];
await sideBySide('rewards.png', [inJapanese.home, asked, inEnglish.standing], 1590);
await sideBySide('rewards-ja.png', [inJapanese.home, asked, inJapanese.standing], 1722, 1);
await sideBySide('rewards-en.png', [inEnglish.home, inEnglish.approval, inEnglish.standing], 2030, 1);

/** Where an alumnus asks to come back, what they are offered, and what their new manager reads. */
const inEnglishTerms = {
  task: 'Design and development of embedded software',
  delivery: 'at the end of each month',
  'place of delivery': 'the company’s repository; you work where you like',
  fee: '600,000 yen a month, plus consumption tax',
  'payment day': 'the 15th of the month after',
} as const;
const returning = {
  ja: {
    form: rehirePages('ja')['form'] ?? '',
    offer: offerPage(offerOf('ja')),
    note: staffPages('ja').taskOf('culture'),
  },
  en: {
    form: rehirePages('en')['form'] ?? '',
    offer: offerPage(offerOf('en', { ...freelanceOffer, terms: inEnglishTerms })),
    note: staffPages('en').taskOf(
      'culture',
      'I have stayed with embedded software.\n\nOn Wednesdays I work from home.',
    ),
  },
};
await sideBySide('returns.png', [returning.ja.form, returning.en.offer, returning.ja.note], 1590);
await sideBySide('returns-ja.png', [returning.ja.form, returning.ja.offer, returning.ja.note], 2030, 1);
await sideBySide('returns-en.png', [returning.en.form, returning.en.offer, returning.en.note], 2030, 1);
await closeBrowser();
