import type { Evidence, Source } from '../../core/types.ts';

const readOn = '2026-11-24';

function page(url: string, evidence: Evidence = 'documented'): Source {
  return { url, readOn, evidence };
}

/** What this grader's claims rest on, by subject. A failure's own source stands beside its wording in `failures.yaml`. */
export const sources = {
  syntax: page('https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax'),
  limits: page('https://docs.github.com/en/actions/reference/limits'),
  yaml: page('https://yaml.org/spec/1.2.2/'),
  reader: page('https://github.com/actions/languageservices/tree/main/workflow-parser'),
  anchors: page('https://github.blog/changelog/2025-09-18-actions-yaml-anchors-and-non-public-workflow-templates/'),
  contexts: page('https://docs.github.com/en/actions/reference/workflows-and-actions/contexts'),
  expressions: page('https://docs.github.com/en/actions/reference/workflows-and-actions/expressions'),
  events: page('https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows'),
  commands: page('https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands'),
  token: page('https://docs.github.com/en/actions/tutorials/authenticate-with-github_token'),
  oidc: page('https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws'),
  subject: page('https://docs.github.com/en/actions/reference/security/oidc'),
  runners: page('https://docs.github.com/en/actions/reference/runners/github-hosted-runners'),
  secureUse: page('https://docs.github.com/en/actions/reference/security/secure-use'),
  injection: page('https://docs.github.com/en/actions/concepts/security/script-injections'),
  reusable: page('https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows'),
  callReference: page('https://github.com/actions/languageservices/blob/main/languageservice/src/validate.ts'),
  nesting: page(
    'https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations#limitations-of-reusable-workflows',
  ),
  calling: page(
    'https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs',
  ),
  callPermissions: page(
    'https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/PermissionsHelper.cs',
  ),
  node20: page('https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/'),
  setOutput: page(
    'https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/',
  ),
  unsecureCommands: page(
    'https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/',
  ),
  configureAws: page('https://github.com/aws-actions/configure-aws-credentials#readme'),
  ecrLogin: page('https://github.com/aws-actions/amazon-ecr-login#readme'),
  loginAction: page('https://github.com/docker/login-action#readme'),
  buildPush: page('https://github.com/docker/build-push-action#readme'),
  setupQemu: page('https://github.com/docker/setup-qemu-action#readme'),
  metadata: page('https://github.com/docker/metadata-action#readme'),
  checkout: page('https://github.com/actions/checkout#readme'),
  multiPlatform: page('https://docs.docker.com/build/building/multi-platform/'),
  dockerLogin: page('https://docs.docker.com/reference/cli/docker/login/'),
  buildx: page('https://docs.docker.com/reference/cli/docker/buildx/build/'),
  ecrAuthentication: page('https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html'),
  buildSecrets: page('https://docs.docker.com/build/building/secrets/'),
  inferred: page('https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax', 'inferred'),
} as const satisfies Readonly<Record<string, Source>>;
