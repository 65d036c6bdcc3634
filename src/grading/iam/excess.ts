import { message } from '../../messages/index.ts';
import type { Diagnostic } from '../core/types.ts';
import type { CompiledPolicy } from './compile.ts';
import { findGrants } from './find-grants.ts';
import { diagnosticOf } from './finding.ts';
import { reportGrants, unmeasured } from './grants.ts';
import { needOf } from './need.ts';
import type { IamScenario } from './scenario.ts';
import { identityQuota, sizeOf } from './size.ts';

/** What policies grant beyond the attempts of a scenario, as diagnostics. Of a policy that is too long to be saved only that is said. */
export function findExcess(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  const long = longOne(policies);
  if (long === undefined) return reportGrants(findGrants(policies, needOf(scenario)));
  const { file, root } = long.document;
  return [diagnosticOf({ at: root, message: message('iam/excess-unmeasured') }, file, 'error', unmeasured)];
}

/** A policy that no identity may have, for its length; undefined when there is none. */
export function longOne(policies: readonly CompiledPolicy[]): CompiledPolicy | undefined {
  return policies.find(({ document }) => sizeOf(document.text) > identityQuota);
}
