import type { FC } from 'hono/jsx';
import type { Contribution } from '../../domain/contribution.ts';
import { contributionName, kindNames, topicName } from '../../domain/contribution-wording.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { standingInWords } from '../../domain/standing-wording.ts';
import { asStart, dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, TallLink, Terms, WriteTo } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';

const texts = {
  facts: { ja: 'ご協力の内容', en: 'Details' },
  kind: { ja: '種類', en: 'Kind' },
  topic: { ja: 'テーマ', en: 'Topic' },
  on: { ja: 'お送りいただいた日', en: 'Sent on' },
  reward: { ja: '謝礼', en: 'Reward' },
  wanted: { ja: 'ご希望あり', en: 'You’d like it' },
  notWanted: { ja: 'なし', en: 'None' },
  stands: { ja: '現在の状況', en: 'Where it stands' },
  invitation: { ja: '候補者への招待リンク', en: 'The invitation link' },
  forward: {
    ja: 'このリンクを候補者の方にお送りください。使えるのはお一人だけです。相手の方が開くページに、ご紹介くださった方のお名前は出ません。',
    en: 'Send this link to the candidate. It works for one person. The page it opens doesn’t show your name.',
  },
  mailed: {
    ja: '転送できる文面を添えたメールもお送りします。',
    en: 'We also send you a mail with it, ready to forward.',
  },
  compose: { ja: 'メールで送る', en: 'Send it by mail' },
  declineTitle: { ja: '謝礼を辞退するとき', en: 'If you’d rather not have the reward' },
  declineLead: {
    ja: '下のボタンを押すと、このご協力の謝礼は支払われません。取り消しはできません。ご協力そのものは、そのまま進みます。',
    en: 'Press this button and no reward is paid for this contribution. This can’t be undone. The contribution itself goes on as before.',
  },
  decline: { ja: '謝礼を辞退する', en: 'Decline the reward' },
  declined: {
    ja: '謝礼のご辞退を承りました。ご協力に、心よりお礼を申し上げます。',
    en: 'You’ve declined the reward. Thank you very much for your contribution.',
  },
  tooLate: {
    ja: '謝礼の扱いがすでに決まっているため、ここでは辞退できません。こちらへご連絡ください。',
    en: 'It’s too late to decline the reward here: it has been settled. Please write to us at',
  },
  all: { ja: 'ご協力の一覧に戻る', en: 'Back to all contributions' },
} as const satisfies Record<string, Bilingual>;

/** Mails in the alumnus's own words start from these. */
function composeUrl(invitationUrl: string, policy: Policy, language: Language): string {
  const company = policy.company.name[language];
  const [subject, body] =
    language === 'ja'
      ? [
          `${company}のご紹介`,
          `以前働いていた${company}が、一緒に働く方を探しています。ご関心があれば、こちらのページをご覧ください。\n\n${invitationUrl}\n`,
        ]
      : [
          `An introduction to ${company}`,
          `${company}, where I used to work, is looking for people. If you’re interested, have a look at this page:\n\n${invitationUrl}\n`,
        ];
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

const Invitation: FC<PageContext & { invitationUrl: string; isMailed: boolean }> = ({
  language,
  policy,
  invitationUrl,
  isMailed,
}) => (
  <section>
    <h2 id="invitation">{texts.invitation[language]}</h2>
    <p>
      {texts.forward[language]}
      {isMailed ? `${language === 'ja' ? '' : ' '}${texts.mailed[language]}` : ''}
    </p>
    <p class="note copied">{invitationUrl}</p>
    <div class="actions">
      <a class="button single" href={composeUrl(invitationUrl, policy, language)}>
        {texts.compose[language]}
      </a>
    </div>
  </section>
);

/** Asks once, in a sentence. Posts `action=decline`. */
const Decline: FC<{ language: Language }> = ({ language }) => (
  <section class="apart">
    <h2>{texts.declineTitle[language]}</h2>
    <p>{texts.declineLead[language]}</p>
    <form method="post">
      <div class="actions">
        <button type="submit" name="action" value="decline" class="single other">
          {texts.decline[language]}
        </button>
      </div>
    </form>
  </section>
);

/** What a contribution is; what was written is not shown: the link may have been passed on. */
function factsOf({ kind, topic, submittedOn, wantsReward }: Contribution, policy: Policy, language: Language) {
  return [
    { term: texts.kind[language], text: kindNames[kind][language] },
    ...(topic ? [{ term: texts.topic[language], text: topicName(topic, policy, language) }] : []),
    { term: texts.on[language], text: dateInWords(submittedOn, language) },
    { term: texts.reward[language], text: (wantsReward ? texts.wanted : texts.notWanted)[language] },
  ];
}

type StandingPage = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    contribution: Contribution;
    homeUrl: string;
    /** What the alumnus forwards. */
    invitationUrl?: string | undefined;
    /** The invitation is mailed to them as well. */
    isMailed?: boolean;
    /** The reward can be declined still. */
    mayDecline: boolean;
    /** What came of declining it just now. */
    said?: 'declined' | 'too late' | undefined;
  }>;

/** Where one of an alumnus's contributions stands. */
export function contributionStandingPage(page: StandingPage): string {
  const { language, policy, address, contribution, homeUrl, invitationUrl, isMailed = false, mayDecline, said } = page;
  return renderPage({
    language,
    policy,
    title: asStart(contributionName(contribution.number, language)),
    invalid: said === 'too late',
    children: (
      <>
        <ForAddress language={language} address={address} />
        {said === 'declined' ? (
          <p class="note" role="status">
            {texts.declined[language]}
          </p>
        ) : null}
        {said === 'too late' ? (
          <div class="note" role="alert">
            <WriteTo policy={policy}>{texts.tooLate[language]}</WriteTo>
          </div>
        ) : null}
        <section class="sheet">
          <h2>{texts.stands[language]}</h2>
          {standingInWords(contribution, policy, language).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
        {invitationUrl ? (
          <Invitation language={language} policy={policy} invitationUrl={invitationUrl} isMailed={isMailed} />
        ) : null}
        <h2>{texts.facts[language]}</h2>
        <Terms terms={factsOf(contribution, policy, language)} />
        <TallLink href={homeUrl}>{texts.all[language]}</TallLink>
        {mayDecline ? <Decline language={language} /> : null}
      </>
    ),
  });
}
