import type { Code, Params } from '../../../messages/index.ts';
import { maxFindings } from '../../core/limits.ts';
import type { Rule } from '../../core/rule.ts';
import type { Diagnostic, Fix, Severity, Source, SourceRange } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';

/** A place where a rule finds its fault, and what its message names. */
export type Finding<C extends Code> = {
  readonly range: SourceRange;
  readonly related?: readonly SourceRange[];
  readonly fixes?: readonly Fix[];
} & (keyof Params<C> extends never ? { readonly params?: never } : { readonly params: Params<C> });

interface Definition<C extends Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly source: Source;
  readonly find: (document: WorkflowDocument) => Iterable<Finding<C>>;
}

/** Makes a rule of what finds its faults. */
export function workflowRule<C extends Code>({ code, severity, source, find }: Definition<C>): Rule<WorkflowDocument> {
  const check = (document: WorkflowDocument): readonly Diagnostic[] => {
    const diagnostics: Diagnostic[] = [];
    for (const { range, params, related = [], fixes = [] } of find(document)) {
      diagnostics.push(found(severity, code, (params ?? {}) as never, range, source, { related, fixes }));
      if (diagnostics.length === maxFindings) break;
    }
    return diagnostics;
  };
  return { code, severity, source, check };
}
