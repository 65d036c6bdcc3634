import { nearest } from '../../core/nearest.ts';
import type { Diagnostic } from '../../core/types.ts';
import type { Built } from '../../core/yaml/read.ts';
import type { Tree } from '../../core/yaml/tree.ts';
import { found, quote, suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';

/** Of one kind, more faults than these are the same slip over and over. */
const most = 10;

/** Tags such as `!main`, which GitHub does not take. */
export function tagFaults({ tagged }: Built, text: string): readonly Diagnostic[] {
  return tagged.slice(0, most).flatMap(({ range: value }) => {
    const lineStart = text.lastIndexOf('\n', value.start - 1) + 1;
    const bang = text.slice(lineStart, value.start + 1).lastIndexOf('!');
    if (bang === -1) return [];
    const start = lineStart + bang;
    const range = { ...value, start, end: Math.max(value.end, start + 1) };
    const written = text.slice(range.start, range.end).trimEnd();
    const tag = written.split(/\s/)[0] ?? '!';
    return [found('error', 'workflow/yaml-tag', { tag }, range, sources.yaml, { fixes: quote(written, range) })];
  });
}

/** Aliases that name nothing, or the anchor that they stand inside. Most are meant as a pattern. */
export function aliasFaults({ aliases, anchors }: Built): readonly Diagnostic[] {
  const names = anchors.map(({ name }) => name);
  const unknown = aliases.filter((alias) => alias.names === 'nothing').slice(0, most);
  const circular = aliases.filter((alias) => alias.names === 'own-anchor').slice(0, most);
  return [
    ...unknown.map(({ name, range }) => {
      const fixes = quote(`*${name}`, range);
      if (/[*?/.!]/.test(name) || name === '')
        return found('error', 'workflow/unquoted-star', { text: `*${name}` }, range, sources.yaml, { fixes });
      const meant = nearest(name, names);
      return found('error', 'workflow/unknown-anchor', { name }, range, sources.anchors, {
        fixes: meant === null ? fixes : suggest(`*${meant}`, range),
      });
    }),
    ...circular.map(({ range }) => found('error', 'workflow/circular-alias', {}, range, sources.anchors)),
  ];
}

/** Anchors that nothing names: most are meant as text. */
export function unusedAnchors({ anchors }: Built): readonly Diagnostic[] {
  return anchors
    .filter(({ isUsed }) => !isUsed)
    .slice(0, most)
    .map(({ name, range }) => found('warning', 'workflow/unused-anchor', { name }, range, sources.anchors));
}

/** Keys that a mapping has twice, each with the first of its name. */
export function duplicateKeys({ duplicates }: Built): readonly Diagnostic[] {
  return duplicates.slice(0, most).map(({ entry, first }) => {
    const related = [first.key.range];
    return found('error', 'workflow/duplicate-key', { key: entry.key.text }, entry.key.range, sources.syntax, {
      related,
    });
  });
}

/** Merge keys, by which YAML 1.1 takes over the entries of another mapping. */
export function mergeKeys({ tree }: Built): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<Tree>();
  const waiting: Tree[] = [tree];
  for (let node = waiting.pop(); node !== undefined && diagnostics.length < most; node = waiting.pop()) {
    // What several aliases share is looked at once.
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'list') waiting.push(...node.items);
    if (node.kind !== 'mapping') continue;
    for (const { key, value } of node.entries) {
      if (key.written === '<<') diagnostics.push(found('error', 'workflow/merge-key', {}, key.range, sources.anchors));
      waiting.push(value);
    }
  }
  return diagnostics;
}
