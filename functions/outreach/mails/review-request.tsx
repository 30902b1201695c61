import type { Letter } from '../../domain/dispatch.ts';
import { type EditionContent, type Finding, languagesOf } from '../../domain/edition-content.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { Command, Heading, Rule, Text } from '../../mail/layout.tsx';
import { oneLine } from '../../mail/text.ts';
import { audienceInWords, findingInWords } from '../wording.ts';
import { EditionArticle, editionParagraphs } from '../../mail/told-text.tsx';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

/** What the question to the reviewer is made of. */
type ReviewRequest = Readonly<{
  policy: Policy;
  number: number;
  content: EditionContent;
  findings: readonly Finding[];
  reviewUrl: string;
  /** Proves, away from the page, that the reviewer decides. */
  code: string;
  reminder: boolean;
  /** The last date on which a decision counts. */
  closesOn: string;
  commands: Readonly<{ approve: string; refuse: string }>;
  /** What the console is given to approve it. */
  consoleInput: string;
}>;

const stop: Bilingual = {
  ja: '判断されるか、期限が過ぎると、お知らせは止まります。',
  en: 'Reminders stop once it is decided, or when the time is over.',
};

const label: Bilingual = { ja: '確認ページを開く', en: 'Open the page' };

const titles = {
  maySay: { ja: 'この分類で伝えてよいこと', en: 'May be said in this class' },
  mayNotSay: { ja: '伝えてはいけないこと', en: 'May not be said' },
  ask: { ja: '先に確かめること', en: 'Ask first' },
  findings: { ja: '自動の点検で見つかったこと', en: 'What the scan found' },
  audience: { ja: 'お届け先', en: 'Who gets it' },
} as const satisfies Record<string, Bilingual>;

/** What a decision is made on. */
function facts({ policy, content, findings }: ReviewRequest, language: Language) {
  const rules = policy.disclosure.classes[content.classification];
  const examples = (list: readonly Bilingual[] = []) => list.map((example) => example[language]);
  const fact = (title: keyof typeof titles, list: readonly string[]) => ({
    words: titles[title][language],
    list,
    named: true,
  });
  const found = findings.map((finding) => findingInWords(finding, language));
  return [
    fact('maySay', examples(rules?.maySay)),
    fact('mayNotSay', examples(rules?.mayNotSay)),
    fact('ask', examples(rules?.ask)),
    fact('findings', found),
    fact('audience', [audienceInWords(content, language)]),
  ].filter(({ list }) => list.length > 0);
}

function sayings(question: ReviewRequest, language: Language): Sayings {
  const { policy, number, content, findings, reminder, closesOn } = question;
  const classification = oneLine(content.classification);
  const found = findings.length > 0;
  const until = dateInWords(closesOn, language);
  const every = durationInWords(policy.review.remindEvery, language);
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}アルムナイ通信 第${number}号が、社外へ出してよいかどうかのご判断を待っています。本文はこのメールの下にあります。${until}までにお決めください。`,
        },
        { words: `分類: ${classification}` },
        ...(found ? [] : [{ words: '自動の点検では、何も見つかりませんでした。' }]),
        ...facts(question, language),
        {
          words: `ご判断がなければ、この通信はお送りしません。期限まで、${every}ごとにお知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: alumni' : 'Alumni'} news no. ${number} waits for your decision on whether it may be said to outsiders. The text is below. Please decide by ${until}.`,
        },
        { words: `It’s classified as “${classification}”.${found ? '' : ' The scan found nothing.'}` },
        ...facts(question, language),
        { words: `If nobody decides, it isn’t sent. Until then we’ll remind you every ${every}.`, quiet: true },
      ];
}

/** Ways to decide without the page, each with what is typed there. */
function otherWays({ code, commands, consoleInput }: ReviewRequest): { ja: string; en: string; command: string }[] {
  return [
    {
      ja: 'Step Functionsのコンソール: ステートマシン okaeri-decide-edition の「実行を開始」で、次の入力を使います。承認しないときは、approveをrefuseに書き換えてください。',
      en: 'In the Step Functions console: start an execution of okaeri-decide-edition with this input. To refuse, write refuse instead of approve.',
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

/** Asks the reviewer whether an edition may go out, in Japanese and English, with its whole text. */
export function reviewRequest(question: ReviewRequest): Letter {
  const { policy, number, content, reminder, reviewUrl } = question;
  const editions = languagesOf(content).flatMap((language) => {
    const variant = content.variants[language];
    return variant ? [{ language, number, variant }] : [];
  });
  const ways = otherWays(question);
  return letterToStaff({
    policy,
    to: 'reviewer',
    topic: {
      ja: `アルムナイ通信 第${number}号のご確認${reminder ? '(再)' : ''}`,
      en: `Please review alumni news no. ${number}${reminder ? ' (reminder)' : ''}`,
    },
    stop,
    say: (language) => sayings(question, language),
    action: { label, url: reviewUrl },
    more: {
      html: (
        <>
          {editions.map((edition) => (
            <EditionArticle {...edition} />
          ))}
          <Rule />
          <Heading>
            {otherWaysTitle.ja} / <span lang="en">{otherWaysTitle.en}</span>
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
        ...editions.flatMap((edition) => editionParagraphs(edition, edition.language)),
        '* * *',
        `${otherWaysTitle.ja} / ${otherWaysTitle.en}`,
        ...ways.map(({ ja, en, command }) => `${ja}\n${en}\n  ${oneLine(command)}`),
      ],
    },
  });
}
