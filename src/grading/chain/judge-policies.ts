import { compilePolicy } from '../iam/compile.ts';
import { decide } from '../iam/decide.ts';
import type { PolicyDocument } from '../iam/document.ts';
import { parsePolicy } from '../iam/parse.ts';
import type { JudgePolicies } from '../network/policies.ts';

/**
 * Decides what a starting task may do by IAM's own evaluation. Open stays what cannot be read, and what asks for a key that a start does
 * not tell, unless the answer is the same without that policy's conditions.
 */
export const judgePolicies: JudgePolicies = (kind, policies, { principal, ...asked }) => {
  const documents = policies.map((text) =>
    parsePolicy(text, 'policy.json', kind === 'identity' ? 'identity' : 'resource'),
  );
  const readable = documents.flatMap(({ document, refused }) => (document === null || refused ? [] : [document]));
  if (readable.length < policies.length) return 'unknown';
  const who = kind === 'identity' ? {} : { principal: { kind: 'AWS', id: principal ?? 'anonymous' } };
  const { decision } = decide(readable.map(compilePolicy), { ...asked, ...who });
  return decision !== 'allowed' && asksMore(readable, asked.context) ? 'unknown' : decision;
};

/** True when some condition asks for a key that is not in the context. */
function asksMore(documents: readonly PolicyDocument[], context: Readonly<Record<string, string>>): boolean {
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  return documents.some(({ statements }) =>
    statements.some(({ conditions }) => conditions.some(({ key }) => !known.has(key.value.toLowerCase()))),
  );
}
