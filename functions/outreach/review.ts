import * as z from 'zod/mini';
import { decideOnEdition, readEdition } from '../adapters/editions.ts';
import { linkCode, linkUrl } from '../adapters/links.ts';
import { policy } from '../adapters/policy.ts';
import { programme } from '../adapters/table.ts';
import type { Given } from '../domain/decision.ts';
import { closeReview, type Edition, remindOfReview, reviewBy, reviewMatter } from '../domain/edition.ts';
import { scan } from '../domain/leak-scan.ts';
import { titlesOf } from '../domain/variants.ts';
import { tellStaff } from '../mail/tell-staff.ts';
import { editionDecided } from './mails/edition-decided.tsx';
import { reviewRequest } from './mails/review-request.tsx';

/** The steps of an edition's review: ask, remind, close, and tell the admin what came of it. */

const Event = z.object({
  step: z.enum(['ask', 'remind', 'close', 'tell']),
  edition: z.int(),
  round: z.optional(z.int()),
  now: z.iso.datetime({ offset: true }),
});

export async function handler(event: unknown): Promise<{ outcome: string }> {
  const { step, edition: number, round = 0, now } = Event.parse(event);
  const given = { now, policy };
  if (step === 'close') return { outcome: await decideOnEdition(number, (edition) => closeReview(edition, given)) };
  const edition = await readEdition(number);
  if (!edition) return { outcome: 'unknown' };
  switch (step) {
    case 'ask':
      if (edition.status === 'in review') await askReviewer(edition, 0, given);
      return { outcome: 'asked' };
    case 'remind': {
      const wait = remindOfReview(edition, given);
      if (wait !== 'remind') return { outcome: wait };
      await askReviewer(edition, round, given);
      return { outcome: 'reminded' };
    }
    case 'tell':
      await tellDecision(edition, given);
      return { outcome: edition.status };
  }
}

async function askReviewer(edition: Edition, round: number, given: Given): Promise<void> {
  const { number, content } = edition;
  const matter = String(number);
  const code = await linkCode(reviewMatter(number));
  const command = (word: string) => `npm run okaeri -- edition ${word} ${number} --code ${code}`;
  const letter = reviewRequest({
    policy: given.policy,
    number,
    content,
    findings: scan(content, given.policy),
    reviewUrl: await linkUrl('review', { person: programme, matter }, Date.parse(given.now)),
    code,
    reminder: round > 0,
    closesOn: reviewBy(edition, given),
    commands: { approve: command('approve'), refuse: command('refuse') },
    consoleInput: JSON.stringify({ edition: number, decision: 'approve', code }),
  });
  await tellStaff('review-request', `${number}-r${round}`, given.policy.company.reviewer, letter, given);
}

async function tellDecision(edition: Edition, given: Given): Promise<void> {
  const { number, content, status, note } = edition;
  // A withdrawal is the admin's own doing.
  if (status === 'in review' || status === 'withdrawn') return;
  const titles = titlesOf(content.variants);
  const letter = editionDecided({ policy: given.policy, number, titles, outcome: status, ...(note && { note }) });
  await tellStaff('edition-decided', String(number), given.policy.company.admin, letter, given);
}
