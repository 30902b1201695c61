import type { FC } from 'hono/jsx';
import type { ContributionKind } from '../../domain/contribution.ts';
import { kindNames } from '../../domain/contribution-wording.ts';
import type { Bilingual } from '../../domain/language.ts';
import { Choice, LineField, TextField } from '../../web/fields.tsx';
import { OneButton, type PageContext, renderPage, TallLink } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';
import { type FieldProblem, tooLong, upTo, type Wrong } from './contribute-fields.ts';
import { keptInWords, tooOftenInWords } from './contribute-kept.ts';

const texts = {
  lead: {
    referral: {
      ja: '候補者の方に転送できる招待リンクをお作りします。お名前や連絡先は、ご本人が招待のページで入力し、同意されたときだけお預かりします。ここで相手の方のことを書いていただく必要はありません。',
      en: 'You get an invitation link to forward. The candidate enters their own details there and agrees, or nothing is kept. You don’t write anything about them here.',
    },
    lead: {
      ja: '会社名と、どんなお話になりそうかをお聞かせください。担当部署が検討し、結果をお知らせします。',
      en: 'Tell us the company’s name and what it could be about. The people in charge look into it, and you hear what comes of it.',
    },
    feedback: {
      ja: '外から見て気づかれたことを、率直にお聞かせください。担当者が読み、お返事をお送りします。',
      en: 'Tell us frankly what you see from outside. The people concerned read it and answer you.',
    },
  },
  company: { ja: '会社名', en: 'Company' },
  companyNote: {
    ja: '個人のお名前ではなく、会社名をお書きください。',
    en: 'The name of a company, not of a person.',
  },
  own: {
    ja: '自分の会社、または今の勤務先です',
    en: 'It’s my own company, or my present employer',
  },
  leadText: { ja: 'どのようなお話ですか', en: 'What could it be about?' },
  leadTextNote: {
    ja: '個人のお名前や、ほかの会社の秘密は書かないでください。担当部署からの連絡をご希望でしたら、ご自身の連絡先を添えてください。',
    en: 'Please leave out other companies’ secrets and the names of other people. If we may get in touch about it, add how to reach you.',
  },
  topic: { ja: '何についてのご意見ですか', en: 'What is it about?' },
  feedbackText: { ja: 'ご意見', en: 'Your feedback' },
  feedbackTextNote: {
    ja: '個人のお名前や、今の勤務先などの秘密は書かないでください。',
    en: 'Please leave out people’s names, and secrets of your present employer or others.',
  },
  reward: { ja: '謝礼について', en: 'About the reward' },
  rewardNote: { ja: 'あとから辞退することもできます。', en: 'You can still decline it later.' },
  wants: {
    ja: '謝礼を希望します。今の勤務先の規則でも受け取れます',
    en: 'I’d like the reward; my present employer’s rules allow it',
  },
  wantsNone: { ja: '謝礼は希望しません', en: 'No reward, thank you' },
  again: {
    ja: 'お手数ですが、もう一度ボタンを押してください。入力内容は残っています。',
    en: 'Please press the button once more. What you entered is still here.',
  },
  back: { ja: '戻る', en: 'Back' },
} as const satisfies Record<string, Bilingual | Record<ContributionKind, Bilingual>>;

const send: Readonly<Record<ContributionKind, Bilingual>> = {
  referral: { ja: '招待リンクを作る', en: 'Get the invitation link' },
  lead: { ja: '会社を紹介する', en: 'Send' },
  feedback: { ja: '意見を送る', en: 'Send' },
};

const problems: Readonly<Record<ContributeField, Bilingual>> = {
  topic: { ja: 'テーマを一つお選びください。', en: 'Choose one.' },
  company: { ja: '会社名を入力してください。', en: 'Enter the company’s name.' },
  text: { ja: '内容を入力してください。短くてもかまいません。', en: 'Write something here; a sentence is enough.' },
  reward: { ja: 'どちらか一つをお選びください。', en: 'Choose one of the two.' },
};

/** In the order in which they are shown. */
const fields = ['topic', 'company', 'text', 'reward'] as const;
export type ContributeField = (typeof fields)[number];

