import type { Catalog } from '../catalog.ts';

/** The wording of what the IAM grader says. */
export const iam = {
  // Titles of fixes
  'iam/fix-remove': { what: 'Take it out' },
  'iam/fix-replace': { what: 'Replace with {replacement}' },
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
    why: 'AWS says: Syntax errors in policy. The elements here are `{known}`.',
    fix: 'Take it out, or move it to where it belongs.',
  },
  'iam/misspelt-element': {
    what: '`{element}` is no element of a policy; did you mean `{suggestion}`?',
    why: 'AWS says: Syntax errors in policy. The names of elements count letter for letter.',
    fix: 'Correct the name.',
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
    why: 'IAM knows `Allow` and `Deny`, with these capitals.',
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
    fix: 'Choose an operator of IAM’s list, such as `StringEquals` or `StringLike`.',
  },
  'iam/misspelt-operator': {
    what: '`{operator}` is no condition operator; did you mean `{suggestion}`?',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Correct the name.',
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
  'iam/malformed-policy': {
    what: 'The policy does not fit IAM’s grammar.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Compare it with the grammar in IAM’s user guide.',
  },
} as const satisfies Catalog;
