import { linkCode, linkUrl } from '../../adapters/links.ts';
import { decideOnRehire, type RehireFile } from '../../adapters/rehires.ts';
import { programme } from '../../adapters/table.ts';
import { consoleOf } from '../../approvals/console.ts';
import { approverCode } from '../../approvals/holder.ts';
import { type Asked, type AskingMail, approvalEnds, approvalMatter, undecided } from '../../domain/approval.ts';
import type { Given } from '../../domain/decision.ts';
import { openApproval, type Rehire } from '../../domain/rehire.ts';
import { approversAsked } from '../../domain/rehire-approval.ts';
import { rulesFor } from '../../domain/rehire-waits.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { machine, rehireApprovalLetter } from '../mails/approval.tsx';
import { stintOfRehire } from './stint.ts';

/**
 * Mails everybody who has not decided, each with a code and a link of their own. Who has this mail already gets none.
 * @param execution the waiting one, which the mail leads to
 */
export async function askWhoDecides(
  rehire: Rehire,
  about: RehireFile,
  mail: AskingMail,
  execution: string,
  given: Given,
): Promise<void> {
  const open = openApproval(rehire);
  if (!open) return;
  for (const asked of undecided(open.approval)) await askOne(rehire, about, { ...open, asked, mail, execution }, given);
  await decideOnRehire(rehire.number, (found) => approversAsked(found, open.generation, mail), given);
}

type Asking = NonNullable<ReturnType<typeof openApproval>> & { asked: Asked; mail: AskingMail; execution: string };

async function askOne(
  rehire: Rehire,
  { file, words }: RehireFile,
  { approval, generation, asked, mail, execution }: Asking,
  given: Given,
): Promise<void> {
  const { number } = rehire;
  const { policy } = given;
  const { profile } = file;
  const rules = rulesFor(approval.about, policy);
  const named = (name: string | undefined) => rules.approvers.find(({ id }) => id === name);
  const approver = named(asked.approver);
  // Listed no more, or erased: nobody whom to ask, or about whom.
  if (!approver || !profile) return;
  const matter = approvalMatter(number, { ...asked, generation });
  const code = await linkCode(approverCode('rehire', matter));
  const command = (word: string, note = '') => `npm run okaeri -- rehire ${word} ${number} --code ${code}${note}`;
  const letter = rehireApprovalLetter({
    policy,
    rehire,
    about: approval.about,
    approver,
    mail,
    deputyOf: named(asked.deputyOf)?.name,
    closesOn: approvalEnds(approval, rules, given),
    profile,
    stint: stintOfRehire(rehire, file.person),
    sinceThen: words.sinceThen,
    decideUrl: await linkUrl('decision', { person: programme, matter }, Date.parse(given.now)),
    ...consoleOf(execution, machine),
    consoleInput: JSON.stringify({ rehire: String(number), decision: 'approve', code, note: '' }),
    commands: {
      approve: command('approve', approval.about === 'override' ? ' --note "…"' : ''),
      reject: command('reject'),
    },
    code,
  });
  await tellStaff('rehire-approval', `${matter}-${approval.reminders}`, approver.email, letter, given);
}
