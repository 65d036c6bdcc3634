import { find } from './dom.ts';
import { predictions } from './storage/predictions.ts';

/** Makes the first committed answer count, remembers it, and shows its reply. Arrow keys only move; Space, Enter or a click commits. */
class PredictQuestion extends HTMLElement {
  connectedCallback(): void {
    const id = this.dataset['question'] ?? '';
    let isMoving = false;
    this.addEventListener('keydown', (event) => {
      isMoving = event.key.startsWith('Arrow');
      if (event.key === ' ' || event.key === 'Enter') this.commit(id);
    });
    this.addEventListener('pointerdown', () => {
      isMoving = false;
    });
    this.addEventListener('click', () => {
      if (!isMoving) this.commit(id);
    });
    find<HTMLButtonElement>(this, '.predict-again').addEventListener('click', () => this.reopen(id));
    this.dataset['ready'] = '';
    const before = predictions.read()[id];
    if (before !== undefined) this.show(before);
  }

  private get inputs(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  private commit(id: string): void {
    const chosen = this.inputs.findIndex(({ checked }) => checked);
    if (chosen < 0 || this.dataset['committed'] !== undefined) return;
    predictions.change((all) => ({ ...all, [id]: chosen }));
    this.show(chosen);
    const reply = this.querySelectorAll('.predict-reply')[chosen];
    find(this, '[data-live]').textContent = reply?.textContent ?? '';
  }

  private show(chosen: number): void {
    const input = this.inputs[chosen];
    if (input === undefined) return;
    input.checked = true;
    this.dataset['committed'] = '';
    for (const other of this.inputs) other.disabled = other !== input;
    find<HTMLButtonElement>(this, '.predict-again').hidden = false;
  }

  private reopen(id: string): void {
    predictions.change(({ [id]: _, ...others }) => others);
    delete this.dataset['committed'];
    for (const input of this.inputs) [input.disabled, input.checked] = [false, false];
    find<HTMLButtonElement>(this, '.predict-again').hidden = true;
    this.inputs[0]?.focus();
  }
}

customElements.define('predict-question', PredictQuestion);
