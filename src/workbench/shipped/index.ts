import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report } from '../../report/index.ts';
import { type StationActions, stationList } from './station-list.ts';
import { summaryView } from './summary-view.ts';

/** What stands above the run over four texts: its stations, and the summary to keep once it passed. */
export interface ShippedViews {
  stations(report: Report, words: WorkbenchWords, actions: StationActions): HTMLElement;
  summary(report: Report, date: string, words: WorkbenchWords): HTMLElement;
}

export const shippedViews: ShippedViews = { stations: stationList, summary: summaryView };
