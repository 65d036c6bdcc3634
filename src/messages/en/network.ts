import type { Catalog } from '../catalog.ts';
import { networkConnections } from './network-connections.ts';

/** What the file itself says: whether it can be read, and whether AWS would take it. */
const file = {
  'network/tab-indentation': {
    what: 'This line is indented with a tab.',
    why: 'YAML allows spaces alone as indentation.',
    fix: 'Replace the tabs at the beginning of the lines with spaces.',
  },
  'network/unclosed-quote': {
    what: 'The quote {quote} that opens here is never closed.',
    why: 'YAML reads everything up to the next {quote} as one text.',
    fix: 'Close the quote at the end of the value, or leave both quotes out.',
  },
  'network/not-yaml': {
    what: 'From here on the text is not YAML: {reason}',
    why: 'A file that is no YAML tells nothing about endpoints.',
    fix: 'Compare the indentation and the punctuation of this line with the line above it.',
  },
  'network/not-terraform': {
    what: 'Terraform cannot read the text from here on: `{expected}` is missing.',
    why: 'A configuration consists of blocks in braces, with one argument on each line.',
    fix: 'Compare the brackets and quotes of this line with those around it.',
  },
  'network/duplicate-key': {
    what: '`{key}` stands twice in the same mapping.',
    why: 'Keys of a YAML mapping are unique, so it is open which of the two counts.',
    fix: 'Begin a new list item, or remove one of the two.',
  },
  'network/too-deep': {
    what: 'The text nests deeper than is read here.',
    why: 'A file of endpoints has few levels.',
    fix: 'Remove the surplus brackets or dashes.',
  },
  'network/too-many-aliases': {
    what: 'The aliases of this text expand to more than is read here.',
    why: 'Aliases of aliases grow without bound.',
    fix: 'Write the values out.',
  },
  'network/too-many-parts': {
    what: 'The text has more lines, or more marks such as `:` and `,`, than are read here.',
    why: 'At most {lines} lines and {marks} marks are read; a VPC needs a few dozen.',
    fix: 'Leave out what repeats.',
  },
  'network/functions-without-bound': {
    what: 'The functions of this template come to more text than is read here.',
    why: 'Functions of functions grow without bound.',
    fix: 'Write the values out.',
  },
  'network/unknown-alias': {
    what: '`*{name}` refers to an anchor that is not defined above it.',
    why: 'In YAML a value that begins with `*` is an alias.',
    fix: 'Define the anchor as `&{name}` first, or put the value in quotes.',
  },
  'network/no-list': {
    what: 'This is neither a list of endpoints nor a mapping with `endpoints`.',
    why: 'The VPC gets its endpoints one by one.',
    fix: 'Begin each service name on a line of its own with a dash and a space.',
  },
  'network/unknown-key': {
    what: '`{key}` is not a key that is known here.',
    why: 'The keys at this place are {known}.',
    fix: 'Remove the key, or use one of those.',
  },
  'network/misspelt-key': {
    what: '`{key}` is not a key that is known here; `{meant}` is.',
    why: 'A key that nobody knows has no effect.',
    fix: 'Check the spelling of the key.',
  },
  'network/missing-key': {
    what: '`{key}` is missing here.',
    why: 'Without it, it is open what is meant.',
    fix: 'Add `{key}`.',
  },
  'network/needs-list': {
    what: 'A list belongs here, not `{written}`.',
    why: 'There may be several of them, so the file takes a list even for one.',
    fix: 'Put each item on a line of its own with a dash, or all of them in square brackets.',
  },
  'network/needs-keys': {
    what: 'Keys with values belong here, not `{written}`.',
    why: 'Without its key, it is open what a value means.',
    fix: 'Write key, colon, space, value.',
  },
  'network/needs-boolean': {
    what: '`{written}` is neither true nor false.',
    why: 'In YAML 1.2 only true and false are truth values; yes, on and quoted words are texts.',
    fix: 'Write true or false, without quotes.',
  },
  'network/needs-text': {
    what: 'A name belongs here, not `{written}`.',
    why: 'Services, groups and route tables are named by texts.',
    fix: 'Write the name.',
  },
  'network/needs-choice': {
    what: '`{written}` is none of {choices}.',
    why: 'Other values are not known at this place, and the case of letters counts.',
    fix: 'Write one of them.',
  },
  'network/full-width-characters': {
    what: '`{written}` contains characters that only look like ASCII ones.',
    why: 'YAML and AWS know the half-width characters alone.',
    fix: 'Switch the input method off and type it again.',
  },
  'network/unresolved-reference': {
    what: '`{name}` is neither a parameter, a resource nor a condition of this template.',
    why: 'CloudFormation refuses a template with unresolved references.',
    fix: 'Check the spelling, or declare it.',
  },
  'network/forgotten-sub': {
    what: '`{written}` goes to EC2 as it stands.',
    why: 'CloudFormation fills placeholders in the argument of `Fn::Sub` alone.',
    fix: 'Put `!Sub` in front of the text.',
  },
  'network/unfilled-placeholder': {
    what: 'Nothing fills the placeholder in `{written}`.',
    why: 'This file is no template: what is written goes to EC2 as it stands.',
    fix: 'Write the region itself.',
  },
  'network/host-name': {
    what: '`{written}` is the host name of a service, not the service name of an endpoint.',
    why: 'An endpoint is created for a service name, which begins with `com.amazonaws`; the host name then resolves to it.',
    fix: 'Write the parts in the order of a service name.',
  },
  'network/not-a-service-name': {
    what: '`{written}` does not have the form of a service name.',
    why: 'AWS services are named `com.amazonaws.`, region, service.',
    fix: 'Write the whole service name.',
  },
  'network/unknown-region': {
    what: '`{region}` is not an AWS region.',
    why: 'The region is the third part of a service name.',
    fix: 'Check the spelling of the region.',
  },
  'network/misspelt-service': {
    what: '`{service}` is not among the endpoint services known here; the nearest is `{meant}`.',
    why: 'EC2 refuses to create an endpoint for a service that does not exist.',
    fix: 'Check the spelling after the region.',
  },
  'network/incomplete-service': {
    what: '`{service}` alone is no endpoint service; there are {choices}.',
    why: 'Each interface of a service has an endpoint of its own.',
    fix: 'Say which of them is meant.',
  },
  'network/unknown-service': {
    what: '`{service}` is not among the endpoint services known here.',
    why: 'EC2 refuses to create an endpoint for a service that does not exist.',
    fix: 'Compare it with what `aws ec2 describe-vpc-endpoint-services` lists.',
  },
  'network/type-not-offered': {
    what: '`{service}` has no endpoint of type `{type}`.',
    why: 'Only S3, S3 Express One Zone and DynamoDB have gateway endpoints; CloudFormation takes a missing `VpcEndpointType` for Gateway.',
    fix: 'Name the type that the service offers.',
  },
  'network/unknown-resource-type': {
    what: 'CloudFormation has no resource type `{type}`; the nearest is `{meant}`.',
    why: 'It refuses a template with a type that it does not know, and the case of letters counts.',
    fix: 'Check the spelling of the type.',
  },
  'network/unknown-type': {
    what: '`{type}` is not a type of endpoint.',
    why: 'EC2 knows Interface, Gateway, GatewayLoadBalancer, Resource and ServiceNetwork, in this spelling.',
    fix: 'Check the spelling of the type.',
  },
  'network/bad-port': {
    what: '`{port}` is neither a port nor a span of ports.',
    why: 'Ports are numbers from 0 to 65535; a span is written low-high.',
    fix: 'Write one number, or two with a dash between them.',
  },
  'network/bad-protocol': {
    what: '`{protocol}` is not a protocol that a rule knows.',
    why: 'A rule takes tcp, udp, icmp, icmpv6, a protocol number, or -1 for all.',
    fix: 'Write the protocol that carries HTTPS.',
  },
  'network/bad-source': {
    what: '`{peer}` is neither a security group, a CIDR block nor a prefix list.',
    why: 'An address range is written with its prefix length, such as 10.1.0.0/16.',
    fix: 'Add the prefix length, or name a group.',
  },
  'network/groups-on-gateway': {
    what: 'A gateway endpoint has no security groups.',
    why: 'It is a route, not a network interface.',
    fix: 'Remove the groups from this endpoint.',
  },
  'network/routes-on-interface': {
    what: 'An interface endpoint has no route tables.',
    why: 'It is reached by its name and its network interface; route tables belong to gateway endpoints.',
    fix: 'Remove the route tables from this endpoint.',
  },
  'network/replace-with': { what: 'Replace it with `{text}`' },
  'network/remove-tabs': { what: 'Indent every line with spaces' },
} as const satisfies Catalog;

export const network = { ...file, ...networkConnections } as const;
