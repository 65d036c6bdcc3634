import { type Check, showRules } from '../core/rule.ts';
import { rules } from './rules/index.ts';

function groupRule(rule: string): string {
  return `endpoints: []\nsecurityGroups:\n  sg-a:\n    inbound: [{ ${rule} }]\n`;
}

const portRule = (port: string) => groupRule(`protocol: tcp, port: ${port}, source: sg-task`);
const protocolRule = (protocol: string) => groupRule(`protocol: ${protocol}, port: 443, source: sg-task`);
const sourceRule = (source: string) => groupRule(`protocol: tcp, port: 443, source: ${source}`);

/** A template with one endpoint: its type, and what stands among its properties. */
function template(type: string, properties: string): string {
  return `Resources:
  Ssm:
    Type: ${type}
    Properties: { VpcId: vpc-workshop, ${properties} }
`;
}

const ssm = 'com.amazonaws.ap-northeast-1.ssm';
const endpointType = 'AWS::EC2::VPCEndpoint';
const serviceInTemplate = (service: string) =>
  template(endpointType, `VpcEndpointType: Interface, ServiceName: ${service}`);
const typeInTemplate = (type: string) => template(type, `VpcEndpointType: Interface, ServiceName: ${ssm}`);
const endpointTypeInTemplate = (type: string) =>
  template(endpointType, `ServiceName: ${ssm}, VpcEndpointType: ${type}`);

/** Checks of what shows in the file alone. */
export const lintingChecks: readonly Check[] = showRules(rules, {
  'network/full-width-characters': {
    fails: 'endpoints:\n  - service：com.amazonaws.ap-northeast-1.ssm\n',
    passes: 'endpoints:\n  - service: com.amazonaws.ap-northeast-1.ssm # 東京：ap-northeast-1\n',
  },
  'network/forgotten-sub': {
    fails: serviceInTemplate("'com.amazonaws.${AWS::Region}.ssm'"),
    passes: serviceInTemplate("!Sub 'com.amazonaws.${AWS::Region}.ssm'"),
  },
  'network/unfilled-placeholder': {
    fails: '- com.amazonaws.${AWS::Region}.ssm\n',
    passes: '- com.amazonaws.<region>.ssm\n',
  },
  'network/host-name': {
    fails: '- api.ecr.ap-northeast-1.amazonaws.com\n',
    passes: '- com.amazonaws.ap-northeast-1.ecr.api\n',
  },
  'network/not-a-service-name': {
    fails: '- ap-northeast-1.ecr.api\n',
    passes: '- com.amazonaws.ap-northeast-1.ecr.api\n',
  },
  'network/unknown-region': {
    fails: '- com.amazonaws.ap-notheast-1.ssm\n',
    passes: '- com.amazonaws.ap-northeast-2.ssm\n',
  },
  'network/misspelt-service': {
    fails: '- com.amazonaws.ap-northeast-1.ecr.drk\n',
    passes: '- com.amazonaws.ap-northeast-1.ecr.dkr\n',
  },
  'network/incomplete-service': {
    fails: '- com.amazonaws.ap-northeast-1.ecr\n',
    passes: '- com.amazonaws.ap-northeast-1.ecs\n',
  },
  'network/unknown-service': {
    fails: '- com.amazonaws.ap-northeast-1.container-registry\n',
    passes: '- com.amazonaws.ap-northeast-1.servicediscovery\n',
  },
  'network/unknown-resource-type': {
    fails: typeInTemplate('AWS::EC2::VpcEndpoint'),
    passes: typeInTemplate('AWS::EC2::VPCEndpoint'),
  },
  'network/unknown-type': { fails: endpointTypeInTemplate('interface'), passes: endpointTypeInTemplate('Interface') },
  'network/type-not-offered': {
    fails: 'endpoints:\n  - { service: com.amazonaws.ap-northeast-1.ecr.api, type: Gateway }\n',
    passes: 'endpoints:\n  - { service: com.amazonaws.ap-northeast-1.s3, type: Gateway }\n',
  },
  'network/groups-on-gateway': {
    fails:
      'endpoints:\n  - { service: com.amazonaws.ap-northeast-1.s3, routeTables: [rtb-private], securityGroups: [sg-a] }\n',
    passes: 'endpoints:\n  - { service: com.amazonaws.ap-northeast-1.s3, type: Interface, securityGroups: [sg-a] }\n',
  },
  'network/routes-on-interface': {
    fails: 'endpoints:\n  - { service: com.amazonaws.ap-northeast-1.ssm, routeTables: [rtb-private] }\n',
    passes: 'endpoints:\n  - { service: com.amazonaws.ap-northeast-1.s3, routeTables: [rtb-private] }\n',
  },
  'network/bad-protocol': { fails: protocolRule('https'), passes: protocolRule('6') },
  'network/bad-port': { fails: portRule('https'), passes: portRule('0-65535') },
  'network/bad-source': { fails: sourceRule('10.0.1.0'), passes: sourceRule('10.0.1.0/24') },
});
