import type { PagedExercise } from '../../worker/protocol.ts';
import { type Needs, usualNeeds } from './needs.ts';

/** The file that endpoints are written in here. */
export const endpointsFile = 'endpoints.yaml';

const account = '111122223333';

/**
 * A task and its subnet as an exercise without goals; the scenario is one as `content/scenarios/network` has them. The VPC is the one that the
 * text speaks of, and holds nothing but what the text says.
 */
export function exerciseOf(text: string, needs: Needs): PagedExercise {
  const region = /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(needs.region.trim()) ? needs.region.trim() : usualNeeds.region;
  const cidr = /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(needs.cidr.trim()) ? needs.cidr.trim() : usualNeeds.cidr;
  const scenario = {
    account,
    region,
    vpc: {
      id: /\bvpc-[0-9a-f]{8,17}\b/.exec(text)?.[0] ?? 'vpc-workshop',
      cidr: cidr.replace(/\.\d+\.\d+\/\d+$/, '.0.0/16'),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      internetGateway: false,
      natGateway: false,
      endpoints: [],
      routes: 'described',
    },
    subnet: { id: 'subnet-private', cidr, routeTable: needs.routeTable.trim() || usualNeeds.routeTable },
    taskSecurityGroup: { id: needs.group.trim() || usualNeeds.group, inbound: [], outbound: 'all' },
    task: {
      launchType: 'FARGATE',
      platformVersion: needs.platform,
      cpuArchitecture: needs.architecture,
      assignPublicIp: 'DISABLED',
      image: `${account}.dkr.ecr.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/workshop-app:main`,
      logDriver: needs.logs ? 'awslogs' : 'awsfirelens',
      logGroup: '/ecs/workshop-app',
      secrets: secretsOf(needs, region),
      executeCommand: needs.exec,
      serviceConnect: false,
    },
    authority: 'documentation',
    surplus: 'warning',
    absentGroups: 'default',
  };
  return {
    exercise: { id: 'workbench', domain: 'network', files: [endpointsFile], goals: [], scenario },
    goalTexts: {},
  };
}

function secretsOf(
  { secrets }: Needs,
  region: string,
): readonly { readonly name: string; readonly valueFrom: string }[] {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const arn = (service: string, rest: string): string => `arn:${partition}:${service}:${region}:${account}:${rest}`;
  const stored = {
    ssm: { name: 'DB_PASSWORD', valueFrom: arn('ssm', 'parameter/workshop-app/db-password') },
    secretsmanager: { name: 'API_KEY', valueFrom: arn('secretsmanager', 'secret:workshop-app/api-key-a1b2c3') },
  };
  if (secrets === 'none') return [];
  return secrets === 'both' ? [stored.ssm, stored.secretsmanager] : [stored[secrets]];
}
