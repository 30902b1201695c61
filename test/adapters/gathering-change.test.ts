import { beforeEach, expect, it } from 'vitest';
import { addInvitee } from '../../functions/adapters/invitees.ts';
import { tellPlace } from '../../functions/adapters/rooms.ts';
import { alumnus } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { answers, gathering, guests, step } from './gathering-steps.ts';
import { useOwnTable } from './own-table.ts';

/** Who has a place hears of a change by itself, unless the word of their place is still to come and brings it. */
useOwnTable();
const aws = useFaultyAws();
beforeEach(() => {
  aws.begin();
  aws.meanwhile = () => Promise.resolve();
});

it.each([
  ['has not had word of their place', false, 0],
  ['could not be reached when their place was told', true, 1],
])('who %s', async (_, noted, mails) => {
  const person = await alumnus({});
  const number = await gathering({ revision: 2, changed: ['where'], done: { invited: 1, hosts: 2 } });
  await addInvitee(number, { person, told: 1 });
  await answers(number, person, 1);
  if (noted) await tellPlace(number, person, { revision: 1, entered: false });
  expect(await step('tell of the change', number)).toEqual({ outcome: 'done' });
  expect(aws.ses.count({ person, dispatch: `gathering-change_${number}-2` })).toBe(mails);
  expect(await guests(number)).toEqual({ [person]: 2 });
});
