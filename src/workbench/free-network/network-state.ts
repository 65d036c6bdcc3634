import type { Files } from '../../grading/index.ts';
import type { NetworkKey } from '../../messages/free-network.ts';
import type { Report } from '../../report/index.ts';
import { bringPicturePanel } from '../diagram/picture-panel.ts';
import { find } from '../dom.ts';
import { showProblems } from '../lone-text.ts';
import { stepsDecidedAt } from '../run.ts';
import type { SessionState } from '../session.ts';
import { paintPill, showTrouble, troubleIn } from '../views/outcome.ts';
import { runView, type Toggled } from '../views/run.ts';
import { endpointsFile } from './network-scenario.ts';
import type { OpenNetworkBench } from './open-network-bench.ts';

/** Makes what shows how the last check went: the state in words, the picture, the run, and the problems in the text. */
export function networkShower(bench: OpenNetworkBench, signal: AbortSignal): (state: SessionState) => void {
  const { root, words, own, desk } = bench;
  const toggled: Toggled = new Map();
  const picture = bringPicturePanel(find(root, '[data-picture]'), words, {
    show: (range) => desk.reveal(range, { focus: true }),
    explain: (index) => openStep(root, index),
    point: (step) => desk.wash(step?.decidedBy ?? []),
  });
  let shown: Report | null = null;
  const announce = announcer(bench);
  root.addEventListener(
    'bench:moved',
    () => {
      const { file, start, end } = desk.place();
      if (shown !== null) picture.mark(new Set(stepsDecidedAt(shown.trace, file, start, end)));
    },
    { signal },
  );
  return (state) => {
    root.dataset['phase'] = state.phase;
    showTrouble(bench, state, () => void bench.session.check(desk.texts()));
    const { report, files } = state;
    if (state.phase !== 'report' || report === null || files === null) {
      if (state.asked || report === null || troubleIn(state) !== undefined)
        paintPill(root, state.phase, words(`state.${state.phase === 'report' ? 'idle' : state.phase}`));
      return;
    }
    const [look, key] = lookOf(report);
    const text = key === null ? words('state.unreadable') : own(key);
    paintPill(root, look, text);
    showProblems(bench, report, endpointsFile);
    shown = report;
    picture.show(report, null);
    if (state.asked) picture.play();
    find(root, '[data-run]').replaceChildren(runOf(bench, report, files, toggled));
    announce(own('says.state', { state: text, problems: report.diagnostics.length }), state.asked);
  };
}

function runOf({ words, desk }: OpenNetworkBench, report: Report, files: Files, toggled: Toggled): HTMLElement {
  const exercise = { domain: 'network', files: [endpointsFile], goals: [] } as const;
  return runView(report, exercise, files, words, toggled, {
    mend: (fix) => desk.mend(fix),
    show: (range) => desk.reveal(range, { focus: true }),
    point: (step) => desk.wash(step?.decidedBy ?? []),
  });
}

/** Says a sentence: always when it was asked for, else when it is another one than the last. */
function announcer({ say }: OpenNetworkBench): (sentence: string, asked: boolean) => void {
  let last = '';
  return (sentence, asked) => {
    if (asked || sentence !== last) say(sentence);
    last = sentence;
  };
}

function openStep(root: HTMLElement, index: number): void {
  const step = find(root, `[data-run] [data-step="${index}"]`);
  find<HTMLDetailsElement>(step, 'details').open = true;
  step.scrollIntoView({ block: 'nearest' });
  find(step, 'summary').focus();
}

function lookOf({ verdict, trace }: Report): readonly [look: string, key: NetworkKey | null] {
  if (verdict === 'unreadable') return ['unreadable', null];
  const denied = trace.filter(({ outcome }) => outcome === 'denied');
  if (denied.some(({ stops }) => stops)) return ['failed', 'state.stopped'];
  if (denied.length > 0) return ['undecided', 'state.partly'];
  return trace.some(({ outcome }) => outcome === 'unknown')
    ? ['undecided', 'state.unknown']
    : ['passed', 'state.started'];
}
