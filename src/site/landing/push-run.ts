import { findExercise, gradable } from '../../exercises/loader.ts';
import { grade, type TraceStep } from '../../grading/index.ts';
import { loadChecks, render } from '../../messages/index.ts';

/** One push, made twice: with the policy as AWS documents it, and with one action more. */
export interface PushRun {
  /** What the documented policy grants on the repository. */
  readonly actions: readonly string[];
  /** The action that was missing. */
  readonly granted: string;
  readonly before: readonly RunLine[];
  readonly after: readonly RunLine[];
}

/** A line of the run. What follows the first refusal was never reached. */
export interface RunLine {
  readonly call: string;
  readonly outcome: 'allowed' | 'denied' | 'unreached';
  /** What the real system says to the first refusal; empty elsewhere. */
  readonly said: string;
}

const id = 'iam-buildx-push';
const granted = 'ecr:GetDownloadUrlForLayer';

interface Policy {
  readonly Statement: { readonly Action: string | string[]; readonly Resource: string }[];
}

/** Grades the starter of the first policy exercise, then the same text with the one action added. Throws when that no longer makes the push pass. */
export async function runPushTwice(): Promise<PushRun> {
  const exercise = findExercise(id);
  if (exercise === undefined) throw new Error(`the landing page shows the exercise ${id}, which the curriculum lacks`);
  const policy = JSON.parse(exercise.starter['policy.json'] ?? '') as Policy;
  const statement = policy.Statement.find(({ Resource }) => Resource !== '*');
  if (!Array.isArray(statement?.Action)) throw new Error(`the starter of ${id} has no list of actions on a repository`);
  const actions = [...statement.Action];
  const before = await grade(gradable(exercise), exercise.starter);
  statement.Action.push(granted);
  const after = await grade(gradable(exercise), { 'policy.json': JSON.stringify(policy, null, 2) });
  if (before.verdict !== 'failed' || after.verdict !== 'passed') {
    throw new Error(`the landing page shows ${id} failed, then passed; it is ${before.verdict}, then ${after.verdict}`);
  }
  return { actions, granted, before: await linesOf(before.trace), after: await linesOf(after.trace) };
}

async function linesOf(trace: readonly TraceStep[]): Promise<readonly RunLine[]> {
  const checks = await loadChecks('en');
  const attempts = trace.filter(({ kind }) => kind === 'attempt');
  const first = attempts.findIndex(({ outcome }) => outcome !== 'allowed');
  const stop = attempts.findIndex(({ outcome, stops }) => outcome !== 'allowed' && stops);
  return attempts.map(({ call, outcome, said, message }, index) => ({
    call: shorten(call),
    outcome: stop !== -1 && index > stop ? 'unreached' : outcome === 'allowed' ? 'allowed' : 'denied',
    said: index === first ? gist(said) || render(checks, message).what : '',
  }));
}

/** What every call of this registry shares tells nothing, nor does a whole digest. */
const shorten = (call: string): string =>
  call.replace('/v2/workshop-app/', '').replace(/(sha256:[0-9a-f]{4})[0-9a-f]+/g, '$1…');

/** Of what the real system prints, the status and the reason, with `…` for what is left out. */
function gist(said: string): string {
  const status = /\b\d{3} [A-Z][a-z]+/.exec(said)?.[0];
  const reason = said.slice(said.lastIndexOf(' because '));
  return status === undefined || reason === said ? said : `… ${status} …${reason}`;
}
