import { postSigned } from './signed-post.ts';

/** The company's HR system, where the deployment names its address: returns are written back to it. Else somebody of HR does. */

/** Whether it is told by a webhook. */
export function isHrisConnected(): boolean {
  return Boolean(process.env.HRIS_URL);
}

/**
 * Posts what it is to know of a return.
 * @param id of the message, which stays the same however often it is sent
 * @throws when it was not taken
 */
export async function tellHris(id: string, body: string): Promise<void> {
  const { HRIS_URL: url } = process.env;
  if (!url) throw new Error('no HR system is named');
  await postSigned({ url, secret: 'HRIS_SECRET', id, body, called: 'the HR system' });
}
