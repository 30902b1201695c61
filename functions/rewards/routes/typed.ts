import * as z from 'zod/mini';
import type { Request } from '../../web/context.ts';

/** What is typed, with line breaks as they are counted and kept; browsers send CRLF. Nothing where it is no text. */
export const typed = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : '')),
);

/** The fields of a form; none where they cannot be read. */
export function fieldsOf(request: Request): Promise<Record<string, unknown>> {
  return request.req.parseBody().catch((): Record<string, unknown> => ({}));
}
