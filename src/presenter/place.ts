/** Where a presentation stands: a slide, from 0, and how many of its steps are shown. */
export interface Place {
  readonly slide: number;
  readonly step: number;
}

/** How many steps each slide of a deck has after its first sight: 1 where an answer is revealed, else 0. */
export type Steps = readonly number[];

/** One step on; null at the end of the deck. */
export function placeAfter({ slide, step }: Place, steps: Steps): Place | null {
  if (step < (steps[slide] ?? 0)) return { slide, step: step + 1 };
  return slide + 1 < steps.length ? { slide: slide + 1, step: 0 } : null;
}

/** One step back, onto a slide as one left it: with all its steps. Null at the beginning of the deck. */
export function placeBefore({ slide, step }: Place, steps: Steps): Place | null {
  if (step > 0) return { slide, step: step - 1 };
  return slide > 0 ? placeAt(slide - 1, steps) : null;
}

/** A slide with all its steps; beyond the ends the first or the last slide. */
export function placeAt(slide: number, steps: Steps): Place {
  const within = Math.max(0, Math.min(slide, steps.length - 1));
  return { slide: within, step: steps[within] ?? 0 };
}

/**
 * The place that an address names: `#7` the seventh slide, `#last` the end, `#iam-buildx-push` the bench of that exercise. Null for
 * anything else.
 */
export function placeOf(hash: string, steps: Steps, exercises: readonly string[]): Place | null {
  const name = hash.replace(/^#/, '');
  if (name === 'last') return placeAt(steps.length - 1, steps);
  if (/^\d{1,4}$/.test(name)) return { slide: placeAt(Number(name) - 1, steps).slide, step: 0 };
  const slide = name === '' ? -1 : exercises.indexOf(name);
  return slide < 0 ? null : { slide, step: 0 };
}
