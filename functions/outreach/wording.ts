import type { EditionContent } from '../domain/edition-content.ts';
import type { Language } from '../domain/language.ts';
import { conditionsInWords } from '../domain/review-wording.ts';
import { languagesOf } from '../domain/variants.ts';
import { oneLine, titleInWords } from '../domain/wording.ts';

/** An edition by its number: アルムナイ通信 第3号, Alumni news no. 3. */
export function editionName(number: number, language: Language): string {
  return language === 'ja' ? `アルムナイ通信 第${number}号` : `Alumni news no. ${number}`;
}

/**
 * An edition by its number and title: アルムナイ通信 第3号「…」, alumni news no. 3: ….
 * @param title quotes within it become inner ones in Japanese
 */
export function editionInWords(number: number, title: string, language: Language): string {
  return language === 'ja'
    ? `${editionName(number, 'ja')}${titleInWords(title, 'ja')}`
    : `alumni news no. ${number}: ${oneLine(title)}`;
}

/** Whom an edition is for, of those who chose alumni news. */
export function audienceInWords(content: EditionContent, language: Language): string {
  const conditions = conditionsInWords(content.audience, languagesOf(content.variants), language);
  if (conditions.length === 0)
    return language === 'ja' ? 'アルムナイ通信を選んだ方すべて' : 'everybody who chose alumni news';
  return language === 'ja'
    ? `アルムナイ通信を選んだ方のうち、次のすべてに当たる方: ${conditions.join(' / ')}`
    : `those who chose alumni news and are all of this: ${conditions.join('; ')}`;
}
