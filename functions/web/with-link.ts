import { openLink } from '../adapters/links.ts';
import { loadPerson } from '../adapters/people.ts';
import type { PersonFile } from '../domain/decision.ts';
import type { Link, LinkPurpose } from '../domain/link.ts';
import { givenOf, problem, type Request } from './context.ts';

/** Routes behind the links of mails: whoever holds one may do the one thing it names. */

export type Opened = Extract<Link, { ok: true }>;

/**
 * Opens a link of one purpose, or answers with the page that says why not.
 * @param onForged hears of one that is none
 */
export function withLink(
  purpose: LinkPurpose,
  show: (request: Request, link: Opened) => Promise<Response>,
  onForged?: () => void,
) {
  return async (request: Request): Promise<Response> => {
    const link = await openLink(purpose, request.req.param('token') ?? '', Date.parse(givenOf(request).now));
    if (!link.ok && link.why !== 'expired') onForged?.();
    if (!link.ok) return problem(request, link.why === 'expired' ? 'expired' : 'refused');
    return show(request, link);
  };
}

/** Opens a link about a person, and loads them. */
export function withPerson(
  purpose: LinkPurpose,
  show: (request: Request, link: Opened, file: PersonFile) => Promise<Response>,
) {
  return withLink(purpose, async (request, link) => show(request, link, await loadPerson(link.subject.person)));
}
