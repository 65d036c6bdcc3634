import type { Source } from '../../core/types.ts';
import pages from './service-names.yaml';

/** AWS services that have a VPC endpoint: what follows `com.amazonaws.<region>.`. A service that is missing here may still exist. */
export const serviceNames: readonly string[] = (
  pages as readonly (Source & { readonly names: readonly string[] })[]
).flatMap(({ names }) => names);

/**
 * Services that are the same in every region: what follows `com.amazonaws.`.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html (read 2026-11-24)
 */
export const globalServiceNames: readonly string[] = [
  'cloudfront',
  'iam',
  'route53',
  's3-global.accesspoint',
  'savingsplans',
];

/**
 * Services that have a gateway endpoint.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html (read 2026-11-24)
 * @source https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-tutorial-endpoints.html (read 2026-11-24)
 */
export const gatewayServices: readonly string[] = ['s3', 'dynamodb', 's3express'];

/**
 * Endpoints of the container agent on EC2; AWS says that Fargate tasks do not need them.
 *
 * @source https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html (read 2026-11-24)
 */
export const agentServices: readonly string[] = ['ecs', 'ecs-agent', 'ecs-telemetry'];

/** Names of services, or of their parts, that are no endpoint service, and the one that is meant. */
export const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'api.ecr': 'ecr.api',
    'dkr.ecr': 'ecr.dkr',
    'ecr.docker': 'ecr.dkr',
    'cloudwatch-logs': 'logs',
    'cloudwatch.logs': 'logs',
    cloudwatchlogs: 'logs',
    awslogs: 'logs',
    cloudwatch: 'monitoring',
    'parameter-store': 'ssm',
    parameterstore: 'ssm',
    'systems-manager': 'ssm',
    systemsmanager: 'ssm',
    'secrets-manager': 'secretsmanager',
    'ssm-messages': 'ssmmessages',
    'ssm.messages': 'ssmmessages',
  }),
);
