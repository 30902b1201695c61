import type { Letter } from '../../domain/dispatch.ts';
import { gatheringInWords, gatheringName } from '../../domain/gathering-name.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Variants } from '../../domain/variants.ts';
import { asStart, oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

/** What the outcome of a plan's review is made of. */
type PlanDecided = Readonly<{
  policy: Policy;
  number: number;
  /** In the languages that the plan speaks. */
  titles: Variants<string>;
  outcome: 'approved' | 'refused' | 'not reviewed';
  /** Whether an earlier plan is in force. */
  isChange: boolean;
  /** What the reviewer said to it. */
  note?: string | undefined;
}>;

/** `said` goes on from the name of the gathering, or of its change. */
type Outcome = { topic: Bilingual; said: Bilingual; next: Bilingual };

const plans: Readonly<Record<PlanDecided['outcome'], Outcome>> = {
  approved: {
    topic: { ja: 'が承認されました', en: 'approved' },
    said: { ja: 'が承認されました。', en: 'has been approved.' },
    next: {
      ja: '対象の方へ、順にご案内をお送りします。お手続きは必要ありません。',
      en: 'Those it’s for are invited now. There’s nothing else you need to do.',
    },
  },
  refused: {
    topic: { ja: 'は承認されませんでした', en: 'not approved' },
    said: {
      ja: 'は承認されませんでした。どなたにもご案内しません。',
      en: 'wasn’t approved. Nobody is invited.',
    },
    next: {
      ja: '計画を直してから、次のコマンドでもう一度提出してください。',
      en: 'Correct the plan and submit it again with this command:',
    },
  },
  'not reviewed': {
    topic: { ja: 'は期限までに判断がありませんでした', en: 'not reviewed in time' },
    said: {
      ja: 'は、期限までに判断がありませんでした。どなたにもご案内しません。',
      en: 'wasn’t reviewed in time. Nobody is invited.',
    },
    next: {
      ja: '開催したいときは、判断する方にお声がけのうえ、日程と締切を確かめて、次のコマンドでもう一度提出してください。',
      en: 'If you still want to hold it, have a word with the reviewer, check its dates, and submit it again with this command:',
    },
  },
};

const changes: Readonly<Record<PlanDecided['outcome'], Outcome>> = {
  approved: {
    topic: { ja: 'の変更が承認されました', en: 'change approved' },
    said: { ja: 'の変更が承認されました。', en: 'has been approved.' },
    next: {
      ja: 'すでにご案内した方へ、変更をお知らせします。お手続きは必要ありません。',
      en: 'Those who had been invited are told of the change. There’s nothing else you need to do.',
    },
  },
  refused: {
    topic: { ja: 'の変更は承認されませんでした', en: 'change not approved' },
    said: {
      ja: 'の変更は承認されませんでした。これまでの内容のまま進みます。',
      en: 'wasn’t approved. The gathering goes on as it was.',
    },
    next: {
      ja: '計画を直してから、次のコマンドでもう一度提出してください。',
      en: 'Correct the plan and submit it again with this command:',
    },
  },
  'not reviewed': {
    topic: { ja: 'の変更は期限までに判断がありませんでした', en: 'change not reviewed in time' },
    said: {
      ja: 'の変更は、期限までに判断がありませんでした。これまでの内容のまま進みます。',
      en: 'wasn’t reviewed in time. The gathering goes on as it was.',
    },
    next: {
      ja: '変更したいときは、判断する方にお声がけのうえ、次のコマンドでもう一度提出してください。',
      en: 'If you still want to change it, have a word with the reviewer and submit it again with this command:',
    },
  },
};

const stop: Bilingual = {
  ja: 'このお知らせは、交流会の計画が提出されるたびに一度だけお送りします。',
  en: 'This mail comes once for each plan that’s submitted.',
};

function outcomeOf({ isChange, outcome }: PlanDecided): Outcome {
  return (isChange ? changes : plans)[outcome];
}

function sayings(decision: PlanDecided, language: Language): Sayings {
  const { number, titles, outcome, isChange, note } = decision;
  const { said, next } = outcomeOf(decision);
  const gathering = gatheringInWords(number, titles, language);
  const matter = isChange ? `The change of ${gathering}` : asStart(gathering);
  const command = isChange ? `gathering change ${number} FILE` : 'gathering publish FILE';
  return [
    { words: language === 'ja' ? `${gathering}${said.ja}` : `${matter}, ${said.en}` },
    ...(note
      ? [
          {
            words: language === 'ja' ? '判断された方からのひとこと' : 'The reviewer’s note',
            list: [oneLine(note)],
            named: true,
          },
        ]
      : []),
    { words: next[language], ...(outcome === 'approved' ? {} : { command: `npm run okaeri -- ${command}` }) },
  ];
}

/** Tells the admin what was decided on a gathering's plan and what happens next, in Japanese and English. */
export function planDecidedLetter(decision: PlanDecided): Letter {
  const { policy, number } = decision;
  const { topic } = outcomeOf(decision);
  return letterToStaff({
    policy,
    to: 'admin',
    topic: {
      ja: `${gatheringName(number, 'ja')}${topic.ja}`,
      en: `${asStart(gatheringName(number, 'en'))}: ${topic.en}`,
    },
    stop,
    say: (language) => sayings(decision, language),
  });
}
