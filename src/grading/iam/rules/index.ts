import { actionResourceMisfit } from './action-resource-misfit.ts';
import { actionTakesOnlyStar } from './action-takes-only-star.ts';
import { conditionKeyFormat } from './condition-key-format.ts';
import { duplicateConditionKey } from './duplicate-condition-key.ts';
import { emptyCondition } from './empty-condition.ts';
import { emptySid } from './empty-sid.ts';
import { everyAction } from './every-action.ts';
import { everyResource } from './every-resource.ts';
import { federatedPrincipal } from './federated-principal.ts';
import { forAllValuesInAllow } from './for-all-values-in-allow.ts';
import { invalidAccount } from './invalid-account.ts';
import { mismatchedAssumeAction } from './mismatched-assume-action.ts';
import { missingArnPart } from './missing-arn-part.ts';
import { missingAudience } from './missing-audience.ts';
import { missingSubject } from './missing-subject.ts';
import { missingVersion } from './missing-version.ts';
import { oldVersion } from './old-version.ts';
import { operatorCase } from './operator-case.ts';
import { passRoleStar } from './pass-role-star.ts';
import { placeholder } from './placeholder.ts';
import type { PolicyRule } from './policy-rule.ts';
import { principalKind } from './principal-kind.ts';
import { redundantAction } from './redundant-action.ts';
import { redundantResource } from './redundant-resource.ts';
import { shortArn } from './short-arn.ts';
import { straySpace } from './stray-space.ts';
import { subjectForm } from './subject-form.ts';
import { superfluousArnPart } from './superfluous-arn-part.ts';
import { tooLong } from './too-long.ts';
import { typeMismatch } from './type-mismatch.ts';
import { unexpectedAudience } from './unexpected-audience.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownConditionKey } from './unknown-condition-key.ts';
import { unknownRegion } from './unknown-region.ts';
import { unknownResourceType } from './unknown-resource-type.ts';
import { unknownService } from './unknown-service.ts';
import { upperCaseService } from './upper-case-service.ts';
import { variableInOldVersion } from './variable-in-old-version.ts';
import { wideSubject } from './wide-subject.ts';
import { wildcardPrincipal } from './wildcard-principal.ts';
import { wildcardWithoutLike } from './wildcard-without-like.ts';

/** What is said of a policy that IAM would save: faults, dangers and superfluous parts. */
export const lintRules: readonly PolicyRule[] = [
  actionResourceMisfit,
  actionTakesOnlyStar,
  conditionKeyFormat,
  duplicateConditionKey,
  emptyCondition,
  emptySid,
  everyAction,
  everyResource,
  federatedPrincipal,
  forAllValuesInAllow,
  invalidAccount,
  mismatchedAssumeAction,
  missingArnPart,
  missingAudience,
  missingSubject,
  missingVersion,
  oldVersion,
  operatorCase,
  passRoleStar,
  placeholder,
  principalKind,
  redundantAction,
  redundantResource,
  shortArn,
  straySpace,
  subjectForm,
  superfluousArnPart,
  tooLong,
  typeMismatch,
  unexpectedAudience,
  unknownAction,
  unknownConditionKey,
  unknownRegion,
  unknownResourceType,
  unknownService,
  upperCaseService,
  variableInOldVersion,
  wideSubject,
  wildcardPrincipal,
  wildcardWithoutLike,
];
