import { lessonMark, type Progress, readProgress, subscribe } from './progress.ts';

/**
 * Keeps `data-progress` up to date on everything that names exercises: `<a data-exercises="a b">` gets `passed`, `trying` or
 * nothing, for the page's style and words to show. Returns the way to stop.
 */
export function markProgress(root: ParentNode = document): () => void {
  const paint = (progress: Progress): void => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-exercises]')) {
      const ids = (element.dataset['exercises'] ?? '').split(' ').filter((id) => id !== '');
      const mark = lessonMark(ids, progress);
      if (mark === null) delete element.dataset['progress'];
      else element.dataset['progress'] = mark;
    }
  };
  paint(readProgress());
  return subscribe(() => paint(readProgress()));
}