export type ContributeForm = PageContext &
  Readonly<{
    kind: ContributionKind;
    /** As `maskAddress` gives it. */
    address: string;
    /** What it earns, in words. */
    earned: string;
    /** Something is promised, so that whether it is wanted must be said. */
    isPromised: boolean;
    /** By which a form that comes twice is known. */
    form: string;
    homeUrl: string;
    typed?: Readonly<Partial<Record<ContributeField | 'own', string>>>;
    wrong?: Wrong<ContributeField>;
    /** Why nothing was taken, though nothing is wrong with a field. */
    refused?: 'too often' | 'again' | undefined;
  }>;

function problemOf(field: ContributeField, problem: FieldProblem | undefined): Bilingual | undefined {
  if (problem === 'too long') return field === 'company' ? tooLong.name : tooLong.text;
  return problem && problems[field];
}

const LeadFields: FC<ContributeForm & { first: ContributeField | undefined }> = ({
  language,
  typed,
  wrong = {},
  first,
}) => (
  <>
    <LineField
      language={language}
      name="company"
      label={texts.company}
      note={texts.companyNote[language]}
      problem={problemOf('company', wrong.company)}
      isFirst={first === 'company'}
      value={typed?.company}
      autocomplete="off"
    />
    <label class="choice">
      <input type="checkbox" name="own" value="yes" checked={typed?.own === 'yes'} />
      <span>{texts.own[language]}</span>
    </label>
  </>
);

/** A short form for one kind of contribution. */
export function contributeFormPage(page: ContributeForm): string {
  const { language, policy, kind, address, earned, isPromised, form, homeUrl, typed, wrong = {}, refused } = page;
  const first = fields.find((field) => wrong[field]);
  const text = kind === 'lead' ? [texts.leadText, texts.leadTextNote] : [texts.feedbackText, texts.feedbackTextNote];
  const [label = texts.feedbackText, note] = text;
  return renderPage({
    language,
    policy,
    title: kindNames[kind][language],
    invalid: first !== undefined || refused !== undefined,
    children: (
      <>
        <p>{texts.lead[kind][language]}</p>
        <ForAddress language={language} address={address} />
        {refused ? (
          <p class="problem" role="alert">
            {refused === 'too often' ? tooOftenInWords(policy, language) : texts.again[language]}
          </p>
        ) : null}
        {/* Percent-encoded, a long Japanese text would be three times its size. */}
        <form method="post" enctype="multipart/form-data" novalidate>
          <input type="hidden" name="form" value={form} autocomplete="off" />
          {kind === 'feedback' ? (
            <Choice
              language={language}
              name="topic"
              legend={texts.topic}
              problem={problemOf('topic', wrong.topic)}
              isFirst={first === 'topic'}
              value={typed?.topic}
              choices={policy.contributions.topics.map(({ id, name }) => ({ value: id, label: name[language] }))}
            />
          ) : null}
          {kind === 'lead' ? <LeadFields {...page} first={first} /> : null}
          {kind === 'referral' ? null : (
            <TextField
              language={language}
              name="text"
              label={label}
              aside={upTo.text}
              note={note?.[language] ?? ''}
              problem={problemOf('text', wrong.text)}
              isFirst={first === 'text'}
              value={typed?.text}
              rows={kind === 'lead' ? 5 : 7}
              required
            />
          )}
          {isPromised ? (
            <Choice
              language={language}
              name="reward"
              legend={texts.reward}
              note={`${earned}${language === 'ja' ? '' : ' '}${texts.rewardNote[language]}`}
              problem={problemOf('reward', wrong.reward)}
              isFirst={first === 'reward'}
              value={typed?.reward}
              choices={[
                { value: 'yes', label: texts.wants[language] },
                { value: 'no', label: texts.wantsNone[language] },
              ]}
            />
          ) : (
            <p class="note">{earned}</p>
          )}
          <p class="quiet">{keptInWords(kind, policy, language)}</p>
          <OneButton>{send[kind][language]}</OneButton>
        </form>
        <TallLink href={homeUrl}>{texts.back[language]}</TallLink>
      </>
    ),
  });
}
