import type { LocalSettings } from './settings.ts';

/** Shell commands that report a departure as an HR system does, signed by the Standard Webhooks scheme. */
export function departureSnippet({ hris }: Pick<LocalSettings, 'hris'>, file: string, body: string): string {
  return [
    `body='${body.replaceAll("'", String.raw`'\''`)}'`,
    'id=msg_$(openssl rand -hex 8); now=$(date +%s)',
    `secret=$(node -p "require('${file}').hris.secret.slice(6)")`,
    String.raw`key=$(printf %s "$secret" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')`,
    'signature=$(printf %s "$id.$now.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | openssl base64 -A)',
    `curl -i ${hris.url} --data-binary "$body" -H 'content-type: application/json' \\`,
    '  -H "webhook-id: $id" -H "webhook-timestamp: $now" -H "webhook-signature: v1,$signature"',
  ].join('\n');
}

/** A leaver of the sample company whose last day is in a month. */
export function sampleDeparture(now: Date) {
  return {
    type: 'departure.announced',
    timestamp: now.toISOString(),
    data: {
      employeeId: 'E2001',
      name: '森 さくら',
      nameKana: 'モリ サクラ',
      personalEmail: 'sakura.mori@example.com',
      language: 'ja',
      hireDate: '2019-04-01',
      lastWorkingDay: new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
      contract: 'permanent',
      reason: 'career',
      country: 'JP',
    },
  };
}
