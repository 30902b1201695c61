import type { Profile } from './profile.ts';
import type { Rehire } from './rehire.ts';

/** What the HR system is told of a return. */

/** By which the HR system knows a rehire. */
export function rehireId(number: number): string {
  return `rehire-${number}`;
}

/**
 * A message: that somebody comes back, or that they do not after all. It reads the same however often it is made.
 * @returns its id and its body as JSON
 */
export function returnMessage(
  type: 'rehire.accepted' | 'rehire.called-off',
  { number, offer }: Rehire,
  profile: Pick<Profile, 'employeeId'> | undefined,
): { id: string; body: string } {
  const data = {
    rehire: rehireId(number),
    ...(profile && { employeeId: profile.employeeId }),
    contract: offer?.kind,
    startsOn: offer?.startsOn,
  };
  return { id: `${rehireId(number)}-${type.slice('rehire.'.length)}`, body: JSON.stringify({ type, data }) };
}
