import * as z from 'zod/mini';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Refuse } from '../problems.ts';
import { type Entry, textAt } from './map.ts';

const address = z.email();

/** An address of the company's, for what only staff should see. */
export function staffAddress(
  { value, line }: Entry,
  whose: string,
  { policy, refuse }: { policy: Policy; refuse: Refuse },
): string {
  const text = textAt(value) ?? '';
  if (!z.safeParse(address, text).success || !isStaff(text, policy)) {
    const domains = policy.disclosure.staffDomains.join(' or ');
    refuse(line, `${whose} must be an address of the staff, at ${domains}.`);
  }
  return text;
}

function isStaff(email: string, { company, disclosure }: Policy): boolean {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  return (
    email === company.admin ||
    disclosure.staffDomains.some(
      (known) => domain === known.toLowerCase() || domain.endsWith(`.${known.toLowerCase()}`),
    )
  );
}
