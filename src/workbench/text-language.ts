import type { TextLanguage } from '../editor/index.ts';
import type { LanguageClient } from '../worker/client.ts';
import type { TextPoint } from '../worker/protocol.ts';

/** Which kind of policy a file is; null for one that is none. */
export function policyTypeOf(file: string): 'identity' | 'trust' | null {
  if (file === 'policy.json') return 'identity';
  return file === 'trust-policy.json' ? 'trust' : null;
}

/** The languages of policies and workflows, as the worker knows them; of other files it has nothing to say. */
export function textLanguage(client: LanguageClient): TextLanguage {
  const pointIn = (file: string, text: string, offset: number): TextPoint | null => {
    const written = /\.yml$/.test(file) ? 'workflow' : policyTypeOf(file);
    return written === null ? null : { written, text, offset };
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
