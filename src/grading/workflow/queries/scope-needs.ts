import { leafOf } from '../../core/yaml/tree.ts';
import { factsOf } from '../actions/metadata.ts';
import { inputOf, type Job, type Step } from '../document.ts';
import { actionOf } from './used-actions.ts';

/** Actions beside those on record that write nothing by the token. */
const harmless = ['actions/upload-artifact', 'actions/download-artifact', 'actions/cache', 'actions/setup-node'];

/** Whether a job may need to write a scope: what cannot be seen through is given the benefit of the doubt. */
export function mayNeed({ steps, uses }: Job, scope: string): boolean {
  return uses !== undefined || steps.some((step) => stepMayNeed(step, scope));
}

function stepMayNeed(step: Step, scope: string): boolean {
  if (step.run !== undefined) return mayDoAnything(step.run.text) || usesToken(step.run.text, scope);
  const name = actionOf(step);
  if (factsOf(name) === undefined) return !harmless.includes(name);
  if (scope === 'id-token')
    return (
      name === 'aws-actions/configure-aws-credentials' &&
      inputOf(step, 'role-to-assume') !== undefined &&
      (leafOf(inputOf(step, 'aws-access-key-id')?.value)?.text ?? '') === ''
    );
  if (scope === 'packages')
    return name === 'docker/login-action' && /ghcr\.io/.test(leafOf(inputOf(step, 'registry')?.value)?.text ?? '');
  return false;
}

/** Whether a script runs what only the repository knows: a script of its own, or a task of its build. */
function mayDoAnything(script: string): boolean {
  return /(?:^|[\s;&|(])(?:\.\.?\/\S|(?:bash|sh|python3?|node|make|npx|yarn|pnpm|goreleaser|mvn)\s|npm\s+run\s)/m.test(
    script,
  );
}

function usesToken(script: string, scope: string): boolean {
  if (scope === 'id-token') return /ACTIONS_ID_TOKEN|cosign|AWS_WEB_IDENTITY|npm\s+publish|twine/.test(script);
  return /\bgh\s|github\.token|GITHUB_TOKEN|GH_TOKEN|api\.github\.com|git\s+(push|tag)|docker\s|npm\s+publish/.test(
    script,
  );
}
