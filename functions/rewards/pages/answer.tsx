import type { FC } from 'hono/jsx';
import { topicName } from '../../domain/contribution-wording.ts';
import { longestText } from '../../domain/contribution-words.ts';
import type { Finding } from '../../domain/edition-content.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { moneyInWords } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { findingInWords } from '../../domain/review-wording.ts';
import type { PlainDate } from '../../domain/time.ts';
import { dateInWords } from '../../domain/wording.ts';
import { Choice } from '../../web/fields.tsx';
import { OneButton, type PageContext, renderPage, Terms, WriteTo } from '../../web/layout.tsx';

const texts = {
  title: { ja: '社外からのご意見への回答', en: 'Please answer this feedback' },
  lead: {
    ja: '当社を退職されたアルムナイの方から、ご意見が届きました。お書きいただいた回答は、ご本人へメールでお届けします。',
    en: 'One of our alumni wrote to you about your topic. Please answer, and the programme mails your answer to them.',
  },
  who: {
    ja: 'どなたのご意見かは、お伝えしていません。直接の連絡が必要なときは、アルムナイ制度の担当者へご相談ください。',
    en: 'Who wrote it isn’t shown. If you need to talk with them, ask those who run the alumni programme:',
  },
  topic: { ja: 'テーマ', en: 'Topic' },
  when: { ja: '届いた日', en: 'Received' },
  feedback: { ja: 'ご意見', en: 'The feedback' },
  yours: { ja: 'ご回答', en: 'Your answer' },
  answer: { ja: 'ご本人への回答', en: 'Your answer to the alumnus' },
  required: { ja: `(必須、${longestText}文字まで)`, en: `(required, up to ${longestText} characters)` },
  asItStands: {
    ja: 'このままの文面で、社外のご本人に届きます。社内だけの情報や、個人のお名前は書かないでください。',
    en: 'It reaches them, outside the company, exactly as it stands. Please put nothing internal in it, and name nobody.',
  },
  found: {
    ja: '社外に出せない箇所があります。直してから、もう一度お送りください。',
    en: 'Something in it must not leave the company. Change it and send it again.',
  },
  isOfUse: { ja: 'このご意見は役に立ちましたか', en: 'Was it of use?' },
  chooseOne: { ja: '必須', en: 'required' },
  no: { ja: 'いいえ', en: 'No' },
  noMore: { ja: '回答だけをお届けします。謝礼はありません。', en: 'They get your answer, and no reward.' },
  yes: { ja: 'はい', en: 'Yes' },
  send: { ja: '回答を送る', en: 'Send the answer' },
} as const satisfies Record<string, Bilingual>;

/** What kept an answer from being taken. */
export type AnswerProblem = 'no answer' | 'too long' | 'leak' | 'choose';

const problems: Readonly<Record<AnswerProblem, Bilingual>> = {
  'no answer': { ja: '回答をお書きください。', en: 'Please write an answer.' },
  'too long': {
    ja: `${longestText}文字を超えています。短くしてから、もう一度お送りください。`,
    en: `This is longer than ${longestText} characters. Shorten it and send it again.`,
  },
  leak: texts.found,
  choose: { ja: '「はい」か「いいえ」をお選びください。', en: 'Choose yes or no.' },
};

type AnswerPage = PageContext &
  Readonly<{
    topic: string;
    text: string;
    receivedOn: PlainDate;
    problem?: AnswerProblem | undefined;
    /** What the scan refuses. */
    findings?: readonly Finding[] | undefined;
    /** As typed. */
    answer?: string | undefined;
    isOfUse?: 'yes' | 'no' | undefined;
  }>;

const AnswerField: FC<AnswerPage> = ({ language, problem, findings = [], answer }) => {
  const wrong = problem === 'choose' ? undefined : problem;
  return (
    <div class="field">
      <label for="answer">
        {texts.answer[language]} <small>{texts.required[language]}</small>
      </label>
      <small id="answer-note">{texts.asItStands[language]}</small>
      {wrong ? (
        <div class="problem" id="answer-problem">
          {problems[wrong][language]}
          {findings.length > 0 ? (
            <ul>
              {findings.map((finding) => (
                <li>{findingInWords(finding, language)}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <textarea
        id="answer"
        name="answer"
        rows={8}
        required
        autofocus={wrong !== undefined}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? 'answer-problem answer-note' : 'answer-note'}
      >
        {answer}
      </textarea>
    </div>
  );
};

function yesMeans({ rewards, company }: Policy, language: Language): string {
  const { amount } = rewards.table.feedback;
  const money = moneyInWords(amount, company.currency, language);
  if (amount === 0)
    return language === 'ja'
      ? '役に立ったことを、ご本人に伝えます。'
      : 'They hear that it was. No reward goes with it.';
  return language === 'ja'
    ? `役に立ったことを、ご本人に伝えます。謝礼(${money})をお支払いできるかどうかを、運用規程で確認し、承認者が決めます。`
    : `They hear that it was. Whether a reward of ${money} is paid is then checked by the programme’s rules, and approvers decide.`;
}

const OfUse: FC<AnswerPage> = ({ language, policy, problem, isOfUse }) => {
  const choices = [
    { value: 'yes', name: texts.yes, means: yesMeans(policy, language) },
    { value: 'no', name: texts.no, means: texts.noMore[language] },
  ];
  return (
    <Choice
      language={language}
      name="isOfUse"
      legend={texts.isOfUse}
      aside={texts.chooseOne}
      problem={problem === 'choose' ? problems.choose : undefined}
      isFirst={problem === 'choose'}
      value={isOfUse}
      required
      choices={choices.map(({ value, name, means }) => ({
        value,
        label: (
          <>
            <strong>{name[language]}</strong> {means}
          </>
        ),
      }))}
    />
  );
};

/** What an alumnus wrote, for the owner of its topic to answer; nothing says who it was. */
export function answerPage(page: AnswerPage): string {
  const { language, policy, topic, text, receivedOn, problem } = page;
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: problem !== undefined,
    children: (
      <>
        <p>{texts.lead[language]}</p>
        <WriteTo policy={policy}>{texts.who[language]}</WriteTo>
        <h2>{texts.feedback[language]}</h2>
        <Terms
          terms={[
            { term: texts.topic[language], text: topicName(topic, policy, language) },
            { term: texts.when[language], text: dateInWords(receivedOn, language) },
          ]}
        />
        <article class="sheet">
          {text.split(/\n+/).map((line) => (
            <p>{line}</p>
          ))}
        </article>
        <h2>{texts.yours[language]}</h2>
        <form method="post">
          <AnswerField {...page} />
          <OfUse {...page} />
          <OneButton>{texts.send[language]}</OneButton>
        </form>
      </>
    ),
  });
}
