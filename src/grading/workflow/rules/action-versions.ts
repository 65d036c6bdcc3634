import type { Rule } from '../../core/rule.ts';
import type { Diagnostic } from '../../core/types.ts';
import {
  type ActionFacts,
  type ActionReference,
  factsOf,
  readReference,
  type Version,
  versionOf,
} from '../actions/metadata.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';
import { isMisspelt, meantAction } from '../run/step-run.ts';
import type { ScalarNode } from '../yaml/tree.ts';

type Judge = (
  uses: ScalarNode,
  reference: ActionReference,
  facts: ActionFacts | undefined,
  version: Version | null,
) => readonly Diagnostic[];

function usesOf({ jobs }: WorkflowDocument): readonly ScalarNode[] {
  return jobs.flatMap(({ steps }) => steps).flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
}

function judgeEach(document: WorkflowDocument, judge: Judge): readonly Diagnostic[] {
  return usesOf(document).flatMap((uses) => {
    const reference = readReference(uses.text);
    if (reference.kind !== 'repository') return [];
    const facts = factsOf(reference.name);
    return judge(uses, reference, facts, facts === undefined ? null : versionOf(facts, reference));
  });
}

/** A version that was made for a Node.js that the runner no longer has. */
export const outdatedAction: Rule<WorkflowDocument> = {
  code: 'workflow/outdated-action',
  severity: 'warning',
  source: sources.node20,
  example: changed('actions/checkout@v7', 'actions/checkout@v4', 'actions/checkout@v6'),
  check: (document) =>
    judgeEach(document, (uses, { name, ref, major }, facts, version) => {
      if (facts === undefined || version !== 'outdated' || major === null) return [];
      const newest = Math.max(...facts.current);
      const params = { action: name, version: ref, node: facts.node[major] ?? '', newest };
      const at = uses.range.start + uses.text.lastIndexOf('@') + 1;
      const range = uses.style === 'plain' ? { ...uses.range, start: at } : uses.range;
      const fixes = uses.style === 'plain' ? suggest(`v${newest}`, range) : [];
      return [found('warning', 'workflow/outdated-action', params, uses.range, sources.node20, { fixes })];
    }),
};

/** A branch as a version. */
export const branchAsVersion: Rule<WorkflowDocument> = {
  code: 'workflow/branch-as-version',
  severity: 'warning',
  source: sources.secureUse,
  example: changed('docker/build-push-action@v7', 'docker/build-push-action@master'),
  check: (document) =>
    judgeEach(document, (uses, { name, ref }, _, version) =>
      version === 'branch' || (version === null && /^(main|master|develop|trunk)$/.test(ref))
        ? [found('warning', 'workflow/branch-as-version', { ref, action: name }, uses.range, sources.secureUse)]
        : [],
    ),
};

/** A version that came out after these facts were gathered. */
export const newerVersion: Rule<WorkflowDocument> = {
  code: 'workflow/newer-version',
  severity: 'info',
  source: sources.syntax,
  example: changed('actions/checkout@v7', 'actions/checkout@v9'),
  check: (document) =>
    judgeEach(document, (uses, { name, ref }, _, version) =>
      version === 'newer'
        ? [found('info', 'workflow/newer-version', { action: name, version: ref }, uses.range, sources.syntax)]
        : [],
    ),
};

/** An action that is not on record. */
export const unknownAction: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-action',
  severity: 'info',
  source: sources.syntax,
  example: changed('actions/checkout@v7', 'octo-org/checkout@v1'),
  check: (document) =>
    judgeEach(document, (uses, { name }, facts) =>
      facts === undefined && !isMisspelt(name)
        ? [found('info', 'workflow/unknown-action', { action: name }, uses.range, sources.syntax)]
        : [],
    ),
};

/** A name that is one slip away from an action on record. */
export const actionMeant: Rule<WorkflowDocument> = {
  code: 'workflow/action-meant',
  severity: 'warning',
  source: sources.syntax,
  example: changed('docker/build-push-action@v7', 'docker/build-push-actoin@v7'),
  check: (document) =>
    judgeEach(document, (uses, { name, ref }) => {
      const meant = meantAction(name);
      if (meant === null || !isMisspelt(name)) return [];
      return [
        found('warning', 'workflow/action-meant', { action: name, meant }, uses.range, sources.syntax, {
          fixes: suggest(`${meant}@${ref}`, uses.range),
        }),
      ];
    }),
};

/** Versions that can be moved; said once a file. */
export const pinToSha: Rule<WorkflowDocument> = {
  code: 'workflow/pin-to-sha',
  severity: 'info',
  source: sources.secureUse,
  example: {
    fails: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n',
    passes:
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@8f3c1a6d2b9e4705c1d8f6a3b2e49c7d5a0f1e63\n',
  },
  check: (document) =>
    judgeEach(document, (uses, { name, ref }) =>
      /^[0-9a-f]{40}$/i.test(ref)
        ? []
        : [found('info', 'workflow/pin-to-sha', { action: name }, uses.range, sources.secureUse)],
    ).slice(0, 1),
};
