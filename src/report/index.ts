export type { PlacedStep, Run, RunGroup } from './arrange-run.ts';
export { arrangeRun, isRefusal } from './arrange-run.ts';
export type { Position } from './positions.ts';
export { positionsIn } from './positions.ts';
export type * from './report.ts';
export { renderDiagnostics, renderReport } from './report.ts';
