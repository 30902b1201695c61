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
import { editionName } from '../functions/outreach/wording.ts';
import type { HeldContribution } from './contribution/held.ts';
import { contributionLines } from './contribution/held-text.ts';
import {
  deciderNames,
  entriesInJapanese,
  mailNames,
  mailStatusNames,
  methodNames,
  placeNames,
  profileNames,
  questionNames,
  statusNames,
} from './export-words.ts';
import { rehireEntryInJapanese } from './rehire/entry-in-japanese.ts';
import type { HeldRehire } from './rehire/held.ts';
import { rehireLines } from './rehire/held-text.ts';
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
  /** With what they wrote. */
  contributions: readonly HeldContribution[];
  /** With what they wrote and were offered. */
  rehires: readonly HeldRehire[];
} & Pick<Holdings, 'entries' | 'mails' | 'rsvps' | 'evidence'>;

type Held = Holdings & Pick<Export, 'gatherings' | 'contributions' | 'rehires'>;

/** Puts together an export. */
export function exportOf(employeeId: string, file: PersonFile, holdings: Held, now: string): Export {
  const { person, profile, questions } = file;
  const { mails, entries, rsvps, gatherings, contributions, rehires, evidence } = holdings;
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
    contributions,
    rehires,
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
      { ja: 'ご協力と謝礼', en: 'Contributions and rewards' },
      held.contributions.flatMap((contribution) => contributionLines(contribution, { language, timeZone })),
    ),
    ...section(
      { ja: '復帰のご相談', en: 'Coming back' },
      held.rehires.flatMap((rehire) => rehireLines(rehire, { language, timeZone })),
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

function entryInWords(what: string, language: Language): string {
  if (language === 'en') return what;
  const ofRehire = rehireEntryInJapanese(what);
  if (ofRehire) return ofRehire;
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
