import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import { type ApprovalAbout, openApproval, type Rehire, type RehireApproval } from './rehire.ts';
import type { RehireApprovalOutcome } from './rehire-approval.ts';
import { conditionName, kindInWords } from './return-conditions-wording.ts';
import { momentInWords } from './reward-terms.ts';
import { dateOf, type Instant } from './time.ts';
import { dateInWords, oneLine } from './wording.ts';

/** What those who decide on a return read of it, and what they are told of their word, wherever they said it. */

export type RehireDecisionOutcome = RehireApprovalOutcome | 'wrong code' | 'unknown' | 'incomplete';

/** Outcomes with which the word counts. */
export const acceptedRehire: ReadonlySet<RehireDecisionOutcome> = new Set(['approved', 'one of two', 'rejected']);

const approved: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: {
    ja: 'お二人が認めたため、例外として手続きを進めます。',
    en: 'Both of you agree, so an exception is made and the return goes on.',
  },
  decision: {
    ja: '承認しました。採用担当が条件を作成し、ご本人に示します。',
    en: 'Approved. The recruiter writes the offer, and the alumnus decides.',
  },
};

const rejected: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: {
    ja: '例外を認めない判断を受け付けました。手続きは終わり、ご本人にお知らせします。',
    en: 'No exception is made. The case is over, and the alumnus is told.',
  },
  decision: {
    ja: '条件を示さない判断を受け付けました。手続きは終わり、ご本人にお知らせします。',
    en: 'No offer is made. The case is over, and the alumnus is told.',
  },
};

const sentences: Readonly<Record<Exclude<RehireDecisionOutcome, 'approved' | 'rejected' | 'decided'>, Bilingual>> = {
  'one of two': {
    ja: '承認を受け付けました。もうお一人が認めると、例外として手続きを進めます。',
    en: 'Your approval counts. The exception is made once another person has agreed too.',
  },
  spent: {
    ja: 'このコードはすでに使われています。まだ判断されていなければ、新しいコードをメールでお送りします。',
    en: 'This code has been used before. If you have not decided yet, a new one comes by mail.',
  },
  'said before': {
    ja: 'すでに判断をいただいています。お一人が二度判断することはできません。',
    en: 'You have decided on this return before. One person cannot decide on it twice.',
  },
  expired: {
    ja: '判断の期限が過ぎているため、受け付けられませんでした。この手続きは終わっています。',
    en: 'The time to decide is over, and so is the case.',
  },
  ended: {
    ja: 'この手続きは先へ進んだか、すでに終わっているため、判断は不要になりました。',
    en: 'The case has moved on or ended, so there is nothing to decide any more.',
  },
  'own return': {
    ja: 'ご自身の復帰を判断することはできません。',
    en: 'Nobody decides on their own return, and only people whom the policy lists do.',
  },
  'not understood': {
    ja: '判断を読み取れませんでした。decisionにはapproveまたはrejectと書いてください。コードは一度きりのため、新しいものをメールでお送りします。',
    en: 'The decision could not be read: write approve or reject. Each code works once, so a new one comes by mail.',
  },
  'no reason': {
    ja: '例外を認めるには、理由が必要です。コードは一度きりのため、新しいものをメールでお送りします。理由を添えて、もう一度ご判断ください。',
    en: 'An exception needs a reason. Each code works once, so a new one comes by mail: please decide again, and say why.',
  },
  incomplete: {
    ja: '入力にrehireとcodeが必要です。メールの入力をそのまま貼り付けてください。書かれていたコードは使えなくなり、新しいものをメールでお送りします。',
    en: 'The input needs a rehire and a code: paste the one of the mail as it stands. A code that was in it works no more, and a new one comes by mail.',
  },
  'wrong code': {
    ja: 'このご相談を判断する方のコードではありません。ほかのご相談のコードでしたら、使えなくなりましたので、新しいものをメールでお送りします。',
    en: 'This is not the code of somebody who decides on this return. If it was another return’s, it works no more, and a new one comes by mail.',
  },
  unknown: { ja: 'この番号のご相談はありません。', en: 'There is no return of this number.' },
};

