import type { Shelf } from '../storage/shelf.ts';
import {
  type AsideSide,
  type FreeDesk,
  openFreeShelf,
  type PolicyType,
  policyTypes,
  putAside,
  type Side,
} from './free-desk.ts';

const pauseMs = 400;

/** The learner's own draft: what the browser keeps of the workbench. */
export interface Keeping {
  shown(): PolicyType;
  side(type: PolicyType): Side;
  aside(): readonly AsideSide[];
  putAside(type: PolicyType, side: Side): void;
  /** Something changed: it is kept half a second later at the latest. */
  changed(): void;
  /** While something else than the draft lies on the workbench, nothing is kept. */
  pause(paused: boolean): void;
  /** Calls back with a side that another tab wrote. */
  watch(listener: (type: PolicyType, side: Side) => void): () => void;
  close(): void;
}

/** `current` is asked for what lies on the workbench when it is time to keep it. */
export function openKeeping(
  starter: Readonly<Record<PolicyType, Side>>,
  current: () => { readonly shown: PolicyType; readonly side: (type: PolicyType) => Side },
  shelf: Shelf<FreeDesk> = openFreeShelf(),
): Keeping {
  let due: ReturnType<typeof setTimeout> | undefined;
  let paused = false;
  const sideOf = (type: PolicyType): Side => shelf.read()[type] ?? starter[type];

  const save = (): void => {
    if (due === undefined) return;
    clearTimeout(due);
    due = undefined;
    const { shown, side } = current();
    shelf.change((desk) => ({ ...desk, shown, identity: side('identity'), trust: side('trust') }));
  };
  const closing = new AbortController();
  addEventListener('pagehide', save, { signal: closing.signal });
  document.addEventListener('visibilitychange', () => document.hidden && save(), { signal: closing.signal });

  return {
    shown: () => shelf.read().shown,
    side: sideOf,
    aside: () => shelf.read().aside,
    putAside: (type, side) => shelf.change((desk) => putAside(desk, type, side, Date.now())),
    changed() {
      if (!paused) due ??= setTimeout(save, pauseMs);
    },
    pause(next) {
      if (next) save();
      paused = next;
    },
    watch: (listener) =>
      shelf.subscribe(() => {
        if (paused || due !== undefined) return;
        const { side } = current();
        const other = policyTypes.find(
          (type) => JSON.stringify(inOrder(sideOf(type))) !== JSON.stringify(inOrder(side(type))),
        );
        if (other !== undefined) listener(other, sideOf(other));
      }),
    close() {
      save();
      closing.abort();
    },
  };
}

function inOrder({ text, session, keys, asks }: Side): unknown {
  return [text, session, keys, asks.map(({ action, on, keys: own, wanted, as }) => [action, on, own, wanted, as])];
}
