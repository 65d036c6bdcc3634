import { cpus } from 'node:os';
import { join } from 'node:path';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Yardstick } from '../bench/iam.ts';
import type { Measurement } from '../bench/time.ts';
import { measureInChromium } from './bench-chromium.ts';
import { bundle } from './command-line.ts';
import { cacheFolder } from './fingerprint.mjs';

/** The simulator that people use today. It is measured here and nowhere else: no part of the workshop contains it. */
const simulator: Yardstick = {
  name: 'iam-simulate',
  decide: (policy, { action, resource, account, role, context }) =>
    runSimulation(
      {
        request: {
          action,
          principal: role,
          resource: { resource, accountId: account },
          contextVariables: { ...context },
        },
        identityPolicies: [{ name: 'push', policy }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    ),
};

const folder = join(cacheFolder, 'bench');
await bundle('bench/measure.ts', folder);
const { browserSubmissions, measure } = (await import(
  join(folder, 'measure.js')
)) as typeof import('../bench/measure.ts');
const inChromium = await measureInChromium(browserSubmissions());
const measurements = [...(await measure(simulator)), ...(inChromium ?? [])];

const [{ model = 'unknown' } = {}] = cpus();
console.log(`Node ${process.version}, ${cpus().length} × ${model}\n`);
console.table(Object.fromEntries(measurements.map((measurement) => [measurement.what, rowOf(measurement)])));
if (inChromium === null) console.log('\nThere is no Chromium here: the built site was not measured.');
console.log(`\nOurs to iam-simulate's: ${ratio().toFixed(0)} authorisations to one`);

function ratio(): number {
  const [ours, theirs] = ['Authorisation: ecr:PutImage', simulator.name].map(
    (beginning) => measurements.find(({ what }) => what.startsWith(beginning))?.perSecond ?? Number.NaN,
  );
  return (ours ?? Number.NaN) / (theirs ?? Number.NaN);
}

function rowOf({ coldMs, warmMs, perSecond }: Measurement): Record<string, string> {
  return {
    'first call': coldMs === null ? '' : `${coldMs.toFixed(0)} ms`,
    'median call': warmMs >= 1 ? `${warmMs.toFixed(1)} ms` : `${(warmMs * 1000).toFixed(1)} µs`,
    'a second': Math.round(perSecond).toLocaleString('en'),
  };
}
