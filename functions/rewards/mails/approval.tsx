import { contributionName } from '../../domain/contribution-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { AskingMail } from '../../domain/reward.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { momentInWords, rewardFacts, ruleTerms } from '../../domain/reward-terms.ts';
import type { Instant } from '../../domain/time.ts';
import { durationInWords, oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { waysBelow } from '../../mail/review-parts.tsx';

/** What the question to an approver is made of; the code and the link are theirs alone. */
type ApprovalRequest = Readonly<{
  policy: Policy;
  contribution: Rewarded;
  approver: { name: string };
  mail: AskingMail;
  /** The name of whom they stand in for. */
  deputyOf?: string | undefined;
  closesOn: Instant;
  rewardUrl: string;
  /** The waiting execution. */
  executionUrl: string;
  /** The state machine that takes the console's word. */
  stateMachineUrl: string;
  /** What it is given to approve, ready to be pasted. */
  consoleInput: string;
  commands: { approve: string; reject: string };
  code: string;
}>;

const stateMachine = 'okaeri-decide-reward';

const marks: Readonly<Record<AskingMail, Bilingual>> = {
  ask: { ja: '', en: '' },
  remind: { ja: '(再)', en: ' (reminder)' },
  escalate: { ja: '(代理)', en: ' (as deputy)' },
  'new code': { ja: '(新しいコード)', en: ' (new code)' },
};

const stop: Bilingual = {
  ja: '判断されるか、期限が過ぎると、お知らせは止まります。',
  en: 'Reminders stop once you’ve decided, or when the time is over.',
};

const label: Bilingual = { ja: '判断のページを開く', en: 'Open the page and decide' };

/** Why this mail comes. */
function occasion({ mail, deputyOf, policy }: ApprovalRequest, language: Language): string[] {
  const { admin } = policy.company;
  const absent = deputyOf && oneLine(deputyOf);
  const ja = language === 'ja';
  return [
    ...(mail === 'remind' ? [ja ? '再度のお願いです。' : 'This is a reminder.'] : []),
    ...(mail === 'new code'
      ? [
          ja
            ? `前のコードが使われましたが、判断としては記録されませんでした(入力の誤り、または予算の不足)。前のコードとリンクはもう使えませんので、新しいものをお送りします。お心当たりがなければ、すぐに${admin}へお知らせください。`
            : `Your earlier code was used, but no decision came of it (something was mistyped, or the budget didn’t cover it). That code and its link are spent, so here are new ones. If it wasn’t you, tell ${admin} at once.`,
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
}

function sayings(request: ApprovalRequest, language: Language): Sayings {
  const { policy, contribution, approver, closesOn, consoleInput, executionUrl, stateMachineUrl } = request;
  const name = oneLine(approver.name);
  const reward = contributionName(contribution.number, language);
  const until = momentInWords(closesOn, policy, language);
  const terms = rewardFacts(contribution, { policy, closesOn }, language);
  const rules = ruleTerms(contribution.reward, language).map(({ term, text }) => `${term}: ${text}`);
  const every = durationInWords(policy.rewards.approval.remindEvery, language);
  const why = occasion(request, language);
  return language === 'ja'
    ? [
        { words: `${name} 様、${reward}への謝礼を承認するかどうかの判断をお願いします。期限は${until}です。` },
        ...(why.length > 0 ? [{ words: why.join('') }] : []),
        { words: '判断の材料は次のとおりです。どなたの謝礼かは、お伝えしていません。', terms },
        { words: '運用規程による確認', list: rules, named: true },
        {
          words: `判断は、Step Functionsのコンソールで次の順に操作すると記録されます。`,
          steps: [
            { words: `ステートマシン ${stateMachine} を開く`, url: stateMachineUrl },
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
        {
          words: `期限までに判断がなければ、支払いは行われません。それまで、${every}ごとにお知らせします。`,
          quiet: true,
        },
        { words: 'コンソールを使わないときは、次のページか、このメールの下にあるコマンドでも判断できます。' },
      ]
    : [
        { words: `${name}, please decide whether the reward for ${reward} is approved. You have until ${until}.` },
        ...(why.length > 0 ? [{ words: why.join(' ') }] : []),
        { words: 'This is what you decide on. We don’t say whose reward it is.', terms },
        { words: 'What the programme’s rules say', list: rules, named: true },
        {
          words: 'To decide in the Step Functions console, take these steps:',
          steps: [
            { words: `Open the state machine ${stateMachine}`, url: stateMachineUrl },
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
        {
          words: `If nobody decides in time, nothing is paid. Until then we’ll remind you every ${every}.`,
          quiet: true,
        },
        { words: 'Away from the console, you can decide on this page, or with the commands below.' },
      ];
}

/** Asks an approver to decide on a reward: in the console, on the page or by command; in Japanese and English. */
export function approvalLetter(request: ApprovalRequest): Letter {
  const { policy, contribution, mail, deputyOf, rewardUrl, commands, code } = request;
  const mark = marks[mail === 'ask' && deputyOf ? 'escalate' : mail];
  const { number } = contribution;
  return letterToStaff({
    policy,
    to: 'approver',
    topic: {
      ja: `謝礼のご判断のお願い(${contributionName(number, 'ja')})${mark.ja}`,
      en: `Please decide on a reward: ${contributionName(number, 'en')}${mark.en}`,
    },
    stop,
    say: (language) => sayings(request, language),
    action: { label, url: rewardUrl },
    more: waysBelow({ ja: 'コマンドで判断するとき', en: 'To decide by command' }, [
      { ja: '承認する', en: 'Approve', command: commands.approve },
      { ja: '否認する', en: 'Reject', command: commands.reject },
      {
        ja: 'ご本人だけのコード(一度だけ使えます。転送なさらないでください)',
        en: 'Your own code: it works once, and isn’t to be forwarded',
        command: code,
      },
    ]),
  });
}
