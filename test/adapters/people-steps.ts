import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { asking, revised, someId } from './people-samples.ts';

/** Somebody in the table who is being asked. */
export async function someone(id: string = someId()): Promise<string> {
  await decideAndWrite(id, (file) => ({ outcome: 'written', write: asking(file) }));
  return id;
}

/** Counts one revision up, as any decision changes the record. */
export const revise = (id: string) => decideAndWrite(id, (file) => ({ outcome: 'revised', write: revised(file) }));
export const revisionOf = async (id: string) => (await loadPerson(id)).person.stints[0]?.revision;
