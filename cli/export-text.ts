import type { AtGathering, Holdings } from '../functions/adapters/holdings.ts';
import { purposes } from '../functions/domain/consent.ts';
import { purposeWording } from '../functions/domain/consent-wording.ts';
import type { PersonFile } from '../functions/domain/decision.ts';
import { readTold } from '../functions/domain/gathering.ts';
import { gatheringName } from '../functions/domain/gathering-name.ts';
import type { Bilingual, Language } from '../functions/domain/language.ts';
import type { Person, Stint } from '../functions/domain/person.ts';
import type { Profile } from '../functions/domain/profile.ts';
import type { Question } from '../functions/domain/question.ts';
import type { Place } from '../functions/domain/room.ts';
import { editionName } from '../functions/outreach/wording.ts';
import { localTime } from './time.ts';

/** Everything held about somebody. Task tokens are keys of the machinery and say nothing about anybody. */
export type Export = {
  employeeId: string;
  exportedAt: string;
  profile?: Profile;
  person: Person;
  questions: Omit<Question, 'taskToken' | 'parkedRound'>[];
  /** On guest lists and in rooms. */
  gatherings: readonly AtGathering[];
} & Pick<Holdings, 'entries' | 'mails' | 'rsvps' | 'evidence'>;

type Held = Holdings & Pick<Export, 'gatherings'>;

/** Puts together an export. */
export function exportOf(employeeId: string, file: PersonFile, holdings: Held, now: string): Export {
  const { person, profile, questions } = file;
  const { mails, entries, rsvps, gatherings, evidence } = holdings;
  return {
    employeeId,
    exportedAt: now,
    ...(profile && { profile }),
    person,
    questions: questions.map(withoutToken),
    entries: byTime(entries),
    mails: byTime(mails),
    rsvps: byTime(rsvps),
    gatherings,
    evidence: byTime(evidence),
  };
}

function withoutToken(question: Question): Export['questions'][number] {
  const { taskToken: _, parkedRound: __, ...rest } = question;
  return rest;
}

