import type { Bilingual, Language } from '../domain/language.ts';

/** What a team keeps in mind when somebody comes back; the mail and the page of the task say the same. */

export const cultureTitle: Bilingual = { ja: 'チームの皆さんに伝えること', en: 'What to tell the team' };

const sayings: readonly Bilingual[] = [
  {
    ja: '「おかえりなさい」と、ふつうに迎えてください。',
    en: 'Say welcome back, and leave it at that.',
  },
  {
    ja: 'なぜ離れたのか、なぜ戻ってきたのかは、どなたも尋ねません。ご本人から話されたときは、そのまま聞いてください。',
    en: 'Nobody asks why they left or why they came back. If they speak of it themselves, just listen.',
  },
  {
    ja: '外で身につけた新しい進め方は、当社が迎えたかったものです。ここでのやり方と違っても、まず聞いてください。',
    en: 'New ways of working are what we hired. Hear them out before you say how it’s done here.',
  },
  {
    ja: '離れていたあいだに変わったことは、こちらから伝えてください。知らなくて当たり前です。',
    en: 'Tell them what has changed before they have to ask. Nobody knows what happened while they weren’t here.',
  },
  {
    ja: '業務委託で戻られる方も、同じ仲間です。ただし、社員と同じように指示や命令をしたり、勤務時間を決めたりすると、偽装請負にあたるおそれがあります。お願いする内容は契約に沿って話し合い、進め方と時間はご本人に任せてください。',
    en: 'Somebody who comes back on a freelance contract is a colleague just as much. But orders and working hours, as an employee has them, could amount to disguised employment (偽装請負): agree on the work as the contract has it, and leave how and when to them.',
  },
];

/** How a team receives somebody who comes back, a line each. */
export function cultureNote(language: Language): readonly string[] {
  return sayings.map((saying) => saying[language]);
}
