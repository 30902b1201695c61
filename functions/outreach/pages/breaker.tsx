import type { FC } from 'hono/jsx';
import type { Counts } from '../../domain/breaker.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords } from '../../domain/wording.ts';
import { OneButton, type PageContext, renderPage, Tick } from '../../web/layout.tsx';

/** Why outreach has stopped. */
type BreakerCause = 'bounces' | 'complaints';

const texts = {
  title: { ja: 'お便りの配信が止まっています', en: 'Outreach has stopped' },
  what: { ja: '内訳', en: 'What' },
  number: { ja: '通数', en: 'Mails' },
  rate: { ja: '割合', en: 'Rate' },
  limit: { ja: '上限', en: 'Limit' },
  sent: { ja: 'お送りしたメール', en: 'Sent' },
  bounced: { ja: '届かなかったメール', en: 'Came back' },
  complained: { ja: '迷惑メールという報告', en: 'Complaints' },
  check: { ja: '先に確かめること', en: 'What to check first' },
  goOn: { ja: 'お便りを再開する', en: 'Let outreach go on' },
  goOnLead: {
    ja: '再開すると、次の配信日からまたお送りします。割合がもう一度上限を超えると、また止まります。',
    en: 'Mail goes out again from the next day of sending. If a rate passes its limit once more, it stops again.',
  },
  wait: {
    ja: 'まだ原因が分からなければ、このページを閉じてください。止まっている間も、ご登録や配信停止の手続きはいつもどおり使えます。',
    en: 'If you don’t know the cause yet, just close this page. While outreach is stopped, people can still join, change their choices and opt out.',
  },
  releasedTitle: { ja: 'お便りを再開しました', en: 'Outreach goes on' },
  releasedLead: {
    ja: '次の配信日から、またお送りします。止まっている間に送る日が来た方へは、まとめて一通だけお送りします。',
    en: 'It starts with the next day of sending. Whoever was due in the meantime gets one mail, not several.',
  },
  closedTitle: { ja: 'お便りはすでに再開しています', en: 'Outreach is already going on' },
  closedLead: {
    ja: 'この停止は解除されています。していただくことは、もうありません。',
    en: 'This stop has been lifted. There’s nothing left for you to do.',
  },
} as const satisfies Record<string, Bilingual>;

const checks: Readonly<Record<BreakerCause, readonly Bilingual[]>> = {
  bounces: [
    {
      ja: '最近取り込んだ名簿に、古いアドレスや書き間違いが多くないか。',
      en: 'Did a list that was imported lately hold many old or mistyped addresses?',
    },
    {
      ja: '届かなかったメールが一つのドメインに偏っていないか。偏っていれば、相手側の障害や受信拒否が考えられます。',
      en: 'Are they all of one domain? Then that provider may be down or may be refusing us.',
    },
    {
      ja: '送信元ドメインの認証(SPF、DKIM、DMARC)が、今も有効か。',
      en: 'Is the sending domain still authenticated (SPF, DKIM, DMARC)?',
    },
  ],
  complaints: [
    {
      ja: '最近の号の件名と内容が、同意いただいた内容に沿っているか。',
      en: 'Did the subject and content of the latest edition match what people agreed to?',
    },
    {
      ja: '取り込んだ方の同意の記録が、確かなものか。',
      en: 'Is the consent of those who were imported well documented?',
    },
    {
      ja: 'メールの中の配信停止のリンクが、正しく開くか。',
      en: 'Does the link to opt out, in the mail itself, open as it should?',
    },
  ],
};

/** A rate as people write it: 2%, 0.05%. */
const percent = (rate: number) => `${Number((rate * 100).toFixed(2))}%`;

function reason(because: BreakerCause, policy: Policy, language: Language): string {
  const limit = percent(because === 'bounces' ? policy.breaker.bounceRate : policy.breaker.complaintRate);
  if (language === 'ja') {
    const what = because === 'bounces' ? '届かなかったメール' : '迷惑メールという報告';
    return `${what}の割合が運用規程の上限(${limit})を超えたため、アルムナイへのお便りを止めています。このまま続けると、Amazon SESに送信を止められるおそれがあります。`;
  }
  const what = because === 'bounces' ? 'mails that came back' : 'complaints';
  return `Mail to alumni has stopped, because the rate of ${what} is above the limit in your policy (${limit}). If it went on, Amazon SES might stop the account from sending.`;
}

const Figures: FC<{ language: Language; policy: Policy; counts: Counts; since: string }> = ({
  language,
  policy,
  counts,
  since,
}) => {
  const { sent, bounced, complained } = counts;
  const { bounceRate, complaintRate } = policy.breaker;
  const from = dateInWords(since, language);
  const rows = [
    { name: texts.sent, number: sent, rate: '', limit: '' },
    { name: texts.bounced, number: bounced, rate: percent(bounced / Math.max(sent, 1)), limit: percent(bounceRate) },
    {
      name: texts.complained,
      number: complained,
      rate: percent(complained / Math.max(sent, 1)),
      limit: percent(complaintRate),
    },
  ];
  return (
    <table>
      <caption>{language === 'ja' ? `${from}からの内訳` : `Since ${from}`}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.what[language]}</th>
          <th scope="col">{texts.number[language]}</th>
          <th scope="col">{texts.rate[language]}</th>
          <th scope="col">{texts.limit[language]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, number, rate, limit }) => (
          <tr>
            <th scope="row">{name[language]}</th>
            <td>{number.toLocaleString('en')}</td>
            <td>{rate}</td>
            <td>{limit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type Breaker = PageContext &
  Readonly<{
    counts: Counts;
    because: BreakerCause;
    /** The date from which the mails are counted. */
    since: string;
  }>;

/** Outreach has stopped: why, what to look at first, and one button that lets it go on. */
export function breakerPage({ language, policy, counts, because, since }: Breaker): string {
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    children: (
      <>
        <p>{reason(because, policy, language)}</p>
        <Figures language={language} policy={policy} counts={counts} since={since} />
        <h2>{texts.check[language]}</h2>
        <ul>
          {checks[because].map((check) => (
            <li>{check[language]}</li>
          ))}
        </ul>
        <h2>{texts.goOn[language]}</h2>
        <p>{texts.goOnLead[language]}</p>
        <form method="post">
          <OneButton>{texts.goOn[language]}</OneButton>
        </form>
        <p class="quiet">{texts.wait[language]}</p>
      </>
    ),
  });
}

/** After letting outreach go on. */
export function breakerReleasedPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: texts.releasedTitle[language],
    children: (
      <>
        <Tick />
        <p>{texts.releasedLead[language]}</p>
      </>
    ),
  });
}

/** The link was opened again after outreach had been let go on. */
export function breakerClosedPage({ language, policy }: PageContext): string {
  return renderPage({
    language,
    policy,
    title: texts.closedTitle[language],
    children: <p>{texts.closedLead[language]}</p>,
  });
}
