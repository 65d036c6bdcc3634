import type { Code } from '../../../messages/index.ts';
import { maxFindings } from '../../core/limits.ts';
import type { Rule } from '../../core/rule.ts';
import type { Diagnostic, Severity, Source } from '../../core/types.ts';
import type { PolicyDocument, PolicyType } from '../document.ts';
import { diagnosticOf, type Finding } from '../finding.ts';

/** A check of one policy. With `refuses`, IAM does not save a policy in which it finds something. */
export interface PolicyRule extends Rule<PolicyDocument> {
  readonly refuses: boolean;
}

interface Definition {
  readonly code: Code;
  readonly severity: Severity;
  readonly source: Source;
  readonly refuses?: true;
  /** The kinds of policy it is about; all when left out. */
  readonly types?: readonly PolicyType[];
  readonly find: (document: PolicyDocument) => Iterable<Finding>;
}

/** Makes a rule of what finds its faults. */
export function policyRule({ code, severity, source, refuses, types, find }: Definition): PolicyRule {
  const check = (document: PolicyDocument): readonly Diagnostic[] => {
    if (types !== undefined && !types.includes(document.type)) return [];
    const found: Diagnostic[] = [];
    for (const finding of find(document)) {
      found.push(diagnosticOf(finding, document.file, severity, source));
      if (found.length === maxFindings) break;
    }
    return found;
  };
  return { code, severity, source, refuses: refuses ?? false, check };
}
