import type { Bilingual, Language } from '../../functions/domain/language.ts';
import { termNames } from '../../functions/domain/offer.ts';
import { termTitles } from '../../functions/domain/offer-wording.ts';
import type { Rehire } from '../../functions/domain/rehire.ts';
import { rehireName } from '../../functions/domain/rehire-wording.ts';
import type { CheckInAnswer } from '../../functions/domain/rehire-words.ts';
import { conditionName, kindInWords } from '../../functions/domain/return-conditions-wording.ts';
import { localTime } from '../time.ts';
import type { HeldRehire } from './held.ts';

type Reader = { language: Language; timeZone: string };
type Field = (name: Bilingual, text: string | undefined) => string[];

/** The lines of an export about one return, with everything that was written. */
export function rehireLines(rehire: HeldRehire, { language, timeZone }: Reader): string[] {
  const { number, kind, at, openedBy, from, wantsTalk, talk, status, since, endedOn, conditions, otherKinds } = rehire;
  const { words, checkIns } = rehire;
  const say = ({ [language]: text }: Bilingual) => text;
  const comma = language === 'ja' ? '、' : ', ';
  const field: Field = (name, text) => {
    const [first, ...more] = (text ?? '').split(/\r\n?|\n/);
    const colon = language === 'ja' ? ':' : ': ';
    return text ? [`  ${say(name)}${colon}${first}`, ...more.map((line) => `    ${line}`)] : [];
  };
  const named = (results: HeldRehire['conditions']) =>
    results.map((result) => conditionInWords(result, language)).join(comma);
  const name = [rehireName(number, language), kindInWords(kind, language)].join(comma);
  const opened = openedBy === 'HR' ? [say({ ja: '人事が開始', en: 'opened by HR' })] : [];
  const on = endedOn ? ` ${endedOn}` : say({ ja: `、${since}から`, en: ` since ${since}` });
  const standing = [...opened, `${say(statusNames[status])}${on}`].join(comma);
  const isKnown = talk !== undefined || wantsTalk;
  return [
    `${localTime(at, timeZone)}  ${name} (${standing})`,
    ...field({ ja: '希望する時期', en: 'would like to begin' }, from),
    ...field({ ja: 'カジュアル面談', en: 'informal talk' }, isKnown ? say(talkNames[talk ?? 'to come']) : undefined),
    ...field({ ja: '満たす復帰の条件', en: 'conditions that hold' }, named(conditions.filter(({ holds }) => holds))),
    ...field(
      { ja: '満たさない復帰の条件', en: 'conditions that do not hold' },
      named(conditions.filter(({ holds }) => !holds)),
    ),
    ...field(
      { ja: 'すべて満たすほかの契約', en: 'other contracts for which all hold' },
      otherKinds.map((other) => kindInWords(other, language)).join(comma),
    ),
    ...field({ ja: '退職後のこと', en: 'what you have done since' }, words?.sinceThen),
    ...offerLines(rehire, language, field),
    ...field({ ja: 'チームへの自己紹介', en: 'what your team may read' }, words?.introduction),
    ...checkIns.flatMap(({ on }, index) => {
      const answer = words?.answers.find(({ checkIn }) => checkIn === index + 1);
      const asked = { ja: `${index + 1}回目のお尋ね ${on}`, en: `check-in ${index + 1} of ${on}` };
      return field(asked, answer && answerInWords(answer, language));
    }),
  ];
}

function offerLines({ offer, words }: HeldRehire, language: Language, field: Field): string[] {
  const made = words?.offer;
  if (!offer || !made) return [];
  const { revision, startsOn, answerBy } = offer;
  const { until, daysToPay, terms } = made;
  const kind = kindInWords(made.kind, language);
  return [
    ...field(
      { ja: `条件のご提示 第${revision}版`, en: `offer, revision ${revision}` },
      language === 'ja'
        ? `${kind}、${startsOn}から${until ? `${until}まで` : ''}、お返事の期限 ${answerBy}`
        : `${kind}, from ${startsOn}${until ? ` to ${until}` : ''}, to be answered by ${answerBy}`,
    ),
    ...termNames.flatMap((term) => field(termTitles[term], terms[term]).map((line) => `  ${line}`)),
    ...field(
      { ja: '受領から支払いまで', en: 'from receipt to payment' },
      daysToPay === undefined ? undefined : { ja: `${daysToPay}日以内`, en: `within ${daysToPay} days` }[language],
    ).map((line) => `  ${line}`),
  ];
}

function conditionInWords({ condition, holdsFrom }: Rehire['conditions'][number], language: Language): string {
  const from = holdsFrom ? { ja: `(${holdsFrom}から満たす)`, en: ` (from ${holdsFrom} on it does)` }[language] : '';
  return `${conditionName(condition, language)}${from}`;
}

function answerInWords({ prying, settled, text }: CheckInAnswer, language: Language): string {
  const chosen = [pryingNames[prying][language], settledNames[settled][language]].join(language === 'ja' ? '、' : ', ');
  return text ? `${chosen}\n${text}` : chosen;
}

const statusNames: Readonly<Record<Rehire['status'], Bilingual>> = {
  // In the words that they are told while it lasts.
  'waits for HR': { ja: '内容を拝見中', en: 'being looked at' },
  'waits for the talk': { ja: '面談待ち', en: 'waiting for the talk' },
  'waits for the decision': { ja: '社内で検討中', en: 'being decided on' },
  'waits for the offer': { ja: '条件を準備中', en: 'an offer in preparation' },
  'waits for the answer': { ja: 'お返事待ち', en: 'waiting for your answer' },
  onboarding: { ja: '初日に向けて準備中', en: 'preparing for the first day' },
  started: { ja: '復帰', en: 'back with the company' },
  'conditions not met': { ja: '復帰の条件を満たさず終了', en: 'the conditions were not met' },
  'not offered': { ja: '条件のご提示なし', en: 'no offer was made' },
  expired: { ja: '会社の判断が期限に間に合わず終了', en: 'the company did not decide in time' },
  withdrawn: { ja: 'お取り下げ', en: 'taken back' },
  declined: { ja: 'お見送り', en: 'you did not take the offer' },
  lapsed: { ja: 'お返事の期限切れ', en: 'the offer was not answered in time' },
  cancelled: { ja: '会社の判断で取りやめ', en: 'called off by the company' },
  'left again': { ja: '再びご退職', en: 'left again' },
  erased: { ja: '消去', en: 'erased' },
  completed: { ja: '復帰の手続き完了', en: 'complete' },
};

const talkNames: Readonly<Record<NonNullable<Rehire['talk']> | 'to come', Bilingual>> = {
  held: { ja: '実施済み', en: 'held' },
  'not held': { ja: '実施せず', en: 'not held' },
  'to come': { ja: 'ご希望あり', en: 'wanted' },
};

const pryingNames: Readonly<Record<CheckInAnswer['prying'], Bilingual>> = {
  none: { ja: '詮索されなかった', en: 'no prying questions' },
  some: { ja: '少し詮索された', en: 'some prying questions' },
  much: { ja: '多く詮索された', en: 'many prying questions' },
};

const settledNames: Readonly<Record<CheckInAnswer['settled'], Bilingual>> = {
  well: { ja: '要るものはそろっている', en: 'has what is needed' },
  partly: { ja: '足りないものがある', en: 'something is missing' },
  not: { ja: 'そろっていない', en: 'what is needed is missing' },
};
