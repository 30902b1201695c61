import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/** What must never be lost: the table, and the keys without which it means nothing. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly secrets: { identity: ISecret; links: ISecret; hris: ISecret; payout: ISecret };

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    this.table = new Table(this, 'Table', {
      tableName: 'okaeri',
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      // 14 days, like the logs: an erasure is whole within the month.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 14 },
      // Relay reads what it carries out from the table itself.
      stream: StreamViewType.KEYS_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const index = (indexName: string, partition: string, sort: string) =>
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      });
    index('due', 'dueShard', 'due');
    index('outreach', 'outreachShard', 'outreach');
    index('invitable', 'invitableShard', 'invitable');
    index('pending', 'pendingShard', 'pendingSince');

    this.secrets = {
      identity: this.keys(
        'IdentityKey',
        'okaeri/identity',
        'Keyed hashes of employee ids. Permanent: with another key nobody is recognised.',
      ),
      links: this.keys('LinkKeys', 'okaeri/links', 'Signs the links in mails. Add a key and move "current" to rotate.'),
      hris: this.keys(
        'HrisKeys',
        'okaeri/hris',
        'Verifies HRIS webhooks: whsec_ and this value. Add the next key before the HRIS changes.',
      ),
      payout: this.keys(
        'PayoutKeys',
        'okaeri/payout',
        'Signs payout instructions and verifies their confirmations: whsec_ and a value. Add the next key before the payout system changes.',
      ),
    };
  }

  /** A set of keys by id; 48 letters and digits are 36 bytes of base64. */
  private keys(id: string, secretName: string, description: string): ISecret {
    const secret = new Secret(this, id, {
      secretName,
      description,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 48,
        excludePunctuation: true,
        // The emulator knows only this way of saying so.
        excludeCharacters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(secret, 'SMG4', 'Rotated by people, with the HR or payout system or never: the runbook says how.');
    // By name, which is fixed: the emulator's reference to a secret is no ARN, and a policy needs one.
    return Secret.fromSecretNameV2(this, `${id}ByName`, secretName);
  }
}
