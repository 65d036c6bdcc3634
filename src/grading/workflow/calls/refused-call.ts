import { nearest } from '../../core/nearest.ts';
import type { Diagnostic } from '../../core/types.ts';
import { type Entry, type Leaf, valueAt } from '../../core/yaml/tree.ts';
import { found, suggest } from '../diagnostic.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import type { Scopes } from '../run/permissions.ts';
import { declaredIn, givenBy, type InputType, inheritsSecrets, inputTypeOf, isRequired, named } from './called.ts';
import { requestedBeyond } from './ceiling.ts';
import { fitsType } from './input-value.ts';

/** Inputs that the call lacks, that the called workflow does not know, or whose type it does not take. */
export function refusedInputs(job: Job, called: WorkflowDocument): readonly Diagnostic[] {
  const declared = declaredIn(called, 'inputs');
  const given = givenBy(job, 'with');
  const { missing, unknown } = compareNames(declared, given);
  const { file } = called;
  const range = job.uses?.range ?? job.idRange;
  return [
    ...missing.map(({ key }) =>
      found('error', 'workflow/call-input-missing', { input: key.text, file }, range, sources.calling, {
        related: [key.range],
      }),
    ),
    ...declared.flatMap(({ key, value }) => {
      const type = inputTypeOf(value);
      const values = [valueAt(value, 'default'), named(given, key.text)?.value];
      return values.flatMap((each) => (each?.kind === 'leaf' ? refusedValue(key.text, each, type) : []));
    }),
    ...unknown.map(({ key }) =>
      found('error', 'workflow/call-input-unknown', { input: key.text, file }, key.range, sources.calling, {
        fixes: suggest(nearest(key.text, namesOf(declared)), key.range),
      }),
    ),
  ];
}

function refusedValue(input: string, leaf: Leaf, type: InputType): readonly Diagnostic[] {
  if (fitsType(leaf, type)) return [];
  const params = { input, type, value: leaf.text.slice(0, 80) };
  return [found('error', 'workflow/call-input-type', params, leaf.range, sources.calling)];
}

/** Secrets that the call lacks or that the called workflow does not know; with `inherit` nobody compares. */
export function refusedSecrets(job: Job, called: WorkflowDocument): readonly Diagnostic[] {
  if (inheritsSecrets(job)) return [];
  const declared = declaredIn(called, 'secrets');
  const { missing, unknown } = compareNames(declared, givenBy(job, 'secrets'));
  const { file } = called;
  const range = job.uses?.range ?? job.idRange;
  return [
    ...missing.map(({ key }) =>
      found('error', 'workflow/call-secret-missing', { secret: key.text, file }, range, sources.calling, {
        related: [key.range],
      }),
    ),
    ...unknown.map(({ key }) =>
      found('error', 'workflow/call-secret-unknown', { secret: key.text, file }, key.range, sources.calling, {
        fixes: suggest(nearest(key.text, namesOf(declared)), key.range),
      }),
    ),
  ];
}

/** What a call should have given, and what it gives that nobody declared. */
function compareNames(declared: readonly Entry[], given: readonly Entry[]) {
  return {
    missing: declared.filter(({ key, value }) => isRequired(value) && named(given, key.text) === undefined),
    unknown: given.filter(({ key }) => named(declared, key.text) === undefined),
  };
}

/** What the token of the calling job may do, and the block that says so; without one it is the default, or a caller's. */
interface Ceiling {
  readonly handedOn: Scopes;
  readonly block: Entry | undefined;
}

/** Permissions that the called workflow, or one of its jobs, asks for beyond those of the calling job. */
export function refusedPermissions(
  job: Job,
  called: WorkflowDocument,
  { handedOn, block }: Ceiling,
): readonly Diagnostic[] {
  const { file } = called;
  const whole = { asker: 'workflow', permissions: called.permissions };
  const ofJobs = called.jobs.map(({ id, permissions }) => ({ asker: `nested job '${id}'`, permissions }));
  return [whole, ...ofJobs].flatMap(({ asker, permissions }) => {
    const excess = permissions === undefined ? null : requestedBeyond(permissions, handedOn);
    if (permissions === undefined || excess === null) return [];
    const related = [permissions.range, ...(block === undefined ? [] : [block.range])];
    return [
      found('error', 'workflow/call-permissions', { file, asker, ...excess }, job.idRange, sources.callPermissions, {
        related,
      }),
    ];
  });
}

function namesOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ key }) => key.text);
}
