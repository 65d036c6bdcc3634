import type { Diagnostic, Fix, SourceRange } from '../../core/types.ts';
import { found, messageOf, quoted } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { lookAlikeFound } from '../look-alike-found.ts';
import type { YamlFault } from './yaml.ts';

/** A fault of the YAML as a diagnostic. A syntax error beside a full-width character most likely comes from it. */
export function faultFound({ kind, range, detail }: YamlFault, text: string): Diagnostic {
  switch (kind) {
    case 'tab-indentation':
      return found('error', 'network/tab-indentation', {}, range, sources.yaml, {
        fixes: [spacesForTabs(text, range)],
      });
    case 'unclosed-quote':
      return found('error', 'network/unclosed-quote', { quote: detail }, range, sources.yaml);
    case 'duplicate-key':
      return found('error', 'network/duplicate-key', { key: quoted(detail) }, range, sources.yaml);
    case 'unknown-alias':
      return found('error', 'network/unknown-alias', { name: quoted(detail) }, range, sources.yaml);
    case 'too-deep':
      return found('error', 'network/too-deep', {}, range, sources.yaml);
    case 'too-many-aliases':
      return found('error', 'network/too-many-aliases', {}, range, sources.yaml);
    case 'syntax': {
      const line = lineAt(range, text);
      const lookAlike = lookAlikeFound(text.slice(line.start, line.end).replace(/#.*/, ''), line);
      return lookAlike ?? found('error', 'network/not-yaml', { reason: quoted(detail) }, range, sources.yaml);
    }
  }
}

/** The line in which a range begins. */
export function lineAt({ file, start }: SourceRange, text: string): SourceRange {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const next = /[\r\n]/g;
  next.lastIndex = start;
  return { file, start: start === 0 ? 0 : before, end: next.exec(text)?.index ?? text.length };
}

/** Two spaces for every tab at the beginning of a line. */
function spacesForTabs(text: string, { file }: SourceRange): Fix {
  const edits = [...text.matchAll(/^ *\t[ \t]*/gm)].map(({ index, 0: indent }) => ({
    range: { file, start: index, end: index + indent.length },
    text: indent.replaceAll('\t', '  '),
  }));
  return { title: messageOf('network/remove-tabs', {}), edits };
}
