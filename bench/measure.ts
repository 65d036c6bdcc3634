import { Bench } from 'tinybench';
import { exercises, gradable } from '../src/exercises/loader.ts';
import { grade, loadAuthorization } from '../src/grading/index.ts';

/** One line of the table. */
export interface Measurement {
  readonly what: string;
  /** Time of the first call, its modules loaded by it; null where that means nothing. */
  readonly coldMs: number | null;
  /** Median time of a call once everything is warm. */
  readonly warmMs: number;
  readonly perSecond: number;
}

/** Reports a second on the first solution of one exercise of each domain, and authorisations a second on the push of the talk. */
export async function measure(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const domain of ['iam', 'workflow', 'network', 'chain'] as const) {
    const exercise = exercises.find((candidate) => candidate.domain === domain);
    const [solution] = exercise?.solutions.values() ?? [];
    if (exercise === undefined || solution === undefined) continue;
    const task = gradable(exercise);
    const started = performance.now();
    await grade(task, solution);
    const coldMs = performance.now() - started;
    measurements.push({ ...(await time(`Report: ${exercise.id}`, () => grade(task, solution))), coldMs });
  }
  return [...measurements, await measureAuthorisations()];
}

async function measureAuthorisations(): Promise<Measurement> {
  const { compilePolicy, decide, parsePolicy } = await loadAuthorization();
  const text =
    exercises
      .find(({ id }) => id === 'iam-buildx-push')
      ?.solutions.values()
      .next().value?.['policy.json'] ?? '';
  const { document } = parsePolicy(text, 'policy.json', 'identity');
  if (document === null) throw new Error('The first solution of iam-buildx-push is not a policy');
  const compiled = [compilePolicy(document)];
  const request = {
    action: 'ecr:PutImage',
    resource: 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app',
    context: {},
  };
  return time('Authorisation: ecr:PutImage by the policy of the push', () => decide(compiled, request));
}

async function time(what: string, call: () => unknown): Promise<Measurement> {
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench.add(what, call);
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== 'completed') throw new Error(`${what} could not be measured`);
  return { what, coldMs: null, warmMs: result.latency.p50, perSecond: result.throughput.p50 };
}
