import { find } from '../dom.ts';
import type { SideForm } from '../lone-keeping.ts';
import type { Needs } from './needs.ts';

/** The form that says what the task needs. */
export type NeedsForm = SideForm<Needs>;

const texts = ['region', 'platform', 'architecture', 'secrets', 'group', 'cidr', 'routeTable'] as const;
const boxes = ['logs', 'exec'] as const;

/** Brings the form to life, filled in. */
export function bringNeedsForm(root: HTMLElement, first: Needs, changed: () => void): NeedsForm {
  const form = find<HTMLFormElement>(root, '[data-needs]');
  const field = (name: string) => find<HTMLInputElement & HTMLSelectElement>(form, `[name="${name}"]`);
  const fill = (needs: Needs): void => {
    for (const name of texts) field(name).value = needs[name];
    for (const name of boxes) field(name).checked = needs[name];
  };
  fill(first);
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    fill,
    said: () =>
      ({
        ...Object.fromEntries(texts.map((name) => [name, field(name).value])),
        ...Object.fromEntries(boxes.map((name) => [name, field(name).checked])),
      }) as unknown as Needs,
  };
}
