import type { Mend, Span } from '../../editor/index.ts';
import type { Files, Goal } from '../../grading/index.ts';
import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report } from '../../report/index.ts';
import type { BenchPage } from '../bench-page.ts';
import type { BringPicturePanel } from '../diagram/picture-panel.ts';
import { find } from '../dom.ts';
import { isWanted, stepsDecidedAt, summarise } from '../run.ts';
import type { ShippedViews } from '../shipped/index.ts';
import { showGoals } from './goals.ts';
import { passedView } from './passed.ts';
import { problemList } from './problems.ts';
import { runView, type Toggled } from './run.ts';
import { scrollWithin, showBelow } from './scroll.ts';
import { bringTabs } from './tabs.ts';

export type PanelName = 'picture' | 'run' | 'problems' | 'hints';

/** `asked`: the learner asked for the check. `revealed`: the solution was looked at. `mendable`: edits for refused operations are offered. */
interface ShowOptions {
  readonly asked: boolean;
  readonly revealed: boolean;
  readonly mendable: boolean;
}

/** The part of the bench under the editor: the run and its picture, the problems in the text, the hints. */
export interface Panels {
  /** Shows a report on these texts. */
  show(report: Report, texts: Files, options: ShowOptions): void;
  select(name: PanelName, options?: { readonly focus: boolean }): void;
  /** Opens what the verdict speaks of: the first refusal, or the first problem. */
  goToFirst(): void;
  /** Marks the steps that the text under the caret decides. */
  caretAt(place: Span): void;
}

export interface PanelActions {
  reveal(span: Span): void;
  wash(spans: readonly Span[]): void;
  mend(fix: Mend): void;
}

/** What only some exercises have; the others never fetch it. */
export interface PanelParts {
  readonly bringPicture?: BringPicturePanel | null;
  readonly shipped?: ShippedViews | null;
}

