import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report } from '../../report/index.ts';
import { make } from '../dom.ts';
import { pictureOf } from './picture.ts';
import { play } from './play.ts';
import { markHere, type PictureActions, pictureView } from './view.ts';

/** The panel with the picture of a task's start. */
export interface PicturePanel {
  /** Draws a report; `lead` stands beside the drawing. */
  show(report: Report, lead: HTMLElement | null): void;
  /** Plays what is drawn. */
  play(): void;
  /** Marks connections, by their place in the trace. */
  mark(indexes: ReadonlySet<number>): void;
}

export function bringPicturePanel(panel: HTMLElement, words: WorkbenchWords, actions: PictureActions): PicturePanel {
  let view: HTMLElement | null = null;
  return {
    show(report, lead) {
      const picture = pictureOf(report.trace);
      view = picture.links.length === 0 ? null : pictureView(picture, words, actions, lead);
      panel.replaceChildren(view ?? make('p', { class: 'panel-idle' }, words('run.unreadable')));
    },
    play: () => view !== null && play(view),
    mark: (indexes) => markHere(panel, indexes),
  };
}

/** The way to open it, for the exercises that have one; the others never fetch it. */
export type BringPicturePanel = typeof bringPicturePanel;
