import * as z from 'zod/mini';
import type { Request } from './context.ts';

/** What is typed into a form, with line breaks as they are counted and kept; browsers send CRLF. */
export const typedText = z.pipe(
  z.string(),
  z.transform((text) => text.replaceAll(/\r\n?/g, '\n')),
);

/** The same; nothing where it is no text. */
export const textOrNone = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => typedText.safeParse(value).data ?? ''),
);

/** What is chosen of some; nothing where it is none of them. */
export function oneOf<const Option extends string>(...options: readonly Option[]) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value) => options.find((option) => option === value)),
  );
}

/** The fields of a form; none where they cannot be read. */
export function fieldsOf(request: Request): Promise<Record<string, unknown>> {
  return request.req.parseBody().catch((): Record<string, unknown> => ({}));
}
