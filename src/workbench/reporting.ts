import type { Report } from '../report/index.ts';
import type { OpenBench } from './open-bench.ts';
import { summarise } from './run.ts';
import { areMendsOpen } from './rungs.ts';
import type { SessionState } from './session.ts';
import { markerOf } from './spans.ts';
import { paintPill, showTrouble } from './views/outcome.ts';
import { placeOf } from './views/problems.ts';

/** Shows how the last check went, everywhere on the bench, and counts it. */
export function showState(bench: OpenBench, state: SessionState): void {
  const { root, panels, words, session, desk } = bench;
  root.dataset['phase'] = state.phase;
  showTrouble(bench, state, () => void session.check(desk.texts()));
  showVerdict(bench, state);
  if (state.phase !== 'report' || state.report === null || state.files === null) {
    if (state.asked && state.phase === 'checking') bench.say(words('state.checking'));
    return;
  }
  const passed = state.report.verdict === 'passed';
  bench.effort.checked(state.files, { passed, asked: state.asked });
  desk.mark(state.report.diagnostics.map(markerOf));
  const revealed = bench.effort.before()?.revealed === true;
  const mendable = areMendsOpen(bench.effort.effort(0), root.querySelectorAll('[data-hint]').length);
  panels.show(state.report, state.files, { asked: state.asked, revealed, mendable });
  root.toggleAttribute('data-passed', passed);
  announce(bench, state.report, state.asked);
  // What the page shows of this run elsewhere, such as a drawing in the lesson, follows this event.
  root.dispatchEvent(new CustomEvent('bench:checked', { bubbles: true, detail: state.report }));
}

function showVerdict({ root, words }: OpenBench, { phase, report, asked }: SessionState): void {
  const busy = phase === 'checking' || phase === 'loading';
  if (busy && !asked && report !== null) return;
  const state = phase === 'report' ? (report?.verdict ?? 'idle') : phase;
  const { met, all } = report === null ? { met: 0, all: 0 } : summarise(report);
  paintPill(root, state, words(`state.${state}`, { met, all }));
}

const lastSaid = new WeakMap<HTMLElement, string>();

/** After an asked check always; while one types only when it changes what there is to say. */
function announce({ root, page, words, say }: OpenBench, report: Report, asked: boolean): void {
  const { met, all, firstProblem, firstRefusal } = summarise(report);
  const parts =
    report.verdict === 'passed'
      ? [words('says.passed', { all })]
      : [report.verdict === 'unreadable' ? words('says.unreadable') : words('says.goals', { met, all })];
  if (firstProblem !== null && report.verdict !== 'passed') {
    const place = placeOf(firstProblem, page.exercise.files, words);
    parts.push(words('says.first', { place, message: firstProblem.message }));
  } else if (firstRefusal !== null && report.verdict !== 'passed') {
    parts.push(words('says.first-step', { call: firstRefusal.call, message: firstRefusal.message }));
  }
  const sentence = parts.join(' ');
  if (!asked && lastSaid.get(root) === sentence) return;
  lastSaid.set(root, sentence);
  say(sentence);
}
