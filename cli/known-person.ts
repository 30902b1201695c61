import { identify } from '../functions/adapters/identity.ts';
import { Trouble } from './trouble.ts';

/** The id by which the table knows an employee. */
export async function personIdOf(employeeId: string): Promise<string> {
  return (await identify()).person(employeeId);
}

/** What is said of an employee id that nothing is held about. */
export function unknown(employeeId: string): Trouble {
  return new Trouble(
    `Nothing is known about ${employeeId}: check the employee id, or whether a departure was reported.`,
  );
}
