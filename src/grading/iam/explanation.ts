import type { Message } from '../../messages/index.ts';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import type { Statement } from './document.ts';
import type { Span } from './json/nodes.ts';

/** Why a request is decided as it is: one sentence, and the part of the policy it is about. */
export interface Explanation {
  readonly message: Message;
  readonly policy: CompiledPolicy | null;
  readonly at: readonly Span[];
}

/** A statement that could allow a request, and the policy it stands in. */
export interface Candidate {
  readonly policy: CompiledPolicy;
  readonly statement: CompiledStatement;
}

/** How a message names a statement: by its `Sid`, else by its number from 1. */
export function nameOf({ sid, index }: Statement): string {
  return sid === null || sid.value === '' ? `#${index + 1}` : `\`${sid.value}\``;
}

/** Texts that are compared letter by letter for one explanation; a policy with more of them is explained less finely. */
export const maxCompared = 100;
