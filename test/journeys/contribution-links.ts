import { identify } from '../../functions/adapters/identity.ts';
import { linkUrl } from '../../functions/adapters/links.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { programme } from '../../functions/adapters/table.ts';
import { approvalMatter } from '../../functions/domain/approval.ts';
import { asking, contributed, referral } from '../adapters/reward-steps.ts';

/** The links about contributions and rewards. */
export const contributing = ['contribute', 'candidate', 'candidacy', 'answer', 'reward'] as const;

/** By which somebody contributes, a candidate comes, a topic's owner answers, and an approver decides. */
export async function linksOfContributions(person: string): Promise<Record<(typeof contributing)[number], string>> {
  const [invited, answered, rewarded] = [
    await referral(person),
    await contributed('feedback', person),
    await asking('feedback', person),
  ];
  const matter = approvalMatter(rewarded, { generation: 1, approver: 'saito', round: 1 });
  const now = Date.now();
  const { profile } = await loadPerson(person);
  const theirs = (await identify()).address(profile?.address ?? '');
  const about = (matter: string) => ({ person: programme, matter });
  return {
    contribute: await linkUrl('contribute', { person, matter: theirs }, now),
    candidate: await linkUrl('candidate', about(String(invited)), now),
    candidacy: await linkUrl('candidacy', about(`${invited}-1`), now),
    answer: await linkUrl('answer', about(String(answered)), now),
    reward: await linkUrl('reward', about(matter), now),
  };
}
