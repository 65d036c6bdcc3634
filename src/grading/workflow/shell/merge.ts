import { localName } from '../actions/build.ts';
import { type ImageReference, readImageReference } from '../actions/image-reference.ts';
import { fail } from '../actions/inputs.ts';
import type { Failure, Image } from '../run/state.ts';
import { isUnknown, readable } from '../unknown.ts';
import type { Call } from './call.ts';

/** An image made of others that the registry holds, or why it cannot be made. */
export type Merged =
  | { readonly image: Image; readonly isDoubtful: boolean; readonly failure: null }
  | { readonly image: null; readonly isDoubtful: false; readonly failure: Failure };

/** Joins what the registry holds under these references: the result serves the platforms of all of them. */
export function mergeImages(sources: readonly ImageReference[], call: Call): Merged {
  const { context, range } = call;
  const known = sources.map((source) => context.registry.get(nameOf(source)));
  const isDoubtful = sources.some(({ text }) => isUnknown(text));
  const missing = sources[known.indexOf(undefined)];
  if (missing !== undefined && !isDoubtful) {
    return { image: null, isDoubtful: false, failure: missingSource(missing, call) };
  }
  const image = {
    platforms: isDoubtful ? [] : [...new Set(known.flatMap((each) => each?.platforms ?? []))],
    bare: known.some((each) => each?.bare === true),
    isThere: known.every((each) => each?.isThere === true),
    range,
  };
  return { image, isDoubtful, failure: null };
}

/** A source that the registry does not hold. */
export function missingSource({ text }: ImageReference, { range }: Call): Failure {
  return fail('workflow/merge-source-missing', { source: readable(text) }, [range]);
}

function nameOf(source: ImageReference): string {
  return source.digest === '' ? localName(source) : `${source.host}/${source.repository}@${source.digest}`;
}

/** Why Docker does not take a reference; null for a sound one. A pattern that no downloaded digest filled stands for a missing source. */
export function refusedReference(reference: ImageReference, call: Call): Failure | null {
  const { fault, text } = reference;
  const tag = readable(text);
  if (fault === null) return null;
  if (text.endsWith('sha256:*')) return missingSource(reference, call);
  return fail(fault === 'upper-case' ? 'workflow/upper-case-name' : 'workflow/invalid-tag', { tag }, [call.range]);
}

/** The first reference that Docker does not take. */
export function firstRefused(references: readonly ImageReference[], call: Call): Failure | null {
  return references.map((reference) => refusedReference(reference, call)).find((failure) => failure !== null) ?? null;
}

/** References as the command line names them. */
export function referencesIn(texts: readonly string[], { context }: Call): readonly ImageReference[] {
  return texts.map((text) => readImageReference(text, context));
}