export function bringPanels(
  bench: HTMLElement,
  page: BenchPage,
  words: WorkbenchWords,
  actions: PanelActions,
  { bringPicture = null, shipped = null }: PanelParts = {},
): Panels {
  const { exercise } = page;
  const toggled: Toggled = new Map();
  const panelOf = (name: PanelName): HTMLElement => find(bench, `[data-panel-of="${name}"]`);
  let report: Report | null = null;
  let drawn = '';
  let chosen = false;

  const tabs = bringTabs(find(bench, '.panel-tabs'), 'panel', (name) => {
    for (const panel of bench.querySelectorAll<HTMLElement>('[data-panel-of]')) {
      panel.hidden = panel.dataset['panelOf'] !== name;
    }
  });
  /** Where one looks after a check, when nothing else is to be read first. */
  const home: PanelName = exercise.domain === 'network' ? 'picture' : 'run';
  tabs.select(home);
  const goToStep = (index: number): void => {
    tabs.select('run');
    const step = find<HTMLElement>(panelOf('run'), `[data-step="${index}"]`);
    find<HTMLDetailsElement>(step, 'details').open = true;
    scrollWithin(panelOf('run'), step);
    find(step, 'summary').focus();
  };
  const picture =
    bringPicture?.(panelOf('picture'), words, {
      show: actions.reveal,
      explain: goToStep,
      point: (step) => actions.wash(step?.decidedBy ?? []),
    }) ?? null;
  find(bench, '.panel-tabs').addEventListener('click', () => {
    chosen = true;
  });

  const draw = (next: Report, texts: Files, { revealed, mendable }: ShowOptions): void => {
    const problems = problemList(next, exercise.files, words, {
      go: ({ file, start, end }) => actions.reveal({ file, start: start.offset, end: end.offset }),
      mend: (_, fix) => actions.mend(fix),
    });
    const run = runView(next, exercise, texts, words, toggled, {
      mend: mendable ? actions.mend : null,
      show: actions.reveal,
      point: (step) => actions.wash(step?.decidedBy ?? []),
    });
    keepingScroll(panelOf('problems'), () => panelOf('problems').replaceChildren(problems));
    const passed = next.verdict === 'passed' ? passedView(page, words, revealed) : null;
    if (passed !== null && shipped !== null) passed.append(shipped.summary(next, today(page), words));
    const beside = home === 'picture' ? passed : null;
    keepingScroll(panelOf('run'), () =>
      panelOf('run').replaceChildren(...(passed === null || beside !== null ? [] : [passed]), run),
    );
    if (picture !== null) keepingScroll(panelOf('picture'), () => picture.show(next, beside));
    showGoals(bench, next, words);
    if (shipped !== null) {
      const stations = shipped.stations(next, words, { show: actions.reveal, explain: goToStep });
      const before = bench.querySelector('.stations');
      if (before === null) find(bench, '.bench-goals').after(stations);
      else before.replaceWith(stations);
    }
    countProblems(bench, next);
  };

  /** In a run without a refusal that is the step that is not decided, or the probe that came out otherwise than asked. */
  const goToRefusal = (): void => {
    const run = panelOf('run');
    const step =
      run.querySelector<HTMLElement>('.run-groups .run-step[data-state="denied"]') ??
      run.querySelector<HTMLElement>('[data-stop], .run-step[data-state="denied"]');
    if (step !== null) scrollWithin(run, step);
  };

  return {
    select: (name, options) => tabs.select(name, options),
    show(next, texts, options) {
      const { asked, revealed, mendable } = options;
      const isFirstPass = next.verdict === 'passed' && report?.verdict !== 'passed';
      const turned = isFirstPass || (next.verdict === 'unreadable') !== (report?.verdict === 'unreadable');
      report = next;
      const text = JSON.stringify([next, texts, revealed, mendable]);
      if (text !== drawn) draw(next, texts, options);
      drawn = text;
      if (asked || isFirstPass) chosen = false;
      if (!chosen && (asked || turned)) tabs.select(panelToRead(next, exercise.goals, home));
      if (isFirstPass || (asked && next.verdict === 'passed')) panelOf(home).scrollTop = 0;
      else if (asked) goToRefusal();
      if (asked) picture?.play();
      if (asked) showBelow(find(bench, '.bench-goals'));
    },
    goToFirst() {
      if (report === null) return;
      tabs.select(panelToRead(report, exercise.goals, home));
      goToRefusal();
      panelOf(tabs.selected() as PanelName).focus();
    },
    caretAt({ file, start, end }) {
      if (report === null) return;
      const here = new Set(stepsDecidedAt(report.trace, file, start, end));
      for (const step of panelOf('run').querySelectorAll<HTMLElement>('[data-step]')) {
        step.classList.toggle('is-here', here.has(Number(step.dataset['step'])));
      }
      picture?.mark(here);
    },
  };
}

/** Where a report says what keeps it from passing: a run may be green to its end and still not do what is asked. */
function panelToRead(report: Report, goals: readonly Goal[], home: PanelName): PanelName {
  const { firstRefusal, errors } = summarise(report);
  const probesWent = report.trace.every((step) => step.kind !== 'probe' || isWanted(step, goals) !== false);
  const isWithoutRefusal = firstRefusal === null && probesWent && report.verdict !== 'passed';
  return report.verdict === 'unreadable' || (isWithoutRefusal && errors > 0) ? 'problems' : home;
}

function countProblems(bench: HTMLElement, { diagnostics }: Report): void {
  const count = find(bench, '[data-panel="problems"] [data-count]');
  count.hidden = diagnostics.length === 0;
  count.textContent = String(diagnostics.length);
  count.dataset['worst'] = (['error', 'warning', 'info'] as const).find((worst) =>
    diagnostics.some(({ severity }) => severity === worst),
  );
}

function today({ locale }: BenchPage): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date());
}

function keepingScroll(panel: HTMLElement, change: () => void): void {
  const { scrollTop } = panel;
  change();
  panel.scrollTop = scrollTop;
}
