/**
 * Whether something holds, in Kleene's logic of three values. `unknown` where AWS's documentation contradicts itself or is silent; it never
 * counts as yes or no.
 */
export type Holds = 'yes' | 'no' | 'unknown';

/** What is known for certain. */
export function holdsIf(condition: boolean): Holds {
  return condition ? 'yes' : 'no';
}

/** What holds where this does not; the unknown stays unknown. */
export function not(holds: Holds): Holds {
  if (holds === 'unknown') return 'unknown';
  return holds === 'yes' ? 'no' : 'yes';
}

/** Yes when all hold, no as soon as one does not. Yes for none at all. */
export function all<T>(items: Iterable<T>, test: (item: T) => Holds): Holds {
  let result: Holds = 'yes';
  for (const item of items) {
    const holds = test(item);
    if (holds === 'no') return 'no';
    if (holds === 'unknown') result = 'unknown';
  }
  return result;
}

/** Yes as soon as one holds. No for none at all. */
export function any<T>(items: Iterable<T>, test: (item: T) => Holds): Holds {
  let result: Holds = 'no';
  for (const item of items) {
    const holds = test(item);
    if (holds === 'yes') return 'yes';
    if (holds === 'unknown') result = 'unknown';
  }
  return result;
}
