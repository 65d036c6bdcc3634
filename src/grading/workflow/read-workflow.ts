import type { Parsed } from '../core/types.ts';
import { type Callable, documentOf, type WorkflowDocument } from './document.ts';
import { readAsGithub } from './github-reader.ts';
import { correctReader, longExpressions } from './missed-by-reader.ts';
import { readWorkflowYaml } from './yaml/read.ts';

/** Reads one file as GitHub does. `callable` is where the files that its jobs may call will stand. */
export function readWorkflow(text: string, file: string, callable: Callable): Parsed<WorkflowDocument> {
  const yaml = readWorkflowYaml(text, file);
  if (yaml.root === null) return { document: null, refused: true, diagnostics: yaml.diagnostics };
  const document = documentOf(yaml.root, yaml.text, file, yaml.refused, callable);
  if (yaml.refused) return { document, refused: true, diagnostics: yaml.diagnostics };
  const tooLong = longExpressions(document);
  if (tooLong.length > 0) return { document, refused: true, diagnostics: [...yaml.diagnostics, ...tooLong] };
  const github = correctReader(readAsGithub(yaml.text, file), document);
  return { document, refused: github.length > 0, diagnostics: [...yaml.diagnostics, ...github] };
}
