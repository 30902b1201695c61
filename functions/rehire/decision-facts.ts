import type { Language } from '../domain/language.ts';
import type { Stint } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import type { Rehire } from '../domain/rehire.ts';
import { type RehireSituation, type RehireTerm, rehireFacts } from '../domain/rehire-approval-wording.ts';
import { dateInWords, oneLine } from '../domain/wording.ts';

/** Whose return is decided on, after which period of employment, and by when. */
export type DecidedOn = Omit<RehireSituation, 'name'> &
  Readonly<{
    rehire: Rehire;
    profile: Pick<Profile, 'name' | 'department' | 'role'>;
    stint: Pick<Stint, 'hireDate' | 'lastDay'> | undefined;
  }>;

/** All that is decided on, what the company knows of somebody right after their name. */
export function decisionFacts({ rehire, profile, stint, ...situation }: DecidedOn, language: Language): RehireTerm[] {
  const [name, ...facts] = rehireFacts(rehire, { ...situation, name: profile.name }, language);
  const fact = (ja: string, en: string, text: string | undefined) =>
    text ? [{ term: language === 'ja' ? ja : en, text: oneLine(text) }] : [];
  const days = stint && [dateInWords(stint.hireDate, language), dateInWords(stint.lastDay, language)];
  return [
    ...(name ? [name] : []),
    ...fact('当時の部署', 'Department then', profile.department),
    ...fact('当時の役職', 'Role then', profile.role),
    ...fact('在籍した期間', 'Worked here', days?.join(language === 'ja' ? 'から' : ' to ')),
    ...facts,
  ];
}
