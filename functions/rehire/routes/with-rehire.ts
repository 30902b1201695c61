import { readRehire } from '../../adapters/rehires.ts';
import type { PersonFile } from '../../domain/decision.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { problem, type Request } from '../../web/context.ts';
import { withPerson } from '../../web/with-link.ts';

/** `which`: the revision of the offer, or the check-in from 1. */
export type OwnRehire = { file: PersonFile; rehire: Rehire; which: number };

/** Opens a link about somebody's own return: `<number>-<which>`. Of who was erased nothing is shown. */
export function withRehire(
  purpose: 'offer' | 'settling',
  show: (request: Request, own: OwnRehire) => Response | Promise<Response>,
) {
  return withPerson(purpose, async (request, { subject }, file) => {
    const [number = 0, which = 0] = subject.matter.split('-').map(Number);
    const rehire = await readRehire(number);
    if (!file.profile || rehire?.person !== file.person.id) return problem(request, 'closed');
    return show(request, { file, rehire, which });
  });
}
