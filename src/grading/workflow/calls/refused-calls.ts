import type { Diagnostic } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import { documentsOf, type Job, type WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { blockOf, restricted, type Scopes } from '../run/permissions.ts';
import { calledBy, callTriggerOf } from './called.ts';
import { levelsIn } from './ceiling.ts';
import { maxCalledLevels, maxCalledWorkflows, maxCalls } from './limits.ts';
import { readCall } from './reference.ts';
import { refusedInputs, refusedPermissions, refusedSecrets } from './refused-call.ts';

/** What GitHub refuses of the calls in a workflow and in those that it calls. The run does not start then. */
export function refusedCalls(document: WorkflowDocument): readonly Diagnostic[] {
  const malformed = [...documentsOf(document).flatMap(malformedCalls), ...tooManyCalled(document)];
  return malformed.length > 0 ? malformed : withoutRepeats(refusedBelow(document));
}

function malformedCalls({ jobs }: WorkflowDocument): readonly Diagnostic[] {
  return jobs.flatMap(({ uses }) => {
    const reference = uses === undefined ? undefined : readCall(uses.text);
    if (uses === undefined || reference?.kind !== 'malformed') return [];
    return [found('error', 'workflow/malformed-call', { reason: reference.reason }, uses.range, sources.callReference)];
  });
}

function tooManyCalled(document: WorkflowDocument): readonly Diagnostic[] {
  const references = documentsOf(document).flatMap(({ jobs }) => jobs.flatMap(({ uses }) => uses ?? []));
  const different = [...new Map(references.toReversed().map((uses) => [uses.text, uses])).values()].toReversed();
  const [first] = different.slice(maxCalledWorkflows);
  if (first === undefined) return [];
  const params = { total: different.length, limit: maxCalledWorkflows };
  return [found('error', 'workflow/too-many-called', params, first.range, sources.nesting)];
}

/** A workflow of the tree of calls: how deep it stands, and what its caller hands on to it. */
interface Visit {
  readonly document: WorkflowDocument;
  /** The visit of its caller; null for the workflow that the event starts. */
  readonly caller: Visit | null;
  readonly handedOn: Scopes;
}

function refusedBelow(document: WorkflowDocument): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visits: Visit[] = [{ document, caller: null, handedOn: restricted }];
  let calls = 0;
  // A list hands out what is added to it while it is gone through.
  for (const visit of visits) {
    for (const job of visit.document.jobs) {
      const called = calledBy(job, visit.document);
      if (called === undefined) continue;
      if (++calls > maxCalls) return diagnostics;
      const handedOn = handedOnBy(job, visit);
      const refusals = refusalsOf(job, called, { ...visit, handedOn });
      diagnostics.push(...refusals);
      if (refusals.length === 0) visits.push({ document: called, caller: visit, handedOn });
    }
  }
  return diagnostics;
}

/** What the token of a calling job may do is what the jobs of the called workflow may do at most. */
function handedOnBy(job: Job, { document, handedOn }: Visit): Scopes {
  const block = blockOf(job, document);
  return block === undefined ? handedOn : levelsIn(block);
}

/** The workflows above a called one, itself left out. */
function callersOf(visit: Visit): readonly WorkflowDocument[] {
  return visit.caller === null ? [visit.document] : [visit.document, ...callersOf(visit.caller)];
}

function refusalsOf(job: Job, called: WorkflowDocument, visit: Visit): readonly Diagnostic[] {
  const { handedOn, document } = visit;
  const callers = callersOf(visit);
  const range = job.uses?.range ?? job.idRange;
  const { file } = called;
  // A circle is refused where it has gone round often enough; it is told where it closes.
  if (callers.length > maxCalledLevels || callers.includes(called))
    return [found('error', 'workflow/calls-too-deep', { file, limit: maxCalledLevels }, range, sources.nesting)];
  if (callTriggerOf(called) === undefined) {
    const related = called.on === undefined ? [] : [called.on.key.range];
    return [found('error', 'workflow/not-callable', { file }, range, sources.reusable, { related })];
  }
  return [
    ...refusedInputs(job, called),
    ...refusedSecrets(job, called),
    ...refusedPermissions(job, called, { handedOn, block: blockOf(job, document) }),
  ];
}

/** The same file called twice is found at fault once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = new Map(
    diagnostics.toReversed().map((each) => {
      const { message, range } = each;
      return [`${message.code} ${JSON.stringify(message.params)} ${range.file}:${range.start}`, each] as const;
    }),
  );
  return [...byPlace.values()].toReversed();
}
