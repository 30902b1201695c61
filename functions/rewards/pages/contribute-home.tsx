import type { FC } from 'hono/jsx';
import { type Contribution, type ContributionKind, contributionKinds } from '../../domain/contribution.ts';
import { contributionName, kindNames, topicName } from '../../domain/contribution-wording.ts';
import type { Bilingual } from '../../domain/language.ts';
import { standingInWords } from '../../domain/standing-wording.ts';
import { asStart, dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, TallLink } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';

const texts = {
  title: { ja: 'ご協力をお待ちしています', en: 'Ways to contribute' },
  lead: {
    ja: '社外にいらっしゃるからこそ、お力をお借りできることがあります。どれも任意です。お心当たりのあるときだけ、お聞かせください。',
    en: 'You see things from outside that we can’t. All of this is optional: use it whenever something comes to mind.',
  },
  yours: { ja: 'これまでのご協力', en: 'Your contributions so far' },
  none: {
    ja: 'まだありません。お送りいただいたものが、ここに並びます。',
    en: 'None yet. What you send appears here, with where it stands.',
  },
  open: { ja: '詳しく見る', en: 'See more' },
} as const satisfies Record<string, Bilingual>;

const about: Readonly<Record<ContributionKind, { what: Bilingual; open: Bilingual }>> = {
  referral: {
    what: {
      ja: '一緒に働いたら楽しそうな方がいらっしゃいましたら、招待リンクを転送してください。お名前や連絡先は、ご本人が入力されます。',
      en: 'If you know somebody who might like to work here, forward them an invitation. They enter their own details.',
    },
    open: { ja: '招待リンクを作る', en: 'Get an invitation link' },
  },
  lead: {
    what: {
      ja: 'お客様やパートナーになりそうな会社を教えてください。ご自身の会社も歓迎します。',
      en: 'Tell us of a company that might become a customer or partner. Your own counts too.',
    },
    open: { ja: '会社を紹介する', en: 'Name a company' },
  },
  feedback: {
    what: {
      ja: '製品や職場が外からどう見えるかを、率直にお聞かせください。担当者がお返事します。',
      en: 'Tell us frankly how our product or workplace looks from outside. The people concerned will answer.',
    },
    open: { ja: '意見を送る', en: 'Send feedback' },
  },
};

type Home = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    /** What each kind earns, in words. */
    earned: Readonly<Record<ContributionKind, string>>;
    /** Newest first. */
    contributions: readonly Contribution[];
    /** Where a form or a contribution is shown. */
    urlOf: (page: ContributionKind | number) => string;
  }>;

/** One of the alumnus's own. What was written is not shown: the link may have been passed on. */
const Sent: FC<Omit<Home, 'address' | 'earned' | 'contributions'> & { contribution: Contribution }> = ({
  language,
  policy,
  contribution,
  urlOf,
}) => {
  const { number, kind, topic, submittedOn } = contribution;
  const name = asStart(contributionName(number, language));
  return (
    <li>
      <h3 class="minor-heading" id={`sent-${number}`}>
        {`${name}: ${topic ? topicName(topic, policy, language) : kindNames[kind][language]}`}
      </h3>
      <p class="quiet">{dateInWords(submittedOn, language)}</p>
      {standingInWords(contribution, policy, language).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        <a class="tall" href={urlOf(number)} aria-describedby={`sent-${number}`}>
          {texts.open[language]}
        </a>
      </p>
    </li>
  );
};

/** What an alumnus can contribute, what each earns, and where their own contributions stand. */
export function contributeHomePage({ language, policy, address, earned, contributions, urlOf }: Home): string {
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <ForAddress language={language} address={address} />
        {contributionKinds.map((kind) => (
          <section>
            <h2>{kindNames[kind][language]}</h2>
            <p>{about[kind].what[language]}</p>
            <p class="quiet">{earned[kind]}</p>
            <TallLink href={urlOf(kind)}>{about[kind].open[language]}</TallLink>
          </section>
        ))}
        <section class="apart">
          <h2>{texts.yours[language]}</h2>
          {contributions.length === 0 ? (
            <p>{texts.none[language]}</p>
          ) : (
            <ul class="people">
              {contributions.map((contribution) => (
                <Sent language={language} policy={policy} contribution={contribution} urlOf={urlOf} />
              ))}
            </ul>
          )}
        </section>
      </>
    ),
  });
}
