import { exercises, gradable } from '../src/exercises/loader.ts';
import { grade } from '../src/grading/index.ts';
import { measureIam, type Yardstick } from './iam.ts';
import { measureNetwork } from './network.ts';
import { type Measurement, time } from './time.ts';

export { browserSubmissions } from './browser.ts';

/** Reports a second on the first solution of one exercise of each domain, and what IAM's part takes. */
export async function measure(yardstick: Yardstick): Promise<readonly Measurement[]> {
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
  return [...measurements, ...(await measureNetwork()), ...(await measureIam(yardstick))];
}
