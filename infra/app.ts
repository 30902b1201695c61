import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readConfig } from './config.ts';
import { DataStack } from './stacks/data.ts';
import { OkaeriStack } from './stacks/okaeri.ts';

const app = new App();
const config = readConfig(app);
const env = { region: process.env.CDK_DEFAULT_REGION, account: process.env.CDK_DEFAULT_ACCOUNT };

const data = new DataStack(app, 'okaeri-data', { env, terminationProtection: true });
new OkaeriStack(app, 'okaeri', { env, config, data });

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
