import { keepSoon } from '../keep-soon.ts';
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
  let paused = false;
  const sideOf = (type: PolicyType): Side => shelf.read()[type] ?? starter[type];

  const closing = new AbortController();
  const pending = keepSoon(() => {
    const { shown, side } = current();
    shelf.change((desk) => ({ ...desk, shown, identity: side('identity'), trust: side('trust') }));
  }, closing.signal);

  return {
    shown: () => shelf.read().shown,
    side: sideOf,
    aside: () => shelf.read().aside,
    putAside: (type, side) => shelf.change((desk) => putAside(desk, type, side, Date.now())),
    changed() {
      if (!paused) pending.soon();
    },
    pause(next) {
      if (next) pending.now();
      paused = next;
    },
    watch: (listener) =>
      shelf.subscribe(() => {
        if (paused || pending.isDue()) return;
        const { side } = current();
        const other = policyTypes.find(
          (type) => JSON.stringify(inOrder(sideOf(type))) !== JSON.stringify(inOrder(side(type))),
        );
        if (other !== undefined) listener(other, sideOf(other));
      }),
    close: () => closing.abort(),
  };
}

function inOrder({ text, session, keys, asks }: Side): unknown {
  return [text, session, keys, asks.map(({ action, on, keys: own, wanted, as }) => [action, on, own, wanted, as])];
}
