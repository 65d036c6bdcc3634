import { entriesOf, keyText, type Tree, valueAt } from '../../core/yaml/tree.ts';
import { documentOf, type Job, type Step, type WorkflowDocument } from '../document.ts';
import type { Caret, Path } from './caret.ts';
import { readOutline } from './outline.ts';
import { type Slot, slotAt } from './schema.ts';

/** A name inside of an expression, and the names that lead to it: `outputs` behind `steps` and `login`. */
export interface NamePlace {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What is being written at an offset of a workflow, and what stands around it. */
export interface WorkflowPlace extends Caret {
  readonly text: string;
  readonly root: Tree;
  readonly document: WorkflowDocument;
  /** What GitHub knows of the mapping that a key is of, or of the value. */
  readonly slot: Slot;
  /** The keys that stand in the mapping, the one that is being written left out. */
  readonly siblings: readonly string[];
  readonly job: Job | null;
  readonly step: Step | null;
  /** The steps of the job that have run when the place counts; all of them for what belongs to the job. */
  readonly stepsBefore: readonly Step[];
  /** Null outside of `${{ }}`. */
  readonly name: NamePlace | null;
}

/** More than anybody writes in a workflow; what is longer is not helped with. */
const longest = 262_144;
const mostLines = 5_000;

/** What is being written at an offset; null where that means nothing to GitHub, and in texts beyond all measure. Total, and linear. */
export function findPlace(text: string, offset: number): WorkflowPlace | null {
  if (offset < 0 || offset > text.length || text.length > longest) return null;
  if (text.split('\n', mostLines + 1).length > mostLines) return null;
  const { root, caret } = readOutline(text, offset, 'push.yml');
  if (caret === null) return null;
  const keysAt = (path: Path): readonly string[] => entriesOf(treeAt(root, path)).map(keyText);
  const slot = slotAt(caret.path, keysAt);
  if (slot === null) return null;
  const document = documentOf(root, text, 'push.yml', false);
  const inner = withoutQuotes(caret, text);
  if (offset < inner.start || offset > inner.end) return null;
  const written = text.slice(inner.start, inner.end);
  return {
    ...inner,
    ...{ text, root, document, slot },
    siblings: keysAt(caret.path).filter((key) => caret.part !== 'key' || key !== written),
    ...standingIn(document, root, caret.path),
    name: caret.part === 'key' ? null : nameAt(text, offset, inner),
  };
}

function treeAt(root: Tree, path: Path): Tree | undefined {
  let tree: Tree | undefined = root;
  for (const step of path)
    tree = typeof step === 'string' ? valueAt(tree, step) : tree?.kind === 'list' ? tree.items[step] : undefined;
  return tree;
}

function withoutQuotes(caret: Caret, text: string): Caret {
  const quote = text[caret.start] ?? '';
  if (!['"', "'"].includes(quote) || caret.start === caret.end) return caret;
  const isClosed = caret.end - caret.start > 1 && text[caret.end - 1] === quote;
  return { ...caret, start: caret.start + 1, end: isClosed ? caret.end - 1 : caret.end };
}

function standingIn(
  { jobs }: WorkflowDocument,
  root: Tree,
  path: Path,
): Pick<WorkflowPlace, 'job' | 'step' | 'stepsBefore'> {
  const [top, id, list, index] = path;
  const job = (top === 'jobs' && jobs.find((each) => each.id === id)) || null;
  if (job === null || list !== 'steps' || typeof index !== 'number')
    return { job, step: null, stepsBefore: job?.steps ?? [] };
  const node = treeAt(root, path.slice(0, 4));
  const steps = treeAt(root, path.slice(0, 3));
  const before: ReadonlySet<Tree> = new Set(steps?.kind === 'list' ? steps.items.slice(0, index) : []);
  return {
    job,
    step: job.steps.find((step) => step.node === node) ?? null,
    stepsBefore: job.steps.filter((step) => before.has(step.node)),
  };
}

const longestName = 300;
const isName = /^[A-Za-z_][\w-]*(?:\.[\w-]+|\['[\w-]+'\])*\.?$/;

/** The name at an offset inside of `${{ }}`, or of an `if`, which needs no braces. */
function nameAt(text: string, offset: number, { start: valueStart, path }: Caret): NamePlace | null {
  const from = Math.max(valueStart, text.lastIndexOf('\n', offset - 1) + 1);
  const before = text.slice(from, offset);
  const open = before.lastIndexOf('${{');
  const isOpen = open > before.lastIndexOf('}}');
  if (!isOpen && (path.at(-1) !== 'if' || before.includes('${{'))) return null;
  const expression = isOpen ? before.slice(open + 3) : before;
  // Inside of a text there is no name.
  if (expression.split("'").length % 2 === 0) return null;
  const tail = expression.slice(-longestName);
  const written = /[\w\-.[\]']*$/.exec(tail)?.[0] ?? '';
  // Behind a whole value comes an operator.
  if (written === '' ? /[\w')\]]\s+$|\)$/.test(tail) : !isName.test(written)) return null;
  const names = written.replaceAll(/\['([^'\]]*)'\]/g, '.$1').split('.');
  const last = names.pop() ?? '';
  const behind = /^[\w-]*/.exec(text.slice(offset, offset + longestName))?.[0] ?? '';
  return { path: names, start: offset - last.length, end: offset + behind.length };
}
