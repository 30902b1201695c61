import type { Contribution } from '../functions/domain/contribution.ts';
import type { Bilingual } from '../functions/domain/language.ts';
import type { Stint } from '../functions/domain/person.ts';
import type { Profile } from '../functions/domain/profile.ts';
import type { Question } from '../functions/domain/question.ts';
import type { Reward } from '../functions/domain/reward.ts';
import type { Place } from '../functions/domain/room.ts';
import type { Export } from './export-text.ts';

/** The words of an export: what is stored as a name or a code, as people read it. */

export const profileNames: readonly [keyof Profile, Bilingual][] = [
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

export const statusNames: Readonly<Record<Stint['status'], Bilingual>> = {
  reported: { ja: '退職の連絡あり', en: 'departure reported' },
  'on hold': { ja: '人事の確認待ち', en: 'waits for HR' },
  asking: { ja: '同意をお尋ね中', en: 'asked for consent' },
  consented: { ja: '同意済み、退職日待ち', en: 'consented, before the last day' },
  enrolled: { ja: '登録済み', en: 'enrolled' },
  rehired: { ja: '復帰', en: 'came back' },
  'not eligible': { ja: '対象外', en: 'not eligible' },
  'no departure': { ja: '退職にあたらない', en: 'no departure' },
  cancelled: { ja: '退職取りやめ', en: 'departure cancelled' },
  expired: { ja: '保管期間終了', en: 'data expired' },
  declined: { ja: '登録しない', en: 'declined' },
  silent: { ja: 'ご回答なし', en: 'no answer' },
  erased: { ja: '消去済み', en: 'erased' },
};

export const questionNames: Readonly<Record<Question['kind'], Bilingual>> = {
  reason: { ja: '退職理由(人事へ)', en: 'the reason for leaving (HR was asked)' },
  address: { ja: 'メールアドレス(人事へ)', en: 'a personal address (HR was asked)' },
  confirmation: { ja: '新しいアドレスの確認', en: 'whether a new address is right' },
  consent: { ja: '登録の同意', en: 'consent' },
  'last day': { ja: '退職日の経過', en: 'the end of the last day' },
};

export const placeNames: Readonly<Record<Place['status'], Bilingual>> = {
  attending: { ja: 'お席あり', en: 'has a place' },
  waiting: { ja: 'キャンセル待ち', en: 'on the waiting list' },
  offered: { ja: 'お席を取り置き中', en: 'a place is kept' },
  lapsed: { ja: 'お席の取り置き期間終了', en: 'the time to take a place is over' },
  left: { ja: '参加取りやめ', en: 'not coming after all' },
};

export const contributionStatusNames: Readonly<Record<Contribution['status'], Bilingual>> = {
  'waits for the candidate': { ja: '候補者ご本人の入力待ち', en: 'waits for the candidate' },
  'waits for the confirmation': { ja: '候補者ご本人の確認待ち', en: 'waits for the confirmation' },
  'waits for the hire': { ja: '採用の結果待ち', en: 'waits for the hire' },
  'waits for the holding period': { ja: '採用後の在籍の確認待ち', en: 'waits for the holding period' },
  'waits for the deal': { ja: '取引の結果待ち', en: 'waits for the deal' },
  'waits for the answer': { ja: '担当者の返事待ち', en: 'waits for the answer' },
  qualified: { ja: '成果あり', en: 'something came of it' },
  'not qualified': { ja: '成果なし', en: 'nothing came of it' },
  duplicate: { ja: '先に届いたご紹介あり', en: 'the same was named before' },
  lapsed: { ja: '期間の経過により終了', en: 'nothing came of it in time' },
};

export const rewardStatusNames: Readonly<Record<Reward['status'], Bilingual>> = {
  'to be screened': { ja: '確認中', en: 'is checked' },
  'put off': { ja: '次の予算を待って確認', en: 'checked again with the next budget' },
  blocked: { ja: '規程によりなし', en: 'none, by the rules' },
  asking: { ja: '承認待ち', en: 'waits for approval' },
  approved: { ja: '承認済み', en: 'approved' },
  rejected: { ja: '承認されず', en: 'not approved' },
  expired: { ja: '承認の期限切れ', en: 'nobody decided in time' },
  declined: { ja: 'ご辞退', en: 'declined' },
  instructed: { ja: '支払い手配済み', en: 'payout under way' },
  paid: { ja: '支払い済み', en: 'paid' },
};

export const deciderNames: Readonly<Record<Export['entries'][number]['by'], Bilingual>> = {
  hris: { ja: '人事システム', en: 'HR system' },
  leaver: { ja: 'ご本人', en: 'you' },
  hr: { ja: '人事', en: 'HR' },
  rule: { ja: '規則', en: 'rule' },
  calendar: { ja: '日付', en: 'calendar' },
  ses: { ja: 'メール配信', en: 'mail system' },
};

export const mailNames: Readonly<Record<Export['mails'][number]['purpose'], Bilingual>> = {
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
  'contribution-invitation': { ja: '候補者へのご案内文', en: 'invitation for a candidate' },
  'contribution-outcome': { ja: 'ご協力の結果のお知らせ', en: 'what came of a contribution' },
  'reward-news': { ja: '謝礼のお知らせ', en: 'news of a reward' },
  'gathering-thanks': { ja: '交流会のお礼', en: 'thanks for coming' },
  'rehire-receipt': { ja: '復帰のご相談の受付', en: 'we have a request to come back' },
  'rehire-end': { ja: '復帰のご相談へのお返事', en: 'the end of a return' },
  'rehire-offer': { ja: '復帰の条件のご提示', en: 'an offer to come back' },
  'rehire-welcome': { ja: '復帰の初日までのご案内', en: 'welcome back' },
  'rehire-check-in': { ja: '復帰後のご様子のお尋ね', en: 'how somebody has settled in' },
};

export const mailStatusNames: Readonly<Record<Export['mails'][number]['status'], Bilingual>> = {
  claimed: { ja: '送信中', en: 'being sent' },
  sent: { ja: '送信済み', en: 'sent' },
  held: { ja: '送信を確認中', en: 'in doubt' },
  delivered: { ja: '配信済み', en: 'delivered' },
  delayed: { ja: '一時的な不達', en: 'came back for now' },
  bounced: { ja: '不達', en: 'came back' },
  complained: { ja: '迷惑メールとして報告', en: 'reported as spam' },
};

export const methodNames: Readonly<Record<Export['evidence'][number]['method'], Bilingual>> = {
  link: { ja: 'リンク', en: 'by link' },
  'one-click': { ja: 'ワンクリック停止', en: 'one-click unsubscribe' },
  import: { ja: '取り込み', en: 'imported' },
  hr: { ja: '人事', en: 'by HR' },
  reply: { ja: 'メールの返信', en: 'by reply' },
  telephone: { ja: '電話', en: 'by telephone' },
  letter: { ja: '書面', en: 'by letter' },
};

/** What the timeline's words are in Japanese; after one that ends with a space come its details. */
export const entriesInJapanese: readonly [string, string][] = [
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
  ['rehired', '復帰'],
  ['alumnus again', '復帰の取りやめにより、再び登録'],
];
