import type { WorkbenchWords } from '../../messages/workbench.ts';
import { type Child, find, make } from '../dom.ts';
import type { SwitchEvents } from '../editor-switch.ts';
import { watchStorage } from '../storage/shelf.ts';

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
  readonly lead?: boolean;
}

/** Sentences above the panel, one for each thing that there is to say; a new one on the same thing takes the old one's place. */
export interface Notices {
  show(
    topic: string,
    content: readonly Child[],
    actions?: readonly NoticeAction[],
    mood?: 'plain' | 'trouble' | 'gold',
  ): HTMLElement;
  hide(topic: string): void;
}

export function bringNotices(bench: HTMLElement): Notices {
  const place = find(bench, '[data-notices]');
  const noticeOf = (topic: string): HTMLElement | null => place.querySelector(`[data-topic="${topic}"]`);
  return {
    show(topic, content, actions = [], mood = 'plain') {
      const notice = make(
        'div',
        { class: 'notice', 'data-topic': topic, 'data-mood': mood },
        make('div', { class: 'notice-text' }, content),
        actions.length > 0 &&
          make(
            'div',
            { class: 'notice-actions' },
            actions.map(({ label, act, lead = false }) =>
              make('button', { type: 'button', class: lead ? 'bench-check' : 'bench-quiet', onclick: act }, label),
            ),
          ),
      );
      const before = noticeOf(topic);
      if (before === null) place.append(notice);
      else before.replaceWith(notice);
      return notice;
    },
    hide: (topic) => noticeOf(topic)?.remove(),
  };
}

/** Says what is wrong with the browser's storage. Returns the way to stop. */
export function tellOfStorage(notices: Notices, words: WorkbenchWords): () => void {
  return watchStorage((troubles) => {
    for (const trouble of troubles) notices.show(`storage-${trouble}`, [words(`storage.${trouble}`)], [], 'trouble');
  });
}

/** Says what an editor has to say of itself: that it leaves a long text plain, that the rich one could not be had. */
export function editorNotices(
  notices: Notices,
  words: WorkbenchWords,
): Required<Pick<SwitchEvents, 'painted' | 'richCame' | 'richFailed'>> {
  return {
    painted: (isPainted) => {
      if (isPainted) notices.hide('unpainted');
      else notices.show('unpainted', [words('editor.unpainted')]);
    },
    richCame: () => notices.hide('rich'),
    richFailed: () => notices.show('rich', [words('editor.rich.failed')]),
  };
}
