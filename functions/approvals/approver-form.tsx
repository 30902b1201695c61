import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../domain/language.ts';
import { DecisionForm } from '../web/decision-form.tsx';

/** An approver's decision on a page: final, and on record. */

const texts = {
  decide: { ja: 'ご判断', en: 'Your decision' },
  final: {
    ja: 'ご判断は、あとから変えられません。',
    en: 'Your decision can’t be changed afterwards.',
  },
  note: { ja: 'ひとこと', en: 'A note' },
  kept: {
    ja: 'ご判断と一緒に記録に残します。個人のお名前は書かないでください。否認する場合も、理由を書く必要はありません。',
    en: 'It’s kept on record with your decision, so please name nobody in it. You don’t need to give a reason, whatever you decide.',
  },
  approve: { ja: '承認する', en: 'Approve' },
  reject: { ja: '否認する', en: 'Reject' },
} as const satisfies Record<string, Bilingual>;

const noDecision: Bilingual = {
  ja: 'ご判断を受け取れませんでした。「承認する」か「否認する」を押してください。',
  en: 'No decision arrived. Press “Approve” or “Reject”.',
};

/** What kept a decision from being taken; the link still works. */
export type ApprovalProblem = 'note too long' | 'no decision';

type ApproverForm = Readonly<{
  language: Language;
  problem?: ApprovalProblem | undefined;
  /** Kept when something is wrong with it. */
  note?: string | undefined;
}>;

export const ApproverForm: FC<ApproverForm> = ({ language, problem, note }) => (
  <>
    <h2>{texts.decide[language]}</h2>
    <DecisionForm
      language={language}
      label={texts.note}
      kept={texts.kept}
      note={note}
      isNoteTooLong={problem === 'note too long'}
      final={texts.final}
      problem={problem === 'no decision' ? noDecision : undefined}
      answers={[
        { value: 'approve', label: texts.approve },
        { value: 'reject', label: texts.reject },
      ]}
    />
  </>
);
