/** One block of a `_headers` file: the paths it speaks of and the headers it sets there. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file, the format that Cloudflare Pages and Netlify share: a path on a line of its own, its headers indented below.
 * @source https://developers.cloudflare.com/pages/configuration/headers/ (read 2026-11-24)
 */
export function parseHeaders(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const indented = /^\s/.test(line);
    if (!indented) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers for one path. Every rule that matches adds its own; `*` stands for any text. */
export function headersFor(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  const found = rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers);
  return Object.fromEntries(found);
}

function matches(pattern: string, path: string): boolean {
  const [before = '', ...after] = pattern.split('*');
  if (after.length === 0) return path === pattern;
  return path.startsWith(before) && path.slice(before.length).endsWith(after.join('*'));
}
