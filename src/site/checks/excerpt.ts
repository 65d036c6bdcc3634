const mostLines = 40;
const mostColumns = 300;

/**
 * The beginning of an example that is too long to be read, with an ellipsis for the rest; any other example as it is.
 *
 * @example excerpt('a\n'.repeat(1_000)) // => forty lines and an ellipsis
 */
export function excerpt(example: string): string {
  const lines = example.split('\n', mostLines + 1);
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (line.length > mostColumns ? `${line.slice(0, mostColumns)} …` : line));
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}
