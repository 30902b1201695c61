import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from '../acknowledge.ts';
import type { OkaeriFunction } from './okaeri-function.ts';

/**
 * Lets a function send mail, from the programme's own address only. SES checks the identity, which may be the address or
 * its domain, and the configuration set; the condition binds them all, and the emulator, which knows no identities, lets
 * it pass.
 */
export function mayMail(sender: OkaeriFunction, from: string): void {
  sender.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: ['*'],
      conditions: { StringEqualsIfExists: { 'ses:FromAddress': from } },
    }),
  );
  acknowledge(sender.ownRole, 'IAM5[Resource::*]', 'Bound to one From address by its condition.');
}
