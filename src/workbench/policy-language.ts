import type { TextLanguage } from '../editor/index.ts';
import type { LanguageClient } from '../worker/client.ts';
import type { PolicyPoint } from '../worker/protocol.ts';

/** Which kind of policy a file is; null for one that is none. */
export function policyTypeOf(file: string): PolicyPoint['policyType'] | null {
  if (file === 'policy.json') return 'identity';
  return file === 'trust-policy.json' ? 'trust' : null;
}

/** The language of policies, as the worker knows it; of other files it has nothing to say. */
export function policyLanguage(client: LanguageClient): TextLanguage {
  const pointIn = (file: string, text: string, offset: number): PolicyPoint | null => {
    const policyType = policyTypeOf(file);
    return policyType === null ? null : { policyType, text, offset };
  };
  return {
    async complete(file, text, offset, signal) {
      const point = pointIn(file, text, offset);
      return point === null ? null : client.complete(point, signal);
    },
    async hover(file, text, offset, signal) {
      const point = pointIn(file, text, offset);
      return point === null ? null : client.hover(point, signal);
    },
  };
}
