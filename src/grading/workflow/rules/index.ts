import type { Rule } from '../../core/rule.ts';
import type { WorkflowDocument } from '../document.ts';
import { accessKeyInFile } from './access-key-in-file.ts';
import { actionMeant } from './action-meant.ts';
import { branchAsVersion } from './branch-as-version.ts';
import { contentsNotReadable } from './contents-not-readable.ts';
import { deprecatedCommand } from './deprecated-command.ts';
import { environmentChangesSubject } from './environment-changes-subject.ts';
import { foreignCode } from './foreign-code.ts';
import { longLivedKeys } from './long-lived-keys.ts';
import { movingTag } from './moving-tag.ts';
import { newerVersion } from './newer-version.ts';
import { noInputs } from './no-inputs.ts';
import { noTimeout } from './no-timeout.ts';
import { notAnExpression } from './not-an-expression.ts';
import { numberChanges } from './number-changes.ts';
import { outdatedAction } from './outdated-action.ts';
import { passwordNotMasked } from './password-not-masked.ts';
import { pinToSha } from './pin-to-sha.ts';
import { refusedCommand } from './refused-command.ts';
import { regionOnlyInEnvironment } from './region-only-in-environment.ts';
import { scopeForAllJobs } from './scope-for-all-jobs.ts';
import { secretInBuildArgument } from './secret-in-build-argument.ts';
import { secretInScript } from './secret-in-script.ts';
import { secretInWideEnv } from './secret-in-wide-env.ts';
import { secretNotPassed } from './secret-not-passed.ts';
import { secretsInherit } from './secrets-inherit.ts';
import { shellVariableInInput } from './shell-variable-in-input.ts';
import { textOutsideCondition } from './text-outside-condition.ts';
import { unexpectedInput } from './unexpected-input.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownEnv } from './unknown-env.ts';
import { unknownFile } from './unknown-file.ts';
import { unknownJobOutput } from './unknown-job-output.ts';
import { unknownLabel } from './unknown-label.ts';
import { unknownMatrixKey } from './unknown-matrix-key.ts';
import { unknownNeedReference } from './unknown-need-reference.ts';
import { unknownOutput } from './unknown-output.ts';
import { unknownProperty } from './unknown-property.ts';
import { unknownStepReference } from './unknown-step-reference.ts';
import { unneededScope } from './unneeded-scope.ts';
import { unsecureCommands } from './unsecure-commands.ts';
import { untrustedTextInScript } from './untrusted-text-in-script.ts';
import { writeAll } from './write-all.ts';

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
  secretNotPassed,
  passwordNotMasked,
  deprecatedCommand,
  refusedCommand,
  unsecureCommands,
  noTimeout,
  movingTag,
  environmentChangesSubject,
  unknownFile,
];
