import { message } from '../../messages/index.ts';
import { maxFileLength } from '../core/limits.ts';
import { runRules } from '../core/rule.ts';
import type { Diagnostic, Files, Parsed } from '../core/types.ts';
import type { PolicyDocument, PolicyDocuments, PolicyType } from './document.ts';
import { iamGuide, json } from './facts/sources.ts';
import { diagnosticOf } from './finding.ts';
import { findingOf } from './json/faults.ts';
import { plainValueOf } from './json/nodes.ts';
import { readJson } from './json/read-json.ts';
import { fits } from './policy.schema.json?fits';
import { readDocument } from './read-document.ts';
import { refusals } from './rules/refusals.ts';

const grammar = iamGuide('reference_policies_grammar');

/** Which kind of policy a file is: what the caller states, else what the file of a submission is called. */
export function policyTypeOf(file: string, stated?: PolicyType): PolicyType {
  return stated ?? (file === 'trust-policy.json' ? 'trust' : 'identity');
}

/** Reads every file of a submission as a policy. Refused when IAM would not save one of them. */
export function parsePolicies(files: Files, stated?: PolicyType): Parsed<PolicyDocuments> {
  const parsed = Object.keys(files)
    .sort()
    .map((file) => parsePolicy(files[file] ?? '', file, policyTypeOf(file, stated)));
  if (parsed.length === 0) {
    const missing = { at: { start: 0, end: 0 }, message: message('core/missing-file', { file: 'policy.json' }) };
    return { document: null, refused: true, diagnostics: [diagnosticOf(missing, 'policy.json', 'error', grammar)] };
  }
  const documents = parsed.flatMap(({ document }) => (document === null ? [] : [document]));
  return {
    document: documents.length === 0 ? null : { documents },
    refused: parsed.some(({ refused }) => refused),
    diagnostics: parsed.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Reads one policy. What IAM refuses to save is diagnosed here, before anything is evaluated. */
export function parsePolicy(text: string, file: string, type: PolicyType): Parsed<PolicyDocument> {
  if (text.length > maxFileLength) {
    const sizes = { file, size: text.length, limit: maxFileLength };
    return refuse(
      file,
      diagnosticOf({ at: { start: 0, end: 0 }, message: message('core/too-large', sizes) }, file, 'error', grammar),
    );
  }
  const { root, faults } = readJson(text);
  const diagnostics = faults.map((fault) => diagnosticOf(findingOf(fault, text), file, 'error', json));
  if (root === null) {
    const empty = { at: { start: 0, end: 0 }, message: message('core/empty-file', { file }) };
    return {
      document: null,
      refused: true,
      diagnostics: [...diagnostics, diagnosticOf(empty, file, 'error', grammar)],
    };
  }
  const document = readDocument(root, text, file, type);
  const refused = runRules(refusals, document);
  const all = [...diagnostics, ...refused];
  if (all.length > 0) return { document, refused: true, diagnostics: all };
  const statements = document.statements.map(({ node }) => plainValueOf(node));
  if (fits({ policy: plainValueOf(root), [type]: statements })) return { document, refused: false, diagnostics: [] };
  const wanted = 'the elements of IAM’s grammar';
  const malformed = { at: root, message: message('iam/wrong-type', { element: 'Policy', wanted }) };
  return { document, refused: true, diagnostics: [diagnosticOf(malformed, file, 'error', grammar)] };
}

function refuse(file: string, diagnostic: Diagnostic): Parsed<PolicyDocument> {
  return { document: null, refused: true, diagnostics: [{ ...diagnostic, range: { file, start: 0, end: 0 } }] };
}
