import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { dateInWords, durationInWords, oneLine } from '../../domain/wording.ts';
import { letterToHr, type Matter, type Sayings } from './letter-to-hr.tsx';

/** What the question about a departure on hold is made of. */
type AskAboutReason = Matter &
  Readonly<{
    /** HR put it on hold; otherwise the reason is unknown. */
    held: boolean;
    commands: Readonly<{ release: string; exclude: string }>;
  }>;

const topic: Bilingual = { ja: '退職理由のご確認', en: 'Departure on hold, please decide' };

const stop: Bilingual = {
  ja: 'どちらかに決まるか、期限が過ぎると、お知らせは止まります。',
  en: 'Reminders stop once it is decided, or when the time is over.',
};

function sayings(
  { policy, employeeId, name, lastDay, held, reminder, commands }: AskAboutReason,
  language: Language,
): Sayings {
  const who = oneLine(name);
  const id = oneLine(employeeId);
  const day = dateInWords(lastDay, language);
  const every = durationInWords(policy.hold.remindEvery, language);
  const window = durationInWords(policy.hold.window, language);
  const kept = durationInWords(policy.retention.notEligible, language);
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}${day}退職の${who} 様(社員番号 ${id})に、退職後のつながりについてご案内するかどうかをお決めください。${held ? '人事のご指示で保留にしています。' : '退職理由の区分がわからないため、保留にしています。'}決まるまで、ご本人には何もお送りしません。`,
        },
        {
          words:
            '定年再雇用、転籍、契約の変更、同日の再入社は、退職として扱いません。これらに当たるときは「ご案内しない」をお選びになるか、人事システムの区分を直してください。',
        },
        { words: 'ご案内する:', command: commands.release },
        { words: `ご案内しない(個人情報は${kept}後に消去します):`, command: commands.exclude },
        {
          words: `決まるまで、${every}ごとにお知らせします。退職日から${window}たっても決まらなければ、ご案内をせずに個人情報を消去します。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: please' : 'Please'} decide whether ${who} (employee ${id}, last day ${day}) is to be asked about staying in touch. It’s on hold ${held ? 'because HR said so' : 'because the reason for leaving isn’t known'}. Nothing is sent to this person until you decide.`,
        },
        {
          words:
            'Re-employment after retirement, a transfer, a change of contract and a same-day rehire are no departures. If it’s one of these, choose “don’t ask”, or correct the reason in the HR system.',
        },
        { words: 'Ask this person:', command: commands.release },
        { words: `Don’t ask (the personal data is deleted after ${kept}):`, command: commands.exclude },
        {
          words: `We’ll remind you every ${every} until it’s decided. If it isn’t by ${window} after the last day, we won’t ask this person, and we’ll delete the personal data.`,
          quiet: true,
        },
      ];
}

/** Asks HR to decide on a departure on hold, in Japanese and English. */
export function askAboutReason(question: AskAboutReason): Letter {
  return letterToHr(question, { topic, stop, say: (language) => sayings(question, language) });
}
