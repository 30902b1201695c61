import type { Letter } from '../../domain/dispatch.ts';
import { type Bilingual, type Language, languages } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { oneLine } from '../../domain/wording.ts';
import { Command, Part, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';

/** Whom a question to HR is about. */
export type Matter = Readonly<{
  policy: Policy;
  employeeId: string;
  name: string;
  lastDay: string;
  reminder: boolean;
}>;

/** A paragraph, with what is to be typed for it. */
type Saying = Readonly<{ words: string; command?: string; quiet?: boolean }>;

/** The paragraphs of a mail to HR in one language. */
export type Sayings = readonly [Saying, ...Saying[]];

const why: Bilingual = {
  ja: 'アルムナイ制度が人事に確認する連絡先として登録されているため、お送りしています。',
  en: 'This address is set as the one that the alumni programme asks about departures.',
};

/**
 * A question to HR, in Japanese and English.
 * @param topic what is asked, for the subject
 * @param stop how the reminders end
 */
export function letterToHr(
  { policy, employeeId, reminder }: Matter,
  { topic, stop, say }: Readonly<{ topic: Bilingual; stop: Bilingual; say: (language: Language) => Sayings }>,
): Letter {
  const parts = languages.map((language) => ({ language, sayings: say(language) }));
  return letter({
    languages,
    policy,
    subject: `【アルムナイ制度】${topic.ja}${reminder ? '(再)' : ''}: 社員番号 ${employeeId} / ${topic.en}${reminder ? ' (reminder)' : ''}: employee ${employeeId}`,
    preview: say('ja')[0].words,
    footer: { why, stop },
    html: parts.map(({ language, sayings }, index) => (
      <Part language={language} first={index === 0}>
        {sayings.map(({ words, command, quiet = false }) => (
          <>
            <Text quiet={quiet}>{words}</Text>
            {command ? <Command>{command}</Command> : null}
          </>
        ))}
      </Part>
    )),
    paragraphs: parts.flatMap(({ sayings }, index) => [
      ...(index > 0 ? ['* * *'] : []),
      ...sayings.map(({ words, command }) => (command ? `${words}\n  ${oneLine(command)}` : words)),
    ]),
  });
}
