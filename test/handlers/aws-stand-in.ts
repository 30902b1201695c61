import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Secrets Manager with keys of its own, and an empty table: enough for who only looks. */

/** The keys of each secret, as base64; each secret has a newer one to sign with, and one that is still in force. */
export const keysOf = (secret: string) => ({
  current: 'k2',
  k1: Buffer.alloc(36, `${secret} 1`).toString('base64'),
  k2: Buffer.alloc(36, `${secret} 2`).toString('base64'),
});

/** Leads what is imported after this to the stand-in, and to nothing of AWS. */
export async function standInForAws(): Promise<{ stop(): void }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { SecretId } = JSON.parse(Buffer.concat(chunks).toString()) as { SecretId?: string };
    const target = String(request.headers['x-amz-target']);
    const isKnown = /\.(GetSecretValue|GetItem|Query)$/.test(target);
    response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(SecretId ? { SecretString: JSON.stringify(keysOf(SecretId)) } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_NAME: 'okaeri',
    IDENTITY_SECRET: 'okaeri/identity',
    HRIS_SECRET: 'okaeri/hris',
    PAYOUT_SECRET: 'okaeri/payout',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  return {
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
