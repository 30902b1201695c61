import type { Bilingual, Language } from '../../functions/domain/language.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import type { LedgerReport } from '../../functions/domain/ledger-report.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { PlainDate } from '../../functions/domain/time.ts';
import { dateInWords } from '../../functions/domain/wording.ts';

/** The words for the ledger that its report, its file and its picture share. */

export const entryKinds: Readonly<Record<LedgerEntry['kind'], Bilingual>> = {
  'gathering cost': { ja: '交流会の費用', en: 'gatherings' },
  'gathering fees': { ja: '交流会の会費', en: 'fees paid at gatherings' },
  reward: { ja: '謝礼', en: 'rewards' },
  'reward clawback': { ja: '謝礼の返還', en: 'rewards claimed back' },
  'agency fee avoided': { ja: '節約できた人材紹介手数料', en: 'agency fees avoided' },
  'lead revenue': { ja: 'ご紹介による売上', en: 'revenue from leads' },
};

/** For what has no cohort. */
export const everybody: Bilingual = { ja: '全員', en: 'everybody' };

/** What was asked for, where that is not everything. */
export type Span = { from?: PlainDate; to?: PlainDate };

/** A month as people write it: 2027年5月, May 2027. */
export function monthInWords(month: string, language: Language): string {
  return language === 'ja'
    ? `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`
    : dateInWords(`${month.slice(0, 7)}-01`, 'en').replace(/^1 /, '');
}

/** What the programme cost and brought back, and what that comes to. */
export function balanceInWords(report: LedgerReport, span: Span, language: Language): string {
  const { cost, returned, balance, currency, last } = report;
  const money = (amount: number) => moneyInWords(amount, currency, language);
  const until = span.to ? dateInWords(last, language) : monthInWords(last, language);
  const since = span.from && dateInWords(span.from, language);
  if (language === 'ja') {
    const when = since ? `${since}から${until}まで` : `${until}まで`;
    const returns = returned === 0 ? '成果はまだありません' : `成果は${money(returned)}です`;
    const costs = cost === 0 ? '費用はかかっておらず' : `費用は${money(cost)}で`;
    const sign = balance < 0 ? 'マイナス' : 'プラス';
    const comesTo = balance === 0 ? 'ゼロ' : `${money(Math.abs(balance))}の${sign}`;
    return `${when}のアルムナイ制度の${costs}、${returns}。差し引きは${comesTo}です。`;
  }
  const when = since ? `From ${since} to ${until}` : `By ${until}`;
  const sum = (amount: number) => (amount === 0 ? 'nothing' : money(amount));
  const has = since ? '' : 'has ';
  const said = `${when} the programme ${has}cost ${sum(cost)} and brought back ${sum(returned)}`;
  if (cost === 0 || returned === 0) return `${said}.`;
  if (balance === 0) return `${said}, which is as much as it cost.`;
  return `${said}, which is ${money(Math.abs(balance))} ${balance < 0 ? 'less' : 'more'} than it cost.`;
}

/** What is said where nothing is booked. */
export function nothingInWords({ from, to }: Span, language: Language): string {
  const day = (date: PlainDate) => dateInWords(date, language);
  if (language === 'ja') {
    const when = `${from ? `${day(from)}から` : ''}${to ? `${day(to)}まで` : ''}`;
    return when ? `${when}の収支の記録はありません。` : '収支の記録はまだありません。';
  }
  if (!from && !to) return 'Nothing is booked yet.';
  return `Nothing is booked${from ? ` from ${day(from)} on` : ''}${to ? ` until ${day(to)}` : ''}.`;
}
