import type { Template } from '../../infra/synth.ts';
import { app, ofType } from './assembly.ts';

/** Roles and what they allow, as a template has them. */

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };

/** Every statement that a role allows, by the role's logical id. */
export function statementsOf(template: Template): Record<string, Statement[]> {
  const found: Record<string, Statement[]> = Object.fromEntries(
    Object.keys(ofType(template, 'AWS::IAM::Role')).map((role) => [role, []]),
  );
  for (const { Properties } of Object.values(ofType(template, 'AWS::IAM::Role'))) {
    if (Properties.ManagedPolicyArns || Properties.Policies)
      throw new Error('a role has policies that this test does not read');
  }
  for (const { Properties } of Object.values(ofType(template, 'AWS::IAM::Policy'))) {
    for (const { Ref } of Properties.Roles) found[Ref]?.push(...Properties.PolicyDocument.Statement);
  }
  return found;
}

/** The actions a role allows, sorted. */
export function actionsOf(statements: readonly Statement[]): string[] {
  return [...new Set(statements.flatMap(({ Action }) => Action))].sort();
}

/** The role of each function, by the function's name. */
export function functionRoles(template: Template): Record<string, string> {
  return Object.fromEntries(
    Object.values(ofType(template, 'AWS::Lambda::Function')).map(({ Properties }) => [
      Properties.FunctionName,
      Properties.Role['Fn::GetAtt'][0],
    ]),
  );
}

/** The properties of a function. */
export function functionNamed(name: string) {
  const found = Object.values(ofType(app, 'AWS::Lambda::Function')).find(
    ({ Properties }) => Properties.FunctionName === name,
  );
  if (!found) throw new Error(`there is no function "${name}"`);
  return found.Properties;
}
