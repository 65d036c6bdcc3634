import type { Simulation } from '../core/types.ts';
import type { PolicyDocuments } from './document.ts';
import type { IamScenario } from './scenario.ts';

/** Asks a policy every call of a scenario. */
export function simulate(_document: PolicyDocuments, _scenario: IamScenario): Simulation {
  return { trace: [], diagnostics: [] };
}
