import * as z from 'zod/mini';
import { areDifferent, duration, id } from './policy-fields.ts';

/** The policy's parts on who approves something, and in what time. */

const approver = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  email: z.email(),
  /** Who is asked as well when this one has not answered for long. */
  deputy: z.optional(id),
});
export type Approver = z.infer<typeof approver>;

export const approvalRules = {
  /** In the order in which they are asked. */
  approvers: z.array(approver).check(
    z.minLength(1),
    z.refine((all) => areDifferent(all.map(({ id }) => id)), 'has an approver twice'),
    z.refine((all) => areDifferent(all.map(({ email }) => email.toLowerCase())), 'has an address twice'),
    z.refine(
      (all) => all.every(({ id, deputy }) => !deputy || (deputy !== id && all.some((other) => other.id === deputy))),
      'has a deputy who is no other approver',
    ),
  ),
  remindEvery: duration,
  /** Deputies are asked as well. */
  escalateAfter: duration,
  /** Then it expires. */
  window: duration,
};
const ApprovalRules = z.strictObject(approvalRules);
export type ApprovalRules = z.infer<typeof ApprovalRules>;
