import { actionWithoutPrefix } from './action-without-prefix.ts';
import { bothOfAPair } from './both-of-a-pair.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateSid } from './duplicate-sid.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidEffect } from './invalid-effect.ts';
import { invalidSid } from './invalid-sid.ts';
import { invalidVersion } from './invalid-version.ts';
import { missingAction } from './missing-action.ts';
import { missingEffect } from './missing-effect.ts';
import { missingPrincipal } from './missing-principal.ts';
import { missingResource } from './missing-resource.ts';
import { missingStatement } from './missing-statement.ts';
import { notAnObject } from './not-an-object.ts';
import { nullWithIfExists } from './null-with-if-exists.ts';
import { oddCharacter } from './odd-character.ts';
import type { PolicyRule } from './policy-rule.ts';
import { prohibitedElement } from './prohibited-element.ts';
import { refusedResource } from './refused-resource.ts';
import { unknownElement } from './unknown-element.ts';
import { unknownOperator } from './unknown-operator.ts';
import { wrongType } from './wrong-type.ts';

/** What keeps IAM from saving a policy, in the order in which IAM looks. */
export const refusals: readonly PolicyRule[] = [
  oddCharacter,
  duplicateKey,
  notAnObject,
  missingStatement,
  unknownElement,
  prohibitedElement,
  wrongType,
  bothOfAPair,
  missingEffect,
  invalidEffect,
  invalidVersion,
  missingPrincipal,
  nullWithIfExists,
  unknownOperator,
  invalidDate,
  duplicateSid,
  invalidSid,
  missingAction,
  refusedResource,
  actionWithoutPrefix,
  missingResource,
];
