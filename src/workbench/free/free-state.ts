import { find, make } from '../dom.ts';
import type { SessionState } from '../session.ts';
import { markerOf, spanOf } from '../spans.ts';
import { paintPill, showTrouble, troubleIn } from '../views/outcome.ts';
import { problemList } from '../views/problems.ts';
import type { OpenFreeBench } from './open-free-bench.ts';
import { type FreeSummary, summarise } from './summary.ts';

/** Shows how the last check went: the state in words, the answer to each call, what is found in the text and beyond the calls. */
export function showFreeState(bench: OpenFreeBench, state: SessionState): void {
  const { root, words, table, list, session } = bench;
  root.dataset['phase'] = state.phase;
  showTrouble(bench, state, () => void session.check(table.desk.texts()));
  if (state.phase !== 'report' || state.report === null) {
    if (state.asked || state.report === null || troubleIn(state) !== undefined)
      paintPill(root, state.phase, words(`state.${pillPhase(state.phase)}`));
    return;
  }
  const { report } = state;
  const summary = summarise(report, list.asks());
  list.show(report);
  table.desk.mark(report.diagnostics.map(markerOf));
  showFindings(bench, summary, report.verdict === 'unreadable');
  const [look, text] = inWords(bench, summary, report.verdict === 'unreadable');
  paintPill(root, look, text);
  announce(bench, summary, text, state.asked);
}

type PillPhase = 'idle' | 'loading' | 'checking' | 'timed-out' | 'crashed' | 'offline';

function pillPhase(phase: SessionState['phase']): PillPhase {
  return phase === 'report' ? 'idle' : phase;
}

function inWords(
  { free, words }: OpenFreeBench,
  summary: FreeSummary,
  unreadable: boolean,
): readonly [look: string, text: string] {
  const { asked: all, asWanted: count, beyond } = summary;
  if (unreadable) return ['unreadable', words('state.unreadable')];
  if (all === 0) return ['idle', free('state.none')];
  if (count < all) return ['failed', free('state.some', { count, all })];
  return beyond.some(({ severity }) => severity === 'error')
    ? ['undecided', free('state.more', { all })]
    : ['passed', free('state.all', { all })];
}

function showFindings(bench: OpenFreeBench, { beyond, problems, asked }: FreeSummary, unreadable: boolean): void {
  const { root, free, words, table, session } = bench;
  const { report } = session.state();
  if (report === null) return;
  const draw = (place: string, diagnostics: FreeSummary['beyond'], none: string): void => {
    const { desk } = table;
    const found = problemList({ ...report, diagnostics }, [report.diagnostics[0]?.file ?? ''], words, {
      go: (problem) => desk.reveal(spanOf(problem), { focus: true }),
      mend: (_, fix) => desk.mend(fix),
    });
    find(root, place).replaceChildren(diagnostics.length === 0 ? make('p', { class: 'panel-idle' }, none) : found);
  };
  draw('[data-problems]', problems, words('problems.none'));
  const needed = table.list.asks().some(({ wanted }) => wanted === 'allowed') && asked > 0;
  const none = unreadable
    ? 'beyond.unreadable'
    : !needed
      ? 'beyond.no-calls'
      : table.shown() === 'trust'
        ? 'beyond.tokens.none'
        : 'beyond.none';
  draw('[data-beyond]', beyond, free(none));
  for (const [name, found] of [
    ['problems', problems],
    ['beyond', beyond],
  ] as const) {
    const count = find(root, `[data-count="${name}"]`);
    count.hidden = found.length === 0;
    count.textContent = String(found.length);
    count.dataset['worst'] = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  }
}

const lastSaid = new WeakMap<HTMLElement, string>();

/** After an asked check always; while one types only when it changes what there is to say. */
function announce(
  { root, free, say }: OpenFreeBench,
  { problems, beyond }: FreeSummary,
  state: string,
  asked: boolean,
): void {
  const sentence = free('says.state', { state, problems: problems.length, beyond: beyond.length });
  if (!asked && lastSaid.get(root) === sentence) return;
  lastSaid.set(root, sentence);
  say(sentence);
}
