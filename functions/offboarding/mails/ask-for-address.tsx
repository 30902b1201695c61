import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { dateInWords, durationInWords, oneLine } from '../../domain/wording.ts';
import { letterToHr, type Matter, type Sayings } from './letter-to-hr.tsx';

/** What the question for a personal address is made of. */
type AskForAddress = Matter &
  Readonly<{
    /** There is an address, but mail to it came back. */
    bounced: boolean;
    /** What HR types to enter the address. */
    command: string;
  }>;

const topic: Bilingual = { ja: '個人メールアドレスのご確認', en: 'Personal address needed' };

const stop: Bilingual = {
  ja: 'アドレスが登録されるか、期限が過ぎると、お知らせは止まります。',
  en: 'Reminders stop once there is an address, or when the time is over.',
};

function sayings(
  { policy, employeeId, name, lastDay, bounced, reminder, command }: AskForAddress,
  language: Language,
): Sayings {
  const who = oneLine(name);
  const id = oneLine(employeeId);
  const day = dateInWords(lastDay, language);
  const every = durationInWords(policy.address.remindEvery, language);
  const window = durationInWords(policy.consent.window, language);
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}${day}退職の${who} 様(社員番号 ${id})に、退職後のつながりについてのご案内をお送りできていません。${bounced ? '登録されている個人のメールアドレスに、メールが届かなかったためです。' : '個人のメールアドレスが登録されていないためです。'}`,
        },
        { words: 'ご本人に個人のメールアドレスをお尋ねになり、次のコマンドで登録してください。', command },
        { words: '人事システムのアドレスを直していただいても、次の報告で取り込まれます。' },
        {
          words: `登録されるまで、${every}ごとにお知らせします。退職日(報告がそれより後なら、報告の日)から${window}たっても登録がなければ、ご案内をせずに個人情報を消去します。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: ' : ''}${who} (employee ${id}, last day ${day}) hasn’t been asked about staying in touch. ${bounced ? 'Mail to the personal address on record came back.' : 'There’s no personal mail address on record.'}`,
        },
        { words: 'Please ask for a personal mail address and enter it with this command:', command },
        { words: 'You can also correct it in the HR system; the next report brings it here.' },
        {
          words: `We’ll remind you every ${every} until there’s an address. Without one by ${window} after the last day (or after the report, if that came later), we won’t ask this person, and we’ll delete the personal data.`,
          quiet: true,
        },
      ];
}

/** Asks HR for somebody's personal address, in Japanese and English. */
export function askForAddress(question: AskForAddress): Letter {
  return letterToHr(question, { topic, stop, say: (language) => sayings(question, language) });
}
