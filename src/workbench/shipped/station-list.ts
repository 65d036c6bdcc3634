import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report, ReportedStep } from '../../report/index.ts';
import { make } from '../dom.ts';
import { fileOfStation, type Station, stationsOf } from './stations.ts';

const signs = { allowed: '✓', denied: '✕', unknown: '?', missing: '–' } as const;

export interface StationActions {
  show(range: ReportedStep['decidedBy'][number]): void;
  explain(index: number): void;
}

/** The run in one line: each station with what it came to. A press leads to the text that decides it. */
export function stationList(report: Report, words: WorkbenchWords, actions: StationActions): HTMLElement {
  return make(
    'ol',
    { class: 'stations', 'aria-label': words('stations.label') },
    stationsOf(report).map((station) => stationItem(station, words, actions)),
  );
}

function stationItem(
  { name, state, reached, step }: Station,
  words: WorkbenchWords,
  { show, explain }: StationActions,
): HTMLElement {
  const [range] = step?.step.decidedBy ?? [];
  const go = (): void => {
    if (range !== undefined) show(range);
    else if (step !== null) explain(step.index);
  };
  const isPassedOver = !reached && state !== 'missing';
  const end = words(`station.${isPassedOver && state === 'allowed' ? 'unreached' : state}`);
  return make(
    'li',
    { class: 'station', 'data-state': state, 'data-unreached': isPassedOver },
    make(
      'button',
      { type: 'button', disabled: step === null, onclick: go },
      make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state]),
      make('span', { class: 'station-name' }, words(`station.${name}`)),
      make('code', {}, fileOfStation[name]),
      make('span', { class: 'unseen' }, `: ${end}`),
    ),
  );
}
