import type { Mend } from '../../editor/index.ts';
import type { Files, Goal } from '../../grading/index.ts';
import type { WorkbenchKey, WorkbenchWords } from '../../messages/workbench.ts';
import { arrangeRun, type PlacedStep, type Report, type ReportedStep, type RunGroup } from '../../report/index.ts';
import { positionsIn } from '../../report/positions.ts';
import { type Child, make, sentence } from '../dom.ts';
import { isWanted, stateOf } from '../run.ts';
import { evidenceTag, sourceLink } from './problems.ts';

type RunDomain = 'iam' | 'workflow' | 'network' | 'chain';
type Range = ReportedStep['decidedBy'][number];

interface RunExercise {
  readonly domain: RunDomain;
  readonly files: readonly string[];
  readonly goals: readonly Goal[];
}

export interface RunActions {
  /** Makes the edit that lets the refused operation pass at which the run stops; null while that is not offered. */
  readonly mend: ((fix: Mend) => void) | null;
  /** Jumps to the text that decides. */
  show(range: Range): void;
  /** The learner points at a step: its texts are washed; null when they point away. */
  point(step: ReportedStep | null): void;
}

/** Which groups and steps the learner opened or closed by hand, by key; it outlives a redraw. */
export type Toggled = Map<string, boolean>;

const signs = { allowed: '✓', denied: '✕', skipped: '–', unknown: '?', unreached: '·' } as const;

/** Above this many attempts, groups in which all went well are folded. */
const foldedAbove = 24;

/** The run of the real system as its own tools show it: a build log, a workflow's groups, or a task's time line. */
export function runView(
  report: Report,
  exercise: RunExercise,
  texts: Files,
  words: WorkbenchWords,
  toggled: Toggled,
  actions: RunActions,
): HTMLElement {
  const run = arrangeRun(report.trace);
  const view: View = {
    ...exercise,
    lineOf: linesOf(texts),
    words,
    toggled,
    actions,
    fold: exercise.domain === 'workflow' || exercise.domain === 'chain' || report.trace.length > foldedAbove,
  };
  if (run.groups.length === 0 && run.probes.length === 0)
    return make('p', { class: 'panel-idle' }, words('run.unreadable'));
  return make(
    'div',
    { class: 'run', 'data-domain': exercise.domain },
    make(
      'ol',
      { class: 'run-groups' },
      run.groups.map((group, index) => groupItem(group, index, view)),
    ),
    run.probes.length > 0 && probesView(run.probes, view),
  );
}

interface View extends RunExercise {
  readonly lineOf: (range: Range) => number;
  readonly words: WorkbenchWords;
  readonly toggled: Toggled;
  readonly actions: RunActions;
  readonly fold: boolean;
}

function groupItem(group: RunGroup, index: number, view: View): HTMLElement {
  const state = stateOf(group);
  const { title, steps } = group;
  const hasFault = steps.some(
    ({ step, reached }) => reached && step.outcome !== 'allowed' && step.outcome !== 'skipped',
  );
  const details = make(
    'details',
    { open: opens(view, `group:${index}:${title}`, hasFault || (!view.fold && state !== 'unreached')) },
    make(
      'summary',
      {},
      make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state]),
      make('span', { class: 'run-title' }, titleParts(title)),
      make('span', { class: 'run-count' }, countOf(steps.length, state, view.words)),
    ),
    make(
      'ol',
      { class: 'run-steps' },
      steps.map((place) => stepItem(place, view)),
    ),
  );
  remember(details, `group:${index}:${title}`, view.toggled);
  return make('li', { class: 'run-group', 'data-state': state }, details);
}

/** A build log numbers its parts (`#12 pushing layers`); the number steps back behind the words. */
function titleParts(title: string): readonly Child[] {
  const [, number = '', words = title] = /^(#\d+) (.*)$/s.exec(title) ?? [];
  return number === '' ? [words] : [make('span', { class: 'run-number' }, `${number} `), words];
}

function countOf(count: number, state: ReturnType<typeof stateOf>, words: WorkbenchWords): string {
  if (state === 'unreached') return words('run.unreached');
  return count === 1 ? words('run.step') : words('run.steps', { count });
}

/** A step that went well is a line. The first refusal, where the run stops, and each refusal with another reason are opened. */
function stepItem(place: PlacedStep, view: View): HTMLElement {
  const { step, index, reached } = place;
  const { words, actions } = view;
  const state = reached ? lookOf(step, view.goals) : 'unreached';
  const key = `step:${index}:${step.operation}`;
  const details = make(
    'details',
    { open: opens(view, key, place.stopsHere || (reached && place.isNews)) },
    make(
      'summary',
      {},
      make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state]),
      make('span', { class: 'run-call' }, step.call),
      make('span', { class: 'run-outcome' }, words(outcomeKey(step, reached))),
    ),
    explanation(place, view),
  );
  remember(details, key, view.toggled);
  const item = make('li', { class: 'run-step', 'data-state': state, 'data-step': index }, details);
  if (place.stopsHere) item.dataset['stop'] = '';
  item.addEventListener('pointerenter', () => actions.point(step));
  item.addEventListener('pointerleave', () => actions.point(null));
  item.addEventListener('focusin', () => actions.point(step));
  item.addEventListener('focusout', () => actions.point(null));
  return item;
}

