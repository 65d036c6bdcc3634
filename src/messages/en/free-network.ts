import { sharing } from './sharing.ts';

/** The words of the network workbench. `{names}` are filled in; keys of one place stand together. */
export const freeNetwork = {
  title: 'Network workbench',
  lead: 'Any endpoints, any task: which of its calls get out of a private subnet, where the others are blocked, and what ECS would say. Paste what `aws ec2 describe-vpc-endpoints` and `describe-security-groups` print, a template, or a list. Everything happens in this browser.',
  noscript: 'The workbench starts tasks by a script, which is switched off in this browser.',

  'needs.title': 'The task',
  'needs.region': 'Region',
  'needs.platform': 'Platform version',
  'needs.architecture': 'Processor',
  'needs.secrets': 'Secrets',
  'secrets.none': 'None',
  'secrets.ssm': 'Parameter Store',
  'secrets.secretsmanager': 'Secrets Manager',
  'secrets.both': 'Both stores',
  'needs.logs': 'Logs with awslogs',
  'needs.exec': 'ECS Exec',
  'more.title': 'Its place in the VPC',
  'needs.group': 'Security group of the task',
  'needs.cidr': 'Address range of the subnet',
  'needs.routeTable': 'Route table of the subnet',
  assumed:
    'The VPC has both DNS attributes and holds nothing but what the text says. The image is in private ECR of the same region.',

  'start.title': 'Start',
  'bill.title': 'Cost in a month',
  'bill.total': 'All endpoints of the text ({count})',
  'bill.needed': 'What the task needs, in one zone ({count})',
  'bill.nat': 'A NAT gateway instead, in one zone',
  'bill.usd': '{amount} USD',
  'bill.unused': 'The task never uses {services}: {amount}.',
  'bill.line': 'These endpoints cost {amount} a month, by the hour.',
  'bill.prices': 'Prices of {day}',
  'bill.rule': 'By the hour, before tax; gigabytes come on top. Prices of {day}.',
  'bill.source': 'Source',
  'bill.none': 'There is no price on record for {region}.',
  'run.title': 'Connection by connection',
  'problems.title': 'Problems in the text',
  'state.idle': 'Not started yet',
  'state.started': 'The task starts',
  'state.stopped': 'The task stops',
  'state.partly': 'It starts, but not all is reached',
  'state.unknown': 'It starts, as far as can be seen',
  'says.state': '{state}. Problems in the text: {problems}.',
  'reset.done': 'The endpoints that this page begins with are back.',

  ...sharing,
  'share.title': 'The link holds these endpoints and needs behind the #, where no server sees it.',
  'share.address': 'Link to these endpoints and needs',
  'share.too-long':
    'As a link this takes {length} characters; links of more than {limit} are cut by too many programs. A shorter text fits.',
} as const;
