import { type Language, language as languages } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { Command, type Letter, Part, renderLetter, Text } from '../../mail/layout.tsx';
import { type Footer, oneLine, plainText } from '../../mail/text.ts';

/** What the question for a personal address is made of. */
type AskForAddress = Readonly<{
  policy: Policy;
  employeeId: string;
  name: string;
  lastDay: string;
  /** There is an address, but mail to it came back. */
  bounced: boolean;
  reminder: boolean;
  /** What HR types to enter the address. */
  command: string;
}>;

const footer: Footer = {
  why: {
    ja: 'アルムナイ制度が人事に確認する連絡先として登録されているため、お送りしています。',
    en: 'This address is set as the one that the alumni programme asks about departures.',
  },
  stop: {
    ja: 'アドレスが登録されるか、期限が過ぎると、お知らせは止まります。',
    en: 'Reminders stop once there is an address, or when the time is over.',
  },
};

type Sentences = Readonly<{ why: string; ask: string; orThere: string; otherwise: string }>;

function sentences(
  { policy, employeeId, name, lastDay, bounced, reminder }: AskForAddress,
  language: Language,
): Sentences {
  const who = oneLine(name);
  const id = oneLine(employeeId);
  const day = dateInWords(lastDay, language);
  const every = durationInWords(policy.address.remindEvery, language);
  const window = durationInWords(policy.consent.window, language);
  return language === 'ja'
    ? {
        why: `${reminder ? '再度のお願いです。' : ''}${day}退職の${who} 様(社員番号 ${id})に、退職後のつながりについてのご案内をお送りできていません。${bounced ? '登録されている個人のメールアドレスに、メールが届かなかったためです。' : '個人のメールアドレスが登録されていないためです。'}`,
        ask: 'ご本人に個人のメールアドレスをお尋ねになり、次のコマンドで登録してください。',
        orThere: '人事システムのアドレスを直していただいても、次の報告で取り込まれます。',
        otherwise: `登録されるまで、${every}ごとにお知らせします。退職日(報告がそれより後なら、報告の日)から${window}たっても登録がなければ、ご案内をせずに個人情報を消去します。`,
      }
    : {
        why: `${reminder ? 'A reminder: ' : ''}${who} (employee ${id}, last day ${day}) hasn’t been asked about staying in touch. ${bounced ? 'Mail to the personal address on record came back.' : 'There’s no personal mail address on record.'}`,
        ask: 'Please ask for a personal mail address and enter it with this command:',
        orThere: 'You can also correct it in the HR system; the next report brings it here.',
        otherwise: `We’ll remind you every ${every} until there’s an address. Without one by ${window} after the last day (or after the report, if that came later), we won’t ask this person, and we’ll delete the personal data.`,
      };
}

/** Asks HR for somebody's personal address, in Japanese and English. */
export function askForAddress(question: AskForAddress): Letter {
  const { policy, employeeId, reminder, command } = question;
  const id = oneLine(employeeId);
  const subject = `【アルムナイ制度】個人メールアドレスのご確認${reminder ? '(再)' : ''}: 社員番号 ${id} / Personal address needed${reminder ? ' (reminder)' : ''}: employee ${id}`;
  const parts = languages.options.map((language) => ({ language, words: sentences(question, language) }));
  const html = renderLetter({
    languages: ['ja', 'en'],
    policy,
    subject,
    preview: parts[0]?.words.why ?? '',
    footer,
    children: parts.map(({ language, words }, index) => (
      <Part language={language} first={index === 0}>
        <Text>{words.why}</Text>
        <Text>{words.ask}</Text>
        <Command>{command}</Command>
        <Text>{words.orThere}</Text>
        <Text quiet>{words.otherwise}</Text>
      </Part>
    )),
  });
  const text = plainText({
    languages: ['ja', 'en'],
    policy,
    footer,
    paragraphs: parts.flatMap(({ words }, index) => [
      ...(index > 0 ? ['* * *'] : []),
      words.why,
      words.ask,
      `  ${oneLine(command)}`,
      words.orThere,
      words.otherwise,
    ]),
  });
  return { subject, html, text };
}
