import type { Catalog } from '../catalog.ts';

/** What can be wrong with the text of a workflow before anything runs. */
export const workflowReading = {
  'workflow/fix-use-name': { what: 'Write `{name}`' },
  'workflow/fix-quote': { what: 'Put it in quotes' },
  'workflow/fix-two-spaces': { what: 'Indent with spaces' },
  'workflow/too-many-aliases': {
    what: 'The text has {aliases} aliases that repeat other parts of it beyond measure.',
    why: 'GitHub stops reading a file that grows like this; here at most {limit} aliases are read.',
    fix: 'Write the values out where they are needed.',
  },
  'workflow/too-many-nodes': {
    what: 'The text holds more values than are read here.',
    why: 'At most {limit} keys and values are read.',
    fix: 'Shorten the text.',
  },
  'workflow/too-deep': {
    what: 'The text is nested too deeply.',
    why: 'GitHub reads at most {limit} levels.',
    fix: 'Close the brackets, or indent less.',
  },
  'workflow/odd-space': {
    what: 'Here stands a {name}, not an ordinary space, at column {column}.',
    why: 'YAML takes only the ordinary space for a space; any other is a letter of the word beside it.',
    fix: 'Replace it with ordinary spaces; an input method for Japanese likes to put it in.',
  },
  'workflow/full-width-character': {
    what: '`{character}` is the full-width form of `{ascii}`.',
    why: 'YAML knows only the ASCII character.',
    fix: 'Write `{ascii}`.',
  },
  'workflow/curly-quotes': {
    what: '`{open}` and `{close}` are typographic quotes and become part of the value.',
    why: 'YAML knows only straight quotes.',
    fix: 'Use straight quotes, or none.',
  },
  'workflow/expression-without-dollar': {
    what: '`{text}` is read as a mapping, not as an expression.',
    why: 'An expression begins with a dollar sign.',
    fix: 'Put a `$` in front of the braces.',
  },
  'workflow/comment-swallows-value': {
    what: '`{text}` is a comment, so it is no part of the value.',
    why: 'After a space, `#` begins a comment that lasts to the end of the line.',
    fix: 'Quote the whole value if the `#` belongs to it.',
  },
  'workflow/tab-indentation': {
    what: 'This line is indented with a tab.',
    why: 'YAML allows only spaces for indentation.',
    fix: 'Use spaces, as the lines around it do.',
  },
  'workflow/no-space-after-colon': {
    what: '`{key}` and its value stand together.',
    why: 'A colon ends a key only when a space or a line end follows.',
    fix: 'Put a space after the colon.',
  },
  'workflow/no-space-after-dash': {
    what: 'The dash and the text stand together.',
    why: 'A dash begins an item of a list only when a space follows.',
    fix: 'Put a space after the dash.',
  },
  'workflow/reserved-character': {
    what: 'A value cannot begin with `{character}`.',
    why: 'YAML keeps this character for itself.',
    fix: 'Put the value in quotes.',
  },
  'workflow/colon-in-value': {
    what: '`{text}` has a colon and a space in it, which YAML reads as another key.',
    fix: 'Put the value in quotes.',
  },
  'workflow/unclosed-quote': {
    what: 'The quote `{mark}` that opens here is never closed on its line.',
    fix: 'Close it where the value ends.',
  },
  'workflow/unclosed-bracket': {
    what: 'What `{open}` opens here is never closed.',
    fix: 'Put `{close}` where the list or mapping ends.',
  },
  'workflow/yaml-indentation': {
    what: 'This line does not stand in one column with its neighbours.',
    why: 'The YAML parser says: {said}.',
    fix: 'Align it with the key or dash above that it belongs to.',
  },
  'workflow/yaml-syntax': {
    what: 'This is not readable YAML: {said}.',
    fix: 'Look at this line and the one above it.',
  },
  'workflow/second-document': {
    what: 'A second document begins here.',
    why: 'GitHub reads one document from a workflow file.',
    fix: 'Take the line `---` out.',
  },
  'workflow/yaml-tag': {
    what: '`{tag}` is read as a YAML tag.',
    why: 'GitHub refuses tags in workflow files.',
    fix: 'Put the value in quotes.',
  },
  'workflow/unquoted-star': {
    what: '`{text}` begins with a star, which YAML reads as an alias for something named elsewhere.',
    fix: 'Put the pattern in quotes.',
  },
  'workflow/unknown-anchor': {
    what: 'There is no anchor `{name}` above.',
    why: 'An alias stands for the value that an earlier `&` names.',
  },
  'workflow/circular-alias': { what: 'This alias stands inside the very value that it repeats.' },
  'workflow/unused-anchor': {
    what: '`&{name}` is taken for an anchor, so it is no part of the value, and nothing refers to it.',
    fix: 'Quote the value if the `&` belongs to it.',
  },
  'workflow/merge-key': {
    what: 'GitHub does not know the merge key `<<`.',
    why: 'It reads anchors and aliases, but merges no mappings.',
    fix: 'Write the entries out, or let one alias stand for the whole mapping.',
  },
  'workflow/inputs-of-script': {
    what: 'A step with `run` takes no inputs.',
    why: '`with` belongs to an action; a script finds what it needs in its environment.',
    fix: 'Give it `env` instead.',
  },
  'workflow/duplicate-key': {
    what: '`{key}` stands twice in one mapping.',
    why: 'A key may be defined once.',
    fix: 'Join the two, or take one out.',
  },
  'workflow/missing-key': { what: '`{key}` is missing here.', why: 'GitHub does not accept this block without it.' },
  'workflow/empty-value': {
    what: 'A value is missing here.',
    why: 'GitHub expects a mapping or a list, and finds nothing.',
    fix: 'Give it a value, or take the key out.',
  },
  'workflow/unknown-key': {
    what: 'GitHub does not know the key `{value}` at this place.',
    fix: 'Check its spelling, and the block that it stands in.',
  },
  'workflow/unexpected-value': { what: '`{value}` is not a value that may stand here.' },
  'workflow/list-not-expected': {
    what: 'A list stands where GitHub expects something else.',
    fix: 'Write it without the dashes.',
  },
  'workflow/mapping-not-expected': {
    what: 'A mapping stands where GitHub expects something else.',
    why: 'Steps, for one, are a list: each begins with a dash.',
  },
  'workflow/incomplete': { what: 'GitHub cannot tell what this block is; it needs one of: {keys}.' },
  'workflow/malformed-uses': {
    what: '`{actual}` names no action.',
    why: 'An action is written as owner, slash, name, at sign, version.',
  },
  'workflow/duplicate-id': {
    what: 'The id `{id}` is used twice.',
    why: 'An id is unique within its job, in any case of its letters.',
  },
  'workflow/invalid-id': {
    what: '`{id}` cannot be an id.',
    why: 'An id begins with a letter or an underscore and holds only letters, digits, underscores and hyphens.',
  },
  'workflow/unknown-need': { what: 'The job `{job}` needs `{need}`, and there is no such job.' },
  'workflow/circular-needs': {
    what: 'No job can begin, because they wait for each other.',
    why: 'GitHub says: {said}',
  },
  'workflow/unknown-context': {
    what: 'There is no context `{name}`.',
    why: 'An expression reads from contexts with fixed names: github, env, steps, secrets and a few more.',
  },
  'workflow/context-not-here': {
    what: '`{name}` cannot be read at this key.',
    why: 'GitHub works out each key at its own moment, and not every context exists by then.',
  },
  'workflow/unknown-function': { what: 'There is no function `{name}`.' },
  'workflow/expression-syntax': { what: 'The expression cannot be read: {said}.' },
  'workflow/expression-quotes': {
    what: 'The expression cannot be read: {said}.',
    why: 'Inside an expression a text stands in single quotes; double quotes are not known.',
    fix: 'Use single quotes inside the braces.',
  },
  'workflow/github-refuses': { what: 'GitHub refuses this: {said}.' },
  'workflow/job-without-steps': {
    what: 'The job `{job}` has no steps and calls no workflow.',
    fix: 'Give it `steps`.',
  },
  'workflow/both-filters': {
    what: '`{first}` and `{second}` stand side by side.',
    why: 'One event may have one of the two.',
    fix: 'Keep one, and write exceptions with `!`.',
  },
  'workflow/script-too-long': {
    what: 'This text has {length} characters and an expression in it.',
    why: 'GitHub reads at most 21,000 characters then.',
  },
} as const satisfies Catalog;
