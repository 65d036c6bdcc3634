/** One line of the text outside any block scalar, where YAML's own characters count. */
export interface StructureLine {
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
  readonly number: number;
}

const opensBlock = /(?:^|[:\-?]|\s)\s*[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

/**
 * The lines that carry structure: block scalars, comments and blank lines are left out. Judged by indentation alone, so that it also
 * works on a text that no YAML parser can read.
 */
export function structureLines(text: string): readonly StructureLine[] {
  const lines: StructureLine[] = [];
  let start = 0;
  let blockIndent: number | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const trimmed = line.trimStart();
    const indent = line.length - trimmed.length;
    if (blockIndent !== null && trimmed !== '' && indent <= blockIndent) blockIndent = null;
    if (blockIndent === null && trimmed !== '' && !trimmed.startsWith('#')) {
      lines.push({ text: line, start, number: index });
      if (line.length < 1000 && opensBlock.test(line)) blockIndent = indentOfKey(line, indent);
    }
    start += raw.length + 1;
  }
  return lines;
}

/** A block scalar ends where the line is not deeper than its key; in `- run: |` the key stands after the dash. */
function indentOfKey(line: string, indent: number): number {
  const dashes = /^(?:-\s+)*/.exec(line.slice(indent))?.[0] ?? '';
  return /^-\s+[|>]/.test(line.slice(indent)) ? indent : indent + dashes.length;
}