/** A refused attempt is a fault; a refused probe is what the exercise may want, and then it looks like what works. */
function lookOf(step: ReportedStep, goals: readonly Goal[]): keyof typeof signs {
  if (step.kind === 'attempt' || step.outcome === 'unknown') return step.outcome;
  const wanted = isWanted(step, goals);
  return wanted === null ? 'skipped' : wanted ? 'allowed' : 'denied';
}

function outcomeKey(step: ReportedStep, reached: boolean): WorkbenchKey {
  if (reached) return `outcome.${step.outcome}`;
  return step.outcome === 'denied' ? 'run.unreached.denied' : 'run.unreached';
}

function explanation({ step, reached, stopsHere }: PlacedStep, view: View): HTMLElement {
  const { words } = view;
  const goesOn = reached && step.outcome === 'denied' && step.kind === 'attempt' && !step.stops && step.said !== '';
  return make(
    'div',
    { class: 'step-why' },
    step.said !== '' &&
      make('pre', { class: 'step-said', 'aria-label': words('run.said'), tabindex: 0, role: 'group' }, step.said),
    make('p', {}, sentence(step.message)),
    step.why !== '' && make('p', { class: 'step-rule' }, sentence(step.why)),
    make(
      'p',
      { class: 'small-print' },
      placeButtons(step, view),
      stopsHere && mendButtons(step, view),
      stopsHere && make('span', { class: 'stop-note' }, words('run.stops')),
      goesOn && make('span', { class: 'stop-note' }, words('run.goes-on')),
      evidenceTag(step.evidence, words),
      sourceLink(step.source, words),
    ),
  );
}

/** One button for each line that decides, with its file where the exercise has several; at most three. */
function placeButtons({ decidedBy }: ReportedStep, { files, lineOf, words, actions }: View): readonly HTMLElement[] {
  const byPlace = new Map<string, Range>();
  for (const range of decidedBy) {
    const place = { file: range.file, line: lineOf(range) };
    const label = files.length > 1 ? words('show.file', place) : words('show', place);
    if (!byPlace.has(label)) byPlace.set(label, range);
  }
  return [...byPlace]
    .slice(0, 3)
    .map(([label, range]) =>
      make('button', { type: 'button', class: 'bench-quiet', onclick: () => actions.show(range) }, label),
    );
}

function mendButtons({ fixes = [] }: ReportedStep, { words, actions: { mend } }: View): readonly HTMLElement[] {
  if (mend === null) return [];
  return fixes.map((fix) =>
    make(
      'button',
      { type: 'button', class: 'bench-quiet', onclick: () => mend(fix) },
      sentence(words('problem.fix', { title: fix.title })),
    ),
  );
}

function linesOf(texts: Files): (range: Range) => number {
  const positionOf = positionsIn(texts);
  return ({ file, start }) => positionOf(file, start).line;
}

function probesView(probes: readonly PlacedStep[], view: View): HTMLElement {
  const { words } = view;
  return make(
    'section',
    { class: 'probes' },
    make('h4', {}, words('run.probes')),
    make('p', { class: 'probes-intro' }, words('run.probes.intro')),
    make(
      'ol',
      { class: 'run-steps' },
      probes.map((place) => stepItem(place, view)),
    ),
  );
}

function opens({ toggled }: View, key: string, byItself: boolean): boolean {
  return toggled.get(key) ?? byItself;
}

/** Notes what the learner opens or closes; setting `open` by script also fires `toggle`, so the click is what counts. */
function remember(details: HTMLDetailsElement, key: string, toggled: Toggled): void {
  details.querySelector('summary')?.addEventListener('click', () => toggled.set(key, !details.open));
}
