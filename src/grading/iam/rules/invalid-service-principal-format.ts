import { message } from '../../../messages/index.ts';
import type { PolicyDocument } from '../document.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Finding } from '../finding.ts';
import type { JsonNode } from '../json/nodes.ts';
import { linesIn } from '../queries/lines.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** Keys whose values are names of services. */
const serviceKeys: readonly string[] = [
  ...['iam:passedtoservice', 'iam:awsservicename', 'aws:principalservicename', 'aws:principalservicenameslist'],
  ...['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast', 'sts:awsservicename'],
];

const usual =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|aws\.amazon\.com)$/;
const throughService = /^[a-z0-9-]+\.[a-z0-9-]+\.amazonaws\.(com(\.cn)?|eu)$/;

/** A service's name that does not end in its domain, or has capitals. */
export const invalidServicePrincipalFormat = policyRule({
  code: 'iam/invalid-service-principal-format',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-service-principal-format'),
  *find(document) {
    for (const { node, text } of namesIn(document)) {
      if (!usual.test(text)) yield findingAt(node, text, 'service-name.amazonaws.com');
    }
    for (const { key, read, values } of linesIn(document)) {
      if (key.value.toLowerCase() !== 'kms:viaservice' || read.fact.family !== 'String') continue;
      for (const { node, text } of values) {
        if (hasWildcardOrVariable(text) || throughService.test(text)) continue;
        yield findingAt(node, text, 'service-name.region.amazonaws.com');
      }
    }
  },
});

function* namesIn(document: PolicyDocument): Generator<{ readonly node: JsonNode; readonly text: string }> {
  for (const { principal } of document.statements) {
    for (const { node, kind, value } of principal?.entries ?? []) {
      if (kind === 'Service' && !hasWildcardOrVariable(value)) yield { node, text: value };
    }
  }
  for (const { key, read, values } of linesIn(document)) {
    if (read.fact.family !== 'String' || !serviceKeys.includes(key.value.toLowerCase())) continue;
    for (const value of values) if (!hasWildcardOrVariable(value.text)) yield value;
  }
}

/** Small letters are certain; what service a bare word names is not. */
function findingAt(node: JsonNode, text: string, form: string): Finding {
  const lower = text.toLowerCase();
  const isCase = lower !== text && (usual.test(lower) || throughService.test(lower));
  const edits = isCase ? [replaceString(node, lower)] : [];
  return { at: node, message: message('iam/invalid-service-principal-format', { value: text, form }), edits };
}
