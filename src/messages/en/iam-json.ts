import type { Catalog } from '../catalog.ts';

/** The wording of what is said of a policy’s text as JSON. */
export const iamJson = {
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
    why: 'Between its parts JSON allows spaces, tabs and line ends only.',
    fix: 'Replace it by a space.',
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
} as const satisfies Catalog;
