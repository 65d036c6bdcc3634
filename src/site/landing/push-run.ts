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
  /** How many calls of the same kind in a row the line stands for. */
  readonly times: number;
  /** What the real system says to a refusal. */
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
  const stop = attempts.findIndex(({ outcome, stops }) => outcome !== 'allowed' && stops);
  const lines: RunLine[] = [];
  for (const [index, { call, outcome, said, message }] of attempts.entries()) {
    const reached = stop === -1 || index <= stop;
    const shown = !reached ? 'unreached' : outcome === 'allowed' ? 'allowed' : 'denied';
    const short = shorten(call);
    const last = lines.at(-1);
    if (last?.call === short && last.outcome === shown) lines[lines.length - 1] = { ...last, times: last.times + 1 };
    else
      lines.push({
        call: short,
        outcome: shown,
        times: 1,
        said: shown === 'denied' ? said || render(checks, message).what : '',
      });
  }
  return lines;
}

/** A digest tells nothing here; its first letters are enough to see that it is one. */
const shorten = (call: string): string => call.replace(/(sha256:[0-9a-f]{4})[0-9a-f]+/g, '$1…');
