import type { Span } from '../editor/index.ts';
import { chordNames, type Wish, wishOf } from './chords.ts';
import { find } from './dom.ts';
import type { OpenBench } from './open-bench.ts';
import { spanOf } from './spans.ts';
import { preferences } from './storage/preferences.ts';
import { placeOf } from './views/problems.ts';

/** The part of a bench that buttons and keys act on. */
export interface ControlledBench extends Pick<OpenBench, 'root' | 'words' | 'desk' | 'session' | 'say'> {
  readonly page: { readonly exercise: { readonly files: readonly string[] } };
  readonly panels: Pick<OpenBench['panels'], 'goToFirst' | 'caretAt'>;
}

/** The buttons of the foot, and the keys. */
export function bringControls(bench: ControlledBench, signal: AbortSignal): void {
  const { root, words, desk, session, panels } = bench;
  const check = (): void => void session.check(desk.texts(), { asked: true });
  const wishes: Record<Wish, () => void> = {
    check,
    'next-problem': () => goToProblem(bench, 1),
    'previous-problem': () => goToProblem(bench, -1),
    'toggle-tab': () => {
      preferences.change((old) => ({ ...old, tabIndents: !old.tabIndents }));
      bench.say(words(preferences.read().tabIndents ? 'editor.tab.indents' : 'editor.tab.moves'));
    },
    'toggle-screen-reader': () => {
      preferences.change((old) => ({ ...old, screenReader: !old.screenReader }));
      desk.refresh();
      bench.say(words(preferences.read().screenReader ? 'editor.screen-reader.on' : 'editor.screen-reader.off'));
    },
  };
  root.addEventListener(
    'keydown',
    (event) => {
      const wish = wishOf(event);
      // F8 in the rich editor has its own, better way round: it opens the problem where it stands.
      if (wish === null || (wish.endsWith('problem') && desk.kind() === 'rich' && desk.hasFocus())) return;
      event.preventDefault();
      event.stopPropagation();
      wishes[wish]();
    },
    { capture: true, signal },
  );
  const chords = chordNames();
  const button = find<HTMLButtonElement>(root, '[data-check]');
  button.title = words('check.keys', { chord: chords.check });
  button.addEventListener('click', check, { signal });
  find(root, '[data-verdict]').addEventListener('click', () => panels.goToFirst(), { signal });
  find(root, '[data-how]').textContent = words('editor.how', { chord: chords.tab });
  find(root, '[data-foot]').hidden = false;

  const chip = find<HTMLButtonElement>(root, '[data-tab-chip]');
  const paintChip = (): void => {
    const { tabIndents } = preferences.read();
    chip.textContent = words(tabIndents ? 'editor.tab.indents' : 'editor.tab.moves');
    chip.append(Object.assign(document.createElement('kbd'), { textContent: chords.tab }));
    chip.title = words('editor.tab.press', { chord: chords.tab });
    chip.hidden = false;
  };
  paintChip();
  chip.addEventListener('click', wishes['toggle-tab'], { signal });
  signal.addEventListener('abort', preferences.subscribe(paintChip));
  root.addEventListener('bench:moved', () => panels.caretAt(desk.place()), { signal });
}

function goToProblem({ desk, session, page, words, say }: ControlledBench, step: 1 | -1): void {
  const problems = session.state().report?.diagnostics ?? [];

  const { file, start } = desk.place();
  const rank = (span: Span): number => page.exercise.files.indexOf(span.file) * 2 ** 24 + span.start;
  const here = rank({ file, start, end: start });
  const places = problems.map((problem) => rank(spanOf(problem)));
  const ahead = step > 0 ? places.findIndex((place) => place > here) : places.findLastIndex((place) => place < here);
  const index = ahead >= 0 ? ahead : step > 0 ? 0 : problems.length - 1;
  const problem = problems[index];
  if (problem === undefined) {
    say(words('says.no-problem'));
    return;
  }
  const { start: from } = spanOf(problem);
  desk.reveal({ file: problem.file, start: from, end: from }, { focus: true });
  const place = placeOf(problem, page.exercise.files, words);
  say(words('says.problem', { number: index + 1, count: problems.length, place, message: problem.message }));
}
