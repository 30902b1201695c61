/** Something a person can put right: its message is the whole of what they are shown. */
export class Trouble extends Error {}

const credentials = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'TokenProviderError',
  'UnrecognizedClientException',
]);
const denied = new Set(['AccessDenied', 'AccessDeniedException']);
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'TimeoutError']);

/**
 * The one sentence for an error that can be expected.
 * @returns nothing for one that nobody foresaw
 */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Trouble) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  if (credentials.has(error.name)) {
    return 'There are no valid AWS credentials here: sign in (for example with "aws sso login") or run "npm start" for the local stack.';
  }
  if (/region is missing/i.test(error.message))
    return 'No AWS region is set: set AWS_REGION to the one Okaeri is deployed in.';
  if (denied.has(error.name)) return `AWS does not allow this to the credentials in use: ${error.message}`;
  if (unreachable.has(code) || unreachable.has(error.name)) {
    return 'AWS does not answer: check the network, or whether the local stack ("npm start") still runs.';
  }
  return undefined;
}
