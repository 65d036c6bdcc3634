import type { Rule } from '../../core/rule.ts';
import type { WorkflowDocument } from '../document.ts';
import {
  actionMeant,
  branchAsVersion,
  newerVersion,
  outdatedAction,
  pinToSha,
  unknownAction,
} from './action-versions.ts';
import { environmentChangesSubject, movingTag, noTimeout, unknownFile } from './advice.ts';
import { deprecatedCommand, refusedCommand, unsecureCommands } from './commands.ts';
import { noInputs } from './no-inputs.ts';
import { notAnExpression } from './not-an-expression.ts';
import { numberChanges } from './number-changes.ts';
import { contentsNotReadable, scopeForAllJobs, unneededScope, writeAll } from './permissions.ts';
import { regionOnlyInEnvironment } from './region-only-in-environment.ts';
import {
  accessKeyInFile,
  foreignCode,
  longLivedKeys,
  passwordNotMasked,
  secretInBuildArgument,
  secretInScript,
  secretInWideEnv,
  secretsInherit,
  untrustedTextInScript,
} from './security.ts';
import { shellVariableInInput } from './shell-variable-in-input.ts';
import { textOutsideCondition } from './text-outside-condition.ts';
import { unexpectedInput } from './unexpected-input.ts';
import { unknownEnv } from './unknown-env.ts';
import { unknownJobOutput } from './unknown-job-output.ts';
import { unknownLabel } from './unknown-label.ts';
import { unknownMatrixKey } from './unknown-matrix-key.ts';
import { unknownNeedReference } from './unknown-need-reference.ts';
import { unknownOutput } from './unknown-output.ts';
import { unknownProperty } from './unknown-property.ts';
import { unknownStepReference } from './unknown-step-reference.ts';

/** Everything that is looked for in a workflow without running it. */
export const rules: readonly Rule<WorkflowDocument>[] = [
  unknownStepReference,
  unknownOutput,
  unknownNeedReference,
  unknownJobOutput,
  unknownProperty,
  unknownEnv,
  unknownMatrixKey,
  noInputs,
  notAnExpression,
  shellVariableInInput,
  textOutsideCondition,
  numberChanges,
  unexpectedInput,
  regionOnlyInEnvironment,
  outdatedAction,
  branchAsVersion,
  newerVersion,
  unknownAction,
  actionMeant,
  pinToSha,
  unknownLabel,
  writeAll,
  unneededScope,
  scopeForAllJobs,
  contentsNotReadable,
  untrustedTextInScript,
  foreignCode,
  accessKeyInFile,
  longLivedKeys,
  secretInScript,
  secretInBuildArgument,
  secretInWideEnv,
  secretsInherit,
  passwordNotMasked,
  deprecatedCommand,
  refusedCommand,
  unsecureCommands,
  noTimeout,
  movingTag,
  environmentChangesSubject,
  unknownFile,
];
