import { defineBench } from '../define-bench.ts';

defineBench('free-bench', async () => (await import('./open-free-bench.ts')).openFreeBench);
