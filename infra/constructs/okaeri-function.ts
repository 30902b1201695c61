import { resolve } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { aliases, charset, externals, mainFields, target } from '../bundle/options.ts';

export type OkaeriFunctionProps = {
  /** The handler's file below functions/. */
  entry: string;
  /** Functions follow the rules of this file; it is bundled with them. */
  policyFile: string;
  table: ITable;
  /** What the function does to items of the table, and nothing else. */
  tableActions: readonly TableAction[];
  /** Sparse indexes it queries. */
  indexes?: readonly string[];
  /** Secrets it reads, each by the name of the setting that holds its name. */
  secrets?: Readonly<Record<string, ISecret>>;
  environment?: Readonly<Record<string, string>>;
  timeout?: Duration;
};

export type TableAction =
  | 'GetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'BatchGetItem'
  | 'BatchWriteItem';

/** What loading a record and writing a decision takes. */
export const deciding: readonly TableAction[] = ['Query', 'PutItem', 'DeleteItem'];

/** A function with a role of its own that allows what it uses, and logs that end with the month. */
export class OkaeriFunction extends NodejsFunction {
  readonly ownRole: Role;

  constructor(scope: Construct, id: string, props: OkaeriFunctionProps) {
    const { table, secrets = {}, indexes = [] } = props;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.TWO_WEEKS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: props.tableActions.map((action) => `dynamodb:${action}`),
        resources: [table.tableArn, ...indexes.map((index) => `${table.tableArn}/index/${index}`)],
      }),
    );
    for (const secret of Object.values(secrets)) secret.grantRead(role);
    super(scope, id, {
      entry: resolve('functions', props.entry),
      depsLockFilePath: resolve('package-lock.json'),
      functionName: `okaeri-${kebab(id)}`,
      // Where its code is; `npm run bench:init` reads it too.
      description: `functions/${props.entry}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout ?? Duration.seconds(30),
      role,
      logGroup,
      environment: {
        TABLE_NAME: table.tableName,
        POWERTOOLS_SERVICE_NAME: kebab(id),
        ...Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secret.secretName])),
        ...props.environment,
      },
      bundling: {
        format: OutputFormat.ESM,
        target,
        minify: true,
        // Bundled, the SDK starts twice as fast as the one of the runtime.
        externalModules: externals,
        mainFields,
        tsconfig: resolve('tsconfig.json'),
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        esbuildArgs: {
          '--charset': charset,
          ...Object.fromEntries(Object.entries(aliases(props.policyFile)).map(([from, to]) => [`--alias:${from}`, to])),
        },
      },
    });
    this.ownRole = role;
  }
}

function kebab(id: string): string {
  return id.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
