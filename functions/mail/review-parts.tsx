import type { Child } from 'hono/jsx';
import type { Finding } from '../domain/edition-content.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { classOf } from '../domain/review.ts';
import { findingInWords } from '../domain/review-wording.ts';
import { oneLine } from '../domain/wording.ts';
import { Command, Heading, Rule, Text } from './layout.tsx';
import type { Sayings } from './letter-to-staff.tsx';

/** What every mail that asks the reviewer for a decision shares. */

const titles = {
  maySay: { ja: 'この分類で伝えてよいこと', en: 'May be said in this class' },
  mayNotSay: { ja: '伝えてはいけないこと', en: 'May not be said' },
  ask: { ja: '先に確かめること', en: 'Ask first' },
  findings: { ja: '自動の点検で見つかったこと', en: 'What the scan found' },
} as const satisfies Record<string, Bilingual>;

/** What a decision is made on: the class, what the policy says of it, and what the scan found. */
export function classInWords(
  {
    policy,
    classification,
    findings,
  }: Readonly<{ policy: Policy; classification: string; findings: readonly Finding[] }>,
  language: Language,
): Sayings {
  const rules = classOf(policy, classification);
  const name = oneLine(classification);
  const examples = (list: readonly Bilingual[] = []) => list.map((example) => example[language]);
  const fact = (title: keyof typeof titles, list: readonly string[]) =>
    list.length > 0 ? [{ words: titles[title][language], list, named: true }] : [];
  const nothing = findings.length === 0;
  const head: Sayings =
    language === 'ja'
      ? [{ words: `分類: ${name}` }, ...(nothing ? [{ words: '自動の点検では、何も見つかりませんでした。' }] : [])]
      : [{ words: `It’s classified as “${name}”.${nothing ? ' The scan found nothing.' : ''}` }];
  return [
    ...head,
    ...fact('maySay', examples(rules?.maySay)),
    ...fact('mayNotSay', examples(rules?.mayNotSay)),
    ...fact('ask', examples(rules?.ask)),
    ...fact(
      'findings',
      findings.map((finding) => findingInWords(finding, language)),
    ),
  ];
}

/** What decides without the page. */
export type OtherWays = Readonly<{
  /** The state machine that takes the console's word. */
  stateMachine: string;
  /** What the console is given to approve. */
  consoleInput: string;
  commands: Readonly<{ approve: string; refuse: string }>;
  /** Proves, away from the page, that the reviewer decides. */
  code: string;
}>;

/** Each with what is typed there. */
function waysOf({ stateMachine, consoleInput, commands, code }: OtherWays): (Bilingual & { command: string })[] {
  return [
    {
      ja: `Step Functionsのコンソール: ステートマシン ${stateMachine} の「実行を開始」で、次の入力を使います。承認しないときは、approveをrefuseに書き換えてください。`,
      en: `In the Step Functions console: start an execution of ${stateMachine} with this input. To refuse, write refuse instead of approve.`,
      command: consoleInput,
    },
    { ja: 'コマンドで承認する:', en: 'To approve by command:', command: commands.approve },
    { ja: 'コマンドで承認しない:', en: 'To refuse by command:', command: commands.refuse },
    {
      ja: 'ページを使わないときは、次のコードでご本人の判断であることを確かめます。このメールを持つ方はどなたでも判断できますので、転送なさらないでください。',
      en: 'Away from the page, this code shows that it’s you who decides. Whoever has this mail can decide, so please don’t forward it.',
      command: code,
    },
  ];
}

const otherWaysTitle: Bilingual = { ja: 'ページを使わずに決めるとき', en: 'Other ways to decide' };

/** Ways to decide without the page, below the text that is reviewed. */
export function otherWaysToDecide(ways: OtherWays): { html: Child; paragraphs: string[] } {
  const { html, paragraphs } = waysBelow(otherWaysTitle, waysOf(ways));
  return { html, paragraphs: ['* * *', ...paragraphs] };
}

/** Ways to do something, each with what is typed there, below what both languages say. */
export function waysBelow(
  title: Bilingual,
  ways: readonly (Bilingual & Readonly<{ command: string }>)[],
): { html: Child; paragraphs: string[] } {
  return {
    html: (
      <>
        <Rule />
        <Heading>
          {title.ja} / <span lang="en">{title.en}</span>
        </Heading>
        {ways.map(({ ja, en, command }) => (
          <>
            <Text>
              {ja}
              <span lang="en" style="display:block;margin-top:4px;line-height:1.55;">
                {en}
              </span>
            </Text>
            <Command>{command}</Command>
          </>
        ))}
      </>
    ),
    paragraphs: [
      `${title.ja} / ${title.en}`,
      ...ways.map(({ ja, en, command }) => `${ja}\n${en}\n  ${oneLine(command)}`),
    ],
  };
}

/** What is the same of every such mail. */
export const reviewWords = {
  stop: {
    ja: '判断されるか、期限が過ぎると、お知らせは止まります。',
    en: 'Reminders stop once it is decided, or when the time is over.',
  },
  label: { ja: '確認ページを開く', en: 'Open the page' },
} as const satisfies Record<string, Bilingual>;
