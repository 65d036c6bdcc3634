import type { Ask } from '../../exercises/asks.ts';
import type { Report } from '../../report/index.ts';
import type { NamedAsk } from './free-scenario.ts';
import { type AskRow, makeAskRow, type RowTools } from './views/ask-row.ts';

/** Calls that a policy may be asked at once. */
export const maxAsks = 100;

/** The calls on the page, in their order. */
export interface AskList {
  asks(): readonly NamedAsk[];
  /** Puts calls in place of all that are there. */
  replace(asks: readonly Ask[], tools: Omit<RowTools, 'remove'>): void;
  /** Adds those that are not there yet, as far as there is room; gives how many that were. */
  add(asks: readonly Ask[], tools: Omit<RowTools, 'remove'>): number;
  /** Shows what came of each call. */
  show(report: Report | null): void;
  focusLast(): void;
}

export interface AskListEvents {
  /** The list is another one. */
  changed(): void;
  /** A call was taken out, by its name on the page. */
  removed(name: string): void;
}

/** Brings a list of calls to life in `place`. */
export function openAskList(place: HTMLElement, events: AskListEvents): AskList {
  let rows: readonly AskRow[] = [];
  let lastId = 0;

  const arrange = (next: readonly AskRow[]): void => {
    rows = next;
    for (const [index, row] of rows.entries()) row.number(index + 1);
    place.replaceChildren(...rows.map(({ element }) => element));
  };
  const remove = (row: AskRow): void => {
    const index = rows.indexOf(row);
    const name = row.element.getAttribute('aria-label') ?? '';
    row.element.remove();
    rows = rows.filter((each) => each !== row);
    for (const [at, each] of rows.entries()) each.number(at + 1);
    (rows[index] ?? rows.at(-1))?.focus();
    events.removed(name);
    events.changed();
  };
  const make = (ask: Ask, tools: Omit<RowTools, 'remove'>): AskRow => {
    lastId += 1;
    return makeAskRow({ ...ask, id: `ask-${lastId}` }, { ...tools, remove });
  };

  return {
    asks: () => rows.map((row) => row.ask()),
    replace(asks, tools) {
      arrange(asks.slice(0, maxAsks).map((ask) => make(ask, tools)));
      events.changed();
    },
    add(asks, tools) {
      const there = new Set(rows.map((row) => keyOf(row.ask())).filter((key) => key !== ''));
      const fresh = asks.filter((ask) => !there.has(keyOf(ask))).slice(0, maxAsks - rows.length);
      const added = fresh.map((ask) => make(ask, tools));
      rows = [...rows, ...added];
      place.append(...added.map(({ element }) => element));
      for (const [index, row] of rows.entries()) row.number(index + 1);
      events.changed();
      return fresh.length;
    },
    show(report) {
      const steps = new Map(report?.trace.map((step) => [step.operation, step]));
      for (const row of rows) row.answer(steps.get(row.ask().id) ?? null);
    },
    focusLast: () => rows.at(-1)?.focus(),
  };
}

/** Two calls are the same when they ask the same, whatever their client calls them. An empty one is like no other. */
function keyOf({ action, on, keys, wanted }: Ask): string {
  return action + on === '' ? '' : JSON.stringify([action.trim().toLowerCase(), on.trim(), keys.trim(), wanted]);
}
