import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from '../bench/measure.ts';
import { bundle } from './command-line.ts';
import { cacheFolder } from './fingerprint.mjs';

const folder = join(cacheFolder, 'bench');
await bundle('bench/measure.ts', folder);
const { measure } = (await import(join(folder, 'measure.js'))) as typeof import('../bench/measure.ts');
const measurements = await measure();

const [{ model = 'unknown' } = {}] = cpus();
console.log(`Node ${process.version}, ${cpus().length} × ${model}\n`);
console.table(Object.fromEntries(measurements.map((measurement) => [measurement.what, rowOf(measurement)])));

function rowOf({ coldMs, warmMs, perSecond }: Measurement): Record<string, string> {
  return {
    'first call': coldMs === null ? '' : `${coldMs.toFixed(0)} ms`,
    'median call': warmMs >= 1 ? `${warmMs.toFixed(1)} ms` : `${(warmMs * 1000).toFixed(1)} µs`,
    'a second': Math.round(perSecond).toLocaleString('en'),
  };
}
