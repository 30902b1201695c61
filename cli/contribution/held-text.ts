import { contributionName, kindNames } from '../../functions/domain/contribution-wording.ts';
import type { Bilingual, Language } from '../../functions/domain/language.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import { contributionStatusNames, rewardStatusNames } from '../export-words.ts';
import { localTime } from '../time.ts';
import type { HeldContribution } from './held.ts';

/** The lines of an export about one contribution, with everything that was written. */
export function contributionLines(
  contribution: HeldContribution,
  { language, timeZone }: { language: Language; timeZone: string },
): string[] {
  const { at, number, kind, status, reward, words = {} } = contribution;
  const comma = language === 'ja' ? '、' : ', ';
  const colon = language === 'ja' ? ':' : ': ';
  const standing = [contributionStatusNames[status][language], ...(reward ? [heldReward(reward, language)] : [])];
  const field = (name: Bilingual, text: string | undefined) => {
    const [first, ...more] = (text ?? '').split(/\r\n?|\n/);
    return text ? [`  ${name[language]}${colon}${first}`, ...more.map((line) => `    ${line}`)] : [];
  };
  return [
    `${localTime(at, timeZone)}  ${contributionName(number, language)}${comma}${kindNames[kind][language]} (${standing.join(comma)})`,
    ...field({ ja: '会社', en: 'company' }, words.company),
    ...field({ ja: 'お書きになった内容', en: 'what you wrote' }, words.text),
    ...field({ ja: '担当者の返事', en: 'what was answered' }, words.answer),
  ];
}

function heldReward(
  { status, amount, currency, paidOn, clawedBackOn }: NonNullable<HeldContribution['reward']>,
  language: Language,
): string {
  const money = moneyInWords(amount, currency, language);
  const name = rewardStatusNames[status][language];
  const paid = paidOn ? ` ${paidOn}` : '';
  if (language === 'ja') return `謝礼${money}:${name}${paid}${clawedBackOn ? `、${clawedBackOn} 返還` : ''}`;
  return `reward of ${money}: ${name}${paid}${clawedBackOn ? `, claimed back ${clawedBackOn}` : ''}`;
}
