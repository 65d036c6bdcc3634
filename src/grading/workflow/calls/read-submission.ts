import type { Diagnostic, Files, Parsed } from '../../core/types.ts';
import type { WorkflowDocument } from '../document.ts';
import { readWorkflow } from '../read-workflow.ts';
import { maxCalledWorkflows } from './limits.ts';
import { readCall } from './reference.ts';
import { refusedCalls } from './refused-calls.ts';

/**
 * Reads the first file, and of the others those that its jobs call, directly or through one another. All are taken to lie in
 * `.github/workflows`, whatever folder stands before their names. GitHub refuses the first together with any that it calls; a file that
 * nobody calls is left alone.
 */
export function readSubmission(files: Files): Parsed<WorkflowDocument> {
  const [[file, text] = ['push.yml', '']] = Object.entries(files);
  const callable = new Map<string, WorkflowDocument>();
  const first = readWorkflow(text, file, callable);
  if (first.document === null || first.refused) return first;
  callable.set(nameOf(file), first.document);
  const called = readCalled(files, callable);
  const diagnostics = [...first.diagnostics, ...called.diagnostics];
  if (called.refused) return { document: first.document, refused: true, diagnostics };
  const refusals = refusedCalls(first.document);
  return { document: first.document, refused: refusals.length > 0, diagnostics: [...diagnostics, ...refusals] };
}

/** Reads what those in `callable` call into it, until nothing new is called. */
function readCalled(files: Files, callable: Map<string, WorkflowDocument>): Omit<Parsed<never>, 'document'> {
  const paths = new Map(Object.keys(files).map((path) => [nameOf(path), path]));
  const diagnostics: Diagnostic[] = [];
  let refused = false;
  // A map hands out what is added to it while it is gone through.
  for (const caller of callable.values()) {
    for (const name of calledNames(caller)) {
      const path = paths.get(name);
      if (path === undefined || callable.has(name) || callable.size > maxCalledWorkflows) continue;
      const read = readWorkflow(files[path] ?? '', path, callable);
      diagnostics.push(...read.diagnostics);
      refused ||= read.refused;
      if (read.document !== null) callable.set(name, read.document);
    }
  }
  return { refused, diagnostics };
}

function calledNames({ jobs }: WorkflowDocument): readonly string[] {
  const references = jobs.flatMap(({ uses }) => (uses === undefined ? [] : [readCall(uses.text)]));
  return references.flatMap((reference) => (reference.kind === 'here' ? [reference.file] : []));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
