import { readRehire } from '../../adapters/rehires.ts';
import type { PersonFile } from '../../domain/decision.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { problem, type Request } from '../../web/context.ts';
import { addressHash } from '../../web/person-request.ts';
import { withPerson } from '../../web/with-link.ts';

/** `which`: the revision of the offer, or the check-in from 1. */
export type OwnRehire = { file: PersonFile; rehire: Rehire; which: number };

/**
 * Opens a link about somebody's own return: `<number>-<which>-<address hash>`. It belongs to the address that it was mailed
 * to: an old mailbox reads no offer. Of who was erased nothing is shown.
 */
export function withRehire(
  purpose: 'offer' | 'settling',
  show: (request: Request, own: OwnRehire) => Response | Promise<Response>,
) {
  return withPerson(purpose, async (request, { subject }, file) => {
    const [number, which, mailedTo] = subject.matter.split('-');
    const rehire = await readRehire(Number(number));
    if (!file.profile || rehire?.person !== file.person.id) return problem(request, 'closed');
    if (mailedTo !== (await addressHash(file))) return problem(request, 'moved');
    return show(request, { file, rehire, which: Number(which) });
  });
}
