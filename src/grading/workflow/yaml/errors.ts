import type { Diagnostic, SourceRange } from '../../core/types.ts';
import type { YamlError } from '../../core/yaml/read.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';

const maxErrors = 10;

/** The parser's own errors, where no trap explains the same or a neighbouring line better. */
export function explainErrors(
  errors: readonly YamlError[],
  text: string,
  traps: readonly Diagnostic[],
): readonly Diagnostic[] {
  const explained = traps.filter(({ severity }) => severity === 'error').map(({ range }) => range.start);
  // Once a slip is explained, what the parser says further down is most often its echo.
  const end = explained.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...explained) - 200;
  const diagnostics: Diagnostic[] = [];
  let lastLine = -1;
  for (const error of errors) {
    const range = rangeOfError(error, text);
    if (range.start >= end || diagnostics.length === maxErrors) break;
    const line = text.lastIndexOf('\n', range.start - 1);
    if (line === lastLine && diagnostics.length > 0) continue;
    lastLine = line;
    diagnostics.push(explain(error, range));
  }
  return diagnostics;
}

const ofIndentation = ['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN', 'MULTILINE_IMPLICIT_KEY'];

function explain(error: YamlError, range: SourceRange): Diagnostic {
  if (error.code === 'MULTIPLE_DOCS') return found('error', 'workflow/second-document', {}, range, sources.yaml);
  const said = (error.said.split('\n')[0] ?? '').replace(/\.$/, '');
  const isIndentation =
    ofIndentation.includes(error.code) && /same column|indent|indicator|single line|followed by/i.test(said);
  return found(
    'error',
    isIndentation ? 'workflow/yaml-indentation' : 'workflow/yaml-syntax',
    { said },
    range,
    sources.yaml,
  );
}

/** The line of the error, without its indentation; an error at the end of a line belongs to it. */
function rangeOfError({ range, code }: YamlError, text: string): SourceRange {
  const at = Math.min(range.start, Math.max(0, text.length - 1));
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const lineEnd = text.indexOf('\n', start);
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, start + 400);
  const indent = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  // A key that stands too deep is read as part of the value above it, and the value is then to blame.
  const echo = code === 'BLOCK_AS_IMPLICIT_KEY' ? /^\n\s+[\w-]+:(?:\s.*)?/.exec(text.slice(end, end + 400)) : null;
  return { ...range, start: Math.min(start + indent, end), end: end + (echo?.[0].trimEnd().length ?? 0) };
}
