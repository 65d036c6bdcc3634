import { type Message, message } from '../../messages/index.ts';
import type { Diagnostic, Severity, Source, SourceRange } from '../core/types.ts';
import type { Span } from './json/nodes.ts';

/** A replacement of one stretch of the policy's text. */
export interface Edit extends Span {
  readonly text: string;
}

/** What a check found, before it knows its file: a place, a message, and the edit that mends it where one is certain. */
export interface Finding {
  readonly at: Span;
  readonly message: Message;
  readonly related?: readonly Span[];
  readonly edits?: readonly Edit[];
}

/** Related places that a diagnostic names; more would be no help. */
const maxRelated = 20;

/** Makes the finding a diagnostic of a file. */
export function diagnosticOf(finding: Finding, file: string, severity: Severity, source: Source): Diagnostic {
  const edits = finding.edits ?? [];
  return {
    message: finding.message,
    severity,
    range: rangeIn(file, finding.at),
    related: (finding.related ?? []).slice(0, maxRelated).map((span) => rangeIn(file, span)),
    source,
    fixes: edits.length === 0 ? [] : [fixOf(edits, file)],
  };
}

function fixOf(edits: readonly Edit[], file: string): Diagnostic['fixes'][number] {
  return {
    title: titleOf(edits),
    edits: edits.map((edit) => ({ range: rangeIn(file, edit), text: edit.text })),
  };
}

function titleOf(edits: readonly Edit[]): Message {
  const replacement = edits.map(({ text }) => text.trim()).join(' … ');
  if (replacement === '') return message('iam/fix-remove');
  const inserts = edits.every(({ start, end }) => start === end);
  return inserts ? message('iam/fix-insert', { replacement }) : message('iam/fix-replace', { replacement });
}

/** A span of the policy's text as a range of its file. */
export function rangeIn(file: string, { start, end }: Span): SourceRange {
  return { file, start, end };
}
