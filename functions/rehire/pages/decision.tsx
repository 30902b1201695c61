import { ApproverForm } from '../../approvals/approver-form.tsx';
import type { Bilingual } from '../../domain/language.ts';
import type { ApprovalAbout } from '../../domain/rehire.ts';
import type { RehireTerm } from '../../domain/rehire-approval-wording.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { unmet } from '../../domain/return-conditions.ts';
import { conditionName } from '../../domain/return-conditions-wording.ts';
import { asStart } from '../../domain/wording.ts';
import { type PageContext, renderPage, Terms } from '../../web/layout.tsx';
import { type DecidedOn, decisionFacts } from '../decision-facts.ts';
import { ExceptionForm, type ExceptionProblem } from './exception-form.tsx';
import { Written } from './written.tsx';

const titles: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: { ja: '復帰条件の例外についてのお願い', en: 'May an exception be made?' },
  decision: { ja: '復帰についてのご判断のお願い', en: 'Will an offer be made?' },
};

const leads: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: {
    ja: 'この復帰のご相談には、合わない条件があります。それでも手続きを進めるかどうかをお決めください。進めるには、異なる2名の承認が要ります。',
    en: 'An alumnus would like to come back, and a condition doesn’t hold. Please decide whether it goes on all the same. Two different people must approve.',
  },
  decision: {
    ja: '復帰のご相談に、条件を示すかどうかをお決めください。承認すると採用担当が条件を作成し、受けるかどうかはご本人が決めます。',
    en: 'An alumnus would like to come back. Please decide whether an offer is made. If you approve, the recruiter writes it, and the alumnus decides.',
  },
};

const otherwise: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: {
    ja: '期限までに判断がそろわなければ、条件に合わないものとして、ご本人にお返事します。',
    en: 'If it isn’t decided in time, we tell the alumnus that a condition isn’t met.',
  },
  decision: {
    ja: '期限までに判断がなければ、ご相談は期限切れになり、会社の都合としてご本人におわびします。',
    en: 'If nobody decides in time, the request expires, and we apologise to the alumnus.',
  },
};

const texts = {
  unmet: { ja: '合わない条件', en: 'What doesn’t hold' },
  facts: { ja: 'ご相談の内容', en: 'What you decide on' },
  since: { ja: '離れていたあいだのこと', en: 'What they did since' },
  sinceLead: {
    ja: 'ご本人が、任意で書かれたものです。',
    en: 'They chose to write this; nobody had to.',
  },
  nothing: {
    ja: '書かれていません。書くかどうかはご本人の自由で、判断の材料にはしません。',
    en: 'They wrote nothing here. Nobody has to, and it doesn’t count against anybody.',
  },
} as const satisfies Record<string, Bilingual>;

type DecisionPage = PageContext &
  DecidedOn &
  Readonly<{
    about: ApprovalAbout;
    /** Of their own accord. */
    sinceThen?: string | undefined;
    problem?: DecisionProblem | undefined;
    /** Kept when something is wrong with it. */
    note?: string | undefined;
  }>;

/** What kept a decision from being taken. */
export type DecisionProblem = ExceptionProblem;

/** A return with all that is decided on, and two buttons of the same size. */
export function decisionPage(page: DecisionPage): string {
  const { language, policy, about, rehire, sinceThen, problem, note } = page;
  const facts = decisionFacts(page, language);
  const names = unmet(rehire.conditions).map(({ condition }) => conditionName(condition, language));
  const isUnmet = ({ term }: RehireTerm) => names.includes(term);
  return renderPage({
    language,
    policy,
    title: titles[about][language],
    invalid: problem !== undefined,
    children: (
      <>
        <p class="quiet">{asStart(rehireName(rehire.number, language))}</p>
        <p>{leads[about][language]}</p>
        <p>{otherwise[about][language]}</p>
        {about === 'override' ? (
          <>
            <h2>{texts.unmet[language]}</h2>
            <Terms terms={facts.filter(isUnmet)} />
          </>
        ) : null}
        <h2>{texts.facts[language]}</h2>
        <Terms terms={about === 'override' ? facts.filter((fact) => !isUnmet(fact)) : facts} />
        <h2>{texts.since[language]}</h2>
        {sinceThen ? (
          <>
            <p class="quiet">{texts.sinceLead[language]}</p>
            <Written text={sinceThen} />
          </>
        ) : (
          <p>{texts.nothing[language]}</p>
        )}
        {about === 'override' ? (
          <ExceptionForm language={language} problem={problem} note={note} />
        ) : (
          <ApproverForm language={language} problem={problem === 'no reason' ? undefined : problem} note={note} />
        )}
      </>
    ),
  });
}
