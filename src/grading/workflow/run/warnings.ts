import { inputOf, type Step } from '../document.ts';
import { inputsBeyond, usedAction } from '../queries/used-actions.ts';

/**
 * What a run prints as a warning at a step that goes on all the same, in the words of the runner and of the tools.
 *
 * @source https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionManifestManager.cs (read 2026-11-24)
 * @source https://github.com/aws-actions/amazon-ecr-login/blob/main/index.js (read 2026-11-24)
 */
export function warningsOf(step: Step): readonly string[] {
  return [...ofAction(step), ...ofScript(step)].map((text) => `Warning: ${text}`);
}

function ofAction(step: Step): readonly string[] {
  const used = usedAction(step);
  if (used?.facts === undefined) return [];
  const { facts, reference, version } = used;
  const node = reference.major === null ? undefined : facts.node[reference.major];
  const odd = inputsBeyond(used).map(({ key }) => `'${key.text}'`);
  const isUnmasked = inputOf(step, 'mask-password')?.value;
  return [
    ...(version === 'outdated' && node !== undefined ? [ofRuntime(node.replace('node', ''), step)] : []),
    ...(odd.length > 0
      ? [
          `Unexpected input(s) ${odd.slice(0, 10).join(', ')}, valid inputs are [${facts.inputs.map((name) => `'${name}'`).join(', ')}]`,
        ]
      : []),
    ...(isUnmasked?.kind === 'leaf' && isUnmasked.text === 'false' ? ['Your docker password is not masked.'] : []),
  ];
}

/** @source https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/ (read 2026-11-24) */
function ofRuntime(node: string, { uses }: Step): string {
  return `Node.js ${node} is deprecated. The following actions target Node.js ${node} but are being forced to run on Node.js 24: ${uses?.text ?? ''}`;
}

/** @source https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/ (read 2026-11-24) */
function ofScript({ run }: Step): readonly string[] {
  const names = new Set(Array.from((run?.text ?? '').matchAll(/::(set-output|save-state) name=/g), ([, name]) => name));
  return [...names].map(
    (name) =>
      `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`,
  );
}
