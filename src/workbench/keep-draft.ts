import { keepSoon } from './keep-soon.ts';
import type { OpenBench } from './open-bench.ts';
import { hashOf } from './storage/drafts.ts';

/** Keeps the learner's text: at the latest half a second after a key, and when the page is left. Tells when another tab wrote it. */
export function keepDraft({ root, desk, drafts, notices, words }: OpenBench): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  const pending = keepSoon(() => drafts.save(desk.texts()), signal);
  let putAside = '';
  root.addEventListener('bench:edited', pending.soon, { signal });

  const stopListening = drafts.subscribe(() => {
    const { files } = drafts.read();
    const mine = hashOf(desk.texts());
    if (files === null || pending.isDue() || hashOf(files) === mine) {
      notices.hide('other-tab');
      return;
    }
    // This tab may be closed without another look, and then its text would be nowhere.
    if (putAside !== mine) {
      putAside = mine;
      drafts.putAside(desk.texts());
    }
    const takeOver = (): void => {
      drafts.putAside(desk.texts());
      desk.replace(files);
      notices.hide('other-tab');
    };
    notices.show('other-tab', [words('storage.other-tab')], [{ label: words('storage.take-over'), act: takeOver }]);
  });
  return () => {
    closing.abort();
    stopListening();
  };
}
