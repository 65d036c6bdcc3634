import { sharing } from './sharing.ts';

/** The words of the policy workbench. `{names}` are filled in; keys of one place stand together. */
export const freeWorkbench = {
  title: 'Policy workbench',
  lead: 'Any policy, any calls: which are allowed, which statement decides, what AWS says of a refusal, and what is granted beyond them. Everything happens in this browser.',
  noscript: 'The workbench decides calls by a script, which is switched off in this browser.',

  'type.label': 'Kind of policy',
  'type.identity': 'Identity policy',
  'type.trust': 'Trust policy',
  'problems.title': 'Problems in the text',

  'calls.title': 'Calls',
  'tokens.title': 'Tokens that ask for the role',
  'calls.none': 'No calls yet. Take a ready-made list, or add one of your own.',
  'sets.label': 'Ready-made list',
  'sets.add': 'Add the list',
  'sets.added': '{count?One call|# calls} added.',
  'sets.there': 'All calls of this list are there already.',
  'call.add': 'Add a call',
  'token.add': 'Add a token',
  'calls.clear': 'Take all out',
  'calls.cleared': 'The calls are taken out.',
  'calls.full': 'There is room for {count} calls.',

  'call.label': 'Call {number}',
  'token.label': 'Token {number}',
  'call.action': 'Action',
  'call.resource': 'Resource',
  'call.resource.hint': '* or an ARN',
  'token.provider': 'Provider',
  'token.claims': 'Claims of the token',
  'token.claims.of': 'Claims: {subject}',
  'call.keys': 'Keys of this request',
  'call.keys.count': '{count?One key|# keys} of this request',
  'keys.how': 'One a line: key = value. A key with several values has several lines.',
  'keys.fault': 'Line {line} has no key and `=`, so it is left out.',
  'call.wanted': 'Wanted',
  'wanted.allowed': 'should work',
  'wanted.denied': 'should be refused',
  'call.remove': 'Take out {call}',
  'call.removed': 'Taken out: {call}',
  'call.incomplete': 'Not asked yet: an action is a service and a name, such as `ecr:PutImage`.',
  'token.incomplete': 'Not asked yet: a token has a provider, by its ARN.',
  'token.saml':
    'Not asked: the assertions of SAML providers are not modelled, only the tokens of OpenID Connect providers.',
  'call.waiting': 'Not asked yet.',
  'call.as': 'As the client calls it: {call}',

  'asker.title': 'Who asks, and what every request carries',
  'asker.session': 'ARN of the session',
  'asker.keys': 'Keys of every request',

  'beyond.title': 'Beyond these calls',
  'beyond.tokens.title': 'Beyond these tokens',
  'beyond.idle': 'What the policy grants besides is listed here.',
  'beyond.none':
    'Nothing that was tried goes beyond: every action of the catalogue, on these resources, their neighbours and others.',
  'beyond.tokens.none':
    'Nobody else that the policy’s own text suggests may assume the role. Tokens of other repositories are asked where they are listed.',
  'beyond.no-calls': 'Add a call that should work, and what goes beyond it is listed here.',
  'beyond.unreadable': 'IAM does not save this text, so it grants nothing.',

  'state.idle': 'Not asked yet',
  'state.none': 'No calls',
  'state.some': '{count} of {all} as wanted',
  'state.all': 'All {all} as wanted',
  'state.more': 'All {all} as wanted, and more is granted',
  'says.state': '{state}. Problems in the text: {problems}. Findings beyond the calls: {beyond}.',

  show: 'Show in {file}',

  ...sharing,
  'share.title': 'The link holds this policy and its calls behind the #, where no server sees it.',
  'share.address': 'Link to this policy and its calls',
  'share.too-long':
    'As a link this takes {length} characters; links of more than {limit} are cut by too many programs. A shorter policy or fewer calls fit.',

  'reset.done': 'The policy and the calls that this page begins with are back.',
} as const;
