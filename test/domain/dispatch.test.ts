import { expect, test } from 'vitest';
import { dispatchId, dispatchPurposes, purposeOf } from '../../functions/domain/dispatch.ts';
import { questionId, questionKinds } from '../../functions/domain/question.ts';
import { asked, stintOf } from './samples.ts';

test('the identity of a dispatch tells its purpose and fits an SES tag', () => {
  for (const purpose of dispatchPurposes) {
    for (const kind of questionKinds) {
      const id = dispatchId(purpose, `${questionId(stintOf(asked()), kind)}-r2`);
      expect(id).toMatch(/^[\w-]{1,256}$/);
      expect(purposeOf(id)).toBe(purpose);
    }
  }
});

test('what is no dispatch of ours has no purpose', () => {
  for (const id of ['', 'consent', 'consent-request', 'newsletter_1']) expect(purposeOf(id)).toBeUndefined();
});
