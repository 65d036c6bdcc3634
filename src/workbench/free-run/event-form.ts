import { find } from '../dom.ts';
import type { Shelf } from '../storage/shelf.ts';
import { firstKindIn, type Happening, type HappeningKind } from './happening.ts';

/** The form that says what happens on GitHub. */
export interface EventForm {
  happening(): Happening;
  /** Chooses the first event that a workflow names; false where it names none that the form has. */
  takeFrom(text: string): boolean;
}

/** Fields of each kind of event; the others are not shown. */
const fieldsOf: Readonly<Record<HappeningKind, readonly string[]>> = {
  push: ['branch'],
  tag: ['tag'],
  pull: ['head', 'branch'],
  fork: ['head', 'branch'],
  dispatch: ['branch'],
  release: ['tag'],
  schedule: [],
};

/** Brings the form to life, filled in as it was left. */
export function bringEventForm(root: HTMLElement, shelf: Shelf<Happening>, changed: () => void): EventForm {
  const form = find<HTMLFormElement>(root, '[data-event]');
  const field = (name: string) => find<HTMLInputElement & HTMLSelectElement>(form, `[name="${name}"]`);
  const texts = ['kind', 'branch', 'tag', 'head', 'repository', 'defaultBranch'] as const;
  const boxes = ['isPrivate', 'hasIds'] as const;

  const happening = (): Happening => ({
    ...shelf.read(),
    ...Object.fromEntries(texts.map((name) => [name, field(name).value])),
    ...Object.fromEntries(boxes.map((name) => [name, field(name).checked])),
  });
  const paint = (): void => {
    const { kind } = happening();
    for (const label of form.querySelectorAll<HTMLElement>('[data-field]'))
      label.hidden = !fieldsOf[kind].includes(label.dataset['field'] ?? '');
    const isPull = kind === 'pull' || kind === 'fork';
    find(form, '[data-branch-label]').hidden = isPull;
    find(form, '[data-base-label]').hidden = !isPull;
  };
  const keep = (): void => {
    paint();
    shelf.change(happening);
    changed();
  };

  const kept = shelf.read();
  for (const name of texts) field(name).value = kept[name];
  for (const name of boxes) field(name).checked = kept[name];
  paint();
  form.addEventListener('input', keep);
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    happening,
    takeFrom(text) {
      const kind = firstKindIn(text);
      if (kind === null) return false;
      if (kind !== field('kind').value) {
        field('kind').value = kind;
        keep();
      }
      return true;
    },
  };
}
