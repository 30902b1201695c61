import { isHrisConnected, tellHris } from '../../adapters/hris.ts';
import { linkUrl } from '../../adapters/links.ts';
import type { RehireFile } from '../../adapters/rehires.ts';
import { programme } from '../../adapters/table.ts';
import type { Given } from '../../domain/decision.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { changesSince, ownerOf, type RehireTask } from '../../domain/rehire-tasks.ts';
import { returnMessage } from '../../domain/return-message.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { taskLetter } from '../mails/task.tsx';
import { stintOfRehire } from './stint.ts';
import { caseUrlOf } from './tell-staff.ts';

/** Hands every task to its owner, reminds them, and tells them when it is not needed any more. */
export async function tellOwners(rehire: Rehire, about: RehireFile, given: Given): Promise<void> {
  for (const task of rehire.tasks) {
    if (task.mail === undefined) continue;
    const isForTheSystem = task.kind === 'hris' && isHrisConnected();
    // The HR system confirms by itself; somebody is asked once it has not.
    if (isForTheSystem && (task.mail === 'hand over' || task.mail === 'off')) await writeBack(rehire, task, about);
    else await tellOwner(rehire, task, about, given);
  }
}

async function writeBack(rehire: Rehire, { mail }: RehireTask, { file }: RehireFile): Promise<void> {
  const type = mail === 'off' ? 'rehire.called-off' : 'rehire.accepted';
  const { id, body } = returnMessage(type, rehire, file.profile);
  await tellHris(id, body);
}

async function tellOwner(rehire: Rehire, task: RehireTask, { file, words }: RehireFile, given: Given): Promise<void> {
  const { number } = rehire;
  const { policy, now } = given;
  const { offer, introduction } = words;
  const lastDay = stintOfRehire(rehire, file.person)?.lastDay ?? rehire.openedOn;
  const taskUrl = await linkUrl('task', { person: programme, matter: `${number}-${task.kind}` }, Date.parse(now));
  // Who was erased has no offer any more that names the manager.
  const owner = ownerOf(task.kind, offer?.manager ?? policy.company.hr, policy);
  const facts = {
    policy,
    rehire,
    task,
    name: file.profile?.name,
    introduction,
    changes: changesSince(lastDay, policy),
    taskUrl,
  };
  const occasion = `${number}-${task.kind}-${task.mail?.replaceAll(' ', '-')}-${task.reminded.length}`;
  await tellStaff('rehire-task', occasion, owner, taskLetter({ ...facts, to: 'owner' }), given);
  if (task.mail !== 'escalate' || owner === policy.company.hr) return;
  const caseUrl = await caseUrlOf(rehire, given);
  await tellStaff(
    'rehire-task',
    `${occasion}-hr`,
    policy.company.hr,
    taskLetter({ ...facts, caseUrl, to: 'HR' }),
    given,
  );
}
