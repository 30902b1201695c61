import type { FC } from 'hono/jsx';
import type { Bilingual } from '../../domain/language.ts';
import { dateInWords } from '../../domain/wording.ts';
import { LineField, TextField } from '../../web/fields.tsx';
import { OneButton, type PageContext, renderPage, Terms } from '../../web/layout.tsx';
import { candidateConsent } from './candidate-consent.ts';
import { type FieldProblem, tooLong, upTo, type Wrong } from './contribute-fields.ts';

const texts = {
  invited: {
    ja: '以前当社で働いていた方からの紹介で、このご案内をお届けしています。ご関心があれば、下の欄にご記入ください。採用担当者が、まずはお話をうかがいます。',
    en: 'Somebody who used to work with us thought of you. If you’re interested, leave your details below, and our recruiting team gets in touch for a first talk.',
  },
  optional: {
    ja: '応募の義務はありません。何も入力せずに閉じた場合、あなたの情報は残りません。',
    en: 'You’re not committing to anything. If you close this page without sending it, nothing about you is kept.',
  },
  name: { ja: 'お名前', en: 'Name' },
  email: { ja: 'メールアドレス', en: 'E-mail' },
  emailNote: {
    ja: '受付のお知らせと、採用担当者からの連絡をお送りします。',
    en: 'For a confirmation, and for our recruiting team to reach you.',
  },
  text: { ja: 'お伝えになりたいこと', en: 'Anything you’d like to tell us' },
  textNote: {
    ja: '関心のある仕事や、ご連絡に都合のよい時間帯など。',
    en: 'Such as the work that interests you, or when to reach you.',
  },
  handled: { ja: '情報の取り扱い', en: 'What happens to your data' },
  consent: { ja: '同意', en: 'Consent' },
  send: { ja: '送信する', en: 'Send' },
} as const satisfies Record<string, Bilingual>;

const problems: Readonly<Record<CandidateField, Bilingual>> = {
  name: { ja: 'お名前を入力してください。', en: 'Enter your name.' },
  email: {
    ja: 'メールアドレスとして読み取れませんでした。name@example.com のように、@ の後ろまで入力してください。',
    en: 'This can’t be read as a mail address. Write all of it, like name@example.com.',
  },
  text: tooLong.text,
  consent: {
    ja: 'お預かりするには同意が必要です。よろしければチェックを入れてください。',
    en: 'We need your consent to keep your details. Tick the box if you agree.',
  },
};

/** In the order in which they are shown. */
const fields = ['name', 'email', 'text', 'consent'] as const;
export type CandidateField = (typeof fields)[number];

export type CandidateForm = PageContext &
  Readonly<{
    /** The date on which what was entered is deleted at the latest. */
    keptUntil: string;
    typed?: Readonly<Partial<Record<CandidateField, string>>>;
    wrong?: Wrong<CandidateField>;
  }>;

function problemOf(field: CandidateField, problem: FieldProblem | undefined): Bilingual | undefined {
  if (field === 'name' && problem === 'too long') return tooLong.name;
  return problem && problems[field];
}

const Consent: FC<CandidateForm & { isFirst: boolean }> = ({ language, policy, keptUntil, typed, wrong, isFirst }) => {
  const { statement, terms } = candidateConsent(policy, dateInWords(keptUntil, language), language);
  const isMissing = wrong?.consent !== undefined;
  return (
    <>
      <h2>{texts.handled[language]}</h2>
      <Terms terms={terms} />
      <fieldset aria-describedby={isMissing ? 'consent-problem' : undefined}>
        <legend>{texts.consent[language]}</legend>
        {isMissing ? (
          <p class="problem" id="consent-problem">
            {problems.consent[language]}
          </p>
        ) : null}
        <label class="choice">
          <input
            type="checkbox"
            name="consent"
            value="yes"
            required
            checked={typed?.consent === 'yes'}
            autofocus={isFirst}
            aria-invalid={isMissing ? 'true' : undefined}
            aria-describedby={isMissing ? 'consent-problem' : undefined}
          />
          <span>{statement}</span>
        </label>
      </fieldset>
    </>
  );
};

/** Who was invited enters their own data. The company invites; who forwarded it is not named. */
export function candidatePage(page: CandidateForm): string {
  const { language, policy, typed, wrong = {} } = page;
  const first = fields.find((field) => wrong[field]);
  const company = policy.company.name[language];
  return renderPage({
    language,
    policy,
    title: language === 'ja' ? `${company}からのご招待` : `An invitation from ${company}`,
    invalid: first !== undefined,
    children: (
      <>
        <p>{texts.invited[language]}</p>
        <p>{texts.optional[language]}</p>
        {/* Percent-encoded, a long Japanese text would be three times its size. */}
        <form method="post" enctype="multipart/form-data" novalidate>
          <LineField
            language={language}
            name="name"
            label={texts.name}
            problem={problemOf('name', wrong.name)}
            isFirst={first === 'name'}
            value={typed?.name}
            autocomplete="name"
          />
          <LineField
            language={language}
            type="email"
            name="email"
            label={texts.email}
            note={texts.emailNote[language]}
            problem={problemOf('email', wrong.email)}
            isFirst={first === 'email'}
            value={typed?.email}
            autocomplete="email"
          />
          <TextField
            language={language}
            name="text"
            label={texts.text}
            aside={upTo.optionalText}
            note={texts.textNote[language]}
            problem={problemOf('text', wrong.text)}
            isFirst={first === 'text'}
            value={typed?.text}
            rows={4}
          />
          <Consent {...page} isFirst={first === 'consent'} />
          <OneButton>{texts.send[language]}</OneButton>
        </form>
      </>
    ),
  });
}
