import type { Letter } from '../../domain/dispatch.ts';
import { gatheringInWords } from '../../domain/gathering-name.ts';
import type { Host, Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { type Fact, factsInWords, titleOf, whenInWords } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import { classOf } from '../../domain/review.ts';
import { titlesOf } from '../../domain/variants.ts';
import { oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

/** `released`: somebody else hosts it now. */
export type HostNews = Readonly<{
  policy: Policy;
  number: number;
  plan: Plan;
  host: Host;
  news: 'new' | 'changed' | 'released' | 'cancelled';
}>;

const stop: Bilingual = {
  ja: 'このお知らせは、お引き受けいただいたときと、変更や中止のあったときだけお送りします。',
  en: 'You get one when you’re named as a host, and again only if the gathering changes or is called off.',
};

const topics: Readonly<Record<HostNews['news'], Bilingual>> = {
  new: { ja: '交流会へのご同席のご案内', en: 'You’re a host of' },
  changed: { ja: '交流会の変更のお知らせ', en: 'A change to' },
  released: { ja: '交流会へのご同席の取り消しのお知らせ', en: 'You’re no longer a host of' },
  cancelled: { ja: '交流会中止のお知らせ', en: 'Called off:' },
};

const label: Bilingual = { ja: 'オンラインの会場を開く', en: 'Join online' };

const titles = {
  maySay: { ja: 'お話しいただけること', en: 'You may talk about' },
  mayNotSay: { ja: 'お話しいただけないこと', en: 'Please don’t talk about' },
  ask: { ja: '先に確かめること', en: 'Ask first' },
} as const satisfies Record<string, Bilingual>;

/** When and where; the fee is the guests'. */
function facts({ policy, plan }: HostNews, language: Language): Fact[] {
  return factsInWords(plan, policy, language, { comes: true }).filter(({ key }) => key !== 'fee');
}

/** Examples of what may be said to outsiders, of the class of the plan. */
function examples({ policy, plan }: HostNews, language: Language) {
  const rules = classOf(policy, plan.classification);
  const named = (title: keyof typeof titles) => ({
    words: titles[title][language],
    list: (rules?.[title] ?? []).map((example) => example[language]),
    named: true,
  });
  return [named('maySay'), named('mayNotSay'), named('ask')].filter(({ list }) => list.length > 0);
}

function japanese(about: HostNews): Sayings {
  const { policy, number, plan, host, news } = about;
  const name = oneLine(host.name);
  const gathering = gatheringInWords(number, titlesOf(plan.variants), 'ja');
  if (news === 'released') {
    return [
      {
        words: `${name} 様にご同席をお願いしていた${gathering}は、社内からの参加者が変わりました。お越しいただく必要はありません。`,
      },
      {
        words: `このメールに添付した予定を開くと、カレンダーから消えます。お引き受けくださり、ありがとうございました。お心当たりのないときは、交流会の幹事(${plan.organiser})へお知らせください。`,
      },
    ];
  }
  if (news === 'cancelled') {
    return [
      { words: `${name} 様にご同席をお願いしていた${gathering}は、中止することになりました。` },
      {
        words: `予定していた日時は、${whenInWords(plan, 'ja')}でした。このメールに添付した予定を開くと、カレンダーから消えます。お引き受けくださり、ありがとうございました。`,
      },
    ];
  }
  const entry =
    news === 'new'
      ? 'お席は用意してあり、お返事には及びません。カレンダーの予定をこのメールに添付しました。'
      : 'お席はそのままです。カレンダーの予定は、このメールに添付したもので新しくなります。';
  return [
    {
      words:
        news === 'new'
          ? `${name} 様、${gathering}へのご同席をお引き受けくださり、ありがとうございます。`
          : `${name} 様にご同席をお願いしている${gathering}に、変更があります。変更後のご案内は次のとおりです。`,
    },
    { words: entry, terms: facts(about, 'ja') },
    { words: `ご都合が悪くなったときは、交流会の幹事(${plan.organiser})へお知らせください。` },
    {
      words:
        'アルムナイの皆さまは、今は社外の方です。昔の話や近況を楽しみながら、次の線引きだけ心に留めてください。今の勤め先の内々のことを、こちらからお尋ねになるのも控えてください。',
    },
    ...examples(about, 'ja'),
    { words: `迷ったときはその場で話さず、${policy.company.reviewer}へお尋ねください。`, quiet: true },
  ];
}

function english(about: HostNews): Sayings {
  const { policy, number, plan, host, news } = about;
  const name = oneLine(host.name);
  const gathering = gatheringInWords(number, titlesOf(plan.variants), 'en');
  if (news === 'released') {
    return [
      { words: `${name}, others from the company now host ${gathering}, so you aren’t expected there any more.` },
      {
        words: `Open the entry attached to this mail to take it out of your calendar. Thank you for having been willing. If this surprises you, please write to the organiser (${plan.organiser}).`,
      },
    ];
  }
  if (news === 'cancelled') {
    return [
      { words: `${name}, ${gathering}, which you were going to host, has been called off.` },
      {
        words: `It was planned for ${whenInWords(plan, 'en')}. Open the entry attached to this mail to take it out of your calendar. Thank you for having been willing.`,
      },
    ];
  }
  const entry =
    news === 'new'
      ? 'You have a seat, and there’s no need to reply. An entry for your calendar is attached to this mail.'
      : 'You keep your seat. The entry attached to this mail brings your calendar up to date.';
  return [
    {
      words:
        news === 'new'
          ? `Thank you, ${name}, for hosting ${gathering}.`
          : `${name}, there’s a change to ${gathering}, which you host. This is how it stands now.`,
    },
    { words: entry, terms: facts(about, 'en') },
    { words: `If you can’t come after all, please tell the organiser (${plan.organiser}).` },
    {
      words:
        'Alumni are outsiders now. Enjoy the old stories and the new ones, and keep only these lines in mind. Please don’t ask, either, for what their present employers keep to themselves.',
    },
    ...examples(about, 'en'),
    { words: `If in doubt, leave it unsaid and ask ${policy.company.reviewer}.`, quiet: true },
  ];
}

/** Tells a host when and where they are expected, and what may be said there, in Japanese and English. */
export function hostLetter(about: HostNews): Letter {
  const { policy, plan, news } = about;
  const url = news === 'cancelled' || news === 'released' ? undefined : plan.url?.text;
  return letterToStaff({
    policy,
    to: 'host',
    topic: {
      ja: `${topics[news].ja}${titleOf(plan, 'ja')}`,
      en: `${topics[news].en} ${titleOf(plan, 'en')}`,
    },
    stop,
    say: (language) => (language === 'ja' ? japanese(about) : english(about)),
    ...(url?.startsWith('https://') && { action: { label, url } }),
  });
}
