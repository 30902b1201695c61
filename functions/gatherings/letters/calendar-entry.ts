import type { CalendarPart } from '../../adapters/mail.ts';
import type { Given } from '../../domain/decision.ts';
import type { Announced } from '../../domain/gathering.ts';
import { endOfPlan, isAllDay, type Plan, startOf } from '../../domain/gathering-plan.ts';
import { calendarFile } from '../../domain/icalendar.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { factsInWords, whereInWords } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Place } from '../../domain/room.ts';
import type { Instant } from '../../domain/time.ts';
import { spokenTo } from '../../domain/variants.ts';

type Entry = Readonly<{
  /** The gathering's. */
  number: number;
  plan: Plan;
  policy: Policy;
  language: Language;
  attendee: { name: string; address: string };
  method: 'REQUEST' | 'CANCEL';
  /** Rises with every change of the plan and of the place. */
  sequence: number;
  now: Instant;
}>;

// Without the link: it is personal, and a calendar is often shared.
const howToChange: Bilingual = {
  ja: '変更や取り消しは、ご案内メールのページからどうぞ。',
  en: 'To change or cancel, open the page from your mail.',
};

/** The calendar file of a gathering, for somebody who comes, or no longer does. */
export function gatheringEntry({ number, plan, policy, method, sequence, now, ...reader }: Entry): string {
  const { company } = policy;
  // A changed plan may have lost the language in which somebody answered.
  const language = spokenTo(plan.variants, reader.language);
  const facts = factsInWords(plan, policy, language, { comes: true });
  const description = [
    ...facts.map(({ term, text }) => `${term}: ${text}`),
    ...(method === 'REQUEST' ? ['', howToChange[language]] : []),
  ];
  const [, domain = ''] = company.sender.split('@');
  return calendarFile({
    uid: `gathering-${number}@${domain}`,
    sequence,
    method,
    at: now,
    title: plan.variants[language]?.title ?? '',
    description: description.join('\n'),
    location: whereInWords(plan, language, { comes: true }),
    ...(plan.url && { url: plan.url.text }),
    organiser: { name: company.name[language], address: company.sender },
    attendee: reader.attendee,
    ...(isAllDay(plan) ? { firstDay: plan.start, lastDay: plan.end } : { start: startOf(plan), end: endOfPlan(plan) }),
  });
}

/** The calendar entry that a mail to somebody brings, changes or takes back. */
export function entryFor(
  { language, name, address }: { language: Language; name: string; address: string },
  { number, plan, revision, status }: Announced,
  place: Pick<Place, 'revision'>,
  method: CalendarPart['method'],
  { now, policy }: Given,
): CalendarPart {
  // Rises with the plan, and within it with the place; a gathering is called off once, after all that.
  const sequence = revision * 1000 + place.revision + Number(status === 'cancelled');
  const attendee = { name, address };
  return { method, content: gatheringEntry({ number, plan, policy, language, attendee, method, sequence, now }) };
}
