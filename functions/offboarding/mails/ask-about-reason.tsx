import { type Language, language as languages } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { Command, type Letter, Part, renderLetter, Text } from '../../mail/layout.tsx';
import { type Footer, oneLine, plainText } from '../../mail/text.ts';

/** What the question about a departure on hold is made of. */
type AskAboutReason = Readonly<{
  policy: Policy;
  employeeId: string;
  name: string;
  lastDay: string;
  /** HR put it on hold; otherwise the reason is unknown. */
  held: boolean;
  reminder: boolean;
  commands: Readonly<{ release: string; exclude: string }>;
}>;

const footer: Footer = {
  why: {
    ja: 'アルムナイ制度が人事に確認する連絡先として登録されているため、お送りしています。',
    en: 'This address is set as the one that the alumni programme asks about departures.',
  },
  stop: {
    ja: 'どちらかに決まるか、期限が過ぎると、お知らせは止まります。',
    en: 'Reminders stop once it is decided, or when the time is over.',
  },
};

type Sentences = Readonly<{ why: string; hint: string; release: string; exclude: string; otherwise: string }>;

function sentences(
  { policy, employeeId, name, lastDay, held, reminder }: AskAboutReason,
  language: Language,
): Sentences {
  const who = oneLine(name);
  const id = oneLine(employeeId);
  const day = dateInWords(lastDay, language);
  const every = durationInWords(policy.hold.remindEvery, language);
  const window = durationInWords(policy.hold.window, language);
  const kept = durationInWords(policy.retention.notEligible, language);
  return language === 'ja'
    ? {
        why: `${reminder ? '再度のお願いです。' : ''}${day}退職の${who} 様(社員番号 ${id})に、退職後のつながりについてご案内するかどうかをお決めください。${held ? '人事のご指示で保留にしています。' : '退職理由の区分がわからないため、保留にしています。'}決まるまで、ご本人には何もお送りしません。`,
        hint: '定年再雇用、転籍、契約の変更、同日の再入社は、退職として扱いません。これらに当たるときは「ご案内しない」をお選びになるか、人事システムの区分を直してください。',
        release: 'ご案内する:',
        exclude: `ご案内しない(個人情報は${kept}後に消去します):`,
        otherwise: `決まるまで、${every}ごとにお知らせします。退職日から${window}たっても決まらなければ、ご案内をせずに個人情報を消去します。`,
      }
    : {
        why: `${reminder ? 'A reminder: please' : 'Please'} decide whether ${who} (employee ${id}, last day ${day}) is to be asked about staying in touch. It’s on hold ${held ? 'because HR said so' : 'because the reason for leaving isn’t known'}. Nothing is sent to this person until you decide.`,
        hint: 'Re-employment after retirement, a transfer, a change of contract and a same-day rehire are no departures. If it’s one of these, choose “don’t ask”, or correct the reason in the HR system.',
        release: 'Ask this person:',
        exclude: `Don’t ask (the personal data is deleted after ${kept}):`,
        otherwise: `We’ll remind you every ${every} until it’s decided. If it isn’t by ${window} after the last day, we won’t ask this person, and we’ll delete the personal data.`,
      };
}

/** Asks HR to decide on a departure on hold, in Japanese and English. */
export function askAboutReason(question: AskAboutReason): Letter {
  const { policy, employeeId, reminder, commands } = question;
  const id = oneLine(employeeId);
  const subject = `【アルムナイ制度】退職理由のご確認${reminder ? '(再)' : ''}: 社員番号 ${id} / Departure on hold, please decide${reminder ? ' (reminder)' : ''}: employee ${id}`;
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
        <Text>{words.hint}</Text>
        <Text>{words.release}</Text>
        <Command>{commands.release}</Command>
        <Text>{words.exclude}</Text>
        <Command>{commands.exclude}</Command>
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
      words.hint,
      `${words.release}\n  ${oneLine(commands.release)}`,
      `${words.exclude}\n  ${oneLine(commands.exclude)}`,
      words.otherwise,
    ]),
  });
  return { subject, html, text };
}
