import type { Desk } from './desk.ts';
import { keepSoon } from './keep-soon.ts';
import type { DraftBook } from './storage/drafts.ts';
import type { Shelf } from './storage/shelf.ts';

/** The form beside a text: what somebody said in it. */
export interface SideForm<Said> {
  said(): Said;
  fill(said: Said): void;
}

/** The own draft of a workbench with one text: that text, and what the form beside it says. */
export interface LoneKeeping<Said> {
  read(): { readonly text: string; readonly said: Said };
  /** Something changed: it is kept half a second later at the latest. */
  changed(): void;
  /** While something else than the draft lies there, nothing is kept. */
  pause(paused: boolean): void;
  /** Puts the draft's text among the earlier versions. */
  putAside(): void;
}

/** What is kept, and where. */
export interface Kept<Said> {
  readonly file: string;
  readonly starter: string;
  readonly desk: Desk;
  readonly drafts: DraftBook;
  readonly form: Pick<SideForm<Said>, 'said'>;
  readonly shelf: Shelf<Said>;
}

/** Keeps text and form soon after a change, and when the page is left. */
export function openLoneKeeping<Said>(
  { file, starter, desk, drafts, form, shelf }: Kept<Said>,
  signal: AbortSignal,
): LoneKeeping<Said> {
  let paused = false;
  const pending = keepSoon(() => {
    drafts.save(desk.texts());
    shelf.change(form.said);
  }, signal);
  const textOf = (): string => drafts.read().files?.[file] ?? starter;
  return {
    read: () => ({ text: textOf(), said: shelf.read() }),
    changed() {
      if (!paused) pending.soon();
    },
    pause(next) {
      if (next) pending.now();
      paused = next;
    },
    putAside: () => drafts.putAside({ [file]: textOf() }),
  };
}
