import { githubFiles } from '../shell/github-files.ts';
import { runnerContext, type Visible } from './contexts.ts';
import type { Environment } from './environment.ts';
import { nameOf, pathOf } from './frame.ts';
import { githubValues } from './github-context.ts';
import type { Runner } from './runner.ts';

/** What of the `github` context is in the environment too, as `GITHUB_ACTOR` and so on. */
const fromGithub = [
  'actor',
  'event_name',
  'ref',
  'ref_name',
  'ref_type',
  'repository',
  'repository_owner',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'api_url',
  'sha',
  'workspace',
  'workflow_ref',
  'workflow_sha',
  'head_ref',
  'base_ref',
  'triggering_actor',
  'event_path',
  'graphql_url',
  'retention_days',
];

/**
 * The environment that every script finds, before the workflow adds to it.
 *
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/variables (read 2026-11-24)
 */
export function defaultEnvironment({ event, frame, jobId = '' }: Visible, runner: Runner): Environment {
  const values = githubValues(event, pathOf(frame.started));
  const { os, arch, temp, name } = runnerContext(runner);
  const variables = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...Object.fromEntries(fromGithub.map((each) => [`GITHUB_${each.toUpperCase()}`, String(values[each] ?? '')])),
    GITHUB_WORKFLOW: nameOf(frame.started),
    GITHUB_JOB: jobId,
    GITHUB_ENV: githubFiles.env,
    GITHUB_OUTPUT: githubFiles.output,
    GITHUB_PATH: githubFiles.path,
    GITHUB_STEP_SUMMARY: githubFiles.summary,
    RUNNER_OS: os,
    RUNNER_ARCH: arch,
    RUNNER_TEMP: temp,
    RUNNER_NAME: name,
    HOME: '/home/runner',
    USER: 'runner',
    PATH: '/usr/bin',
    PWD: String(values['workspace'] ?? ''),
  };
  return new Map(Object.entries(variables).map(([each, value]) => [each, { value, range: null }]));
}
