import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { type ApprovalAbout, openApproval, type Rehire, type RehireApproval } from '../../domain/rehire.ts';
import type { RehireTerm } from '../../domain/rehire-approval-wording.ts';
import { rulesFor } from '../../domain/rehire-waits.ts';
import { dateOf } from '../../domain/time.ts';
import { dateInWords } from '../../domain/wording.ts';

const abouts: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: { ja: '例外を認めるか', en: 'Whether to make an exception' },
  decision: { ja: '条件を示すか', en: 'Whether to make an offer' },
};

const verbs = {
  approve: { ja: '承認', en: 'approved' },
  reject: { ja: '否認', en: 'rejected' },
} as const satisfies Record<string, Bilingual>;

const waiting: Bilingual = { ja: '判断待ち', en: 'not yet decided' };
const none: Bilingual = { ja: '判断なし', en: 'did not decide' };

/** Who decided what and when, and who is asked still; an approval each. */
export function decisionsInWords(rehire: Rehire, policy: Policy, language: Language): RehireTerm[] {
  const open = openApproval(rehire)?.generation;
  return rehire.approvals.map((approval, index) => ({
    term: abouts[approval.about][language],
    text: whoSaid(approval, (open === index + 1 ? waiting : none)[language], policy, language),
  }));
}

function whoSaid({ about, asked, said }: RehireApproval, otherwise: string, policy: Policy, language: Language) {
  const { approvers } = rulesFor(about, policy);
  // An id of somebody whom the policy lists no more.
  const nameOf = (id: string) => approvers.find((approver) => approver.id === id)?.name ?? id;
  const after = (id: string, words: string) =>
    language === 'ja' ? `${nameOf(id)}(${words})` : `${nameOf(id)} (${words})`;
  return [
    ...said.map(({ approver, decision, at }) => {
      const day = dateInWords(dateOf(at, policy.company.timeZone), language);
      const verb = verbs[decision][language];
      return after(approver, language === 'ja' ? `${day}に${verb}` : `${verb} on ${day}`);
    }),
    ...asked
      .filter(({ approver }) => !said.some((word) => word.approver === approver))
      .map(({ approver }) => after(approver, otherwise)),
  ].join(language === 'ja' ? '、' : ', ');
}
