import { hasWildcard } from './glob.ts';

/** Texts that a pattern takes in: its `*` as nothing and as a word, its `?` as a letter. The pattern itself where it has neither. */
export function fillWildcards(pattern: string, word = 'elsewhere'): readonly string[] {
  if (!hasWildcard(pattern)) return [pattern];
  const letters = pattern.replaceAll('?', 'x');
  return [...new Set([letters.replaceAll('*', word), letters.replaceAll('*', '')])];
}
