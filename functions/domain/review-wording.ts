import type { Audience, Finding } from './edition-content.ts';
import type { Bilingual, Language } from './language.ts';
import { dateInWords, oneLine } from './wording.ts';

/** What a reviewer reads of something that is to be told to outsiders, whatever it is. */

const languageNames: Readonly<Record<Language, Bilingual>> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
};

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

function daysInWords({ lastDayFrom, lastDayTo }: Audience, language: Language): string | undefined {
  if (!lastDayFrom && !lastDayTo) return undefined;
  const from = lastDayFrom ? dateInWords(lastDayFrom, language) : undefined;
  const to = lastDayTo ? dateInWords(lastDayTo, language) : undefined;
  if (language === 'ja') return `退職日が${from ? `${from}以降` : ''}${from && to ? '、' : ''}${to ? `${to}以前` : ''}`;
  return `last day ${from && to ? `from ${from} to ${to}` : from ? `on or after ${from}` : `on or before ${to}`}`;
}

/**
 * What must hold for somebody to be told, a condition each.
 * @param spoken the languages in which it is told
 */
export function conditionsInWords(audience: Audience, spoken: readonly Language[], language: Language): string[] {
  const [only, other] = spoken;
  const days = daysInWords(audience, language);
  const countries = audience.countries?.map(oneLine).join(language === 'ja' ? '、' : ' or ');
  return language === 'ja'
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
}
