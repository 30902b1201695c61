import { CfnResource, Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, type HttpRoute, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { departureTypes } from '../../functions/domain/departure-report.ts';
import { outcomeTypes } from '../../functions/domain/outcome-report.ts';
import { rehireTypes } from '../../functions/domain/rehire-report.ts';
import { acknowledge } from '../acknowledge.ts';
import type { DataStack } from '../stacks/data.ts';
import { deciding, OkaeriFunction } from './okaeri-function.ts';
import { WorkQueue } from './work-queue.ts';

export type FrontDoorsProps = { data: DataStack; policyFile: string; portalUrl: string | undefined };

/** Where reports and people come in: the signed webhooks, the event bus, and the portal. They touch the table and nothing else. */
export class FrontDoors extends Construct {
  readonly api: HttpApi;
  /** Where links lead. */
  readonly portalUrl: string;
  readonly bus: EventBus;
  readonly intake: WorkQueue;
  readonly functions: { webhook: OkaeriFunction; busIntake: OkaeriFunction; portal: OkaeriFunction };

  constructor(scope: Construct, id: string, { data, policyFile, portalUrl }: FrontDoorsProps) {
    super(scope, id);
    // With a domain of its own before it, the portal is told which.
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false, description: 'Okaeri: portal and webhooks' });
    this.portalUrl = portalUrl ?? this.api.apiEndpoint;
    const { table, secrets } = data;
    const { identity, links, hris, payout } = secrets;
    const common = { table, policyFile };

    const webhook = new OkaeriFunction(this, 'Webhook', {
      ...common,
      entry: 'intake/webhook.ts',
      tableActions: [...deciding, 'GetItem', 'ConditionCheckItem'],
      secrets: { IDENTITY_SECRET: identity, HRIS_SECRET: hris, PAYOUT_SECRET: payout },
    });
    const busIntake = new OkaeriFunction(this, 'BusIntake', {
      ...common,
      entry: 'intake/bus.ts',
      tableActions: [...deciding, 'GetItem', 'ConditionCheckItem'],
      secrets: { IDENTITY_SECRET: identity },
    });
    const portal = new OkaeriFunction(this, 'Portal', {
      ...common,
      entry: 'portal/portal.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem', 'ConditionCheckItem'],
      secrets: { IDENTITY_SECRET: identity, LINK_SECRET: links },
      environment: { PORTAL_URL: this.portalUrl },
    });
    this.functions = { webhook, busIntake, portal };

    const reports = new HttpLambdaIntegration('WebhookIntegration', webhook);
    const signed = ['/hris/standard', '/payout/standard'].flatMap((path) =>
      this.api.addRoutes({ path, methods: [HttpMethod.POST], integration: reports }),
    );
    const pages = new HttpLambdaIntegration('PortalIntegration', portal);
    // API Gateway gives HEAD to no route of GET; ANY lets the portal answer link scanners with what they ask for.
    this.api.addRoutes({ path: '/{page+}', methods: [HttpMethod.ANY], integration: pages });
    this.api.addRoutes({ path: '/', methods: [HttpMethod.ANY], integration: pages });
    acknowledge(this.api, 'APIG4', 'A webhook checks a signature, a page its link; the front page is public.');
    this.addStage(signed);

    this.bus = new EventBus(this, 'Bus', { eventBusName: 'okaeri' });
    this.intake = new WorkQueue(this, 'Intake', { visibility: Duration.minutes(3) });
    new Rule(this, 'Reports', {
      eventBus: this.bus,
      eventPattern: { detailType: [...departureTypes, ...outcomeTypes, ...rehireTypes] },
      targets: [new SqsQueue(this.intake.queue, { deadLetterQueue: this.intake.failed })],
    });
    busIntake.addEventSource(new SqsEventSource(this.intake.queue, { batchSize: 10, reportBatchItemFailures: true }));
  }

  /**
   * The access log names the route, never the path: a path carries somebody's link.
   * @param signed routes with a limit of their own
   */
  private addStage(signed: readonly HttpRoute[]): void {
    const destination = new LogGroupLogDestination(
      new LogGroup(this, 'AccessLogs', { retention: RetentionDays.TWO_WEEKS }),
    );
    const fields = ['requestId', 'requestTime', 'routeKey', 'status', 'responseLatency', 'integrationErrorMessage'];
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination,
        format: AccessLogFormat.custom(
          JSON.stringify(Object.fromEntries(fields.map((field) => [field, `$context.${field}`]))),
        ),
      },
    });
    // A flood of page views must not keep the company's systems out.
    const limit = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 50 };
    const { defaultChild } = stage.node;
    if (CfnResource.isCfnResource(defaultChild)) {
      defaultChild.addPropertyOverride(
        'RouteSettings',
        Object.fromEntries(signed.map(({ path }) => [`POST ${path}`, limit])),
      );
    }
    // A stage cannot limit a route that is not there yet.
    stage.node.addDependency(...signed);
  }
}
