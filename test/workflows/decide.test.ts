import { describe, expect, test } from 'vitest';
import { acceptedRehire, type RehireDecisionOutcome } from '../../functions/domain/rehire-approval-wording.ts';
import { accepted, type DecisionOutcome } from '../../functions/domain/reward-approval-wording.ts';
import { type Definition, textOf } from '../../infra/synth.ts';
import { app, machines, ofType } from '../infra/assembly.ts';
import { state, walk } from './walk.ts';

const doesNotCount = 'Does not count';

const counts = { approved: 'Approved', 'one of two': 'Approved by one of two', rejected: 'Rejected' };
const ofReward: Record<DecisionOutcome, string> = {
  ...counts,
  spent: doesNotCount,
  'said before': doesNotCount,
  decided: doesNotCount,
  expired: doesNotCount,
  declined: doesNotCount,
  'own reward': doesNotCount,
  'over budget': doesNotCount,
  blocked: doesNotCount,
  'not understood': doesNotCount,
  'no reward': doesNotCount,
  'wrong code': doesNotCount,
  unknown: doesNotCount,
  incomplete: doesNotCount,
};

const ofRehire: Record<RehireDecisionOutcome, string> = {
  ...counts,
  spent: doesNotCount,
  'said before': doesNotCount,
  decided: doesNotCount,
  expired: doesNotCount,
  ended: doesNotCount,
  'own return': doesNotCount,
  'not understood': doesNotCount,
  'no reason': doesNotCount,
  'wrong code': doesNotCount,
  unknown: doesNotCount,
  incomplete: doesNotCount,
};

describe.each<{ machine: string; step: string; ends: Record<string, string>; green: ReadonlySet<string> }>([
  { machine: 'okaeri-decide-reward', step: 'Decide on the reward', ends: ofReward, green: accepted },
  { machine: 'okaeri-decide-rehire', step: 'Decide on the return', ends: ofRehire, green: acceptedRehire },
])('$machine, for a word from the console', ({ machine, step, ends, green }) => {
  test.each(Object.entries(ends))('a word that is answered with "%s" ends as: %s', (outcome, end) => {
    expect(walk(machine, [outcome])).toEqual([step, 'Does it count?', end]);
  });

  test('it is green where the word counts, as on the page and the command line, and nowhere else', () => {
    const found = Object.entries(ends).flatMap(([outcome, end]) =>
      state(machine, end).Type === 'Succeed' ? outcome : [],
    );
    expect(found.sort()).toEqual([...green].sort());
  });

  test('what fails says why, in the words of its step', () => {
    const found = Object.values(ofType(app, 'AWS::StepFunctions::StateMachine')).find(
      ({ Properties }) => Properties.StateMachineName === machine,
    );
    const { States } = JSON.parse(textOf(found?.Properties.DefinitionString));
    expect(States[doesNotCount]).toMatchObject({
      Type: 'Fail',
      Error: '{% $states.input.outcome %}',
      Cause: '{% $states.input.sentence %}',
    });
    expect(state(machine, step).Output).toBe('{% $states.result.Payload %}');
  });

  test.each(Object.entries<Definition['States'][string]>(machines[machine]?.States ?? {}))(
    '"%s" says what it is',
    (_, { Comment }) => {
      expect(Comment).toMatch(/^[A-Z].*[.?]$/);
    },
  );
});
