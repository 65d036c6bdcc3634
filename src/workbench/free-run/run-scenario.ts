import type { PagedExercise } from '../../worker/protocol.ts';
import { type Happening, usualHappening } from './happening.ts';

/** The file that a workflow is written in here. */
export const workflowFile = 'push.yml';

const sha = '8f3c1a6d2b9e4705c1d8f6a3b2e49c7d5a0f1e63';

/** The account and Region of the workshop, for texts that name none. */
const [workshopAccount, workshopRegion] = ['111122223333', 'ap-northeast-1'];

/** A workflow and what happens on GitHub, as an exercise without goals. The scenario is one as `content/scenarios/workflow` has them. */
export function exerciseOf(text: string, happening: Happening): PagedExercise {
  const account = /\b(\d{12})\.dkr\.ecr\.|arn:aws[\w-]*:iam::(\d{12}):/.exec(text);
  const scenario = {
    event: eventOf(text, happening),
    account: account?.[1] ?? account?.[2] ?? workshopAccount,
    region:
      /\.dkr\.ecr\.([a-z0-9-]+)\.|region:\s*["']?([a-z]{2}(?:-[a-z]+)+-\d)\b/i.exec(text)?.slice(1).find(Boolean) ??
      workshopRegion,
    role: /arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+/.exec(text)?.[0] ?? `arn:aws:iam::${workshopAccount}:role/role`,
    trustedSubjects: [],
    audience: 'sts.amazonaws.com',
    repositories: ['workshop-app'],
    asks: [],
    forbids: [],
    isOpen: true,
  };
  return {
    exercise: { id: 'workbench', domain: 'workflow', files: [workflowFile], goals: [], scenario },
    goalTexts: {},
  };
}

function eventOf(text: string, happening: Happening): object {
  const { kind, repository, isPrivate, hasIds } = happening;
  const defaultBranch = happening.defaultBranch.trim() || usualHappening.defaultBranch;
  const branch = happening.branch.trim() || defaultBranch;
  const tag = `refs/tags/${happening.tag.trim() || usualHappening.tag}`;
  const name = /^[^/\s]+\/[^/\s]+$/.test(repository.trim()) ? repository.trim() : usualHappening.repository;
  const pull = { base: branch, head: happening.head.trim() || usualHappening.head, isFromFork: kind === 'fork' };
  // A workflow has one of the two; both tell of the same pull request.
  const pullName =
    /\bpull_request_target\b/.test(text) && !/\bpull_request\b/.test(text) ? 'pull_request_target' : 'pull_request';
  const kinds = {
    push: { name: 'push', ref: `refs/heads/${branch}` },
    tag: { name: 'push', ref: tag },
    pull: { name: pullName, ref: 'refs/pull/7/merge', activity: 'opened', pull },
    fork: { name: pullName, ref: 'refs/pull/7/merge', activity: 'opened', pull },
    dispatch: { name: 'workflow_dispatch', ref: `refs/heads/${branch}` },
    release: { name: 'release', ref: tag, activity: 'published' },
    schedule: { name: 'schedule', ref: `refs/heads/${defaultBranch}` },
  };
  return {
    ...kinds[kind],
    sha,
    repository: name,
    defaultBranch,
    private: isPrivate,
    actor: 'octocat',
    runNumber: 42,
    ...(hasIds ? { ids: { owner: '65432100', repository: '987654321' } } : {}),
  };
}
