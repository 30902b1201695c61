import type { FC } from 'hono/jsx';
import type { Finding } from '../domain/edition-content.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { classOf, type Obstacle } from '../domain/review.ts';
import { findingInWords } from '../domain/review-wording.ts';
import { DecisionForm } from './decision-form.tsx';

/** What every page on which the reviewer decides shares. */

const texts = {
  classification: { ja: '分類', en: 'Classification' },
  maySay: { ja: '書いてよいこと(例)', en: 'May be said, for example' },
  mayNotSay: { ja: '書けないこと(例)', en: 'May not be said, for example' },
  ask: { ja: '先に確かめること(例)', en: 'To be asked about first, for example' },
  unknownClass: {
    ja: 'この分類は、今の運用規程にありません。',
    en: 'The programme’s rules don’t have this class any more.',
  },
  notShareable: {
    ja: '今の運用規程では、この分類のものは社外に出せません。',
    en: 'By the programme’s rules, nothing of this class may go out.',
  },
  scan: { ja: '自動の点検の結果', en: 'What the scan found' },
  nothing: {
    ja: '自動の点検では、何も見つかりませんでした。意味までは点検できないため、本文をお読みになってご判断ください。',
    en: 'The scan found nothing. It can’t judge meaning, so please read the text all the same.',
  },
  decide: { ja: 'ご判断', en: 'Your decision' },
  note: { ja: '担当者へのひとこと', en: 'A note to the programme’s people' },
  kept: {
    ja: 'ご判断と一緒に記録し、担当者にもメールで伝えます。承認しない場合も、理由を書く必要はありません。',
    en: 'It’s kept with your decision and mailed to them. You don’t need to give a reason, whatever you decide.',
  },
  approve: { ja: '承認する', en: 'Approve' },
  refuse: { ja: '承認しない', en: 'Don’t approve' },
} as const satisfies Record<string, Bilingual>;

/** What kept a decision from being taken. */
export type ReviewProblem = 'note too long' | Obstacle;

const problems: Readonly<Record<Obstacle, Bilingual>> = {
  leak: {
    ja: '社外に出せない箇所があるため、承認できません。上の「自動の点検の結果」をご覧ください。',
    en: 'This can’t be approved, since the scan found something in it that must not leave the company. See above.',
  },
  'not shareable': {
    ja: '今の運用規程では、この分類のものを社外に出せないため、承認できません。',
    en: 'This can’t be approved: by the programme’s rules, nothing of its class may go out.',
  },
};

const variantNames: Readonly<Record<Language, Bilingual>> = {
  ja: { ja: '日本語版', en: 'In Japanese' },
  en: { ja: '英語版', en: 'In English' },
};

const Examples: FC<{ title: Bilingual; language: Language; examples: readonly Bilingual[] | undefined }> = ({
  title,
  language,
  examples = [],
}) =>
  examples.length > 0 ? (
    <>
      <h3 class="minor-heading">{title[language]}</h3>
      <ul>
        {examples.map((example) => (
          <li>{example[language]}</li>
        ))}
      </ul>
    </>
  ) : null;

/** A class with what the policy says of it. */
export const Classification: FC<{ language: Language; policy: Policy; name: string }> = ({
  language,
  policy,
  name,
}) => {
  const rules = classOf(policy, name);
  return (
    <>
      <h2>
        {texts.classification[language]}: {name}
      </h2>
      {rules ? null : <p class="problem">{texts.unknownClass[language]}</p>}
      {rules?.shareable === false ? <p class="problem">{texts.notShareable[language]}</p> : null}
      <Examples title={texts.maySay} language={language} examples={rules?.maySay} />
      <Examples title={texts.mayNotSay} language={language} examples={rules?.mayNotSay} />
      <Examples title={texts.ask} language={language} examples={rules?.ask} />
    </>
  );
};

/**
 * What the scan found, each with its line and a way to the part of the text where it stands.
 * @param props.partOf the id of that part
 */
export const Findings: FC<
  Readonly<{ language: Language; findings: readonly Finding[]; partOf: (finding: Finding) => string | undefined }>
> = ({ language, findings, partOf }) => (
  <>
    <h2>{texts.scan[language]}</h2>
    {findings.length === 0 ? (
      <p>{texts.nothing[language]}</p>
    ) : (
      <ul class="found">
        {findings.map((finding) => {
          const words = findingInWords(finding, language);
          const part = partOf(finding);
          return (
            <li class={finding.severity === 'refuse' ? 'problem' : undefined}>
              {part ? (
                <a class="tall" href={`#${part}`}>
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    )}
  </>
);

/** In which of its languages a text follows. */
export const Spoken: FC<{ language: Language; spoken: Language }> = ({ language, spoken }) => (
  <p class="quiet over">{variantNames[spoken][language]}</p>
);

/** The reviewer's decision. */
export const Decision: FC<{ language: Language; problem: ReviewProblem | undefined; note: string | undefined }> = ({
  language,
  problem,
  note,
}) => (
  <>
    <h2>{texts.decide[language]}</h2>
    <DecisionForm
      language={language}
      label={texts.note}
      kept={texts.kept}
      note={note}
      isNoteTooLong={problem === 'note too long'}
      problem={problem === undefined || problem === 'note too long' ? undefined : problems[problem]}
      answers={[
        { value: 'approve', label: texts.approve },
        { value: 'refuse', label: texts.refuse },
      ]}
    />
  </>
);