function byTime<T extends { at: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The export to read, in the person's language; in both where only a tombstone is left. */
export function exportText(held: Export, timeZone: string): string {
  const languages: Language[] = held.profile ? [held.profile.language] : ['ja', 'en'];
  return languages.map((language) => textIn(language, held, timeZone)).join('\n\n');
}

function textIn(language: Language, held: Export, timeZone: string): string {
  const say = ({ [language]: words }: Bilingual) => words;
  const at = (time: string) => localTime(time, timeZone);
  const { person, profile } = held;
  const section = (title: Bilingual, lines: readonly string[]) =>
    lines.length > 0 ? ['', say(title), ...lines.map((line) => `  ${line}`)] : [];
  const colon = language === 'ja' ? ':' : ': ';
  const field = (name: Bilingual, value: string | undefined) => (value ? [`${say(name)}${colon}${value}`] : []);
  return [
    say({
      ja: `社員番号 ${held.employeeId} の方についてお預かりしている情報`,
      en: `What we hold about employee ${held.employeeId}`,
    }),
    say({ ja: `${at(held.exportedAt)} 時点(${timeZone})`, en: `as of ${at(held.exportedAt)} (${timeZone})` }),
    ...section(
      { ja: 'プロフィール', en: 'Profile' },
      profile ? profileNames.flatMap(([key, name]) => field(name, profile[key])) : [],
    ),
    ...section(
      { ja: '在籍と手続き', en: 'Employment and where it stands' },
      person.stints.flatMap((stint) => stintLines(stint, say, colon)),
    ),
    ...section({ ja: '現在の設定', en: 'Settings' }, [
      ...field(
        { ja: '同意いただいている項目', en: 'Consented to' },
        person.consents.map((purpose) => say(purposeWording[purpose].title)).join(', '),
      ),
      ...(person.stopped ? [say({ ja: 'メールを停止しています', en: 'Mail is stopped' })] : []),
      ...field({ ja: 'メールのお休み、再開日', en: 'Mail paused until' }, person.pausedUntil),
      ...(person.bounced ? [say({ ja: 'メールが届きませんでした', en: 'Mail came back from the address' })] : []),
      ...field({ ja: '次のご連絡の予定日', en: 'Next outreach' }, person.nextOutreach),
      ...field({ ja: '消去の予定日', en: 'Deleted on' }, person.expires),
    ]),
    ...section(
      { ja: 'お尋ねしたこと', en: 'What was asked' },
      held.questions.map((question) => {
        const { kind, askedAt, reminders, status, outcome, settledAt } = question;
        const asked = `${at(askedAt)}  ${say(questionNames[kind])}`;
        const reminded =
          reminders > 0 ? say({ ja: `、再連絡 ${reminders} 回`, en: `, reminded ${reminders} times` }) : '';
        const open = say({ ja: '、未回答', en: ', open' });
        const settled = `${say({ ja: '、', en: ', ' })}${outcome ?? status}${settledAt ? ` (${at(settledAt)})` : ''}`;
        return `${asked}${reminded}${status === 'open' ? open : settled}`;
      }),
    ),
    ...section(
      { ja: '経過', en: 'What happened' },
      held.entries.map(
        (entry) =>
          `${at(entry.at)}  ${entryInWords(entry.what, language)}${entry.rule ? ` [${entry.rule}]` : ''} (${say(deciderNames[entry.by])}, ${say({ ja: '規程', en: 'policy' })} ${entry.policyVersion})`,
      ),
    ),
    ...section(
      { ja: 'お送りしたメール', en: 'Mails' },
      held.mails.map(
        (mail) =>
          `${at(mail.at)}  ${say(mailNames[mail.purpose])}${newsOf(mail, language)} (${say(mailStatusNames[mail.status])})`,
      ),
    ),
    ...section(
      { ja: '交流会へのご回答', en: 'What you said about gatherings' },
      held.rsvps.map(({ at: time, gathering, answer, needs, reply, survey }) => {
        const details = [
          say(answer === 'yes' ? { ja: '参加する', en: 'coming' } : { ja: '参加しない', en: 'not coming' }),
          ...field({ ja: 'ご希望', en: 'needs' }, needs),
          ...field({ ja: '質問への回答', en: 'reply' }, reply),
          ...field({ ja: '感想', en: 'how it was' }, survey && `${survey.rating}/5 ${survey.comment ?? ''}`.trim()),
        ];
        return `${at(time)}  ${gatheringName(gathering, language)} (${details.join(', ')})`;
      }),
    ),
    ...section(
      { ja: '交流会の名簿とお席', en: 'Guest lists and places at gatherings' },
      held.gatherings.map(({ gathering, told, place }) => {
        const { status, party, came } = place ?? {};
        const details = [
          ...(told === undefined ? [] : [say({ ja: 'ご案内した方の名簿に記録', en: 'among those who were invited' })]),
          ...(status ? [say(placeNames[status])] : []),
          ...(party ? [say({ ja: `ご本人を含めて${party}名`, en: `a party of ${party}` })] : []),
          ...(came ? [say({ ja: `${came}名が来場`, en: `${came} came` })] : []),
        ];
        return `${gatheringName(gathering, language)} (${details.join(', ')})`;
      }),
    ),
    ...section(
      { ja: '同意の記録', en: 'Evidence of consent' },
      held.evidence.map((proof) => {
        const chosen =
          proof.purposes.map((purpose) => say(purposeWording[purpose].title)).join(', ') ||
          say({ ja: 'なし', en: 'none' });
        const details = [
          ...field({ ja: '方法', en: 'how' }, say(methodNames[proof.method])),
          ...field({ ja: '文面の版', en: 'wording' }, proof.wording),
          ...field({ ja: '言語', en: 'language' }, proof.language),
          ...field({ ja: '原本', en: 'original' }, proof.source),
          ...field({ ja: '保管期限', en: 'kept until' }, proof.until),
        ];
        return `${at(proof.at)}  ${chosen} (${details.join(', ')})`;
      }),
    ),
    '',
    say({
      ja: '氏名やアドレスを含まない照合用の値も保管しています。全項目はJSONファイルにあります。',
      en: 'Keyed hashes, which hold neither name nor address, are kept too. The JSON holds every field.',
    }),
  ].join('\n');
}

type Say = (words: Bilingual) => string;

/** The edition and the gatherings that a mail told of. */
function newsOf({ edition, gatherings = [] }: Export['mails'][number], language: Language): string {
  const news = [
    ...(edition === undefined ? [] : [editionName(edition, language)]),
    ...gatherings.map((told) => gatheringName(readTold(told).number, language)),
  ];
  return news.map((name) => `${language === 'ja' ? '、' : ', '}${name}`).join('');
}

function stintLines(stint: Stint, say: Say, colon: string): string[] {
  const facts = 'facts' in stint ? [stint.facts.contract, stint.facts.reason, stint.facts.country].join(', ') : '';
  const extra = [
    ...(facts ? [`${say({ ja: '雇用形態・退職理由・国', en: 'contract, reason, country' })}${colon}${facts}`] : []),
    ...('rule' in stint ? [`${say({ ja: '判断の根拠', en: 'rule' })}${colon}${stint.rule}`] : []),
    ...('wish' in stint && stint.wish
      ? [`${say({ ja: '復帰のご希望', en: 'wish to return' })}${colon}${stint.wish}`]
      : []),
    ...('until' in stint ? [`${say({ ja: '保管期限', en: 'kept until' })}${colon}${stint.until}`] : []),
  ];
  return [
    `${stint.hireDate} – ${stint.lastDay}  ${say(statusNames[stint.status])}`,
    ...extra.map((line) => `  ${line}`),
  ];
}

const profileNames: readonly [keyof Profile, Bilingual][] = [
  ['employeeId', { ja: '社員番号', en: 'Employee number' }],
  ['name', { ja: 'お名前', en: 'Name' }],
  ['nameKana', { ja: 'ふりがな', en: 'Name in kana' }],
  ['address', { ja: 'メールアドレス', en: 'Address in use' }],
  ['reportedAddress', { ja: '人事システムのメールアドレス', en: 'Address as reported' }],
  ['workEmail', { ja: '会社のメールアドレス', en: 'Work address' }],
  ['language', { ja: '言語', en: 'Language' }],
  ['department', { ja: '部署', en: 'Department' }],
  ['role', { ja: '職務', en: 'Role' }],
];

const statusNames: Readonly<Record<Stint['status'], Bilingual>> = {
  reported: { ja: '退職の連絡あり', en: 'departure reported' },
  'on hold': { ja: '人事の確認待ち', en: 'waits for HR' },
  asking: { ja: '同意をお尋ね中', en: 'asked for consent' },
  consented: { ja: '同意済み、退職日待ち', en: 'consented, before the last day' },
  enrolled: { ja: '登録済み', en: 'enrolled' },
  'not eligible': { ja: '対象外', en: 'not eligible' },
  'no departure': { ja: '退職にあたらない', en: 'no departure' },
  cancelled: { ja: '退職取りやめ', en: 'departure cancelled' },
  expired: { ja: '保管期間終了', en: 'data expired' },
  declined: { ja: '登録しない', en: 'declined' },
  silent: { ja: 'ご回答なし', en: 'no answer' },
  erased: { ja: '消去済み', en: 'erased' },
};

const questionNames: Readonly<Record<Question['kind'], Bilingual>> = {
  reason: { ja: '退職理由(人事へ)', en: 'the reason for leaving (HR was asked)' },
  address: { ja: 'メールアドレス(人事へ)', en: 'a personal address (HR was asked)' },
  confirmation: { ja: '新しいアドレスの確認', en: 'whether a new address is right' },
  consent: { ja: '登録の同意', en: 'consent' },
  'last day': { ja: '退職日の経過', en: 'the end of the last day' },
};

const placeNames: Readonly<Record<Place['status'], Bilingual>> = {
  attending: { ja: 'お席あり', en: 'has a place' },
  waiting: { ja: 'キャンセル待ち', en: 'on the waiting list' },
  offered: { ja: 'お席を取り置き中', en: 'a place is kept' },
  lapsed: { ja: 'お席の取り置き期間終了', en: 'the time to take a place is over' },
  left: { ja: '参加取りやめ', en: 'not coming after all' },
};

const deciderNames: Readonly<Record<Export['entries'][number]['by'], Bilingual>> = {
  hris: { ja: '人事システム', en: 'HR system' },
  leaver: { ja: 'ご本人', en: 'you' },
  hr: { ja: '人事', en: 'HR' },
  rule: { ja: '規則', en: 'rule' },
  calendar: { ja: '日付', en: 'calendar' },
  ses: { ja: 'メール配信', en: 'mail system' },
};

const mailNames: Readonly<Record<Export['mails'][number]['purpose'], Bilingual>> = {
  'consent-request': { ja: '登録のご案内', en: 'request for consent' },
  'consent-reminder': { ja: '登録のご案内(再送)', en: 'reminder' },
  'address-notice': {
    ja: '新しいアドレスのお知らせ(今のアドレス宛て)',
    en: 'notice of a new address (to the one in use)',
  },
  'confirm-address': { ja: 'アドレスの確認', en: 'confirmation of an address' },
  welcome: { ja: '登録完了のお知らせ', en: 'welcome' },
  'ask-for-address': { ja: 'アドレスの照会(人事宛て)', en: 'request for an address (to HR)' },
  'ask-about-reason': { ja: '退職理由の照会(人事宛て)', en: 'question about the reason (to HR)' },
  outreach: { ja: 'お便り', en: 'a note to alumni' },
  'gathering-invitation': { ja: '交流会のご案内', en: 'invitation to a gathering' },
  'gathering-reminder': { ja: '交流会のご案内(再送)', en: 'reminder of a gathering' },
  'gathering-place': { ja: '交流会のお席のお知らせ', en: 'your place at a gathering' },
  'gathering-change': { ja: '交流会の変更のお知らせ', en: 'change of a gathering' },
  'gathering-cancelled': { ja: '交流会の中止のお知らせ', en: 'a gathering is called off' },
  'gathering-details': { ja: '交流会の前日のご案内', en: 'details of a gathering' },
  'gathering-thanks': { ja: '交流会のお礼', en: 'thanks for coming' },
};

const mailStatusNames: Readonly<Record<Export['mails'][number]['status'], Bilingual>> = {
  claimed: { ja: '送信中', en: 'being sent' },
  sent: { ja: '送信済み', en: 'sent' },
  held: { ja: '送信を確認中', en: 'in doubt' },
  delivered: { ja: '配信済み', en: 'delivered' },
  delayed: { ja: '一時的な不達', en: 'came back for now' },
  bounced: { ja: '不達', en: 'came back' },
  complained: { ja: '迷惑メールとして報告', en: 'reported as spam' },
};

const methodNames: Readonly<Record<Export['evidence'][number]['method'], Bilingual>> = {
  link: { ja: 'リンク', en: 'by link' },
  'one-click': { ja: 'ワンクリック停止', en: 'one-click unsubscribe' },
  import: { ja: '取り込み', en: 'imported' },
  hr: { ja: '人事', en: 'by HR' },
  reply: { ja: 'メールの返信', en: 'by reply' },
  telephone: { ja: '電話', en: 'by telephone' },
  letter: { ja: '書面', en: 'by letter' },
};

/** What the timeline's words are in Japanese; after one that ends with a space come its details. */
const entriesInJapanese: readonly [string, string][] = [
  ['former employee imported with consent', '制度開始前に退職された方として、同意とともに登録'],
  ['came to gathering ', '交流会に参加 No.'],
  ['did not come to gathering ', '交流会に欠席 No.'],
  ['departure announced again', '退職の再連絡'],
  ['departure announced', '退職の連絡'],
  ['departure changed', '退職の連絡内容の変更'],
  ['departure cancelled', '退職の取りやめ'],
  ['departure near', '退職日が近づいたため手続きを開始'],
  ['reopened', '人事により再度お尋ね'],
  ['eligible', '対象と判断'],
  ['not eligible', '対象外と判断'],
  ['no departure', '退職にあたらないと判断'],
  ['on hold', '人事の確認待ち'],
  ['put on hold', '人事により保留'],
  ['released', '保留の解除'],
  ['asked: ', 'お尋ね: '],
  ['reminded: ', '再連絡: '],
  ['consent given: ', '同意: '],
  ['consent changed: ', '同意の変更: '],
  ['mail paused until ', 'メールのお休み、再開日: '],
  ['pause ended', 'メールのお休みの終了'],
  ['mail stopped', 'メールの停止'],
  ['complaint, mail stopped', '迷惑メールとしての報告により、メールを停止'],
  ['new address confirmed', '新しいアドレスの確認'],
  ['new address not confirmed, dropped', '新しいアドレスは確認されず破棄'],
  ['new address bounced, dropped', '新しいアドレスは不達のため破棄'],
  ['address bounced', 'アドレス不達'],
  ['address recorded', 'アドレスの記録'],
  ['enrolled', '登録完了'],
];

function entryInWords(what: string, language: Language): string {
  if (language === 'en') return what;
  const found = entriesInJapanese.find(([words]) =>
    words.endsWith(' ') ? what.startsWith(words) : what === words || what.startsWith(`${words}:`),
  );
  return found ? found[1] + detailsInJapanese(what.slice(found[0].length)) : what;
}

/** What follows the colon: purposes, the kind of a question, or a reason, which stays as it is. */
function detailsInJapanese(details: string): string {
  const words = new Map([
    ...purposes.map((purpose) => [purpose, purposeWording[purpose].title.ja] as const),
    ...Object.entries(questionNames).map(([kind, { ja }]) => [kind, ja] as const),
  ]);
  return details
    .split(', ')
    .map((detail) => words.get(detail) ?? (detail === 'none' ? 'なし' : detail))
    .join('、');
}
