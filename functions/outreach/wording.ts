import { type EditionContent, type Finding, languagesOf } from '../domain/edition-content.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { dateInWords } from '../domain/wording.ts';
import { oneLine } from '../mail/text.ts';

const languageNames: Readonly<Record<Language, Bilingual>> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
};

/** A count as people write it: 1,250. */
export function countInWords(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

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
    ? `アルムナイ通信 第${number}号「${oneLine(title).replaceAll('「', '『').replaceAll('」', '』')}」`
    : `alumni news no. ${number}: ${oneLine(title)}`;
}

const rules: Readonly<Record<Finding['rule'], Bilingual>> = {
  word: { ja: '注意する言葉', en: 'a word to look out for' },
  'internal-host': { ja: '社内だけのホスト名', en: 'a host that only exists inside' },
  secret: { ja: 'パスワードや鍵', en: 'a password or key' },
  'staff-address': { ja: '社員のアドレス', en: 'an employee’s address' },
};

const severities: Readonly<Record<Finding['severity'], Bilingual>> = {
  refuse: { ja: '【不可】', en: 'refused: ' },
  flag: { ja: '【要確認】', en: 'to look at: ' },
};

/** What the scan found: whether it must not leave or is to be looked at, and where it stands. */
export function findingInWords(finding: Finding, language: Language): string {
  const where = languageNames[finding.language][language];
  const what = rules[finding.rule][language];
  const found = oneLine(finding.found);
  const severity = severities[finding.severity][language];
  return language === 'ja'
    ? `${severity}${where}の${finding.line}行目: ${what}「${found}」`
    : `${severity}${where}, line ${finding.line}: ${what}, “${found}”`;
}

function daysInWords({ lastDayFrom, lastDayTo }: EditionContent['audience'], language: Language): string | undefined {
  if (!lastDayFrom && !lastDayTo) return undefined;
  const from = lastDayFrom ? dateInWords(lastDayFrom, language) : undefined;
  const to = lastDayTo ? dateInWords(lastDayTo, language) : undefined;
  if (language === 'ja') return `退職日が${from ? `${from}以降` : ''}${from && to ? '、' : ''}${to ? `${to}以前` : ''}`;
  return `last day ${from && to ? `from ${from} to ${to}` : from ? `on or after ${from}` : `on or before ${to}`}`;
}

/** Whom an edition is for, of those who chose alumni news. */
export function audienceInWords(content: EditionContent, language: Language): string {
  const { audience } = content;
  const [only, other] = languagesOf(content);
  const days = daysInWords(audience, language);
  const countries = audience.countries?.map(oneLine).join(language === 'ja' ? '、' : ' or ');
  const conditions =
    language === 'ja'
      ? [
          ...(only && !other ? [`${languageNames[only].ja}で受け取る`] : []),
          ...(countries ? [`勤務していた国が${countries}`] : []),
          ...(days ? [days] : []),
        ]
      : [
          ...(only && !other ? [`written to in ${languageNames[only].en}`] : []),
          ...(countries ? [`worked in ${countries}`] : []),
          ...(days ? [days] : []),
        ];
  if (conditions.length === 0)
    return language === 'ja' ? 'アルムナイ通信を選んだ方すべて' : 'everybody who chose alumni news';
  return language === 'ja'
    ? `アルムナイ通信を選んだ方のうち、次のすべてに当たる方: ${conditions.join(' / ')}`
    : `those who chose alumni news and are all of this: ${conditions.join('; ')}`;
}
