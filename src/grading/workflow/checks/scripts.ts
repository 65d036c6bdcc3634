import type { Check } from '../../core/rule.ts';
import { sources } from '../facts/sources.ts';
import { beforeSetup, check, failing, host, script } from './check.ts';
import { changedInRun } from './example.ts';

const digits = '0 1 2 3 4 5 6 7 8 9';
const loops = (variables: string): string =>
  [...variables].reduceRight((body, name) => `for ${name} in ${digits}; do ${body}; done`, 'echo');

/** Checks of what commands in scripts do. */
export const scriptChecks: readonly Check[] = [
  check(
    'workflow/run-too-long',
    sources.inferred,
    changedInRun(beforeSetup, script(loops('abcd')), script(loops('abc'))),
  ),
  check(
    'workflow/flag-meant',
    sources.buildx,
    changedInRun(beforeSetup, script('docker build --tags a .'), script('docker build --tag a .')),
    'info',
  ),
  check(
    'workflow/password-on-command-line',
    sources.dockerLogin,
    changedInRun(
      beforeSetup,
      script(`docker login -u AWS -p "$(aws ecr get-login-password)" ${host}`),
      script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
    ),
    'warning',
  ),
  failing(
    'workflow/no-basic-auth',
    beforeSetup,
    script(
      'docker build -t 111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1 .',
      'docker push 111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1',
    ),
  ),
  failing(
    'workflow/push-other-account',
    beforeSetup,
    script(
      'aws ecr get-login-password | docker login -u AWS --password-stdin 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com',
      'docker build -t 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/a:1 .',
      'docker push 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/a:1',
    ),
  ),
  failing(
    'workflow/cache-docker-driver',
    beforeSetup,
    script('docker build --cache-to type=gha -t a .'),
    script('docker build --cache-to type=inline -t a .'),
  ),
  failing(
    'workflow/attestation-docker-driver',
    beforeSetup,
    script('docker build --sbom=true -t a .'),
    script('docker build --sbom=false -t a .'),
  ),
  failing(
    'workflow/exec-format-error',
    beforeSetup,
    script('docker build --platform linux/arm64 -t a .'),
    script('docker build --platform linux/amd64 -t a .'),
  ),
  failing(
    'workflow/github-file-delimiter',
    beforeSetup,
    script('echo "A<<END" >> "$GITHUB_ENV"'),
    script('echo "A=END" >> "$GITHUB_ENV"'),
  ),
  failing(
    'workflow/github-file-format',
    beforeSetup,
    script('echo "A" >> "$GITHUB_ENV"'),
    script('echo "A=b" >> "$GITHUB_ENV"'),
  ),
  failing('workflow/exit-code', beforeSetup, script('test -n "$NOTHING"'), script('test -n "$GITHUB_SHA"')),
  failing(
    'workflow/aws-get-login-gone',
    beforeSetup,
    script('aws ecr get-login'),
    script('aws ecr get-login-password'),
  ),
  failing(
    'workflow/login-without-input',
    beforeSetup,
    script(`docker login -u AWS --password-stdin ${host}`),
    script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
  ),
  failing(
    'workflow/ecr-user-is-aws',
    beforeSetup,
    script(`aws ecr get-login-password | docker login -u me --password-stdin ${host}`),
    script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
  ),
  failing(
    'workflow/token-of-other-region',
    beforeSetup,
    script(`aws ecr get-login-password --region us-east-1 | docker login -u AWS --password-stdin ${host}`),
    script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
  ),
  failing(
    'workflow/image-not-local',
    beforeSetup,
    script('docker tag a b'),
    script('docker build -t a .', 'docker tag a b'),
  ),
  failing(
    'workflow/merge-source-missing',
    beforeSetup,
    script(`docker buildx imagetools create -t ${host}/workshop-app:a ${host}/workshop-app:b`),
  ),
  failing(
    'workflow/merge-without-sources',
    beforeSetup,
    script(`docker buildx imagetools create -t ${host}/workshop-app:a`),
  ),
  failing('workflow/unknown-flag', beforeSetup, script('docker build --tags a .'), script('docker build --tag a .')),
  failing('workflow/build-without-context', beforeSetup, script('docker build -t a'), script('docker build -t a .')),
  failing(
    'workflow/builder-missing',
    beforeSetup,
    script('docker buildx use mine'),
    script('docker buildx create --name mine', 'docker buildx use mine'),
  ),
];
