import { find } from '../dom.ts';
import type { SideForm } from '../lone-keeping.ts';
import { firstKindIn, type Happening, type HappeningKind } from './happening.ts';

/** The form that says what happens on GitHub. */
export interface EventForm extends SideForm<Happening> {
  /** Chooses the first event that a workflow names; false where it names none that the form has. */
  takeFrom(text: string): boolean;
}

const texts = ['kind', 'branch', 'tag', 'head', 'repository', 'defaultBranch'] as const;
const boxes = ['isPrivate', 'hasIds'] as const;

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

/** Brings the form to life, filled in. */
export function bringEventForm(root: HTMLElement, first: Happening, changed: () => void): EventForm {
  const form = find<HTMLFormElement>(root, '[data-event]');
  const field = (name: string) => find<HTMLInputElement & HTMLSelectElement>(form, `[name="${name}"]`);

  const said = (): Happening =>
    ({
      ...Object.fromEntries(texts.map((name) => [name, field(name).value])),
      ...Object.fromEntries(boxes.map((name) => [name, field(name).checked])),
    }) as unknown as Happening;
  const paint = (): void => {
    const { kind } = said();
    for (const label of form.querySelectorAll<HTMLElement>('[data-field]'))
      label.hidden = !fieldsOf[kind].includes(label.dataset['field'] ?? '');
    const isPull = kind === 'pull' || kind === 'fork';
    find(form, '[data-branch-label]').hidden = isPull;
    find(form, '[data-base-label]').hidden = !isPull;
  };
  const fill = (happening: Happening): void => {
    for (const name of texts) field(name).value = happening[name];
    for (const name of boxes) field(name).checked = happening[name];
    paint();
  };
  const edited = (): void => {
    paint();
    changed();
  };

  fill(first);
  form.addEventListener('input', edited);
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    said,
    fill,
    takeFrom(text) {
      const kind = firstKindIn(text);
      if (kind === null) return false;
      if (kind !== field('kind').value) {
        field('kind').value = kind;
        edited();
      }
      return true;
    },
  };
}
