import { type Message, message } from '../../../messages/index.ts';
import { type Entry, entriesOf, keyText, textOf, valueAt } from '../../core/yaml/tree.ts';
import { factsOf } from '../actions/metadata.ts';
import type { Job, Step } from '../document.ts';
import vocabulary from '../facts/vocabulary.yaml';
import { stepWithId } from '../queries/step-ids.ts';
import { actionOf } from '../queries/used-actions.ts';
import { aboutContexts, aboutGithub, aboutOutput, said, usualOfGithub } from './about.ts';
import type { WorkflowPlace } from './place.ts';

/** A name that an expression may read. */
export interface ContextName {
  readonly name: string;
  readonly about: readonly Message[];
  /** Whether names of its own come behind it. */
  readonly hasNames: boolean;
}

const fixed = vocabulary as unknown as Readonly<Record<string, readonly string[]>>;

/** The contexts that may be read at a place. */
export function contextsAt({ slot }: WorkflowPlace): readonly ContextName[] {
  return slot.allowed
    .filter((name) => !name.includes('('))
    .map((name) => ({ name, about: aboutContexts(name), hasNames: true }));
}

/** The names behind a path, as far as the file or GitHub tells: `steps.login.` has `outputs`, `outcome` and `conclusion`. */
export function namesBehind(path: readonly string[], place: WorkflowPlace): readonly ContextName[] {
  const [context = '', first, second, ...more] = path;
  if (more.length > 0) return [];
  const name = context.toLowerCase();
  if (name === 'steps') return namesOfSteps(place, first, second);
  if (name === 'needs' || name === 'jobs') return namesOfJobs(place, name, first, second);
  return first === undefined ? namesOf(name, place) : [];
}

function namesOf(
  context: string,
  { document, job, step, stepsBefore, text, name }: WorkflowPlace,
): readonly ContextName[] {
  switch (context) {
    case 'github':
      return unique([...usualOfGithub, ...(fixed['github'] ?? [])]).map((each) => ({
        ...leaf(each),
        about: aboutGithub(each),
      }));
    case 'runner':
    case 'job':
    case 'strategy':
      return (fixed[context] ?? []).map(leaf);
    case 'env':
      return unique([
        ...[...(step?.env ?? []), ...(job?.env ?? []), ...document.env].map(keyText),
        ...stepsBefore.flatMap(exportedBy),
      ]).map(leaf);
    case 'matrix':
      return matrixKeys(job).map(leaf);
    case 'inputs':
      return document.triggers.flatMap(({ filters }) => entriesOf(valueAt(filters, 'inputs')).map(inputName));
    case 'secrets':
      return unique(['GITHUB_TOKEN', ...mentioned(text, context, name?.start ?? 0)]).map(leaf);
    case 'vars':
      return mentioned(text, context, name?.start ?? 0).map(leaf);
    default:
      return [];
  }
}

function namesOfSteps({ job, stepsBefore }: WorkflowPlace, id?: string, property?: string): readonly ContextName[] {
  if (id === undefined) {
    return stepsBefore.flatMap((step) => {
      const what = (step.name ?? step.uses)?.text ?? '';
      const about = what === '' ? [message('workflow/about-step')] : [message('workflow/about-named-step', { what })];
      return step.id === undefined ? [] : [{ name: step.id.text, about, hasNames: true }];
    });
  }
  const step = job === null ? undefined : stepWithId(job, id);
  if (step === undefined) return [];
  if (property === undefined) {
    return [
      { name: 'outputs', about: [message('workflow/about-outputs')], hasNames: true },
      { ...leaf('outcome'), about: [message('workflow/about-outcome')] },
      { ...leaf('conclusion'), about: [message('workflow/about-conclusion')] },
    ];
  }
  return property.toLowerCase() === 'outputs' ? outputsOf(step) : [];
}

function outputsOf(step: Step): readonly ContextName[] {
  if (step.run !== undefined) return writtenTo('GITHUB_OUTPUT', step.run.text).map(leaf);
  const action = actionOf(step);
  return (factsOf(action)?.outputs ?? []).map((name) => ({ ...leaf(name), about: aboutOutput(action, name) }));
}

function namesOfJobs(
  { document, job }: WorkflowPlace,
  context: 'needs' | 'jobs',
  id?: string,
  property?: string,
): readonly ContextName[] {
  if (id === undefined) {
    const ids = context === 'jobs' ? document.jobs.map((each) => each.id) : (job?.needs ?? []).map(({ text }) => text);
    return ids.map((name) => ({ name, about: [message('workflow/about-need')], hasNames: true }));
  }
  if (property === undefined) {
    return [
      { name: 'outputs', about: [message('workflow/about-outputs')], hasNames: true },
      { ...leaf('result'), about: [message('workflow/about-result')] },
    ];
  }
  const needed = document.jobs.find((each) => each.id.toLowerCase() === id.toLowerCase());
  return property.toLowerCase() === 'outputs' ? (needed?.outputs ?? []).map(keyText).map(leaf) : [];
}

function inputName({ key, value }: Entry): ContextName {
  const about = textOf(valueAt(value, 'description'));
  return { ...leaf(key.text), about: about === null ? [] : [said(about)] };
}

function leaf(name: string): ContextName {
  return { name, about: [], hasNames: false };
}

function matrixKeys(job: Job | null): readonly string[] {
  const include = valueAt(job?.matrix, 'include');
  const entries = [
    ...entriesOf(job?.matrix),
    ...(include?.kind === 'list' ? include.items.flatMap((item) => entriesOf(item)) : []),
  ];
  return unique(entries.map(keyText)).filter((key) => key !== 'include' && key !== 'exclude');
}

/**
 * The variables that a step sets for later ones.
 * @source https://github.com/aws-actions/configure-aws-credentials#readme (read 2026-11-24)
 */
function exportedBy(step: Step): readonly string[] {
  if (step.run !== undefined) return writtenTo('GITHUB_ENV', step.run.text);
  return actionOf(step) === 'aws-actions/configure-aws-credentials' ? ['AWS_REGION', 'AWS_DEFAULT_REGION'] : [];
}

/** The names that a script writes to one of the runner's files, each on the line that names the file. */
function writtenTo(file: string, script: string): readonly string[] {
  const lines = script.split('\n').filter((line) => line.includes(file));
  return unique(lines.flatMap((line) => /([A-Za-z_][\w-]*)(?:=|<<)/.exec(line.slice(0, 500))?.[1] ?? []));
}

/** Names of a context that the file mentions elsewhere. */
function mentioned(text: string, context: string, except: number): readonly string[] {
  const found = text.matchAll(new RegExp(`(?<![\\w.-])${context}\\.([A-Za-z_]\\w*)`, 'g'));
  return unique(
    Array.from(found).flatMap(({ index, 1: name = '' }) => (index + context.length + 1 === except ? [] : [name])),
  );
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
