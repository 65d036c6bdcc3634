import type { RunKey } from '../../messages/free-run.ts';
import { arrangeRun, type Report } from '../../report/index.ts';
import { find } from '../dom.ts';
import { showProblems } from '../lone-text.ts';
import type { SessionState } from '../session.ts';
import { paintPill, showTrouble, troubleIn } from '../views/outcome.ts';
import { runView, type Toggled } from '../views/run.ts';
import type { OpenRunBench } from './open-run-bench.ts';
import { workflowFile } from './run-scenario.ts';

type Look = 'passed' | 'failed' | 'undecided' | 'unreadable';

/** Makes what shows how the last check went: the state in words, the run, and the problems in the text. */
export function runShower(bench: OpenRunBench): (state: SessionState) => void {
  const toggled: Toggled = new Map();
  let lastSaid = '';
  return (state) => {
    const { root, words, own } = bench;
    root.dataset['phase'] = state.phase;
    showTrouble(bench, state, () => void bench.session.check(bench.desk.texts()));
    if (state.phase !== 'report' || state.report === null || state.files === null) {
      if (state.asked || state.report === null || troubleIn(state) !== undefined)
        paintPill(root, state.phase, words(`state.${state.phase === 'report' ? 'idle' : state.phase}`));
      return;
    }
    const { report, files } = state;
    const [look, key] = lookOf(report);
    const text = key === null ? words('state.unreadable') : own(key);
    paintPill(root, look, text);
    showProblems(bench, report, workflowFile);
    const exercise = { domain: 'workflow', files: [workflowFile], goals: [] } as const;
    const run = runView(report, exercise, files, words, toggled, {
      mend: (fix) => bench.desk.mend(fix),
      show: (range) => bench.desk.reveal(range, { focus: true }),
      point: (step) => bench.desk.wash(step?.decidedBy ?? []),
    });
    find(root, '[data-run]').replaceChildren(run);
    if (key === 'state.none') for (const details of run.querySelectorAll('details')) details.open = true;
    const sentence = own('says.state', { state: text, problems: report.diagnostics.length });
    if (state.asked || sentence !== lastSaid) bench.say(sentence);
    lastSaid = sentence;
  };
}

function lookOf({ verdict, trace }: Report): readonly [Look, RunKey | null] {
  if (verdict === 'unreadable') return ['unreadable', null];
  if (trace[0]?.outcome === 'skipped') return ['undecided', 'state.none'];
  if (arrangeRun(trace).stop !== null && trace.some(({ outcome, stops }) => outcome === 'denied' && stops))
    return ['failed', 'state.red'];
  return trace.some(({ outcome }) => outcome === 'unknown')
    ? ['undecided', 'state.unknown']
    : ['passed', 'state.green'];
}
