import type { Letter } from '../../domain/dispatch.ts';
import { gatheringInWords } from '../../domain/gathering-name.ts';
import { type Plan, placesIn } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { factsInWords, hasDoor, titleOf } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import { titlesOf } from '../../domain/variants.ts';
import { countInWords, dateInWords, durationInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

type OrganiserNews = Readonly<{
  policy: Policy;
  number: number;
  plan: Plan;
  doorUrl: string;
  /** New answers are no longer taken. */
  closed: boolean;
  /** Heads that attend, and parties on the waiting list. */
  counts: Readonly<{ attending: number; waiting: number }>;
}>;

const stop: Bilingual = {
  ja: 'このお知らせは、交流会が終わると止まります。',
  en: 'These mails stop when the gathering is over.',
};

const label: Bilingual = { ja: '参加者名簿と受付を開く', en: 'Open the list and the door page' };

function sayings({ policy, number, plan, closed, counts }: OrganiserNews, language: Language): Sayings {
  const gathering = gatheringInWords(number, titlesOf(plan.variants), language);
  const until = dateInWords(plan.deadline, language);
  const places = countInWords(placesIn(plan));
  const attending = countInWords(counts.attending);
  const waiting = countInWords(counts.waiting);
  const kept = durationInWords(policy.retention.needs, language);
  const facts = factsInWords(plan, policy, language, { comes: false });
  const door = hasDoor(plan, language);
  return language === 'ja'
    ? [
        {
          words: closed
            ? `${gathering}のお返事の受付は、${until}で締め切りました。参加者名簿と受付のページは、次のリンクから開けます。`
            : `${gathering}の参加者名簿と受付のページは、次のリンクから開けます。お返事は${until}まで受け付けます。`,
        },
        {
          words: closed
            ? 'ただいまの状況は次のとおりです。お取り消しで空いた席は、お待ちの方へ順にお知らせします。'
            : 'ただいまの状況は次のとおりです。',
          terms: [
            ...facts,
            { term: 'ご参加', text: `${attending}名(定員${places}名、お連れの方を含みます)` },
            { term: 'キャンセル待ち', text: `${waiting}組` },
          ],
        },
        ...(door
          ? [
              {
                words:
                  '当日は、受付で使う携帯電話でこのリンクを開いておいてください。その携帯電話で参加者のQRコードを読み取ると、受付が済みます。',
              },
            ]
          : []),
        {
          words: `このリンクを持つ人は、参加者のお名前と、食事や会場でのご配慮の内容を見られます。転送なさらないでください。ご配慮の内容は手配に必要な範囲だけで使い、ほかの方にはお話しにならないでください。交流会が終わって${kept}たつと消去されます。`,
        },
      ]
    : [
        {
          words: closed
            ? `Answers for ${gathering}, closed on ${until}. The list of who comes, and the page for the door, are behind the link below.`
            : `The list of who comes to ${gathering}, and the page for the door, are behind the link below. Answers are open until ${until}.`,
        },
        {
          words: closed
            ? 'Places that become free are offered down the waiting list. How it stands now:'
            : 'How it stands now:',
          terms: [
            ...facts,
            { term: 'Coming', text: `${attending} of ${places} places, guests included` },
            { term: 'On the waiting list', text: counts.waiting === 1 ? '1 party' : `${waiting} parties` },
          ],
        },
        ...(door
          ? [
              {
                words:
                  'On the day, open the link on the phone that you use at the entrance. When that phone scans the QR code of somebody who comes, they’re checked in.',
              },
            ]
          : []),
        {
          words: `Whoever has this link sees names, and what people need in food and access, so please don’t forward it. Use those needs for the arrangements only and keep them to yourself. They’re deleted ${kept} after the gathering.`,
        },
      ];
}

/** Gives the organiser the list of who comes and the page for the door, in Japanese and English. */
export function organiserLetter(news: OrganiserNews): Letter {
  const { policy, plan, doorUrl, closed } = news;
  return letterToStaff({
    policy,
    to: 'organiser',
    topic: {
      ja: `${closed ? '交流会のお返事を締め切りました' : '交流会の参加者名簿'}${titleOf(plan, 'ja')}`,
      en: `${closed ? 'Answers closed for' : 'Who comes to'} ${titleOf(plan, 'en')}`,
    },
    stop,
    say: (language) => sayings(news, language),
    action: { label, url: doorUrl },
  });
}
