import { type RunSteps, stateAfter } from './connection-states.ts';

/** Each drawing of the subnet follows the bench whose exercise it names: its wires show how the last checked run went. */
document.addEventListener('bench:checked', (event) => {
  const bench = event.target;
  if (!(bench instanceof HTMLElement) || !(event instanceof CustomEvent)) return;
  const { trace } = event.detail as { readonly trace: RunSteps };
  for (const drawing of document.querySelectorAll<HTMLElement>('[data-follows]')) {
    if (drawing.dataset['follows'] === bench.dataset['exercise']) show(drawing, trace);
  }
});

function show(drawing: HTMLElement, steps: RunSteps): void {
  for (const part of drawing.querySelectorAll<HTMLElement | SVGElement>('[data-connection]')) {
    part.dataset['state'] = stateAfter(steps, part.dataset['connection'] ?? '');
  }
}
