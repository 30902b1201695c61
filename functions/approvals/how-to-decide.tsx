import type { AskingMail } from '../domain/approval.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import type { ApprovalRules } from '../domain/policy-approval.ts';
import { durationInWords, oneLine } from '../domain/wording.ts';
import type { Sayings } from '../mail/letter-to-staff.tsx';
import { waysBelow } from '../mail/review-parts.tsx';

/** What every mail that asks an approver for a decision shares, whatever is decided. */

/** How the approver decides; the code and the link are theirs alone. */
export type ToDecide = Readonly<{
  policy: Policy;
  mail: AskingMail;
  /** The name of whom they stand in for. */
  deputyOf?: string | undefined;
  /** The waiting execution. */
  executionUrl: string;
  /** The state machine that takes the console's word. */
  stateMachineUrl: string;
  /** What it is given to approve, ready to be pasted. */
  consoleInput: string;
  commands: { approve: string; reject: string };
  code: string;
}>;

const marks: Readonly<Record<AskingMail, Bilingual>> = {
  ask: { ja: '', en: '' },
  remind: { ja: '(再)', en: ' (reminder)' },
  escalate: { ja: '(代理)', en: ' (as deputy)' },
  'new code': { ja: '(新しいコード)', en: ' (new code)' },
};

/** Ends the subject. */
export function markOf({ mail, deputyOf }: Pick<ToDecide, 'mail' | 'deputyOf'>): Bilingual {
  return marks[mail === 'ask' && deputyOf ? 'escalate' : mail];
}

/** What is the same of every such mail. */
export const approvalWords = {
  stop: {
    ja: '判断されるか、期限が過ぎると、お知らせは止まります。',
    en: 'Reminders stop once you’ve decided, or when the time is over.',
  },
  label: { ja: '判断のページを開く', en: 'Open the page and decide' },
} as const satisfies Record<string, Bilingual>;

/**
 * Why this mail comes, where it is not the first.
 * @param causes of a code that was used without a decision: 入力の誤り, something was mistyped
 */
export function occasion(
  { mail, deputyOf, policy }: ToDecide,
  causes: Bilingual,
  language: Language,
): Sayings[number][] {
  const { admin } = policy.company;
  const absent = deputyOf && oneLine(deputyOf);
  const ja = language === 'ja';
  const why = [
    ...(mail === 'remind' ? [ja ? '再度のお願いです。' : 'This is a reminder.'] : []),
    ...(mail === 'new code'
      ? [
          ja
            ? `前のコードが使われましたが、判断としては記録されませんでした(${causes.ja})。前のコードとリンクはもう使えませんので、新しいものをお送りします。お心当たりがなければ、すぐに${admin}へお知らせください。`
            : `Your earlier code was used, but no decision came of it (${causes.en}). That code and its link are spent, so here are new ones. If it wasn’t you, tell ${admin} at once.`,
        ]
      : []),
    ...(absent
      ? [
          ja
            ? `${absent}さんの判断がまだないため、代理としてお尋ねしています。`
            : `We’re asking you as the deputy of ${absent}, who hasn’t decided yet.`,
        ]
      : []),
  ];
  return why.length > 0 ? [{ words: why.join(ja ? '' : ' ') }] : [];
}

/**
 * The steps in the console, what to know about the code, and what happens without a decision.
 * @param machine the state machine's name
 * @param otherwise what comes of it when nobody decides in time, a sentence
 */
export function howToDecide(
  { consoleInput, executionUrl, stateMachineUrl }: ToDecide,
  { machine, otherwise, remindEvery }: { machine: string; otherwise: Bilingual } & Pick<ApprovalRules, 'remindEvery'>,
  language: Language,
): Sayings {
  const every = durationInWords(remindEvery, language);
  return language === 'ja'
    ? [
        {
          words: '判断は、Step Functionsのコンソールで次の順に操作すると記録されます。',
          steps: [
            { words: `ステートマシン ${machine} を開く`, url: stateMachineUrl },
            { words: '「実行を開始」を押す' },
            { words: '入力欄を空にして、下の入力をそのまま貼り付ける' },
            { words: 'もう一度「実行を開始」を押す' },
            { words: '緑(成功)で終われば記録済み。赤(失敗)なら、理由が一文で示される' },
          ],
        },
        { words: '貼り付ける入力(承認)', command: consoleInput },
        {
          words:
            '否認するときは、approveをrejectに書き換えてください。noteには理由を書けますが、実行の記録に残りますので、個人のお名前は書かないようお願いします。',
        },
        {
          words: 'コードもリンクもご本人専用で、一度だけ使えます。このメールは、どなたにも転送なさらないでください。',
        },
        { words: '判断を待っている実行', link: { label: 'コンソールで見る', url: executionUrl } },
        { words: `${otherwise.ja}それまで、${every}ごとにお知らせします。`, quiet: true },
        { words: 'コンソールを使わないときは、次のページか、このメールの下にあるコマンドでも判断できます。' },
      ]
    : [
        {
          words: 'To decide in the Step Functions console, take these steps:',
          steps: [
            { words: `Open the state machine ${machine}`, url: stateMachineUrl },
            { words: 'Press “Start execution”' },
            { words: 'Clear the input and paste the one below as it stands' },
            { words: 'Press “Start execution” again' },
            { words: 'If it ends green, your decision is on record; if red, a sentence says why it isn’t' },
          ],
        },
        { words: 'The input to paste (approve)', command: consoleInput },
        {
          words:
            'To reject, write reject instead of approve. The note may say why; it stays in the record of the execution, so please name nobody in it.',
        },
        { words: 'The code and the link are yours alone and work once. Please don’t forward this mail to anybody.' },
        { words: 'The execution that waits for it', link: { label: 'See it in the console', url: executionUrl } },
        { words: `${otherwise.en} Until then we’ll remind you every ${every}.`, quiet: true },
        { words: 'Away from the console, you can decide on this page, or with the commands below.' },
      ];
}

/** How to decide by command, below what both languages say. */
export function commandsBelow({ commands, code }: ToDecide): ReturnType<typeof waysBelow> {
  return waysBelow({ ja: 'コマンドで判断するとき', en: 'To decide by command' }, [
    { ja: '承認する', en: 'Approve', command: commands.approve },
    { ja: '否認する', en: 'Reject', command: commands.reject },
    {
      ja: 'ご本人だけのコード(一度だけ使えます。転送なさらないでください)',
      en: 'Your own code: it works once, and isn’t to be forwarded',
      command: code,
    },
  ]);
}
