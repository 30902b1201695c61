import type { Bilingual } from './language.ts';
import type { TermName } from './offer.ts';

/** What each term of an offer is called, and what whoever writes it puts there. */

export const termTitles: Readonly<Record<TermName, Bilingual>> = {
  work: { ja: '従事する業務', en: 'Work' },
  'range of work': { ja: '業務の変更の範囲', en: 'Range of work' },
  place: { ja: '就業の場所', en: 'Place of work' },
  'range of places': { ja: '就業の場所の変更の範囲', en: 'Range of places' },
  hours: { ja: '始業・終業の時刻と休憩', en: 'Working hours and breaks' },
  'days off': { ja: '休日', en: 'Days off' },
  leave: { ja: '休暇', en: 'Leave' },
  wage: { ja: '賃金', en: 'Wage' },
  'payment of wages': { ja: '賃金の締切日・支払日・支払方法', en: 'Payment of wages' },
  'pay rises': { ja: '昇給', en: 'Pay rises' },
  leaving: { ja: '退職に関する事項', en: 'Leaving' },
  'earlier service': { ja: '以前の在籍期間の扱い', en: 'Earlier service' },
  renewal: { ja: '契約の更新', en: 'Renewal' },
  'limit of renewals': { ja: '更新の上限', en: 'Limit of renewals' },
  conversion: { ja: '無期労働契約への転換', en: 'Conversion to a permanent contract' },
  'retirement allowance': { ja: '退職手当', en: 'Retirement allowance' },
  bonus: { ja: '賞与', en: 'Bonus' },
  'whom to ask': { ja: '雇用管理の改善に関する相談窓口', en: 'Whom to ask' },
  task: { ja: '業務の内容', en: 'Task' },
  delivery: { ja: '納期または役務を提供する期間', en: 'Delivery' },
  'place of delivery': { ja: '納品または役務を提供する場所', en: 'Place of delivery' },
  fee: { ja: '報酬の額', en: 'Fee' },
  'payment day': { ja: '報酬の支払期日', en: 'Day of payment' },
  inspection: { ja: '検査を完了する期日', en: 'Inspection' },
  'payment other than in cash': { ja: '現金以外の方法で支払う場合の事項', en: 'Payment other than in cash' },
};

/** For the sample files, and where a term is missing. */
export const termHints: Readonly<Record<TermName, Bilingual>> = {
  work: { ja: '雇入れ直後に就く業務の内容', en: 'the work to begin with' },
  'range of work': {
    ja: '将来の配置で変わりうる業務の範囲。変わらなければ「変更なし」',
    en: 'to what work it may change in the future; “no change” where it may not',
  },
  place: {
    ja: '雇入れ直後の勤務地。在宅勤務ができるときは、その旨も',
    en: 'where the work is done to begin with, at home too where that is allowed',
  },
  'range of places': {
    ja: '将来の配置で変わりうる勤務地の範囲。変わらなければ「変更なし」',
    en: 'to what places it may change in the future; “no change” where it may not',
  },
  hours: {
    ja: '始業と終業の時刻、休憩時間、所定労働時間を超える労働の有無、交替制のときはその内容',
    en: 'when work begins and ends, breaks, whether there is overtime, and shifts where there are any',
  },
  'days off': { ja: '休日の曜日や日数', en: 'which days, or how many' },
  leave: {
    ja: '年次有給休暇の日数と、そのほかの休暇',
    en: 'days of annual paid leave, and other kinds of leave',
  },
  wage: {
    ja: '基本賃金、手当、割増賃金率と、それぞれの計算方法',
    en: 'basic wage, allowances and rates for overtime, and how each is worked out',
  },
  'payment of wages': {
    ja: '賃金の締切日、支払日、支払方法',
    en: 'the day to which wages are counted, the day of payment, and how they are paid',
  },
  'pay rises': { ja: '昇給の有無と、その時期や決め方', en: 'whether there are any; when, and how they are decided' },
  leaving: {
    ja: '定年、自己都合退職の手続き、解雇の事由と手続き',
    en: 'age of retirement, how to resign, and on what grounds and how employment is ended',
  },
  'earlier service': {
    ja: '年次有給休暇や退職金などで、以前の在籍期間を通算するかどうか',
    en: 'whether earlier years here count, for annual leave, retirement allowance and the like',
  },
  renewal: {
    ja: '更新の有無(自動更新、更新する場合がある、更新しない)と、その判断の基準',
    en: 'whether the contract is or may be renewed, and by what it is decided',
  },
  'limit of renewals': {
    ja: '通算契約期間または更新回数の上限。なければ「上限なし」',
    en: 'how many years in all or how many renewals at most; “none” where there is no limit',
  },
  conversion: {
    ja: '無期転換を申し込めるかどうかと、転換後の労働条件。この契約期間に申込権が生じなければ、その旨',
    en: 'whether conversion can be asked for and on what terms; or that no such right arises in this period',
  },
  'retirement allowance': {
    ja: '退職手当の有無と、ある場合は決め方や支払時期',
    en: 'whether there is one; if so, how it is worked out and when it is paid',
  },
  bonus: {
    ja: '賞与の有無と、ある場合は決め方や支払時期',
    en: 'whether there is one; if so, how it is worked out and when it is paid',
  },
  'whom to ask': {
    ja: 'パートタイム・有期雇用の方の相談窓口(部署、担当者、連絡先)',
    en: 'who answers questions of part-time and fixed-term employees: section, name and contact',
  },
  task: {
    ja: '給付の内容。品目、数量、仕様、知的財産権の譲渡や許諾があればその範囲',
    en: 'what is delivered or done: kind, quantity, specification, and which rights pass over',
  },
  delivery: {
    ja: '給付を受け取る期日、または役務の提供を受ける日や期間',
    en: 'the day of delivery, or the days on which the service is done',
  },
  'place of delivery': {
    ja: '納品先、または役務を提供する場所。オンラインのときは、その方法',
    en: 'where it is delivered or done; online, by what means',
  },
  fee: {
    ja: '報酬の額と消費税の扱い。額を書けないときは算定方法。負担する経費があれば、その扱い',
    en: 'the amount and consumption tax, or how it is worked out; expenses that are paid besides',
  },
  'payment day': {
    ja: '支払う日が特定できる書き方で(例: 毎月末日締め、翌月20日払い)',
    en: 'the day, so that it is certain, such as the 20th of the month after delivery',
  },
  inspection: { ja: '納品を検査するとき、検査を終える期日', en: 'by when what was delivered is inspected' },
  'payment other than in cash': {
    ja: '方法(手形、電子記録債権、デジタル払いなど)と、その金額や期日など',
    en: 'the means, such as bills or electronic claims, with amount and dates',
  },
};
