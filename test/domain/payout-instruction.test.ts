import { expect, test } from 'vitest';
import { payoutInstruction, payoutMessage } from '../../functions/domain/payout-instruction.ts';
import type { Profile } from '../../functions/domain/profile.ts';
import { alumnusFile, approved, instructed, sent } from './contribution-samples.ts';

const profile: Profile = {
  employeeId: 'E1042',
  name: '佐藤 花子',
  nameKana: 'サトウ ハナコ',
  language: 'ja',
  address: 'hanako@example.com',
  reportedAddress: 'new@example.com',
  workEmail: 'h.sato@hikari.example.com',
  department: 'Sales',
  role: 'Manager',
};

test('an instruction says what is paid, under which tax category and to whom, and nothing else', () => {
  const { reward } = instructed('lead');
  expect(payoutInstruction(instructed('lead'), profile)).toEqual({
    payout: 'payout-7',
    amount: reward.amount,
    currency: 'JPY',
    taxCategory: reward.taxCategory,
    kind: 'lead',
    payee: {
      employeeId: 'E1042',
      name: '佐藤 花子',
      nameKana: 'サトウ ハナコ',
      email: 'hanako@example.com',
      language: 'ja',
      country: 'JP',
    },
  });
  expect(reward.amount).toBeGreaterThan(0);
});

test('an address that its owner has not confirmed is used only where there is no other', () => {
  const { address: _, nameKana: __, ...rest } = profile;
  expect(payoutInstruction(instructed(), rest).payee).toMatchObject({ email: 'new@example.com' });
  const { reportedAddress: ___, ...unknown } = rest;
  const { payee } = payoutInstruction(instructed(), unknown);
  expect(Object.keys(payee)).toEqual(['employeeId', 'name', 'language', 'country']);
});

test('the message is the same byte for byte, before and after it was sent', () => {
  const messages = [instructed(), instructed(), sent()].map((contribution) => payoutMessage(contribution, profile));
  expect(new Set(messages).size).toBe(1);
  expect(JSON.parse(messages[0] ?? '')).toEqual({
    type: 'payout.instructed',
    timestamp: instructed().reward.payout?.at,
    data: payoutInstruction(instructed(), profile),
  });
});

test('there is no message before the payout is instructed', () => {
  expect(() => payoutMessage(approved(), profile)).toThrow('the payout of contribution 7 is not instructed');
});

test('the sample alumnus has what an instruction needs', () => {
  if (!alumnusFile.profile) throw new Error('no profile');
  expect(payoutInstruction(instructed(), alumnusFile.profile).payee.email).toBe('hanako@example.com');
});
