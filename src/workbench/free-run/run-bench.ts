import { defineBench } from '../define-bench.ts';

defineBench('run-bench', async () => (await import('./open-run-bench.ts')).openRunBench);