/** What came of somebody's word. */
export function rehireDecisionInWords(
  outcome: RehireDecisionOutcome,
  rehire: Rehire | undefined,
  policy: Policy,
  language: Language,
): string {
  // The newest one on which somebody has decided: the next may have been asked for by that word.
  const approval = rehire?.approvals.findLast(({ said }) => said.length > 0);
  const about = approval?.about ?? 'decision';
  switch (outcome) {
    case 'approved':
      return approved[about][language];
    case 'rejected':
      return rejected[about][language];
    case 'decided': {
      const lead = language === 'ja' ? 'この件はすでに判断されています。' : 'This has been decided on already.';
      const who = approval ? saidInWords(approval, policy, language) : [];
      return [lead, ...who].join(language === 'ja' ? '' : ' ');
    }
    default:
      return sentences[outcome][language];
  }
}

/** The name of a listed person; the id, where they are listed no more. */
function nameOf(id: string, about: ApprovalAbout, { rehire }: Policy): string {
  return rehire[about].approvers.find((approver) => approver.id === id)?.name ?? id;
}

function saidInWords({ said, about }: RehireApproval, policy: Policy, language: Language): string[] {
  return said.map(({ approver, decision, at }) => {
    const name = nameOf(approver, about, policy);
    const day = dateInWords(dateOf(at, policy.company.timeZone), language);
    if (language === 'ja') return `${day}に${name}さんが${decision === 'approve' ? '承認' : '否認'}しました。`;
    return `${name} ${decision === 'approve' ? 'approved' : 'rejected'} it on ${day}.`;
  });
}

export type RehireTerm = { term: string; text: string };

/** Whose it is, and by when it is decided (as `approvalEnds` gives it) while that still matters. */
export type RehireSituation = Readonly<{ policy: Policy; name: string; closesOn?: Instant | undefined }>;

const talks: Readonly<Record<NonNullable<Rehire['talk']> | 'to come' | 'not wanted', Bilingual>> = {
  held: { ja: '実施しました', en: 'held' },
  'not held': { ja: '実施していません', en: 'not held' },
  'to come': { ja: 'ご本人が希望(これから)', en: 'wanted by the alumnus, still to come' },
  'not wanted': { ja: 'ご本人の希望なし', en: 'not wanted by the alumnus' },
};

/** What is decided on: who and what, each condition and whether it holds, the talk, and why an exception is made. */
export function rehireFacts(
  rehire: Rehire,
  { policy, name, closesOn }: RehireSituation,
  language: Language,
): RehireTerm[] {
  const { kind, from, talk, wantsTalk, approvals } = rehire;
  const fact = (ja: string, en: string, text: string) => ({ term: language === 'ja' ? ja : en, text });
  const later: Bilingual = { ja: '未定(これから相談)', en: 'still open' };
  return [
    fact('お名前', 'Name', oneLine(name)),
    fact('希望する契約', 'Kind of contract', kindInWords(kind, language)),
    fact('希望する時期', 'From', from ? dateInWords(from, language) : later[language]),
    ...conditionFacts(rehire, language),
    fact('カジュアル面談', 'Informal talk', talks[talk ?? (wantsTalk ? 'to come' : 'not wanted')][language]),
    ...approvals
      .filter(({ about }) => about === 'override')
      .flatMap(({ said }) => said)
      .flatMap(({ approver, decision, note }) => {
        if (decision === 'reject' || !note) return [];
        const who = nameOf(approver, 'override', policy);
        const words = oneLine(note);
        return [
          fact(
            '例外を認める理由',
            'Why an exception is made',
            language === 'ja' ? `${words}(${who})` : `${words} (${who})`,
          ),
        ];
      }),
    ...(closesOn ? [fact('判断の期限', 'Decide by', momentInWords(closesOn, policy, language))] : []),
  ];
}

const holding: Bilingual = { ja: '満たしています', en: 'holds' };
const missing: Bilingual = { ja: '満たしていません', en: 'does not hold' };
const excepted: Bilingual = { ja: '満たしていません(人事が例外を承認)', en: 'does not hold; HR has made an exception' };

/** Each condition by its name; whether the reason for leaving matters is for HR alone to see. */
function conditionFacts(rehire: Rehire, language: Language): RehireTerm[] {
  const isForHr = openApproval(rehire)?.approval.about === 'override';
  return rehire.conditions
    .filter(({ condition }) => isForHr || condition !== 'reason')
    .map(({ condition, holds, holdsFrom }) => {
      const against = (isForHr ? missing : excepted)[language];
      const from = holdsFrom && dateInWords(holdsFrom, language);
      const when = from ? (language === 'ja' ? `。${from}から満たします` : `; it will from ${from} on`) : '';
      return { term: conditionName(condition, language), text: holds ? holding[language] : `${against}${when}` };
    });
}
