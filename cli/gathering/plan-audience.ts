import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import { unseenIn } from '../characters.ts';
import { audienceOf, textsIn } from '../yaml/audience.ts';
import type { InLanguages } from '../yaml/fields.ts';
import type { Entry, Reading } from '../yaml/map.ts';

const longestDepartment = 100;

/**
 * Whom a gathering is for.
 * @param titles in the languages that the plan speaks
 */
export function planAudienceOf(entry: Entry, titles: InLanguages, reading: Reading): Plan['audience'] {
  const { audience, entries } = audienceOf(entry, ['departments', 'languages'], reading);
  const departments = departmentsOf(entries.get('departments'), reading);
  const spoken = languagesOf(entries.get('languages'), titles, reading);
  return { ...audience, ...(departments && { departments }), ...(spoken && { languages: spoken }) };
}

function departmentsOf(entry: Entry | undefined, reading: Reading): string[] | undefined {
  const advice = 'The departments must be a list of names as the HR system writes them, such as [営業部].';
  return entry && textsIn(entry, isDepartment, advice, reading);
}

function isDepartment(name: string): boolean {
  return name !== '' && name.length <= longestDepartment && unseenIn(name) === undefined && !name.includes('\n');
}

function languagesOf(entry: Entry | undefined, titles: InLanguages, reading: Reading): Language[] | undefined {
  if (!entry) return undefined;
  const advice = `The languages must be a list of ${languages.join(' or ')}, such as [ja].`;
  const names = textsIn(entry, (name) => languages.some((language) => language === name), advice, reading);
  const found = languages.filter((language) => names.includes(language));
  const isKnown = languages.some((language) => titles[language]);
  for (const language of found) {
    if (isKnown && !titles[language]) {
      reading.refuse(entry.line, `The audience reads ${language}, and there is no title in ${language}; add it.`);
    }
  }
  return found;
}
