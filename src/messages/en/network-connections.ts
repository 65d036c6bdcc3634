import type { Catalog } from '../catalog.ts';

/** What happens to the task's connections, and why. */
export const networkConnections = {
  'network/reached': {
    what: '`{service}` is reached through its interface endpoint.',
    why: 'Its name resolves to the endpoint, and a security group of the endpoint admits the task on TCP 443.',
  },
  'network/reached-groups-not-judged': {
    what: '`{service}` is reached through its interface endpoint.',
    why: 'Its name resolves to the endpoint; this exercise takes the security groups for given.',
  },
  'network/reached-by-gateway': {
    what: '`{service}` is reached through the gateway endpoint.',
    why: 'The route table of the task’s subnet sends the addresses of the service to the gateway.',
  },
  'network/reached-by-fargate': {
    what: '`{service}` does not go through the VPC.',
    why: 'Up to platform version 1.3.0 Fargate logs in to ECR and fetches secrets over a network interface of its own.',
  },
  'network/exec-needs-newer-platform': {
    what: 'ECS Exec does not exist on this platform version.',
    why: 'It came with platform version 1.4.0.',
  },
  'network/reached-outside': {
    what: '`{service}` is reached over the internet.',
    why: 'The subnet has a way out, so no endpoint is needed for it.',
  },
  'network/reached-says-the-talk': {
    what: '`{service}` counts as reached here, as the talk says, although no security group admits the task.',
    why: 'The talk leaves the logs endpoint out of the groups that need inbound 443; AWS’s documentation makes no such exception.',
  },
  'network/no-endpoint': {
    what: 'No endpoint of this VPC serves `{service}`, so the call has nowhere to go.',
    why: 'The name resolves to public addresses, and a private subnet without NAT has no way to them.',
  },
  'network/no-gateway': {
    what: 'No gateway endpoint serves `{service}`, so the image layers cannot be fetched.',
    why: 'ECR keeps layers in S3, whose addresses are public; a gateway endpoint puts a private way to them in the route table.',
  },
  'network/exec-key-out-of-reach': {
    what: 'No endpoint of this VPC serves `{service}`, so ECS Exec cannot open the key of its session.',
    why: 'Where the cluster names a key for ECS Exec, the agent in the task has KMS decrypt a data key before the shell opens; the task itself runs on.',
  },
  'network/call-out-of-reach': {
    what: 'No endpoint of this VPC serves `{service}`, so what the application asks of it gets no answer.',
    why: 'The task runs; the call fails in the application, and only its own log tells of it.',
  },
  'network/call-without-gateway': {
    what: 'No gateway endpoint serves `{service}`, so what the application asks of it gets no answer.',
    why: 'The addresses of the service are public; a gateway endpoint puts a private way to them in the route table. The task itself runs.',
  },
  'network/registry-out-of-reach': {
    what: '`{image}` is not in a private ECR registry of this region, so no endpoint leads to it.',
    why: 'PrivateLink reaches the private registry of the same region alone.',
  },
  'network/registry-elsewhere': {
    what: '`{image}` lies in `{region}`, and no endpoint of this VPC leads to a registry of another region.',
    why: 'PrivateLink reaches the private registry of the same region alone.',
  },
  'network/public-registry': {
    what: '`{image}` lies in ECR Public, and no endpoint leads to its images.',
    why: 'PrivateLink reaches the API of ECR Public in us-east-1, not the registry that serves the images.',
  },
  'network/first-pull-through': {
    what: '`{image}` is not in the cache yet, and the first pull goes to `{upstream}`.',
    why: 'The first pull of an image through a pull-through cache needs a way to the internet; later ones do not.',
  },
  'network/secret-elsewhere': {
    what: '`{secret}` is in `{region}`, and no endpoint of this VPC answers for a service of another region.',
    why: 'An interface endpoint serves the names of its own region.',
  },
  'network/log-group-absent': {
    what: 'The log group `{logGroup}` does not exist.',
    why: 'The log driver creates streams in a group, not the group itself; only here is the sentence about the log group to be taken at its word.',
  },
  'network/digest-absent': {
    what: 'The repository no longer holds `{digest}`.',
    why: 'The task pulls exactly the image that its definition names by digest.',
  },
  'network/role-policy-refuses': {
    what: 'The network lets the call through; the execution role `{role}` may not `{action}` on `{resource}`.',
    why: 'The Fargate agent pulls, logs and reads secrets with the execution role, not with the role of the task.',
  },
  'network/role-policy-open': {
    what: 'Whether the execution role `{role}` may `{action}` on `{resource}` stays open.',
    why: 'One of its policies asks for something that a start does not tell, or cannot be read.',
  },
  'network/endpoint-policy-refuses': {
    what: 'The policy of this endpoint does not let `{action}` on `{resource}` through.',
    why: 'A call through an endpoint needs the endpoint’s policy to allow it as well as the role’s; without a policy of its own an endpoint allows everything.',
    fix: 'Allow the action on that resource, or leave the policy out.',
  },
  'network/endpoint-policy-open': {
    what: 'Whether the policy of this endpoint lets `{action}` through stays open.',
    why: 'It asks for something that a start does not tell, or cannot be read.',
  },
  'network/dns-attributes-off': {
    what: 'The VPC does not resolve names privately, so `{service}` resolves to public addresses.',
    why: 'Private DNS needs both enableDnsSupport and enableDnsHostnames.',
  },
  'network/depends-on': {
    what: 'Whether `{service}` is reached depends on `{name}`, which has no value in this file.',
    why: 'Only what the file says can be tried out.',
    fix: 'Give `{name}` a default.',
  },
  'network/tag-absent': {
    what: 'The repository holds no image with the tag `{tag}`.',
    why: 'The task pulls the tag that its definition names.',
  },
  'network/platform-absent': {
    what: 'The image under `{tag}` is not built for `{platform}`.',
    why: 'Fargate picks the image of the architecture that the task definition names.',
  },
  'network/region-placeholder': {
    what: '`{written}` is taken for `{region}`, the region of this exercise.',
    why: 'A real service name contains the region itself.',
    fix: 'Write the region before you use the list for real.',
  },
  'network/other-region': {
    what: 'This endpoint serves `{region}`, but the task calls `{service}` in `{regionOfTask}`.',
    why: 'An endpoint answers to the names of its own region.',
    fix: 'Use the region of the task.',
  },
  'network/other-vpc': {
    what: 'This endpoint is in `{vpc}`, not in the VPC of the task.',
    why: 'An interface endpoint serves the names of its own VPC.',
    fix: 'Name the VPC of the task.',
  },
  'network/not-available': {
    what: 'This endpoint is `{state}`, not available.',
    why: 'Only an available endpoint answers.',
    fix: 'Wait until it is available, or create it anew.',
  },
  'network/no-subnet': {
    what: 'This endpoint is in no subnet, so it has no network interface.',
    why: 'An interface endpoint is reached at an address of the subnets that it is in.',
    fix: 'Name a subnet in each Availability Zone that the task may run in.',
  },
  'network/private-dns-off': {
    what: 'Private DNS is off here, so `{service}` still resolves to public addresses.',
    why: 'The task calls the service by its public name; private DNS makes that name resolve to the endpoint.',
    fix: 'Turn private DNS on at this endpoint.',
  },
  'network/private-dns-left-out': {
    what: 'Nothing turns private DNS on here, so `{service}` still resolves to public addresses.',
    why: 'In this format private DNS is taken to be off unless the text turns it on.',
    fix: 'Turn private DNS on at this endpoint.',
  },
  'network/no-route-table': {
    what: 'This gateway endpoint is in no route table.',
    why: 'A gateway endpoint works through the route tables that it is associated with.',
    fix: 'Associate it with the route table of the task’s subnet.',
  },
  'network/other-route-table': {
    what: '`{table}` is not the route table of the task’s subnet.',
    why: 'The subnet uses `{needed}`; a route in another table does not concern it.',
    fix: 'Associate the endpoint with the table that the subnet uses.',
  },
  'network/s3-interface': {
    what: 'For the layers of ECR images AWS documents the gateway endpoint of S3, not an interface endpoint.',
    why: 'Whether a pull works through an S3 interface endpoint is not modelled here; the gateway is free, too.',
    fix: 'Use the type Gateway.',
  },
  'network/superfluous-endpoint': {
    what: 'The task does not use `{service}`.',
    why: 'Every interface endpoint costs by the hour, and each one is a way out of the subnet.',
    fix: 'Remove it unless something else in the VPC needs it.',
  },
  'network/not-for-fargate': {
    what: '`{service}` is for the container agent on EC2; a Fargate task does not use it.',
    why: 'AWS says that tasks on Fargate do not need the endpoints of Amazon ECS.',
    fix: 'Remove it unless EC2 container instances share the VPC.',
  },
  'network/service-twice': {
    what: '`{service}` already has an endpoint in this file.',
    why: 'A second endpoint of a service cannot take its private name as well.',
    fix: 'Remove one of the two, or name the service that was meant.',
  },
  'network/already-given': {
    what: 'The VPC already has an endpoint for `{service}`.',
    why: 'A second one adds nothing.',
    fix: 'Leave it out.',
  },
  'network/undefined-group': {
    what: 'The security group `{group}` is named here and defined nowhere.',
    why: 'EC2 refuses a group that does not exist.',
    fix: 'Define the group, or name one that exists.',
  },
  'network/undefined-prefix-list': {
    what: 'The prefix list `{list}` is not among what is given, and admits no address of the task.',
    why: 'The prefix lists that AWS manages hold public addresses of its services.',
    fix: 'Name the group of the task, or its subnet, as the source.',
  },
  'network/prefix-list-elsewhere': {
    what: 'The prefix list `{list}` does not hold the task’s subnet.',
    why: 'A prefix list stands for the address ranges that it lists.',
    fix: 'Name the group of the task, or its subnet, as the source.',
  },
  'network/ipv6-source': {
    what: '`{cidr}` admits IPv6 addresses alone.',
    why: 'The task calls the endpoint over IPv4; a rule for every address of the one kind says nothing of the other.',
    fix: 'Name the group of the task, or its subnet, as the source.',
  },
  'network/default-group': {
    what: 'No security group is written at this endpoint, so it gets the default group of the VPC.',
    why: 'The default group admits its own members, and the task is not in it.',
    fix: 'Name a group that admits the task.',
  },
  'network/no-inbound-rule': {
    what: '`{group}` has no inbound rule, so it admits nobody.',
    why: 'A security group refuses what no rule allows.',
    fix: 'Add a rule for HTTPS from the task.',
  },
  'network/rule-under-outbound': {
    what: 'This rule of `{group}` is an outbound one.',
    why: 'The task opens the connection, so the endpoint’s group needs the rule in the inbound direction; answers need none.',
    fix: 'Move the rule to the inbound ones.',
  },
  'network/rule-on-task-group': {
    what: 'This rule stands in `{group}`, the group of the task.',
    why: 'The task opens the connection, so the group of the endpoint has to admit it.',
    fix: 'Put the rule into the group of the endpoint, with the task as its source.',
  },
  'network/wrong-protocol': {
    what: 'This rule admits `{protocol}`, but AWS services are called over TCP.',
    why: 'HTTPS runs over TCP.',
    fix: 'Change the protocol of the rule.',
  },
  'network/wrong-port': {
    what: 'This rule does not open port 443.',
    why: 'AWS services are called over HTTPS.',
    fix: 'Change the port of the rule.',
  },
  'network/own-group-as-source': {
    what: 'This rule admits the members of `{group}` itself, and the task is not one of them.',
    why: 'A group as the source stands for the network interfaces that are in it.',
    fix: 'Name the group of the task as the source.',
  },
  'network/other-group-as-source': {
    what: 'This rule admits the members of `{group}`, and the task is not one of them.',
    why: 'A group as the source stands for the network interfaces that are in it.',
    fix: 'Name the group of the task as the source.',
  },
  'network/cidr-elsewhere': {
    what: '`{cidr}` contains no address of the task’s subnet.',
    why: 'The task gets its address from `{subnet}`.',
    fix: 'Name the subnet of the task, or its security group, as the source.',
  },
  'network/cidr-too-small': {
    what: '`{cidr}` contains only a part of the task’s subnet.',
    why: 'The task gets any free address of `{subnet}`.',
    fix: 'Cover the whole subnet, or name the security group of the task.',
  },
  'network/incomplete-rule': {
    what: 'This rule does not say what it admits.',
    why: 'A rule names a protocol, ports and where the traffic comes from.',
    fix: 'Add what is missing.',
  },
  'network/egress-closed': {
    what: 'The group of the task, `{group}`, does not let HTTPS out to `{service}`.',
    why: 'Once a group has outbound rules of its own, nothing else leaves.',
    fix: 'Allow TCP 443 to the endpoints, and to S3.',
  },
  'network/logs-without-443': {
    what: 'The logs endpoint does not admit the task on port 443.',
    why: 'The talk exempts it; AWS’s documentation asks for inbound 443 at every interface endpoint, logs included.',
    fix: 'Use a group that admits the task here too.',
  },
} as const satisfies Catalog;
