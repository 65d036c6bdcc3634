import { Bench } from 'tinybench';

/** One line of the table. */
export interface Measurement {
  readonly what: string;
  /** Time of the first call, its modules loaded by it; null where that means nothing. */
  readonly coldMs: number | null;
  /** Median time of a call once everything is warm. */
  readonly warmMs: number;
  readonly perSecond: number;
}

/** Times a call, warm: for a second, after a third of one to warm up. */
export async function time(what: string, call: () => unknown): Promise<Measurement> {
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench.add(what, call);
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== 'completed') throw new Error(`${what} could not be measured`);
  return { what, coldMs: null, warmMs: result.latency.p50, perSecond: result.throughput.p50 };
}
