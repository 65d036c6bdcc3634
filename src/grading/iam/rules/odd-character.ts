import { message } from '../../../messages/index.ts';
import { page } from '../facts/sources.ts';
import { isCurlyQuote, isSingleQuote } from '../json/characters.ts';
import type { JsonNode, JsonString } from '../json/nodes.ts';
import { policyRule } from './policy-rule.ts';

const beyond = /[^\t\n\r -\u00ff]/gu;

/** A character that IAM takes in no policy, inside a string; outside of strings it is a fault of syntax already. */
export const oddCharacter = policyRule({
  code: 'iam/odd-character',
  severity: 'error',
  refuses: true,
  source: page('https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html'),
  *find({ root, text }) {
    for (const node of stringsIn(root)) {
      for (const match of text.slice(node.start, node.end).matchAll(beyond)) {
        const start = node.start + match.index;
        if (isQuote(node, start) && isCurlyOrSingle(match[0])) continue;
        const unit = match[0].codePointAt(0) ?? 0;
        const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
        const at = { start, end: start + match[0].length };
        yield { at, message: message('iam/odd-character', { code }), edits: editsFor(unit, at) };
      }
    }
  },
});

/** The quotes around a string are the reader’s concern. */
function isQuote({ start, end }: JsonString, at: number): boolean {
  return at === start || at === end - 1;
}

function isCurlyOrSingle(character: string): boolean {
  return isCurlyQuote(character) || isSingleQuote(character);
}

/** An invisible character can only be there by mistake; what any other should have been, nobody knows. */
function editsFor(unit: number, at: { start: number; end: number }): { start: number; end: number; text: string }[] {
  const isInvisible = (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff;
  return isInvisible ? [{ ...at, text: '' }] : [];
}

function* stringsIn(node: JsonNode): Generator<JsonString> {
  if (node.kind === 'string') yield node;
  if (node.kind === 'list') for (const item of node.items) yield* stringsIn(item);
  if (node.kind !== 'object') return;
  for (const { key, value } of node.members) {
    yield key;
    yield* stringsIn(value);
  }
}
