import type { Catalog } from '../catalog.ts';

const publicAddress =
  'The key holds the public address that a request comes from, and is absent for requests through a VPC endpoint.';
const usePublic = 'Use public addresses, or `aws:VpcSourceIp` with the VPC.';
const noSuchTag = 'An absent key makes the condition false, however the resource is tagged.';

const holdsWithoutKey = {
  what: '`{operator}` with an empty list holds only for requests without `{key}`.',
  why: 'No value is in the list, so no request that carries one fits.',
  fix: 'List the values, or ask for the absence of the key with `Null`.',
} as const;

/** The wording of what is said of conditions and policy variables. */
export const iamConditions = {
  // Operators and their values
  'iam/null-with-if-exists': {
    what: '`{operator}` is no condition operator: `Null` takes no `IfExists`.',
    why: 'AWS says: Syntax errors in policy. `Null` itself asks whether the key is there.',
    fix: 'Take the suffix out.',
  },
  'iam/null-with-qualifier': {
    what: '`{operator}` is always {always}.',
    why: 'A set operator looks at the values of a key, and `Null` asks only whether the key is there.',
    fix: 'Use `Null` alone.',
  },
  'iam/invalid-condition-data-type': {
    what: 'The values of `{key}` are of two JSON types: {first} and {other}.',
    why: 'Access Analyzer wants all values of a key to be of one type.',
    fix: 'Put all of them in quotes.',
  },
  'iam/invalid-condition-multiple-boolean': {
    what: '`{key}` is compared with several Boolean values.',
    why: 'A key under `Bool` is true or false, and values in a list are ORed, so both together always hold.',
    fix: 'Keep the one that is meant.',
  },
  'iam/invalid-date-value': {
    what: '`{value}` gives the date in seconds since 1970.',
    why: 'IAM reads it, but AWS recommends ISO 8601, which says the same to people.',
    fix: 'Write it like 2026-12-31T23:59:59Z.',
  },
  'iam/type-mismatch-ip-range': {
    what: '`{operator}` cannot read `{value}`.',
    why: 'It compares IP addresses and ranges in CIDR form, and anything else fits nothing.',
    fix: 'Write it like 203.0.113.0/24 or 2001:db8::/32.',
  },
  'iam/type-mismatch-string': {
    what: '`{value}` is not in base64.',
    why: '`BinaryEquals` compares bytes, and the policy writes them in base64.',
    fix: 'Encode the value, or compare it with a String operator.',
  },
  'iam/key-type-mismatch': {
    what: '`{key}` holds values of the type {type}, and `{operator}` compares another type.',
    why: 'AWS gives each key a type; an operator of another one may fit nothing.',
    fix: 'Use an operator for {type}.',
  },
  'iam/missing-qualifier': {
    what: '`{key}` holds many values, and `{operator}` compares it as if it held one.',
    why: 'Access Analyzer wants `ForAllValues` or `ForAnyValue` here; without, which values have to fit is left open.',
    fix: 'Say with a set operator whether one value or all of them have to fit.',
  },
  'iam/string-like-operator-with-arn-condition-keys': {
    what: '`{key}` is an ARN, and `StringLike` compares it as a text.',
    why: 'A star under `StringLike` runs past the colons of an ARN, under `ArnLike` it stays within one part.',
    fix: 'Use `ArnLike`.',
  },
  'iam/wildcard-in-service-name': {
    what: '`{action}` has a wildcard in the name of the service.',
    why: 'It takes in services of similar names, and those that come later.',
    fix: 'Name each service.',
  },
  // Values of single keys
  'iam/missing-tag-key-in-condition': {
    what: '`{key}` does not say which tag it means.',
    why: 'A key about tags is of the form `{bare}/tag-key`.',
    fix: 'Put a slash and the name of the tag after it.',
  },
  'iam/unsupported-global-condition-key': {
    what: '`{key}` is no key that AWS supports.',
    why: 'The ARN of the principal is in `aws:PrincipalArn`, that of the resource a service acts for in `aws:SourceArn`.',
    fix: 'Use the one of the two that is meant.',
  },
  'iam/invalid-vpc-format': {
    what: '`{value}` is no id of a VPC.',
    why: 'It is `vpc-` and 8 or 17 letters and digits.',
    fix: 'Copy the id from the VPC’s page.',
  },
  'iam/invalid-vpce-format': {
    what: '`{value}` is no id of a VPC endpoint.',
    why: 'It is `vpce-` and 8 or 17 letters and digits.',
    fix: 'Copy the id from the endpoint’s page.',
  },
  'iam/invalid-region': {
    what: '`{region}` is no Region that the catalogue knows.',
    why: 'The key holds the code of a Region, and values are compared letter by letter.',
    fix: '{nearest?|The nearest known Region: #.|Look its code up in AWS’s list of Regions.}',
  },
  'iam/invalid-service-principal-format': {
    what: '`{value}` is not written like the name of a service.',
    why: 'Such names have small letters only and are usually of the form {form}.',
    fix: 'Take the name from the service’s own guide.',
  },
  'iam/improve-ip-range': {
    what: '`{value}` has bits after its prefix, and they are not looked at.',
    why: 'It means the same as `{meant}`.',
    fix: 'Write the range by its first address.',
  },
  'iam/private-ip-address': {
    what: 'All values of `aws:SourceIp` are private addresses, so this condition never holds.',
    why: publicAddress,
    fix: usePublic,
  },
  'iam/private-not-ip-address': {
    what: 'All addresses that are ruled out here are private, so this condition rules out nothing.',
    why: publicAddress,
    fix: usePublic,
  },
  'iam/private-ip-address-subset': {
    what: '`{value}` is a private address, and `aws:SourceIp` never holds one.',
    why: 'The key holds the public address that a request comes from.',
    fix: 'Leave it out, or compare `aws:VpcSourceIp` with it.',
  },
  'iam/private-not-ip-address-subset': {
    what: '`{value}` is a private address, and ruling it out changes nothing.',
    why: '`aws:SourceIp` holds the public address that a request comes from.',
    fix: 'Leave it out, or compare `aws:VpcSourceIp` with it.',
  },
  'iam/missing-paired-condition-keys': {
    what: '`{key}` stands here without the VPC that it belongs to.',
    why: 'Every VPC may have the same private addresses, those of strangers too.',
    fix: 'Compare `aws:SourceVpc` or `aws:SourceVpce` in the same condition.',
  },
  'iam/untrustworthy-condition-key': {
    what: '`{key}` is whatever the caller writes into a header of the request.',
    why: 'AWS advises against it as a guard: anybody may send the value that is asked for.',
    fix: 'Compare something that AWS itself sets.',
  },
  // Keys that an action does not have
  'iam/unsupported-action-for-condition-key': {
    what: 'Requests for {actions} never carry `{key}`, so this statement does not apply to them.',
    why: 'A service sends each of its keys with some of its actions, and an absent key makes the condition false.',
    fix: 'Move these actions to a statement without the key.',
  },
  'iam/missing-action-for-condition-key': {
    what: '`{key}` is a key of `{service}`, and the statement names no action of that service.',
    why: 'Requests to other services do not carry it, and an absent key makes the condition false.',
    fix: 'Add the action that the key is about, or compare another key.',
  },
  'iam/deny-with-unsupported-tag-condition-key-for-service': {
    what: 'Requests for {actions} never carry `{key}`, so this Deny does not reach them.',
    why: noSuchTag,
    fix: 'Deny these actions in a statement without the tag.',
  },
  'iam/allow-with-unsupported-tag-condition-key-for-service': {
    what: 'Requests for {actions} never carry `{key}`, so this Allow does not reach them.',
    why: noSuchTag,
    fix: 'Allow these actions in a statement without the tag.',
  },
  'iam/deny-notaction-with-unsupported-tag-condition-key-for-service': {
    what: '`{key}` with `NotAction` leaves out every action whose requests carry no tag of the resource.',
    why: 'For those the condition is false, so this Deny does not reach them, and new actions may be among them.',
    fix: 'List the actions to deny.',
  },
  'iam/allow-notaction-with-unsupported-tag-condition-key-for-service': {
    what: '`{key}` with `NotAction` leaves out every action whose requests carry no tag of the resource.',
    why: 'For those the condition is false, so this Allow does not reach them.',
    fix: 'List the actions to allow.',
  },
  // What a condition comes to
  'iam/empty-array-condition-forallvalues': holdsWithoutKey,
  'iam/empty-array-condition-foranyvalue': {
    what: '`{operator}` with an empty list for `{key}` never holds.',
    why: 'No value is in the list, so none of a request’s values can be.',
    fix: 'List the values.',
  },
  'iam/empty-array-condition-ifexists': holdsWithoutKey,
  'iam/redundant-condition-value': {
    what: '`{covering}` already takes in {covered}.',
    why: 'The values of a key are ORed, so what one of them takes in need not stand in the list again.',
    fix: 'Keep the narrower values if they are all you need, else take them out.',
  },
  'iam/redundant-condition-value-num': {
    what: 'Of these bounds under `{operator}` only {kept} counts.',
    why: 'The values of a key are ORed, so the widest bound lets in all that the others do.',
    fix: 'Keep the one that is meant.',
  },
  'iam/redundant-key-due-to-wildcard-in-condition': {
    what: '`{operator}` with a star for `{key}` always holds.',
    why: 'The star fits every value, and the operator also holds without the key.',
    fix: 'Leave the key out, or say which values are meant.',
  },
  'iam/redundant-statement-due-to-wildcard-in-condition': {
    what: '`{operator}` with a star for `{key}` never holds, so the statement never applies.',
    why: 'The star rules out every value, and the operator does not hold without the key.',
    fix: 'Say which values are ruled out.',
  },
  'iam/equivalent-to-null-false': {
    what: 'The star asks only whether `{key}` is there.',
    why: 'Every value fits, so `Null` with `false` says the same more plainly.',
    fix: 'Use `Null` with `false`.',
  },
  'iam/equivalent-to-null-true': {
    what: 'The star rules out every value of `{key}`, so it has to be absent.',
    why: 'No value is left, so `Null` with `true` says the same more plainly.',
    fix: 'Use `Null` with `true`.',
  },
  'iam/impossible-condition': {
    what: '`{one}` and `{other}` on `{key}` never hold together, so the statement never applies.',
    why: 'All conditions of a statement have to hold.',
    fix: 'Change one of the two.',
  },
  // Policy variables
  'iam/empty-variable': {
    what: 'The braces of this variable are empty.',
    why: 'A policy variable names a condition key.',
    fix: 'Write the key’s name, or take the braces out.',
  },
  'iam/missing-brace-in-variable': {
    what: '`{written}` opens a variable that is never closed.',
    why: 'A policy variable stands between a dollar sign with an opening brace and a closing brace.',
    fix: 'Put the closing brace after the key’s name.',
  },
  'iam/missing-quote-in-variable': {
    what: 'The default value `{fallback}` of this variable is not in single quotes.',
    why: 'A default follows the key’s name after a comma and a space, between single quotes.',
    fix: 'Put a single quote at both ends.',
  },
  'iam/unsupported-space-in-variable': {
    what: 'The variable’s name `{name}` has a space in it.',
    why: 'A policy variable is the name of a condition key, and those have none.',
    fix: 'Take the space out.',
  },
  'iam/unknown-variable': {
    what: '`{variable}` is no policy variable that the catalogue knows.',
    why: 'A variable without a value matches nothing; templates of other tools are not filled in by IAM.',
    fix: 'Write the value itself, or the name of a condition key.',
  },
  'iam/variable-unsupported-in-element': {
    what: '`{variable}` is plain text in `{element}`.',
    why: 'Variables count in `Resource` and in the values of conditions only.',
    fix: 'Write out what is meant.',
  },
  'iam/invalid-variable-for-operator': {
    what: '`{variable}` is no variable under `{operator}`.',
    why: 'Variables count under String and Arn operators only.',
    fix: 'Write the value itself.',
  },
} as const satisfies Catalog;
