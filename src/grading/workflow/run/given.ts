import type { SourceRange } from '../../core/types.ts';
import type { Entry, Leaf } from '../../core/yaml/tree.ts';
import { evaluateText, type Scope } from '../expression.ts';
import { pathsIn } from '../expression-paths.ts';
import { type Piece, piecesOf } from '../expression-pieces.ts';
import type { Environment } from './environment.ts';
import type { Given, Machine, Script } from './state.ts';

/** What an input or a script is worked out with. */
export interface Sight {
  readonly scope: Scope;
  readonly env: Environment;
  readonly steps: Machine['steps'];
}

/** An input as the action gets it; undefined when it is not given. */
export function givenOf(entry: Entry | undefined, sight: Sight): Given | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind !== 'leaf') return { text: '', range: entry.range, origins: [] };
  const pieces = piecesOf(entry.value);
  const { text } = evaluateText(pieces, sight.scope);
  const range = entry.value.value === null ? entry.range : entry.value.range;
  return { text, range, origins: originsOf(pieces, sight) };
}

/** Where the values that an expression reads were written: the `env` entry, the step whose output it is. */
function originsOf(pieces: readonly Piece[], { env, steps }: Sight): readonly SourceRange[] {
  return pieces
    .flatMap(({ expression }) => (expression === null ? [] : pathsIn(expression)))
    .map(([context = '', name = '']) => {
      if (context.toLowerCase() === 'env') return env.get(name)?.range ?? null;
      return context.toLowerCase() === 'steps' ? (steps.get(name)?.range ?? null) : null;
    })
    .filter((range) => range !== null);
}

/** A script after GitHub has put in its expressions, and the source line of each of its lines. */
export function scriptOf(run: Leaf, source: string, sight: Sight): Script {
  const pieces = piecesOf(run);
  const sourceLines = run.style === 'block' ? linesOfBlock(run, source) : [run.range];
  const lineRanges: SourceRange[] = [];
  /** Lines of the source and of the script that are done. */
  let written = 0;
  let played = 0;
  let text = '';
  for (const piece of pieces) {
    const isWritten = piece.expression === null;
    const value = isWritten ? piece.text : evaluateText([piece], sight.scope).text;
    const breaks = value.split('\n').length - 1;
    for (let line = 0; line <= breaks; line++) {
      const at = Math.min(written + (isWritten ? line : 0), sourceLines.length - 1);
      lineRanges[played + line] ??= sourceLines[at] ?? run.range;
    }
    if (isWritten) written += breaks;
    played += breaks;
    text += value;
  }
  return { text, range: run.range, origins: originsOf(pieces, sight), lineRanges };
}

/** The lines of a literal block in the source, without the header and the indentation. */
function linesOfBlock({ range }: Leaf, source: string): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  let start = source.indexOf('\n', range.start) + 1;
  while (start > 0 && start <= range.end) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 || newline > range.end ? range.end : newline;
    const line = source.slice(start, end);
    const indent = line.length - line.trimStart().length;
    ranges.push({ ...range, start: Math.min(start + indent, end), end: start + line.trimEnd().length });
    if (newline === -1) break;
    start = newline + 1;
  }
  return ranges;
}
