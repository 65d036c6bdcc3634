import type { Catalog } from '../catalog.ts';
import { iamConditions } from './iam-conditions.ts';
import { iamStatements } from './iam-statements.ts';

/** The wording of what the IAM grader says. */
export const iam = {
  ...iamConditions,
  ...iamStatements,
  // Titles of fixes
  'iam/fix-remove': { what: 'Take it out' },
  'iam/fix-replace': { what: 'Replace with {replacement}' },
  'iam/fix-insert': { what: 'Insert {replacement}' },
  // The text as JSON
  'iam/json-bad-escape': {
    what: '`{found}` is no escape that JSON knows.',
    why: 'A backslash in a JSON string begins one of \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four digits.',
    fix: 'Write a backslash that means itself twice.',
  },
  'iam/json-bad-number': {
    what: '`{found}` is no number in JSON.',
    why: 'JSON numbers have no leading zero, no plus sign and no bare point.',
    fix: 'Put it in quotes; IAM takes numbers as strings.',
  },
  'iam/json-byte-order-mark': {
    what: 'The text begins with a byte order mark.',
    why: 'IAM takes characters up to U+00FF only, and JSON allows no mark at its start.',
    fix: 'Save the file as UTF-8 without BOM.',
  },
  'iam/json-comment': {
    what: '`{found}` is a comment, and JSON has none.',
    why: 'IAM refuses a policy with comments.',
    fix: 'Say it in the `Sid` of the statement instead.',
  },
  'iam/json-control-character': {
    what: 'A tab or another control character stands inside a string.',
    why: 'JSON allows control characters in strings only as escapes.',
    fix: 'Take it out, or write it as an escape.',
  },
  'iam/json-curly-quotes': {
    what: '`{found}` stands in typographic quotes.',
    why: 'JSON knows only the straight quote.',
    fix: 'Type the quotes anew; text pasted from a document often has the other ones.',
  },
  'iam/json-full-width': {
    what: '`{found}` is a full-width sign.',
    why: 'JSON knows only the half-width one.',
    fix: 'Type it anew with the input method switched off.',
  },
  'iam/json-mismatched-bracket': {
    what: '`{found}` closes nothing that is open here.',
    why: 'Braces close braces, and brackets close brackets.',
    fix: 'Look for the bracket that this one should belong to.',
  },
  'iam/json-missing-colon': {
    what: 'A colon is missing after this key.',
    why: 'In JSON a key and its value are separated by a colon.',
    fix: 'Put a colon between the two.',
  },
  'iam/json-missing-comma': {
    what: 'A comma is missing here.',
    why: 'In JSON a comma separates what stands in a list or an object.',
    fix: 'Put a comma after the part before this place.',
  },
  'iam/json-missing-value': {
    what: 'A value is missing here.',
    why: 'Every key in JSON has a value.',
    fix: 'Write the value, or take its key out.',
  },
  'iam/json-odd-space': {
    what: 'An unusual space stands here: a no-break, a full-width or an invisible one.',
    why: 'Between its parts JSON allows blanks, tabs and line ends only.',
    fix: 'Replace it by a blank.',
  },
  'iam/json-single-quotes': {
    what: '`{found}` stands in single quotes.',
    why: 'JSON knows only the double quote.',
    fix: 'Use double quotes.',
  },
  'iam/json-text-after': {
    what: '`{found}` follows after the end of the policy.',
    why: 'A policy is one JSON document.',
    fix: 'Look for a closing brace too many, or keep one document only.',
  },
  'iam/json-too-deep': {
    what: 'The brackets are nested too deeply to be a policy.',
    why: 'IAM’s grammar needs six levels.',
    fix: 'Flatten this part.',
  },
  'iam/json-trailing-comma': {
    what: 'A comma stands before the closing bracket.',
    why: 'In JSON a comma stands between two parts, never after the last.',
    fix: 'Take it out.',
  },
  'iam/json-unclosed-bracket': {
    what: '`{found}` is never closed.',
    why: 'Every bracket in JSON has its counterpart.',
    fix: 'Put the closing bracket where this part ends.',
  },
  'iam/json-unclosed-string': {
    what: '`{found}` has no closing quote on its line.',
    why: 'A JSON string ends on the line on which it begins.',
    fix: 'Put the closing quote where the string ends.',
  },
  'iam/json-unexpected': {
    what: '`{found}` has no meaning here.',
    why: 'The text is not JSON at this place.',
    fix: 'Take it out, or put it in quotes if it belongs to a value.',
  },
  'iam/json-unknown-word': {
    what: '`{found}` is no value in JSON.',
    why: 'Only `true`, `false` and `null` stand without quotes.',
    fix: 'Put it in double quotes.',
  },
  'iam/json-unquoted-key': {
    what: 'The key `{found}` stands without quotes.',
    why: 'Keys in JSON are strings.',
    fix: 'Put it in double quotes.',
  },
  // What IAM refuses to save
  'iam/duplicate-key': {
    what: '`{key}` stands twice in one object.',
    why: 'IAM’s grammar allows each element once; a JSON parser would drop the first without a word.',
    fix: 'Keep one of them, or give both values in one list.',
  },
  'iam/odd-character': {
    what: 'The character {code} stands in a string.',
    why: 'IAM takes tabs, line ends and the characters U+0020 to U+00FF only.',
    fix: 'Type this string anew.',
  },
  'iam/not-an-object': {
    what: '{what} is an object in braces, and this is none.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Put the elements in braces.',
  },
  'iam/missing-statement': {
    what: 'The policy has no statement.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Add a `Statement` with at least one statement in it.',
  },
  'iam/unknown-element': {
    what: '`{element}` is no element of a policy here.',
    why: 'AWS says: Syntax errors in policy. The elements here are `{known}`, letter for letter.',
    fix: 'Take it out, or move it to where it belongs.',
  },
  'iam/wrong-type': {
    what: '`{element}` takes {wanted}.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Write the value in that form.',
  },
  'iam/missing-effect': {
    what: 'The statement has no `Effect`.',
    why: 'AWS says: Syntax errors in policy. There is no default, not even Deny.',
    fix: 'Say whether it allows or denies.',
  },
  'iam/invalid-effect': {
    what: '`{effect}` is no effect.',
    why: 'AWS says: {said} It knows `Allow` and `Deny`, with these capitals.',
    fix: 'Write one of the two.',
  },
  'iam/invalid-version': {
    what: '`{version}` is no version of the policy language.',
    why: 'AWS says: Syntax errors in policy. `Version` names the language, 2012-10-17 or 2008-10-17, not the day of your change.',
    fix: 'Write the newer of the two.',
  },
  'iam/both-of-a-pair': {
    what: 'The statement has both `{element}` and `Not{element}`.',
    why: 'AWS says: Syntax errors in policy. A statement has one of the two.',
    fix: 'Keep one, or make two statements.',
  },
  'iam/missing-action': {
    what: 'The statement names no action.',
    why: 'AWS says: Policy statement must contain actions.',
    fix: 'Add an `Action`.',
  },
  'iam/missing-resource': {
    what: 'The statement names no resource.',
    why: 'AWS says: Policy statement must contain resources.',
    fix: 'Add a `Resource`: an ARN, or "*" where an action takes no other.',
  },
  'iam/prohibited-element': {
    what: 'The {policy} has no `{element}`.',
    why: 'AWS says: {said} It follows from where the policy is attached.',
    fix: 'Take it out.',
  },
  'iam/missing-principal': {
    what: 'The statement names no principal.',
    why: 'A trust policy says who may assume the role, so AWS refuses one that does not.',
    fix: 'Add a `Principal`.',
  },
  'iam/unknown-operator': {
    what: '`{operator}` is no condition operator.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'The nearest operator is {nearest}.',
  },
  'iam/invalid-date': {
    what: '`{value}` is no date.',
    why: 'AWS says: The policy failed legacy parsing. A date is in ISO 8601, or in seconds since 1970.',
    fix: 'Write it like 2026-12-31T23:59:59Z.',
  },
  'iam/duplicate-sid': {
    what: 'Two statements have the `Sid` `{sid}`.',
    why: 'AWS says: Statement IDs (SID) in a single policy must be unique.',
    fix: 'Give each its own, or leave it out.',
  },
  'iam/invalid-sid': {
    what: 'The `Sid` `{sid}` has more than letters and digits in it.',
    why: 'AWS says: Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    fix: 'Write it without blanks and signs.',
  },
  'iam/action-without-prefix': {
    what: '`{action}` is not of the form `service:Action`.',
    why: 'AWS says: {said}',
    fix: 'Put the service’s prefix and one colon before the action’s name.',
  },
  'iam/refused-resource': {
    what: 'IAM does not save `{resource}` as a resource.',
    why: 'AWS says: {said}',
    fix: 'Write a whole ARN, or "*".',
  },
  // What a call came to
  'iam/allowed': { what: 'Statement {statement} allows `{action}` on `{resource}`.' },
  'iam/allowed-principal': { what: 'Statement {statement} lets this principal assume the role by `{action}`.' },
  'iam/left-open': {
    what: 'Whether `{action}` is allowed hangs on statement {statement}, at something that AWS’s documentation leaves open.',
    why: 'Such a form is not modelled, so it counts neither as allowed nor as denied.',
    fix: 'Write the same without the unusual form.',
  },
  'iam/denied-no-statement': {
    what: 'No statement allows `{action}`.',
    why: 'What no statement allows is denied.',
  },
  'iam/denied-api-name': {
    what: '`{written}` is the name of an API call; the action that IAM checks for it is another.',
    why: 'The names of calls and of actions differ in places, and only actions stand in a policy.',
  },
  'iam/denied-misspelt': {
    what: '`{written}` is not quite `{action}`.',
    why: 'IAM saves an action that no service has, and it matches nothing.',
  },
  'iam/denied-stray-space-in-action': {
    what: '`{written}` has a blank at one end, so it matches nothing.',
    why: 'IAM takes nothing away from what is written, not even a blank.',
  },
  'iam/denied-other-assume': {
    what: '`{written}` is for AWS principals; a token of an identity provider asks for `{action}`.',
    why: 'Each way of assuming a role is an action of its own.',
  },
  'iam/denied-principal': {
    what: 'Statement {statement} names another principal than `{principal}`.',
    why: 'A web identity is named by the ARN of its provider, in the account of the role.',
  },
  'iam/denied-only-star': {
    what: 'Statement {statement} allows `{action}` on an ARN, but this action takes no resource but `*`.',
    why: 'An action without a resource type is requested on `*`, and no ARN takes that in.',
  },
  'iam/denied-arn-part': {
    what: 'In statement {statement} the {part} of the ARN is `{written}`; the request is for `{wanted}`.',
    why: 'The six parts of an ARN are compared one by one, and all must fit.',
  },
  'iam/denied-capitals': {
    what: 'Statement {statement} says `{written}` where the request says `{wanted}`: only the capitals differ.',
    why: 'ARNs are compared with their capitals; only actions are not.',
  },
  'iam/denied-stray-space': {
    what: '`{written}` has a blank at one end, so it matches nothing.',
    why: 'IAM takes nothing away from what is written, not even a blank.',
  },
  'iam/denied-bucket-or-object': {
    what: 'Statement {statement} names `{written}`, the request `{wanted}`: a bucket is not its objects.',
    why: 'The ARN of a bucket does not take in what is in it, and the other way round.',
  },
  'iam/denied-excluded': {
    what: 'Statement {statement} allows `{action}` on everything but what its `NotResource` names, and that takes in `{resource}`.',
    why: '`NotResource` applies to all that it does not name.',
  },
  'iam/denied-unresolved': {
    what: 'The variable in `{written}` has no value in this request, so statement {statement} does not apply.',
    why: 'A policy variable without a value matches nothing.',
  },
  'iam/denied-condition': {
    what: 'A condition of statement {statement} does not hold.',
    why: 'All conditions of a statement must hold.',
  },
  'iam/denied-null': {
    what: 'Statement {statement} asks with `Null` about `{key}`, and in this request it is {presence}.',
    why: '`Null` with `true` wants the key to be absent, with `false` to be there.',
  },
  'iam/denied-key-absent': {
    what: 'Statement {statement} compares `{key}` by `{operator}`, and the request does not carry it.',
    why: 'A key that is absent makes every operator false but those with `Not`.',
  },
  'iam/denied-value': {
    what: 'In this request `{key}` is `{given}`; statement {statement} wants `{wanted}`.',
    why: 'The values of a condition are compared by its operator, here `{operator}`.',
  },
  'iam/denied-value-capitals': {
    what: 'In this request `{key}` is `{given}`; statement {statement} wants `{wanted}`, and only the capitals differ.',
    why: '`{operator}` compares with capitals.',
  },
  'iam/denied-negated-value': {
    what: 'In this request `{key}` is `{given}`, which `{operator}` in statement {statement} rules out.',
    why: 'Under a negated operator no value of the list may fit; here `{wanted}` does.',
  },
  'iam/denied-literal-wildcard': {
    what: '`{wanted}` has a wildcard under `{operator}`, where it is an ordinary character.',
    why: 'In this request `{key}` is `{given}`, and statement {statement} wants the star itself. Wildcards count under `StringLike`.',
  },
  'iam/denied-old-version': {
    what: '`{wanted}` is no variable here, but plain text.',
    why: 'Policy variables need the newer `Version`; so `{given}` in `{key}` does not fit `{operator}` in statement {statement}.',
  },
  'iam/denied-explicitly': {
    what: 'Statement {statement} denies `{action}` on `{resource}`.',
    why: 'An explicit deny is final.',
  },
  'iam/denied-over-allow': {
    what: 'Statement {statement} denies `{action}` on `{resource}`, and another statement’s allow loses against it.',
    why: 'An explicit deny wins over every allow.',
  },
  'iam/denied-by-not-resource': {
    what: 'Statement {statement} denies `{action}` on all that its `NotResource` does not name, and so on `{resource}`.',
    why: 'An explicit deny is final; `NotResource` applies to all that it does not name.',
  },
  'iam/denied-by-not-action': {
    what: 'Statement {statement} denies all that its `NotAction` does not name, and so `{action}`.',
    why: 'An explicit deny is final; `NotAction` applies to all that it does not name.',
  },
  'iam/denied-by-negated-operator': {
    what: 'Statement {statement} denies `{action}`: `{operator}` on `{key}` holds for this request.',
    why: 'A negated operator holds when the value differs, and also when the key is absent.',
  },
  // What a policy grants beyond its task
  'iam/grants-other-action': {
    what: '`{entry}` also grants what the run never calls. Further actions: {count}, of which {writing} change something, such as {examples}.',
    why: 'Whoever gets hold of this role may call them too.',
    fix: 'Grant what the run calls, and nothing else.',
  },
  'iam/grants-other-resource': {
    what: '`{entry}` also reaches other resources, such as `{example}`. Actions that it grants there: {count}.',
    why: 'Whoever gets hold of this role may use it there too.',
    fix: 'Name the one resource that the run uses.',
  },
  'iam/grants-other-read': {
    what: '`{entry}` also grants what only reads. Further actions: {count}, such as {examples}.',
    why: 'They change nothing and stay on this repository, so this is a remark and no fault.',
    fix: 'Leave them out if nobody needs them.',
  },
  'iam/grants-other-region': {
    what: '`{entry}` grants the same calls in further Regions.',
    why: 'A repository of the same name there would be reached too; today there is none, so this is a remark and no fault.',
    fix: 'Name the Region.',
  },
  'iam/excess-unmeasured': {
    what: 'The policy is too long to be saved, so what it grants beyond the run is not counted.',
    why: 'A role’s inline policies have at most 10,240 characters together, white space not counted.',
    fix: 'Shorten it.',
  },
  'iam/trusts-other-token': {
    what: 'Because of `{value}` a token with `{claim}` `{example}` may assume the role.',
    why: 'The role is for the runs of one repository on one branch.',
    fix: 'Name exactly what the workflow’s token says.',
  },
  'iam/trusts-other-principal': {
    what: '`{value}` may assume the role too.',
    why: 'The role is for the tokens of one identity provider.',
    fix: 'Name that provider only.',
  },
  // What is said of a policy that IAM saves
  'iam/unknown-action': {
    what: '`{action}` is no action of `{service}` that the catalogue knows.',
    why: 'IAM saves an action that no service has, and it matches nothing.',
    fix: 'The nearest known action: {nearest}.',
  },
  'iam/unknown-service': {
    what: '`{service}` in `{action}` is no service prefix that the catalogue knows.',
    why: 'IAM saves a prefix that no service has, and it matches nothing.',
    fix: 'The nearest known prefix: {nearest}.',
  },
  'iam/stray-space': {
    what: '`{written}` has a blank at one end.',
    why: 'IAM saves it as it is, and it matches nothing.',
    fix: 'Take the blank out.',
  },
  'iam/redundant-action': {
    what: '`{covering}` already takes in {covered}.',
    why: 'What one entry of a list takes in need not stand in it again.',
    fix: 'Keep the narrower entries if they are all you need, else take them out.',
  },
  'iam/redundant-resource': {
    what: '`{covering}` already takes in {covered}.',
    why: 'What one entry of a list takes in need not stand in it again.',
    fix: 'Keep the narrower entries if they are all you need, else take them out.',
  },
  'iam/short-arn': {
    what: '`{arn}` has {count} parts; an ARN has six.',
    why: 'An ARN is arn:partition:service:region:account:resource, with empty parts where a service has none.',
    fix: 'Write all six, with their colons.',
  },
  'iam/placeholder': {
    what: '`{written}` is a placeholder from documentation.',
    why: 'IAM takes it for a name, and it matches nothing.',
    fix: 'Put your own value in its place.',
  },
  'iam/invalid-account': {
    what: '`{account}` is no account number.',
    why: 'An account has twelve digits, without signs between them.',
    fix: 'Write the twelve digits.',
  },
  'iam/unknown-region': {
    what: '`{region}` is no Region that the catalogue knows.',
    why: 'The Region of an ARN is compared letter by letter.',
    fix: 'The nearest known Region: {nearest}.',
  },
  'iam/missing-arn-part': {
    what: 'The {part} of `{arn}` is empty.',
    why: 'Every resource of this kind has one, and an empty part matches an empty part only.',
    fix: 'Fill it in.',
  },
  'iam/superfluous-arn-part': {
    what: '`{arn}` names a {part}, and resources of this kind have none.',
    why: 'That part of their ARNs is empty, so this one matches nothing.',
    fix: 'Leave the part empty, with its colons.',
  },
  'iam/unknown-resource-type': {
    what: '`{resource}` is no resource of `{service}` that the catalogue knows.',
    why: 'The last part of an ARN begins with the kind of resource; here that is one of: {known}.',
    fix: 'Put the kind before the name.',
  },
  'iam/upper-case-service': {
    what: '`{written}` has capitals.',
    why: 'Partition, service and Region of an ARN are in small letters.',
    fix: 'Write it in small letters.',
  },
  'iam/action-takes-only-star': {
    what: '`{action}` takes no resource but `*`, and this statement names ARNs only.',
    why: 'An action without a resource type is requested on `*`, and no ARN takes that in; so the statement never grants it.',
    fix: 'Give it a statement of its own.',
  },
  'iam/action-resource-misfit': {
    what: '`{action}` is about {types}, and none of the resources here is one.',
    why: 'Each action is requested on resources of its own kinds, so this statement never grants it.',
    fix: 'Name a resource of that kind.',
  },
  'iam/wildcard-without-like': {
    what: '`{value}` has a wildcard under `{operator}`, where it is an ordinary character.',
    why: 'Only the operators with `Like` read `*` and `?` as wildcards.',
    fix: 'Use the operator with `Like`, or write the whole value.',
  },
  'iam/operator-case': {
    what: '`{operator}` has other capitals than IAM’s operator.',
    why: 'What AWS makes of it is not documented, so it is not modelled.',
    fix: 'Write it as in IAM’s list of operators.',
  },
  'iam/condition-key-format': {
    what: '`{key}` has no prefix.',
    why: 'A condition key is of the form prefix:name, such as those that begin with `aws:`.',
    fix: 'Put the prefix before it.',
  },
  'iam/unknown-condition-key': {
    what: '`{key}` is no condition key that the catalogue knows.',
    why: 'A key that no request carries makes positive operators false and negated ones true.',
    fix: 'The nearest known key: {nearest}.',
  },
  'iam/duplicate-condition-key': {
    what: '`{key}` stands twice under one operator, with other capitals.',
    why: 'Condition keys are compared without regard to capitals.',
    fix: 'Put all values in one list.',
  },
  'iam/type-mismatch': {
    what: '`{operator}` cannot read `{value}`.',
    why: 'A value of another type fits nothing.',
    fix: 'Write the value in the operator’s own form.',
  },
  'iam/for-all-values-in-allow': {
    what: '`ForAllValues` on `{key}` also holds when the request has no such key.',
    why: 'All values of an empty set fit, so this Allow grants to whoever leaves the key out.',
    fix: 'Leave the set operator out for a key with one value, or add `Null` with `false` on the same key.',
  },
  'iam/empty-condition': {
    what: 'A condition is empty here.',
    why: 'Without keys it changes nothing; without values it never holds.',
    fix: 'Fill it in or take it out.',
  },
  'iam/empty-sid': {
    what: 'The `Sid` is empty.',
    why: 'It names nothing.',
    fix: 'Name what the statement is for, or leave it out.',
  },
  'iam/missing-version': {
    what: 'The policy has no `Version`.',
    why: 'IAM then reads it as 2008-10-17, without variables, and refuses it as a managed policy.',
    fix: 'Add the newer version.',
  },
  'iam/old-version': {
    what: 'The policy is in the older version of the language.',
    why: 'It has no variables, and AWS says of a managed policy: Policy document must be version 2012-10-17 or greater.',
    fix: 'Change to the newer version.',
  },
  'iam/variable-in-old-version': {
    what: '`{variable}` is plain text here.',
    why: 'Variables need `Version` 2012-10-17.',
    fix: 'Change the version.',
  },
  'iam/every-action': {
    what: '`{entry}` takes in every action of a service, or of all services.',
    why: 'AWS advises to grant the permissions that a task needs, and new actions would be granted unseen.',
    fix: 'Name the actions.',
  },
  'iam/every-resource': {
    what: '`{action}` changes things, and `*` lets it do so everywhere.',
    why: 'AWS advises to grant the permissions that a task needs, on the resources that it needs.',
    fix: 'Name the resource.',
  },
  'iam/too-long': {
    what: 'The policy has {size} characters without white space; at most {limit} are taken.',
    why: 'A managed policy has at most 6,144, the inline policies of a role 10,240 together, a trust policy 2,048.',
    fix: 'Shorten it, or divide it.',
  },
  'iam/missing-subject': {
    what: 'The statement says nothing of the token’s `sub`.',
    why: 'GitHub signs tokens for every repository there is, so without `sub` any of them may assume the role.',
    fix: 'Compare `sub` too.',
  },
  'iam/missing-audience': {
    what: 'The statement says nothing of the token’s `aud`.',
    why: 'A token that was made for somebody else is then as good as one for AWS.',
    fix: 'Compare `aud` too.',
  },
  'iam/unexpected-audience': {
    what: '`{audience}` is not the audience that `aws-actions/configure-aws-credentials` asks for.',
    why: 'Unless its `audience` input says otherwise, the action asks for `sts.amazonaws.com`.',
    fix: 'Use that audience on both sides.',
  },
  'iam/wide-subject': {
    what: '`{subject}` lets in every token whose subject fits the pattern.',
    why: 'Branches, tags, pull requests and environments each have a subject, and a star takes in the slash and the colon too.',
    fix: 'Write the whole subject.',
  },
  'iam/subject-form': {
    what: '`{subject}` is not a subject that GitHub sends.',
    why: 'Subjects begin with repo:OWNER/NAME: and go on with the ref, `pull_request` or the environment.',
    fix: 'Compare it with the subject that the run prints.',
  },
  'iam/mismatched-assume-action': {
    what: '`{action}` is not how this principal assumes a role.',
    why: 'AWS principals and services assume a role by `sts:AssumeRole`, identity providers by actions of their own.',
    fix: 'Name the action that belongs to the principal.',
  },
  'iam/wildcard-principal': {
    what: '`{principal}` stands for more than one principal.',
    why: 'Access Analyzer calls a wildcard in the principal of a trust policy an error.',
    fix: 'Name the principal.',
  },
  'iam/principal-kind': {
    what: '`{kind}` is no kind of principal.',
    why: 'The kinds are AWS, Service, Federated and CanonicalUser.',
    fix: 'The nearest kind: {nearest}.',
  },
  'iam/federated-principal': {
    what: '`{principal}` is no identity provider’s name.',
    why: 'A provider is named by its ARN, arn:aws:iam::account:oidc-provider/host, without https.',
    fix: 'Take the ARN from the list of identity providers in IAM.',
  },
} as const satisfies Catalog;
