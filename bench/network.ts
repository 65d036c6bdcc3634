import { exercises, gradable } from '../src/exercises/loader.ts';
import { grade } from '../src/grading/index.ts';
import { type Measurement, time } from './time.ts';

/** What the network's part takes: the start of a task among thousands of endpoints, and one from a Terraform configuration. */
export async function measureNetwork(): Promise<readonly Measurement[]> {
  const exercise = exercises.find(({ id }) => id === 'network-from-nothing');
  if (exercise === undefined) throw new Error('The exercise network-from-nothing is gone');
  const task = gradable(exercise);
  const files = { list: manyEndpoints(5000), terraform: configuration() };
  return [
    await time('Start: 5,000 endpoints', () => grade(task, { 'endpoints.yaml': files.list })),
    await time('Start: a Terraform configuration', () => grade(task, { 'endpoints.yaml': files.terraform })),
  ];
}

function manyEndpoints(count: number): string {
  const services = ['ecr.api', 'ecr.dkr', 'logs', 'ssm', 'ssmmessages', 'sqs', 'xray'];
  const names = Array.from({ length: count }, (_, index) => services[index % services.length]);
  return names.map((service) => `- com.amazonaws.ap-northeast-1.${service}\n`).join('');
}

function configuration(): string {
  return `locals {
  services = ["ecr.api", "ecr.dkr", "logs", "ssm", "ssmmessages"]
}
resource "aws_security_group" "endpoints" {
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = ["sg-task"]
  }
}
resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(local.services)
  service_name        = "com.amazonaws.ap-northeast-1.\${each.value}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.endpoints.id]
}
resource "aws_vpc_endpoint" "s3" {
  service_name    = "com.amazonaws.ap-northeast-1.s3"
  route_table_ids = ["rtb-private"]
}
`;
}
