import { describe, expect, test } from 'vitest';
import { accepted, type DecisionOutcome } from '../../functions/domain/reward-approval-wording.ts';
import { type Definition, textOf } from '../../infra/synth.ts';
import { app, machines, ofType } from '../infra/assembly.ts';
import { state, walk } from './walk.ts';

const machine = 'okaeri-decide-reward';
const doesNotCount = 'Does not count';

const ends: Record<DecisionOutcome, string> = {
  approved: 'Approved',
  'one of two': 'Approved by one of two',
  rejected: 'Rejected',
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

describe('deciding on a reward in the console', () => {
  test.each(Object.entries(ends))('a word that is answered with "%s" ends as: %s', (outcome, end) => {
    expect(walk(machine, [outcome])).toEqual(['Decide on the reward', 'Does it count?', end]);
  });

  test('it is green where the word counts, as on the page and the command line, and nowhere else', () => {
    const green = Object.entries(ends).flatMap(([outcome, end]) =>
      state(machine, end).Type === 'Succeed' ? outcome : [],
    );
    expect(green.sort()).toEqual([...accepted].sort());
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
    expect(state(machine, 'Decide on the reward').Output).toBe('{% $states.result.Payload %}');
  });

  test.each(Object.entries<Definition['States'][string]>(machines[machine]?.States ?? {}))(
    '"%s" says what it is',
    (_, { Comment }) => {
      expect(Comment).toMatch(/^[A-Z].*[.?]$/);
    },
  );
});
