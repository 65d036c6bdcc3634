/** Nesting that is read. Real workflows and templates stay below 30; the parser recurses, and must not run out of stack. */
export const maxDepth = 500;

/**
 * Where a text nests deeper than is read, or null. It looks at brackets and at the indentation alone, before any parser does;
 * brackets inside quotes count too, which only matters to a text with hundreds of unbalanced ones.
 */
export function depthFault(text: string): number | null {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '[' || character === '{') open++;
    else if ((character === ']' || character === '}') && open > 0) open--;
    if (open > maxDepth) return index;
  }
  const lineStart = /^[ ]*(?:[-?:][ \t]+)*/gm;
  for (const { index, 0: indent } of text.matchAll(lineStart)) {
    if (indent.length > maxDepth * 2) return index + indent.length - 1;
  }
  return null;
}
