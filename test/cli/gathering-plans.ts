import { type PlanFile, parsePlanFile } from '../../cli/gathering/plan-file.ts';
import { Plan } from '../../functions/domain/gathering-plan.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import policyFile from '../../policy.json' with { type: 'json' };

export const policy = parsePolicy(policyFile);
const today = '2026-11-22';
export const read = (text: string, rules = policy) => parsePlanFile(text, rules, today);

/** A plan in English only. */
export const dinner = `classification: alumni
audience: all
title: { en: Dinner }
place: { en: Kodachi }
start: 2027-03-12 19:00
end: 2027-03-12 21:00
timezone: Asia/Tokyo
capacity: 12
hosts:
  - { name: Mai, email: mai@hikari.example.com }
organiser: mori@hikari.example.com
guests: 1
fee: 5000
deadline: 2027-02-26
reminders: [P7D]
text:
  en: |
    Come.
`;

/** The dinner with other entries; each stands where the one of its key stood, or at the end. */
export function dinnerWith(...entries: readonly string[]): string {
  return entries.reduce((text, entry) => {
    const found = new RegExp(`^${entry.split(':')[0]}:.*(?:\n .*)*$`, 'm');
    return found.test(text) ? text.replace(found, () => entry) : `${text}${entry}\n`;
  }, dinner);
}

export function dinnerWithout(key: string): string {
  return dinner.replace(new RegExp(`^${key}:.*\n(?: .*\n)*`, 'm'), '');
}

export function planOf(file: PlanFile): Plan {
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return Plan.parse(file.plan);
}

export function problemsOf(text: string, rules = policy): string[] {
  const file = read(text, rules);
  return file.ok ? [] : file.problems.map(({ line, what }) => `line ${line}: ${what}`);
}
