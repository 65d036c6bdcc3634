import { actionResourceMisfit } from './action-resource-misfit.ts';
import { actionTakesOnlyStar } from './action-takes-only-star.ts';
import { allowNotactionWithUnsupportedTagConditionKeyForService } from './allow-notaction-with-unsupported-tag-condition-key-for-service.ts';
import { allowWithUnsupportedTagConditionKeyForService } from './allow-with-unsupported-tag-condition-key-for-service.ts';
import { conditionKeyFormat } from './condition-key-format.ts';
import { coveredStatement } from './covered-statement.ts';
import { createSlrWithNotActionAndNotResource } from './create-slr-with-not-action-and-not-resource.ts';
import { createSlrWithNotResource } from './create-slr-with-not-resource.ts';
import { createSlrWithStarInActionAndNotResource } from './create-slr-with-star-in-action-and-not-resource.ts';
import { createSlrWithStarInActionAndResource } from './create-slr-with-star-in-action-and-resource.ts';
import { createSlrWithStarInResource } from './create-slr-with-star-in-resource.ts';
import { createSlrWithStarInResourceAndNotAction } from './create-slr-with-star-in-resource-and-not-action.ts';
import { denyNotactionWithUnsupportedTagConditionKeyForService } from './deny-notaction-with-unsupported-tag-condition-key-for-service.ts';
import { denyWithUnsupportedTagConditionKeyForService } from './deny-with-unsupported-tag-condition-key-for-service.ts';
import { duplicateConditionKey } from './duplicate-condition-key.ts';
import { emptyArrayConditionForallvalues } from './empty-array-condition-forallvalues.ts';
import { emptyArrayConditionForanyvalue } from './empty-array-condition-foranyvalue.ts';
import { emptyArrayConditionIfexists } from './empty-array-condition-ifexists.ts';
import { emptyCondition } from './empty-condition.ts';
import { emptySid } from './empty-sid.ts';
import { emptyVariable } from './empty-variable.ts';
import { equivalentToNullFalse } from './equivalent-to-null-false.ts';
import { equivalentToNullTrue } from './equivalent-to-null-true.ts';
import { everyAction } from './every-action.ts';
import { everyResource } from './every-resource.ts';
import { federatedPrincipal } from './federated-principal.ts';
import { forAllValuesInAllow } from './for-all-values-in-allow.ts';
import { foranyvalueWithAudienceClaimType } from './foranyvalue-with-audience-claim-type.ts';
import { idInIdentityPolicy } from './id-in-identity-policy.ts';
import { impossibleCondition } from './impossible-condition.ts';
import { improveIpRange } from './improve-ip-range.ts';
import { invalidAccount } from './invalid-account.ts';
import { invalidConditionDataType } from './invalid-condition-data-type.ts';
import { invalidConditionMultipleBoolean } from './invalid-condition-multiple-boolean.ts';
import { invalidDateValue } from './invalid-date-value.ts';
import { invalidPrincipalFormat } from './invalid-principal-format.ts';
import { invalidRegion } from './invalid-region.ts';
import { invalidRoleReference } from './invalid-role-reference.ts';
import { invalidService } from './invalid-service.ts';
import { invalidServicePrincipalFormat } from './invalid-service-principal-format.ts';
import { invalidUserReference } from './invalid-user-reference.ts';
import { invalidVariableForOperator } from './invalid-variable-for-operator.ts';
import { invalidVpcFormat } from './invalid-vpc-format.ts';
import { invalidVpceFormat } from './invalid-vpce-format.ts';
import { keyTypeMismatch } from './key-type-mismatch.ts';
import { mismatchedAssumeAction } from './mismatched-assume-action.ts';
import { missingActionForConditionKey } from './missing-action-for-condition-key.ts';
import { missingActionForRolesAnywhereTrustPolicy } from './missing-action-for-roles-anywhere-trust-policy.ts';
import { missingArnPart } from './missing-arn-part.ts';
import { missingAudience } from './missing-audience.ts';
import { missingBraceInVariable } from './missing-brace-in-variable.ts';
import { missingPairedConditionKeys } from './missing-paired-condition-keys.ts';
import { missingQualifier } from './missing-qualifier.ts';
import { missingQuoteInVariable } from './missing-quote-in-variable.ts';
import { missingSubject } from './missing-subject.ts';
import { missingTagKeyInCondition } from './missing-tag-key-in-condition.ts';
import { missingVersion } from './missing-version.ts';
import { nullWithQualifier } from './null-with-qualifier.ts';
import { oldVersion } from './old-version.ts';
import { operatorCase } from './operator-case.ts';
import { passRoleStar } from './pass-role-star.ts';
import { passRoleWithNotActionAndNotResource } from './pass-role-with-not-action-and-not-resource.ts';
import { passRoleWithNotResource } from './pass-role-with-not-resource.ts';
import { passRoleWithStarInActionAndNotResource } from './pass-role-with-star-in-action-and-not-resource.ts';
import { passRoleWithStarInActionAndResource } from './pass-role-with-star-in-action-and-resource.ts';
import { passRoleWithStarInResourceAndNotAction } from './pass-role-with-star-in-resource-and-not-action.ts';
import { placeholder } from './placeholder.ts';
import type { PolicyRule } from './policy-rule.ts';
import { principalKind } from './principal-kind.ts';
import { privateIpAddress } from './private-ip-address.ts';
import { privateIpAddressSubset } from './private-ip-address-subset.ts';
import { privateNotIpAddress } from './private-not-ip-address.ts';
import { privateNotIpAddressSubset } from './private-not-ip-address-subset.ts';
import { redundantAction } from './redundant-action.ts';
import { redundantConditionValue } from './redundant-condition-value.ts';
import { redundantConditionValueNum } from './redundant-condition-value-num.ts';
import { redundantKeyDueToWildcardInCondition } from './redundant-key-due-to-wildcard-in-condition.ts';
import { redundantPrincipalInRoleTrustPolicy } from './redundant-principal-in-role-trust-policy.ts';
import { redundantResource } from './redundant-resource.ts';
import { redundantStatement } from './redundant-statement.ts';
import { redundantStatementDueToWildcardInCondition } from './redundant-statement-due-to-wildcard-in-condition.ts';
import { shadowedAllow } from './shadowed-allow.ts';
import { shortArn } from './short-arn.ts';
import { straySpace } from './stray-space.ts';
import { stringLikeOperatorWithArnConditionKeys } from './string-like-operator-with-arn-condition-keys.ts';
import { subjectForm } from './subject-form.ts';
import { superfluousArnPart } from './superfluous-arn-part.ts';
import { tooLong } from './too-long.ts';
import { typeMismatch } from './type-mismatch.ts';
import { typeMismatchIpRange } from './type-mismatch-ip-range.ts';
import { typeMismatchString } from './type-mismatch-string.ts';
import { unexpectedAudience } from './unexpected-audience.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownConditionKey } from './unknown-condition-key.ts';
import { unknownRegion } from './unknown-region.ts';
import { unknownResourceType } from './unknown-resource-type.ts';
import { unknownService } from './unknown-service.ts';
import { unknownVariable } from './unknown-variable.ts';
import { unsupportedActionForConditionKey } from './unsupported-action-for-condition-key.ts';
import { unsupportedGlobalConditionKey } from './unsupported-global-condition-key.ts';
import { unsupportedSpaceInVariable } from './unsupported-space-in-variable.ts';
import { untrustworthyConditionKey } from './untrustworthy-condition-key.ts';
import { upperCaseService } from './upper-case-service.ts';
import { variableInOldVersion } from './variable-in-old-version.ts';
import { variableUnsupportedInElement } from './variable-unsupported-in-element.ts';
import { wideSubject } from './wide-subject.ts';
import { wildcardInServiceName } from './wildcard-in-service-name.ts';
import { wildcardPrincipal } from './wildcard-principal.ts';
import { wildcardWithoutLike } from './wildcard-without-like.ts';

