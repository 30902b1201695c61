import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SESClient, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { type LocalSettings, localClient, localPolicy, repository } from './settings.ts';

/** What the README asks an operator to do before the first mail on AWS: verify the sender's domain. */
export async function verifySender(aws: LocalSettings['aws']): Promise<void> {
  const { company } = parsePolicy(JSON.parse(await readFile(join(repository, localPolicy), 'utf8')));
  const ses = new SESClient(await localClient({ aws }));
  await ses.send(new VerifyDomainIdentityCommand({ Domain: company.sender.slice(company.sender.indexOf('@') + 1) }));
  ses.destroy();
}
