import type { Language } from '../domain/language.ts';
import type { Rehire } from '../domain/rehire.ts';
import type { changesSince, TaskKind } from '../domain/rehire-tasks.ts';
import { kindInWords } from '../domain/return-conditions-wording.ts';
import { dateInWords, oneLine } from '../domain/wording.ts';

/** What the owner of a task reads of whom it is for; the mail and the page of the task say the same. */

/** What the receiving team does itself; only its owners read the introduction. */
export const ofTheTeam: ReadonlySet<TaskKind> = new Set(['orientation', 'buddy', 'culture']);

/** Who comes, how and when: all that whoever prepares it reads. */
export function whoComes(
  { offer }: Pick<Rehire, 'offer'>,
  name: string | undefined,
  language: Language,
): { term: string; text: string }[] {
  const fact = (ja: string, en: string, text: string | undefined) =>
    text ? [{ term: language === 'ja' ? ja : en, text }] : [];
  return [
    ...fact('お名前', 'Name', name && oneLine(name)),
    ...fact('契約の種類', 'Kind of contract', offer && kindInWords(offer.kind, language)),
    ...fact('初日', 'First day', offer && dateInWords(offer.startsOn, language)),
  ];
}

/** What somebody has not seen, and what they know already; a list that is empty is left out. */
export function changesInWords(
  changes: ReturnType<typeof changesSince>,
  language: Language,
): { name: string; changes: string[] }[] {
  const list = (ja: string, en: string, of: (typeof changes)['new']) =>
    of.length > 0 ? [{ name: language === 'ja' ? ja : en, changes: of.map(({ what }) => what[language]) }] : [];
  return [
    ...list('離れていたあいだに変わったこと', 'What has changed since', changes.new),
    ...list('すでにご存じのこと', 'What they know already', changes.known),
  ];
}