/** What is said of a policy that IAM would save: faults, dangers and superfluous parts. */
export const lintRules: readonly PolicyRule[] = [
  actionResourceMisfit,
  actionTakesOnlyStar,
  allowNotactionWithUnsupportedTagConditionKeyForService,
  allowWithUnsupportedTagConditionKeyForService,
  conditionKeyFormat,
  coveredStatement,
  createSlrWithNotActionAndNotResource,
  createSlrWithNotResource,
  createSlrWithStarInActionAndNotResource,
  createSlrWithStarInActionAndResource,
  createSlrWithStarInResourceAndNotAction,
  createSlrWithStarInResource,
  denyNotactionWithUnsupportedTagConditionKeyForService,
  denyWithUnsupportedTagConditionKeyForService,
  duplicateConditionKey,
  emptyArrayConditionForallvalues,
  emptyArrayConditionForanyvalue,
  emptyArrayConditionIfexists,
  emptyCondition,
  emptySid,
  emptyVariable,
  equivalentToNullFalse,
  equivalentToNullTrue,
  everyAction,
  everyResource,
  federatedPrincipal,
  forAllValuesInAllow,
  foranyvalueWithAudienceClaimType,
  idInIdentityPolicy,
  impossibleCondition,
  improveIpRange,
  invalidAccount,
  invalidConditionDataType,
  invalidConditionMultipleBoolean,
  invalidDateValue,
  invalidPrincipalFormat,
  invalidRegion,
  invalidRoleReference,
  invalidServicePrincipalFormat,
  invalidService,
  invalidUserReference,
  invalidVariableForOperator,
  invalidVpcFormat,
  invalidVpceFormat,
  keyTypeMismatch,
  mismatchedAssumeAction,
  missingActionForConditionKey,
  missingActionForRolesAnywhereTrustPolicy,
  missingArnPart,
  missingAudience,
  missingBraceInVariable,
  missingPairedConditionKeys,
  missingQualifier,
  missingQuoteInVariable,
  missingSubject,
  missingTagKeyInCondition,
  missingVersion,
  nullWithQualifier,
  oldVersion,
  operatorCase,
  passRoleStar,
  passRoleWithNotActionAndNotResource,
  passRoleWithNotResource,
  passRoleWithStarInActionAndNotResource,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResourceAndNotAction,
  placeholder,
  principalKind,
  privateIpAddressSubset,
  privateIpAddress,
  privateNotIpAddressSubset,
  privateNotIpAddress,
  redundantAction,
  redundantConditionValueNum,
  redundantConditionValue,
  redundantKeyDueToWildcardInCondition,
  redundantPrincipalInRoleTrustPolicy,
  redundantResource,
  redundantStatementDueToWildcardInCondition,
  redundantStatement,
  shadowedAllow,
  shortArn,
  straySpace,
  stringLikeOperatorWithArnConditionKeys,
  subjectForm,
  superfluousArnPart,
  tooLong,
  typeMismatchIpRange,
  typeMismatchString,
  typeMismatch,
  unexpectedAudience,
  unknownAction,
  unknownConditionKey,
  unknownRegion,
  unknownResourceType,
  unknownService,
  unknownVariable,
  unsupportedActionForConditionKey,
  unsupportedGlobalConditionKey,
  unsupportedSpaceInVariable,
  untrustworthyConditionKey,
  upperCaseService,
  variableInOldVersion,
  variableUnsupportedInElement,
  wideSubject,
  wildcardInServiceName,
  wildcardPrincipal,
  wildcardWithoutLike,
];
