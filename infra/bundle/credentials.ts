/**
 * Stands in for the SDK's chain of credential providers, which costs a function 140 KB: Lambda gives a role's credentials in
 * the environment (but for SnapStart, which Okaeri does not use), so a function never signs in, assumes a role or reads a profile.
 */
export function defaultProvider(): () => Promise<{
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}> {
  return async () => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = process.env;
    if (!accessKeyId || !secretAccessKey)
      throw new Error('the environment lacks the credentials of the function’s role');
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  };
}
