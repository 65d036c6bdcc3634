import { openShelf, type Shelf } from '../storage/shelf.ts';
import { fits as isHappening } from './happening.schema.json?fits';

/** The events of the form, in its order: pushes of a branch and of a tag, pull requests of the repository itself and from a fork, and so on. */
export const happeningKinds = ['push', 'tag', 'pull', 'fork', 'dispatch', 'release', 'schedule'] as const;

export type HappeningKind = (typeof happeningKinds)[number];

/** What happens on GitHub, as the form of the workbench has it. */
export interface Happening {
  readonly kind: HappeningKind;
  readonly branch: string;
  readonly tag: string;
  /** The branch that a pull request comes from; it goes into `branch`. */
  readonly head: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** True when tokens carry the repository's ids in their subject. */
  readonly hasIds: boolean;
}

/** What the form is filled in with at first, and what stands in for a field that is left empty. */
export const usualHappening: Happening = {
  kind: 'push',
  branch: 'main',
  tag: 'v1.0.0',
  head: 'feature',
  repository: 'octo-workshop/workshop-app',
  defaultBranch: 'main',
  isPrivate: true,
  hasIds: false,
};

/** Where the browser keeps it. */
export function openHappening(): Shelf<Happening> {
  return openShelf<Happening>('workflow-event', isHappening, usualHappening);
}

/** What happens in a value that anybody may have written; null where it says nothing of the kind. */
export function readHappening(value: unknown): Happening | null {
  return isHappening(value) ? (value as Happening) : null;
}

/** The kinds by which the events of a workflow file are told apart in the form. */
const kindOfEvent: ReadonlyMap<string, HappeningKind> = new Map([
  ['push', 'push'],
  ['pull_request', 'pull'],
  ['pull_request_target', 'pull'],
  ['workflow_dispatch', 'dispatch'],
  ['release', 'release'],
  ['schedule', 'schedule'],
]);

/** The first event in a workflow that the form has; null where its text names none. Read by lines, so that it works on half a text. */
export function firstKindIn(text: string): HappeningKind | null {
  const on =
    /^(?:["']?on["']?):[^\n]*(?:\n(?:[ \t]+[^\n]*|[ \t]*#[^\n]*|-[^\n]*|[ \t]*))*/m.exec(text.slice(0, 20_000))?.[0] ??
    '';
  const named = Array.from(on.matchAll(/[a-z_]{4,}/g), ([name]) => name);
  const kind = named.map((name) => kindOfEvent.get(name)).find((each) => each !== undefined) ?? null;
  return kind === 'push' && /^\s+tags:/m.test(on) && !/^\s+branches:/m.test(on) ? 'tag' : kind;
}
