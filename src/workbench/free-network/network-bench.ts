import { defineBench } from '../define-bench.ts';

defineBench('network-bench', async () => (await import('./open-network-bench.ts')).openNetworkBench);
