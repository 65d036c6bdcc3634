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
  const kindField = fieldIn(form, 'kind');
  const fill = (happening: Happening): void => {
    for (const name of texts) fieldIn(form, name).value = happening[name];
    for (const name of boxes) fieldIn(form, name).checked = happening[name];
    showFields(form);
  };
  const edited = (): void => {
    showFields(form);
    changed();
  };

  fill(first);
  form.addEventListener('input', edited);
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    said: () => happeningIn(form),
    fill,
    takeFrom(text) {
      const kind = firstKindIn(text);
      if (kind === null) return false;
      if (kind !== kindField.value) {
        kindField.value = kind;
        edited();
      }
      return true;
    },
  };
}

function fieldIn(form: HTMLElement, name: string): HTMLInputElement & HTMLSelectElement {
  return find(form, `[name="${name}"]`);
}

function happeningIn(form: HTMLElement): Happening {
  return {
    ...Object.fromEntries(texts.map((name) => [name, fieldIn(form, name).value])),
    ...Object.fromEntries(boxes.map((name) => [name, fieldIn(form, name).checked])),
  } as unknown as Happening;
}

/** Shows the fields of the chosen event; a pull request goes into a branch, where any other event is on one. */
function showFields(form: HTMLElement): void {
  const { kind } = happeningIn(form);
  for (const label of form.querySelectorAll<HTMLElement>('[data-field]'))
    label.hidden = !fieldsOf[kind].includes(label.dataset['field'] ?? '');
  const isPull = kind === 'pull' || kind === 'fork';
  find(form, '[data-branch-label]').hidden = isPull;
  find(form, '[data-base-label]').hidden = !isPull;
}
