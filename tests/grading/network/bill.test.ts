import { expect, test } from 'vitest';
import { billFor, type NetworkBill } from '../../../src/grading/network/bill.ts';
import type { NetworkScenario } from '../../../src/grading/network/scenario.ts';
import { scenarios } from './submissions.ts';

const given = scenarios.get('from-nothing') as NetworkScenario;

function bill(text: string, changes: Partial<NetworkScenario> = {}): NetworkBill {
  const made = billFor({ 'endpoints.yaml': text }, { ...given, ...changes });
  if (made === null) throw new Error('not readable');
  return made;
}

const endpoint = (service: string, region: string, zones: number) =>
  `  - { ServiceName: com.amazonaws.${region}.${service}, VpcEndpointType: Interface, SubnetIds: [${Array.from({ length: zones }, (_, zone) => `subnet-${zone}`).join(', ')}] }\n`;

test('three interface endpoints in two zones, a fourth, and NAT gateways: the sums that everybody quotes', () => {
  const three = ['ecr.api', 'ecr.dkr', 'logs'].map((service) => endpoint(service, 'us-east-1', 2)).join('');
  const { total, natGatewayPerZone } = bill(`VpcEndpoints:\n${three}`, { region: 'us-east-1' });
  expect(total).toEqual({ from: 43.8, to: 43.8 });
  expect(natGatewayPerZone).toEqual({ from: 32.85, to: 32.85 });
  const four = bill(`VpcEndpoints:\n${three}${endpoint('ssm', 'us-east-1', 2)}`, { region: 'us-east-1' });
  expect(four.total?.from).toBeCloseTo(43.8 + 14.6);
});

test('where reports differ both ends are given, with source and day', () => {
  const { total, natGatewayPerZone, prices } = bill(`VpcEndpoints:\n${endpoint('ssm', 'ap-northeast-1', 6)}`);
  expect(total).toEqual({ from: 43.8, to: 61.32 });
  expect(natGatewayPerZone).toEqual({ from: 45.26, to: 45.26 });
  expect(prices).toMatchObject({ evidence: 'field', asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});

test('what the task never uses is told apart; a gateway costs nothing', () => {
  const { endpoints, unused, needed } = bill(
    '- com.amazonaws.<region>.ssm\n- com.amazonaws.<region>.xray\n- com.amazonaws.us-east-1.logs\n- com.amazonaws.<region>.s3\n',
  );
  expect(endpoints.map(({ service, used }) => [service, used])).toEqual([
    ['ssm', true],
    ['xray', false],
    ['logs', false],
    ['s3', true],
  ]);
  expect(endpoints.at(-1)?.monthly).toEqual({ from: 0, to: 0 });
  expect(unused).toEqual({ from: 14.6, to: 20.44 });
  expect(needed.services).toEqual(['ssm', 'ecr.api', 'logs', 'ecr.dkr', 'ssmmessages']);
});

test('a region without a price on record has no amounts; a text that cannot be read no bill', () => {
  const { total, prices } = bill('- com.amazonaws.eu-west-1.ssm\n', { region: 'eu-west-1' });
  expect([total, prices]).toEqual([null, null]);
  expect(billFor({ 'endpoints.yaml': '[' }, given)).toBeNull();
});
